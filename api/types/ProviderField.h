// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/FieldOption.h"
#include "types/Member.h"
#include "types/OpenEnum.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace saltdesk::api {

/// What kind of entry a field takes (reference 3.7). An unknown one is entered as text.
enum class FieldNature : unsigned char { Unknown, Text, Password, Number, Select, File, DynamicSelect };

/// A field of a form that a bank asks for: of the login, or of a question. Labels are the provider's, for people;
/// `name` is the key in the credentials.
struct ProviderField
{
    QString name;
    Member<QString> englishName;
    Member<QString> localizedName;
    OpenEnum<FieldNature> nature;
    Member<qint64> position;
    Member<bool> optional;
    /// `extra` as its JSON text; other members than `multiple` are possible.
    Member<QByteArray> extra;
    /// `extra.multiple`: several options may be chosen.
    bool multiple = false;
    /// Only for `select`; those of a dynamic_select arrive in the stage.
    Member<std::vector<FieldOption>> options;

    /// What to show: the localised name, else the English one, else the key.
    [[nodiscard]] QString label() const
    {
        const QString &localized = localizedName.value();
        const QString &english = englishName.value();
        return !localized.isEmpty() ? localized : (!english.isEmpty() ? english : name);
    }

    friend bool operator==(const ProviderField &, const ProviderField &) = default;
};

} // namespace saltdesk::api
