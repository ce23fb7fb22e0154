// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::models {

/// "Contains this text", for SQL's LIKE with the escape character \.
[[nodiscard]] inline QString likePattern(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\"))
        .replace(u'%', QStringLiteral("\\%"))
        .replace(u'_', QStringLiteral("\\_"));
    return QStringLiteral("%") + text + QStringLiteral("%");
}

} // namespace saltdesk::models
