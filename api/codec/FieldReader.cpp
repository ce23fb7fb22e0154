// SPDX-License-Identifier: Apache-2.0
#include "codec/FieldReader.h"

#include "codec/KnownNames.h"

namespace saltdesk::api {

FieldOption readFieldOption(const ObjectReader &reader)
{
    FieldOption option;
    option.name = reader.text("name").value();
    option.englishName = reader.text("english_name").value();
    option.localizedName = reader.text("localized_name").value();
    option.value = reader.idText("option_value").value();
    option.selected = reader.flag("selected").value();
    return option;
}

ProviderField readProviderField(const ObjectReader &reader)
{
    ProviderField field;
    field.name = reader.text("name").value();
    field.englishName = reader.text("english_name");
    field.localizedName = reader.text("localized_name");
    field.nature.text = reader.text("nature").value();
    field.nature.known = fieldNatureOf(field.nature.text.toStdString());
    field.position = reader.integer("position");
    field.optional = reader.flag("optional");
    field.extra = reader.json("extra");
    // Only where it was an object: else the same fault would be noted twice.
    if (field.extra) {
        const auto multiple = [](const ObjectReader &extra) { return extra.flag("multiple").value(); };
        field.multiple = reader.object<bool>("extra", multiple).value();
    }
    field.options = reader.objects<FieldOption>("field_options", readFieldOption);
    return field;
}

} // namespace saltdesk::api
