// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::models {

/// "Contains this text", for SQL's LIKE with the escape character \, over columns that are folded in the same way: by
/// itself SQLite takes only English letters for the same in either case.
[[nodiscard]] inline QString likePattern(QString text)
{
    text = text.toCaseFolded();
    text.replace(u'\\', QStringLiteral("\\\\"))
        .replace(u'%', QStringLiteral("\\%"))
        .replace(u'_', QStringLiteral("\\_"));
    return QStringLiteral("%") + text + QStringLiteral("%");
}

} // namespace saltdesk::models
