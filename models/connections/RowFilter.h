// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/RowStore.h"
#include "situation/Situation.h"

#include <QString>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace saltdesk::models {

/// What is typed into the filter and the chip that is pressed. Looks at each distinct text once and then at a few bytes
/// per row (performance: a hundred thousand rows per keystroke). Made for one pass over a store, which it borrows.
class RowFilter
{
public:
    /// `customerLabel` is shown in every row whose customer is `customer`.
    RowFilter(const RowStore &store, const QString &text, Chip chip, const QString &customerLabel);

    [[nodiscard]] bool matches(RowIndex index) const;
    [[nodiscard]] bool letsAllPass() const { return m_everyText && m_chip == Chip::All; }

private:
    void matchTexts(const QString &needle);
    [[nodiscard]] bool matchesId(const api::ConnectionRow &row) const;
    [[nodiscard]] bool hasDigits(const api::CompactId &id) const;
    [[nodiscard]] bool matchesText(const api::ConnectionRow &row, Situation situation) const;

    const RowStore &m_store;
    Chip m_chip;
    /// No text was typed, or the customer's name has it, which stands in every row.
    bool m_everyText = true;
    std::vector<std::uint8_t> m_texts;
    std::array<bool, 9> m_situations{};
    bool m_questionWaiting = false;
    /// Digits to look for in ids; empty: none.
    std::string m_digits;
};

} // namespace saltdesk::models
