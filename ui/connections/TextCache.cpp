// SPDX-License-Identifier: Apache-2.0
#include "connections/TextCache.h"

#include <QFontMetrics>

namespace saltdesk::ui {

void TextCache::setFont(const QFont &font)
{
    if (m_bold.bold() && font == m_regular) {
        return;
    }
    m_regular = font;
    m_bold = font;
    m_bold.setBold(true);
    m_texts.clear();
}

const QStaticText &TextCache::text(const QString &text, int width, bool bold)
{
    const Key key{text, width, bold};
    if (const auto found = m_texts.constFind(key); found != m_texts.constEnd()) {
        return *found;
    }
    if (m_texts.size() >= capacity) {
        m_texts.clear();
    }
    const QFont &used = font(bold);
    // A text of several lines from a bank must not spill into the rows below.
    QString line = text;
    line.replace(u'\n', u' ');
    QStaticText shaped(QFontMetrics(used).elidedText(line, Qt::ElideRight, width));
    shaped.setTextFormat(Qt::PlainText);
    shaped.setPerformanceHint(QStaticText::AggressiveCaching);
    shaped.prepare({}, used);
    return *m_texts.insert(key, shaped);
}

} // namespace saltdesk::ui
