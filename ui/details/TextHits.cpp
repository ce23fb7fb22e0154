// SPDX-License-Identifier: Apache-2.0
#include "details/TextHits.h"

namespace saltdesk::ui {

void TextHits::find(const QString &text, const QString &word, qsizetype from)
{
    m_places.clear();
    m_current = 0;
    if (word.isEmpty()) {
        return;
    }
    bool reached = false;
    qsizetype last = 0;
    qsizetype byte = 0;
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + word.size(), Qt::CaseInsensitive)) {
        byte += QStringView(text).sliced(last, at - last).toUtf8().size();
        last = at;
        if (!reached && at >= from) {
            m_current = m_places.size();
            reached = true;
        }
        m_places.push_back({at, byte});
    }
}

void TextHits::step(int by)
{
    const auto all = static_cast<qsizetype>(m_places.size());
    if (all > 0) {
        m_current = static_cast<std::size_t>((static_cast<qsizetype>(m_current) + by % all + all) % all);
    }
}

} // namespace saltdesk::ui
