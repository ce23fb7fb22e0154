// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/CellText.h"
#include "connections/ConnectionsModel.h"
#include "connections/ListDifference.h"
#include "connections/RowFilter.h"
#include "connections/RowMerge.h"
#include "connections/RowStore.h"

#include <array>
#include <set>

namespace saltdesk::models {

/// The state behind ConnectionsModel and the one place that emits its signals of change.
///
/// `all` holds every row in the order of the last sort, `visible` those of them that the filter let pass; both are
/// positions in the store.
class ConnectionsModel::Private
{
public:
    Private(ConnectionsModel &model, const api::Clock &theClock)
        : q(model)
        , clock(theClock)
    {}

    void clear();
    void addFirstPage(std::vector<api::ConnectionRow> rows);
    void endFirstReading();
    void applyGathered(bool complete);
    void update(std::vector<api::ConnectionRow> rows);
    void remove(const api::ConnectionId &id);
    void replace(RowIndex index, const api::ConnectionRow &row);
    void setConsents(const std::vector<api::Consent> &consents);
    void refreshTimes();
    void refilter();
    void resort();

    [[nodiscard]] int count(Chip wanted) const;
    [[nodiscard]] api::PackedTime now() const { return api::PackedTime(clock.now().toSecsSinceEpoch()); }
    [[nodiscard]] QString customerLabel() const;
    [[nodiscard]] CellText cells() const { return {store, label, clock.now()}; }
    [[nodiscard]] RowFilter filter() const { return {store, filterText, chip, label}; }
    [[nodiscard]] std::optional<RowIndex> rowAt(int visibleRow) const;
    [[nodiscard]] int positionOf(RowIndex row) const;
    template <class Predicate>
    [[nodiscard]] std::vector<api::ConnectionId> idsWhere(Predicate fits) const
    {
        std::vector<api::ConnectionId> ids;
        for (RowIndex row = 0; row < store.size(); ++row) {
            if (fits(row)) {
                ids.push_back(store.id(row));
            }
        }
        return ids;
    }

    ConnectionsModel &q;
    const api::Clock &clock;
    RowStore store;
    std::vector<RowIndex> all;
    std::vector<RowIndex> visible;

    std::optional<api::Customer> customer;
    QString label;
    QString filterText;
    Chip chip = Chip::All;
    std::optional<ConnectionColumn> sortColumn;
    Qt::SortOrder sortOrder = Qt::AscendingOrder;

    bool reading = false;
    bool firstReading = false;
    std::vector<api::ConnectionRow> gathered;
    /// Seen or removed by other ways since the reading began: fresher than what the reading brings.
    std::set<api::CompactId> touched;
    std::vector<api::DecodeWarning> warnings;
    std::vector<api::DecodeWarning> gatheredWarnings;
    std::array<int, 6> counts{};

private:
    /// Whether rows that are shown have to pass the filter again.
    enum class Membership { Kept, Judged };

    void apply(RowMerge merge, Membership membership);
    [[nodiscard]] std::vector<RowIndex> mergedOrder(const RowMerge &merge) const;
    /// The rows of `order` that will be visible: members are, strangers (by new position) are judged by the filter.
    [[nodiscard]] std::vector<RowIndex> nextVisible(const std::vector<RowIndex> &order, const RowMerge &merge,
                                                    Membership membership) const;
    void turnTo(RowGeneration &next, std::vector<RowIndex> order, std::vector<RowIndex> after, const RowMerge &merge);
    void removeRuns(const std::vector<RowRun> &runs);
    void insertRuns(const std::vector<RowRun> &runs, const std::vector<RowIndex> &after);
    void switchVisible(std::vector<RowIndex> after);
    void reorder(std::vector<RowIndex> order);
    void tellViews(const std::vector<RowIndex> &changed);
    void announceChanged(const std::vector<RowIndex> &rows);
    void announceIds(const std::vector<api::ConnectionId> &ids);
    [[nodiscard]] std::vector<api::ConnectionId> idsOf(const std::vector<RowIndex> &rows) const;
    [[nodiscard]] std::vector<int> positionsOf(const std::vector<RowIndex> &rows) const;
    void recount();
    /// Adds the rows from here on to the counts.
    void countFrom(RowIndex first);
};

} // namespace saltdesk::models
