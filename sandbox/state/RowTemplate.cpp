// SPDX-License-Identifier: Apache-2.0
#include "state/RowTemplate.h"

#include <QString>

namespace saltdesk::sandbox {

static bool isGap(const QByteArray &text, qsizetype at)
{
    return at + 2 < text.size() && text[at] == '<' && text[at + 1] >= '0' && text[at + 1] <= '9' && text[at + 2] == '>';
}

RowTemplate::RowTemplate(const QByteArray &text)
{
    QByteArray *piece = &m_head;
    qsizetype from = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!isGap(text, at)) {
            continue;
        }
        *piece = text.mid(from, at - from);
        m_gaps.append(Gap{text[at + 1] - '0', {}});
        piece = &m_gaps.last().following;
        from = at + 3;
    }
    *piece = text.mid(from);
    m_size = text.size() + m_gaps.size() * 64;
}

QByteArray RowTemplate::fill(const QList<QByteArray> &fillings) const
{
    QByteArray text;
    text.reserve(m_size);
    text += m_head;
    for (const Gap &gap : m_gaps) {
        text += fillings[gap.number];
        text += gap.following;
    }
    return text;
}

QString RowTemplate::gap(int number)
{
    return QStringLiteral("<%1>").arg(number);
}

} // namespace saltdesk::sandbox
