// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace saltdesk::sandbox {

/// A text with gaps, cut up once and filled often. A gap is written `<0>` to `<9>`; its number says which filling goes
/// in.
class RowTemplate
{
public:
    explicit RowTemplate(const QByteArray &text);

    [[nodiscard]] QByteArray fill(const QList<QByteArray> &fillings) const;
    [[nodiscard]] static QString gap(int number);

private:
    QByteArray m_head;
    struct Gap
    {
        int number;
        QByteArray following;
    };
    QList<Gap> m_gaps;
    qsizetype m_size = 0;
};

} // namespace saltdesk::sandbox
