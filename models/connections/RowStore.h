// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConsentLedger.h"
#include "connections/ModelTexts.h"
#include "connections/RowMerge.h"
#include "situation/Assessment.h"
#include "types/ConnectionRow.h"
#include "types/Ids.h"

#include <optional>
#include <vector>

namespace saltdesk::models {

/// An Assessment in two bytes.
struct RowVerdict
{
    Situation situation = Situation::Unknown;
    std::uint8_t chips = 0;

    friend bool operator==(const RowVerdict &, const RowVerdict &) = default;
};

/// All rows of a store at one time.
struct RowGeneration
{
    std::vector<api::ConnectionRow> rows;
    std::vector<RowVerdict> verdicts;
};

/// The rows of a model ascending by id, with the texts they point to, the consents behind them and what each amounts
/// to. Knows nothing of what is visible.
class RowStore
{
public:
    void clear();

    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] const std::vector<api::ConnectionRow> &rows() const { return m_rows; }
    [[nodiscard]] const api::ConnectionRow &row(RowIndex index) const { return m_rows[index]; }
    [[nodiscard]] Assessment assessment(RowIndex index) const;
    [[nodiscard]] Situation situation(RowIndex index) const { return m_verdicts[index].situation; }
    [[nodiscard]] bool isUnder(RowIndex index, Chip chip) const;
    [[nodiscard]] ConsentState consent(RowIndex index) const { return m_consents.find(m_rows[index].id); }
    [[nodiscard]] ModelTexts &texts() { return m_texts; }
    [[nodiscard]] const ModelTexts &texts() const { return m_texts; }
    [[nodiscard]] QString idText(const api::CompactId &id) const;
    [[nodiscard]] api::ConnectionId id(RowIndex index) const { return api::ConnectionId(idText(m_rows[index].id)); }

    [[nodiscard]] std::optional<RowIndex> find(const api::CompactId &id) const;
    [[nodiscard]] std::optional<RowIndex> find(const api::ConnectionId &id) const;

    /// All of them with ids beyond the last one, ascending.
    void append(const std::vector<api::ConnectionRow> &rows, api::PackedTime now);
    /// What the rows will be after a merge, judged; the merge gives its rows away.
    [[nodiscard]] RowGeneration generationOf(RowMerge &merge, api::PackedTime now) const;
    /// Exchanges all rows for others; swapping again brings the first ones back.
    void swap(RowGeneration &other);
    /// The row of the same id; false: it was so already.
    bool replace(RowIndex index, const api::ConnectionRow &row, api::PackedTime now);
    /// The rows whose consent is another one now or that amount to something else, ascending.
    std::vector<RowIndex> setConsents(const std::vector<api::Consent> &consents, api::PackedTime now);
    /// The rows that amount to something else now, ascending.
    std::vector<RowIndex> assessAll(api::PackedTime now);
    void shrink();

private:
    [[nodiscard]] RowVerdict verdictOn(const api::ConnectionRow &row, api::PackedTime now) const;

    std::vector<api::ConnectionRow> m_rows;
    std::vector<RowVerdict> m_verdicts;
    ModelTexts m_texts;
    ConsentLedger m_consents;
};

} // namespace saltdesk::models
