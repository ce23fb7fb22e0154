// SPDX-License-Identifier: Apache-2.0
#include "export/CsvCell.h"

#include <algorithm>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

QString csvCell(QString text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front())) {
        text.prepend(u'\'');
    }
    const bool needsQuotes = std::ranges::any_of(text, [](QChar c) { return u"\",\r\n"_s.contains(c); });
    return needsQuotes ? QString(u'"' + text.replace(u'"', u"\"\""_s) + u'"') : text;
}

} // namespace saltdesk::models
