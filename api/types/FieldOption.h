// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::api {

/// One choice of a select or dynamic_select field (reference 3.7). `value` is what goes into the credentials.
struct FieldOption
{
    QString name;
    QString englishName;
    QString localizedName;
    QString value;
    bool selected = false;

    /// What to show: the localised name, else the English one, else the key, else the value; without outer blanks.
    [[nodiscard]] QString label() const
    {
        for (const QString *text : {&localizedName, &englishName, &name}) {
            if (!text->trimmed().isEmpty()) {
                return text->simplified();
            }
        }
        return value;
    }

    friend bool operator==(const FieldOption &, const FieldOption &) = default;
};

} // namespace saltdesk::api
