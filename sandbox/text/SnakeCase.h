// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::sandbox {

/// `connection_not_found` of `ConnectionNotFound`, as documentation addresses and codes are written.
[[nodiscard]] inline QString snakeCase(const QString &errorClass)
{
    QString text;
    for (const QChar letter : errorClass) {
        if (letter.isUpper() && !text.isEmpty()) {
            text += u'_';
        }
        text += letter.toLower();
    }
    return text;
}

} // namespace saltdesk::sandbox
