// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QHash>
#include <QStaticText>
#include <QString>

namespace saltdesk::ui {

/// Texts of the table's cells, elided and shaped once per (text, width, weight): shaping is what costs when scrolling.
class TextCache
{
public:
    /// The cache is forgotten when the font changes.
    void setFont(const QFont &font);
    [[nodiscard]] const QFont &font(bool bold) const { return bold ? m_bold : m_regular; }
    [[nodiscard]] const QStaticText &text(const QString &text, int width, bool bold);

private:
    struct Key
    {
        QString text;
        int width = 0;
        bool bold = false;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0) { return qHashMulti(seed, key.text, key.width, key.bold); }
    };

    /// About ten screens of cells.
    static constexpr qsizetype capacity = 4096;

    QFont m_regular;
    QFont m_bold;
    QHash<Key, QStaticText> m_texts;
};

} // namespace saltdesk::ui
