// SPDX-License-Identifier: Apache-2.0
#include "codec/StageReader.h"

#include "codec/ElementText.h"
#include "codec/FieldReader.h"
#include "codec/KnownNames.h"

namespace saltdesk::api {
namespace {

namespace dom = simdjson::dom;
using FieldOptions = std::vector<FieldOption>;
using OptionsByField = QMap<QString, FieldOptions>;

/// An Option as documented, or a bare text that is name and value in one (reference 14).
std::optional<FieldOption> optionOf(dom::element element, const ObjectReader &owner, std::string_view field)
{
    dom::object object;
    if (element.get(object) == simdjson::SUCCESS) {
        return readFieldOption(ObjectReader(object, owner.findings(), owner.pathTo(field) + '.'));
    }
    const std::optional<QString> text = idTextOf(element);
    if (!text) {
        return std::nullopt;
    }
    return FieldOption{*text, *text, *text, *text, false};
}

/// One field's choices: an array of them, or a single one by itself (reference 14).
FieldOptions optionsOf(dom::element element, const ObjectReader &owner, std::string_view field)
{
    FieldOptions options;
    const auto add = [&](dom::element entry) {
        if (std::optional<FieldOption> option = optionOf(entry, owner, field)) {
            options.push_back(std::move(*option));
        } else {
            owner.noteWrongType(field);
        }
    };
    dom::array array;
    if (element.get(array) != simdjson::SUCCESS) {
        add(element);
        return options;
    }
    for (const dom::element entry : array) {
        add(entry);
    }
    return options;
}

Member<OptionsByField> readOptions(const ObjectReader &reader)
{
    constexpr std::string_view name = "interactive_fields_options";
    const std::optional<dom::element> element = reader.raw(name);
    if (!element) {
        return {};
    }
    if (element->is_null()) {
        return Member<OptionsByField>::null();
    }
    dom::object object;
    if (element->get(object) != simdjson::SUCCESS) {
        reader.noteWrongType(name);
        return {};
    }
    const ObjectReader owner(object, reader.findings(), reader.pathTo(name) + '.');
    OptionsByField fields;
    for (const dom::key_value_pair pair : object) {
        const QString field = QString::fromUtf8(pair.key.data(), static_cast<qsizetype>(pair.key.size()));
        fields.insert(field, optionsOf(pair.value, owner, pair.key));
    }
    return fields;
}

} // namespace

Stage readStage(const ObjectReader &reader)
{
    Stage stage;
    stage.id = reader.id<StageId>("id").value();
    stage.name.text = reader.text("name").value();
    stage.name.known = stageNameOf(stage.name.text.toStdString());
    stage.interactiveHtml = reader.text("interactive_html");
    stage.interactiveFieldsNames = reader.texts("interactive_fields_names");
    stage.interactiveFieldsOptions = readOptions(reader);
    stage.createdAt = reader.dateTime("created_at");
    stage.updatedAt = reader.dateTime("updated_at");
    return stage;
}

} // namespace saltdesk::api
