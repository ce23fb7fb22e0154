// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/FieldOption.h"
#include "types/Provider.h"
#include "types/Stage.h"

#include <QString>

#include <vector>

namespace saltdesk::models {

/// How a field is entered.
enum class EntryKind : unsigned char { Text, Number, Password, Choice, MultiChoice, File };

/// One field of a form as it is shown: what the provider and the stage said, made usable. Labels are the bank's, plain
/// text, never empty and different from each other.
struct FormField
{
    /// The key in the credentials.
    QString name;
    QString label;
    EntryKind kind = EntryKind::Text;
    bool optional = false;
    std::vector<api::FieldOption> options;
    /// The nature as received when it is none that is known, or a choice without anything to choose: it is entered as
    /// text then, and the form says so.
    QString unknownNature;

    friend bool operator==(const FormField &, const FormField &) = default;
};

/// The fields of a form, by position. A name that comes again is left out: an object can hold it once.
struct FormFields
{
    std::vector<FormField> fields;
    /// Names that came more than once.
    QStringList repeated;

    friend bool operator==(const FormFields &, const FormFields &) = default;
};

/// What the bank's login needs (reference 3.6, 3.7). Pure.
[[nodiscard]] FormFields loginFields(const api::Provider &provider);
/// What a question asks for: the names of the stage, with labels and natures of the provider where it knows them
/// (reference 3.3). `provider` may be null. No field: the customer confirms elsewhere.
[[nodiscard]] FormFields questionFields(const api::Stage &question, const api::Provider *provider);
/// How the provider describes a field that a question names; null where it does not, or without a provider.
[[nodiscard]] const api::ProviderField *interactiveField(const api::Provider *provider, const QString &name);

} // namespace saltdesk::models
