// SPDX-License-Identifier: Apache-2.0
#include "settings/IniText.h"

#include <QList>

#include <algorithm>

namespace saltdesk::models {

bool isIniText(const QByteArray &bytes)
{
    const QList<QByteArray> lines = bytes.split('\n');
    return !bytes.contains('\0') && std::ranges::all_of(lines, [](const QByteArray &line) {
        const QByteArray text = line.trimmed();
        return text.isEmpty() || text.startsWith(';') || (text.startsWith('[') && text.endsWith(']')) ||
               text.contains('=');
    });
}

} // namespace saltdesk::models
