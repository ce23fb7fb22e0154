// SPDX-License-Identifier: Apache-2.0
#include "connections/RowSorter.h"

#include <QCollator>

#include <algorithm>
#include <limits>
#include <numeric>

namespace saltdesk::models {
namespace {

using api::ConnectionRow;
using api::PackedTime;
using api::TextIndex;
using Ranks = std::vector<std::uint32_t>;

/// Counting sort: stable, one pass per array.
std::vector<RowIndex> countedIntoPlace(const Ranks &rankOfRow, std::uint32_t rankCount)
{
    std::vector<std::uint32_t> next(rankCount + std::size_t{1}, 0);
    for (const std::uint32_t rank : rankOfRow) {
        ++next[rank + std::size_t{1}];
    }
    std::partial_sum(next.begin(), next.end(), next.begin());
    std::vector<RowIndex> order(rankOfRow.size());
    for (RowIndex row = 0; row < rankOfRow.size(); ++row) {
        order[next[rankOfRow[row]]++] = row;
    }
    return order;
}

std::vector<RowIndex> byRank(Ranks rankOfRow, std::uint32_t rankCount, Qt::SortOrder order)
{
    if (order == Qt::DescendingOrder) {
        for (std::uint32_t &rank : rankOfRow) {
            rank = rankCount - 1 - rank;
        }
    }
    return countedIntoPlace(rankOfRow, rankCount);
}

struct RankedTexts
{
    /// By text; 0 for texts that do not occur.
    Ranks rankOf;
    std::uint32_t count = 0;
};

/// Texts that compare as equal share a rank, so that their rows keep the server's order.
RankedTexts ranked(const ModelTexts &texts, std::vector<TextIndex> used)
{
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    struct Keyed
    {
        QCollatorSortKey key;
        TextIndex text;
    };
    std::vector<Keyed> keyed;
    keyed.reserve(used.size());
    for (const TextIndex text : used) {
        keyed.push_back({collator.sortKey(texts.text(text)), text});
    }
    std::sort(keyed.begin(), keyed.end(), [](const Keyed &a, const Keyed &b) { return a.key.compare(b.key) < 0; });
    RankedTexts result{Ranks(texts.size(), 0), 0};
    for (std::size_t i = 0; i < keyed.size(); ++i) {
        if (i == 0 || keyed[i - 1].key.compare(keyed[i].key) != 0) {
            ++result.count;
        }
        result.rankOf[keyed[i].text] = result.count - 1;
    }
    return result;
}

template <class TextOf>
std::vector<RowIndex> byText(const RowStore &store, Qt::SortOrder order, TextOf textOf)
{
    std::vector<std::uint8_t> occurs(store.texts().size(), 0);
    for (const ConnectionRow &row : store.rows()) {
        occurs[textOf(row)] = 1;
    }
    std::vector<TextIndex> used;
    for (TextIndex text = 0; text < occurs.size(); ++text) {
        if (occurs[text] != 0) {
            used.push_back(text);
        }
    }
    const RankedTexts ranks = ranked(store.texts(), std::move(used));
    Ranks rankOfRow(store.size());
    std::transform(store.rows().begin(), store.rows().end(), rankOfRow.begin(),
                   [&](const ConnectionRow &row) { return ranks.rankOf[textOf(row)]; });
    return byRank(std::move(rankOfRow), ranks.count, order);
}

/// Seconds as they fit into 32 bits, up to the year 2106; none comes first.
std::uint32_t packedKey(PackedTime time)
{
    if (time.isNone()) {
        return 0;
    }
    constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max();
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(time.seconds(), 1, most));
}

template <class TimeOf>
std::vector<RowIndex> byTime(const RowStore &store, Qt::SortOrder order, TimeOf timeOf)
{
    std::vector<std::uint64_t> packed(store.size());
    for (RowIndex row = 0; row < store.size(); ++row) {
        const std::uint32_t key = packedKey(timeOf(row));
        packed[row] = std::uint64_t{order == Qt::DescendingOrder ? ~key : key} << 32 | row;
    }
    std::sort(packed.begin(), packed.end());
    std::vector<RowIndex> result(packed.size());
    std::transform(packed.begin(), packed.end(), result.begin(),
                   [](std::uint64_t value) { return static_cast<RowIndex>(value); });
    return result;
}

std::vector<RowIndex> bySituation(const RowStore &store, Qt::SortOrder order)
{
    constexpr auto situations = static_cast<std::uint32_t>(Situation::Disabled) + 1;
    Ranks rankOfRow(store.size());
    for (RowIndex row = 0; row < store.size(); ++row) {
        rankOfRow[row] = static_cast<std::uint32_t>(store.situation(row));
    }
    return byRank(std::move(rankOfRow), situations, order);
}

/// Rows ascend by id already.
std::vector<RowIndex> byId(const RowStore &store, Qt::SortOrder order)
{
    std::vector<RowIndex> result(store.size());
    std::iota(result.begin(), result.end(), RowIndex{0});
    if (order == Qt::DescendingOrder) {
        std::reverse(result.begin(), result.end());
    }
    return result;
}

std::vector<RowIndex> byCustomer(const RowStore &store, Qt::SortOrder order)
{
    std::vector<RowIndex> result = byId(store, Qt::AscendingOrder);
    std::stable_sort(result.begin(), result.end(), [&store, order](RowIndex a, RowIndex b) {
        const api::CompactId &left = store.row(a).customerId;
        const api::CompactId &right = store.row(b).customerId;
        return order == Qt::AscendingOrder ? left < right : right < left;
    });
    return result;
}

} // namespace

std::vector<RowIndex> sortedRows(const RowStore &store, std::optional<ConnectionColumn> column, Qt::SortOrder order)
{
    if (!column) {
        return bySituation(store, Qt::AscendingOrder);
    }
    switch (*column) {
    case ConnectionColumn::State:
        return bySituation(store, order);
    case ConnectionColumn::Bank:
        return byText(store, order,
                      [](const ConnectionRow &row) { return row.providerName ? row.providerName : row.providerCode; });
    case ConnectionColumn::Country:
        return byText(store, order, [](const ConnectionRow &row) { return row.countryCode; });
    case ConnectionColumn::Customer:
        return byCustomer(store, order);
    case ConnectionColumn::LastSuccess:
        return byTime(store, order, [&store](RowIndex row) { return store.row(row).lastSuccessAt; });
    case ConnectionColumn::NextRefresh:
        return byTime(store, order, [&store](RowIndex row) { return store.row(row).nextRefreshPossibleAt; });
    case ConnectionColumn::LastAttempt:
        return byTime(store, order, [&store](RowIndex row) { return store.row(row).attemptCreatedAt; });
    case ConnectionColumn::Error:
        return byText(store, order, [](const ConnectionRow &row) { return row.failErrorClass; });
    case ConnectionColumn::ConsentEnds:
        return byTime(store, order, [&store](RowIndex row) { return store.consent(row).endsAt; });
    case ConnectionColumn::ConnectionId:
        return byId(store, order);
    }
    return byId(store, Qt::AscendingOrder);
}

} // namespace saltdesk::models
