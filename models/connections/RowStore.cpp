// SPDX-License-Identifier: Apache-2.0
#include "connections/RowStore.h"

#include <algorithm>
#include <utility>

namespace saltdesk::models {

using api::CompactId;
using api::ConnectionRow;

void RowStore::clear()
{
    m_rows = {};
    m_verdicts = {};
    m_texts.clear();
    m_consents.clear();
}

Assessment RowStore::assessment(RowIndex index) const
{
    const RowVerdict &verdict = m_verdicts[index];
    return {verdict.situation, Chips::fromInt(verdict.chips)};
}

bool RowStore::isUnder(RowIndex index, Chip chip) const
{
    return (m_verdicts[index].chips & static_cast<std::uint8_t>(chip)) != 0;
}

QString RowStore::idText(const CompactId &id) const
{
    return QString::fromStdString(id.text(m_texts.pool()));
}

std::optional<RowIndex> RowStore::find(const CompactId &id) const
{
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), id,
                                        [](const ConnectionRow &row, CompactId wanted) { return row.id < wanted; });
    if (found == m_rows.end() || found->id != id || id.isNone()) {
        return std::nullopt;
    }
    return static_cast<RowIndex>(found - m_rows.begin());
}

std::optional<RowIndex> RowStore::find(const api::ConnectionId &id) const
{
    const std::string text = id.toString().toStdString();
    api::TextPool scratch;
    const CompactId compact = CompactId::fromText(text, scratch);
    if (!compact.isPooled()) {
        return find(compact);
    }
    // Ids that are no numbers are rare and stand at the end.
    const auto odd =
        std::partition_point(m_rows.begin(), m_rows.end(), [](const ConnectionRow &row) { return !row.id.isPooled(); });
    const auto found = std::find_if(
        odd, m_rows.end(), [&](const ConnectionRow &row) { return m_texts.utf8(row.id.pooledText()) == text; });
    return found == m_rows.end() ? std::nullopt : std::optional(static_cast<RowIndex>(found - m_rows.begin()));
}

void RowStore::append(const std::vector<ConnectionRow> &rows, api::PackedTime now)
{
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    while (m_verdicts.size() < m_rows.size()) {
        m_verdicts.push_back(verdictOn(m_rows[m_verdicts.size()], now));
    }
}

RowGeneration RowStore::generationOf(RowMerge &merge, api::PackedTime now) const
{
    RowGeneration next{std::move(merge.rows), {}};
    next.verdicts.resize(next.rows.size());
    for (std::size_t old = 0; old < merge.newIndexOf.size(); ++old) {
        if (merge.newIndexOf[old] != noRow) {
            next.verdicts[merge.newIndexOf[old]] = m_verdicts[old];
        }
    }
    for (const std::vector<RowIndex> *fresh : {&merge.added, &merge.changed}) {
        for (const RowIndex index : *fresh) {
            next.verdicts[index] = verdictOn(next.rows[index], now);
        }
    }
    return next;
}

void RowStore::swap(RowGeneration &other)
{
    m_rows.swap(other.rows);
    m_verdicts.swap(other.verdicts);
}

bool RowStore::replace(RowIndex index, const ConnectionRow &row, api::PackedTime now)
{
    if (m_rows[index] == row) {
        return false;
    }
    m_rows[index] = row;
    m_verdicts[index] = verdictOn(row, now);
    return true;
}

std::vector<RowIndex> RowStore::setConsents(const std::vector<api::Consent> &consents, api::PackedTime now)
{
    const ConsentLedger before = std::exchange(m_consents, {});
    m_consents.replace(consents, m_texts);
    std::vector<RowIndex> changed = assessAll(now);
    for (RowIndex index = 0; index < m_rows.size(); ++index) {
        if (before.find(m_rows[index].id) != m_consents.find(m_rows[index].id)) {
            changed.push_back(index);
        }
    }
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    return changed;
}

std::vector<RowIndex> RowStore::assessAll(api::PackedTime now)
{
    std::vector<RowIndex> changed;
    for (RowIndex index = 0; index < m_rows.size(); ++index) {
        const RowVerdict verdict = verdictOn(m_rows[index], now);
        if (verdict != m_verdicts[index]) {
            m_verdicts[index] = verdict;
            changed.push_back(index);
        }
    }
    return changed;
}

void RowStore::shrink()
{
    m_rows.shrink_to_fit();
    m_verdicts.shrink_to_fit();
}

RowVerdict RowStore::verdictOn(const ConnectionRow &row, api::PackedTime now) const
{
    const Assessment assessment = assess(row, {m_texts.utf8(row.failErrorClass)}, m_consents.find(row.id), now);
    return {assessment.situation, static_cast<std::uint8_t>(assessment.chips.toInt())};
}

} // namespace saltdesk::models
