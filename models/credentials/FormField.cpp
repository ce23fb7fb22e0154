// SPDX-License-Identifier: Apache-2.0
#include "credentials/FormField.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace saltdesk::models {
namespace {

struct FormTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::FormField)
};

EntryKind entryKind(const api::ProviderField &field)
{
    switch (field.nature.known) {
    case api::FieldNature::Password:
        return EntryKind::Password;
    case api::FieldNature::Number:
        return EntryKind::Number;
    case api::FieldNature::Select:
    case api::FieldNature::DynamicSelect:
        return field.multiple ? EntryKind::MultiChoice : EntryKind::Choice;
    case api::FieldNature::File:
        return EntryKind::File;
    case api::FieldNature::Text:
    case api::FieldNature::Unknown:
        break;
    }
    return EntryKind::Text;
}

bool isChoice(EntryKind kind)
{
    return kind == EntryKind::Choice || kind == EntryKind::MultiChoice;
}

FormField formField(const api::ProviderField &field)
{
    FormField entry;
    entry.name = field.name;
    entry.label = field.label().simplified();
    entry.kind = entryKind(field);
    entry.optional = field.optional.value();
    entry.options = field.options.value();
    if (field.nature.known == api::FieldNature::Unknown) {
        entry.unknownNature = field.nature.text;
    }
    return entry;
}

/// A choice of which nothing is on offer can still be answered, by typing.
void makeUsable(FormField &field)
{
    if (isChoice(field.kind) && field.options.empty()) {
        field.kind = EntryKind::Text;
        field.unknownNature = FormTexts::tr("choice without options");
    }
}

/// Two fields under the same words can't be told apart, by ear least of all.
void nameApart(std::vector<FormField> &fields)
{
    QHash<QString, int> times;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].label.isEmpty()) {
            //: The label of a field that the bank gave no name.
            fields[i].label = FormTexts::tr("Field %1").arg(i + 1);
        }
        ++times[fields[i].label];
    }
    QSet<QString> taken(times.keyBegin(), times.keyEnd());
    for (FormField &field : fields) {
        if (times.value(field.label) == 1) {
            continue;
        }
        QString name = field.name;
        QString label;
        do {
            //: A field's label and its technical name.
            label = FormTexts::tr("%1 (%2)").arg(field.label, name);
            name += u'*';
        } while (taken.contains(label));
        taken.insert(label);
        field.label = label;
    }
}

FormFields finished(const std::vector<FormField> &candidates)
{
    FormFields form;
    QSet<QString> seen;
    for (const FormField &candidate : candidates) {
        if (seen.contains(candidate.name)) {
            form.repeated << candidate.name;
            continue;
        }
        seen.insert(candidate.name);
        form.fields.push_back(candidate);
        makeUsable(form.fields.back());
    }
    nameApart(form.fields);
    return form;
}

} // namespace

const api::ProviderField *interactiveField(const api::Provider *provider, const QString &name)
{
    if (provider == nullptr) {
        return nullptr;
    }
    const std::vector<api::ProviderField> &fields = provider->interactiveFields.value();
    const auto found = std::ranges::find(fields, name, &api::ProviderField::name);
    return found == fields.end() ? nullptr : &*found;
}

FormFields loginFields(const api::Provider &provider)
{
    std::vector<api::ProviderField> sorted = provider.requiredFields.value();
    std::ranges::stable_sort(sorted, {}, [](const api::ProviderField &field) { return field.position.value(); });
    std::vector<FormField> fields;
    std::ranges::transform(sorted, std::back_inserter(fields), formField);
    return finished(fields);
}

FormFields questionFields(const api::Stage &question, const api::Provider *provider)
{
    struct Placed
    {
        FormField field;
        qint64 position = 0;
    };
    std::vector<Placed> placed;
    const auto offered = question.interactiveFieldsOptions.value();
    for (const QString &name : question.interactiveFieldsNames.value()) {
        const api::ProviderField *description = interactiveField(provider, name);
        Placed entry;
        entry.field = description != nullptr
                          ? formField(*description)
                          : FormField{.name = name, .label = name, .options = {}, .unknownNature = {}};
        entry.position = description != nullptr ? description->position.value() : 0;
        const auto options = offered.constFind(name);
        if (options != offered.cend() && !options->empty()) {
            entry.field.options = *options;
            entry.field.kind = isChoice(entry.field.kind) ? entry.field.kind : EntryKind::Choice;
            entry.field.unknownNature.clear();
        }
        placed.push_back(entry);
    }
    std::ranges::stable_sort(placed, {}, &Placed::position);
    std::vector<FormField> fields;
    std::ranges::transform(placed, std::back_inserter(fields), &Placed::field);
    return finished(fields);
}

} // namespace saltdesk::models
