// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <vector>

namespace saltdesk::ui {

/// Where a word stands in a text, in whatever case, and which of the places one is at. Steps lead around the end.
class TextHits
{
public:
    struct Place
    {
        /// In the text, and in its UTF-8 bytes.
        qsizetype at = 0;
        qsizetype byte = 0;
    };

    /// The first place is the one at `from` or after it. An empty word stands nowhere.
    void find(const QString &text, const QString &word, qsizetype from = 0);
    void step(int by);
    [[nodiscard]] std::size_t count() const { return m_places.size(); }
    /// Null: there is none.
    [[nodiscard]] const Place *current() const { return m_places.empty() ? nullptr : &m_places[m_current]; }
    /// From 1.
    [[nodiscard]] std::size_t number() const { return m_current + 1; }

private:
    std::vector<Place> m_places;
    std::size_t m_current = 0;
};

} // namespace saltdesk::ui
