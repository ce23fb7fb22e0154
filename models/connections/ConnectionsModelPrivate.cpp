// SPDX-License-Identifier: Apache-2.0
#include "connections/ConnectionsModelPrivate.h"

#include "connections/PageAdoption.h"
#include "connections/RowSorter.h"

#include <QMetaMethod>

#include <algorithm>
#include <numeric>
#include <utility>

namespace saltdesk::models {
namespace {

using api::ConnectionRow;

/// Up to so many stretches each is told by itself; beyond, a view is faster with one reset or one wide range.
constexpr std::size_t mostRuns = 32;

constexpr std::array chips{Chip::All, Chip::NeedsYou, Chip::Failing, Chip::Fetching, Chip::ExpiringSoon, Chip::Stale};

} // namespace

void ConnectionsModel::Private::clear()
{
    q.beginResetModel();
    store.clear();
    all = {};
    visible = {};
    customer.reset();
    label.clear();
    reading = false;
    firstReading = false;
    gathered = {};
    touched.clear();
    warnings.clear();
    gatheredWarnings.clear();
    counts = {};
    q.endResetModel();
}

void ConnectionsModel::Private::addFirstPage(std::vector<ConnectionRow> rows)
{
    const bool beyond = !rows.empty() && (store.size() == 0 || store.rows().back().id < rows.front().id);
    if (!beyond) {
        update(std::move(rows));
        return;
    }
    const auto first = static_cast<RowIndex>(store.size());
    store.append(rows, now());
    std::vector<RowIndex> added(rows.size());
    std::iota(added.begin(), added.end(), first);
    all.insert(all.end(), added.begin(), added.end());
    const RowFilter passes = filter();
    std::vector<RowIndex> passed;
    std::copy_if(added.begin(), added.end(), std::back_inserter(passed),
                 [&passes](RowIndex row) { return passes.matches(row); });
    if (!passed.empty()) {
        const auto position = static_cast<int>(visible.size());
        q.beginInsertRows({}, position, position + static_cast<int>(passed.size()) - 1);
        visible.insert(visible.end(), passed.begin(), passed.end());
        q.endInsertRows();
    }
    countFrom(first);
    announceIds(idsOf(added));
}

void ConnectionsModel::Private::endFirstReading()
{
    store.shrink();
    all.shrink_to_fit();
    reorder(sortedRows(store, sortColumn, sortOrder));
    visible.shrink_to_fit();
}

void ConnectionsModel::Private::applyGathered(bool complete)
{
    std::vector<ConnectionRow> rows = std::exchange(gathered, {});
    std::erase_if(rows, [this](const ConnectionRow &row) { return touched.contains(row.id); });
    for (const api::CompactId &id : touched) {
        if (const std::optional<RowIndex> known = store.find(id)) {
            rows.push_back(store.row(*known));
        }
    }
    touched.clear();
    sortById(rows);
    warnings = std::exchange(gatheredWarnings, {});
    apply(mergeRows(store.rows(), rows, complete ? UnseenRows::Go : UnseenRows::Stay), Membership::Judged);
}

void ConnectionsModel::Private::update(std::vector<ConnectionRow> rows)
{
    std::vector<RowIndex> changed;
    std::vector<ConnectionRow> unknown;
    for (const ConnectionRow &row : rows) {
        if (reading && !firstReading) {
            touched.insert(row.id);
        }
        const std::optional<RowIndex> known = store.find(row.id);
        if (!known) {
            unknown.push_back(row);
        } else if (store.replace(*known, row, now())) {
            changed.push_back(*known);
        }
    }
    announceChanged(changed);
    if (!unknown.empty()) {
        apply(mergeRows(store.rows(), unknown, UnseenRows::Stay), Membership::Kept);
    }
}

void ConnectionsModel::Private::remove(const api::ConnectionId &id)
{
    const std::optional<RowIndex> row = store.find(id);
    if (!row) {
        return;
    }
    if (reading) {
        touched.insert(store.row(*row).id);
    }
    std::vector<ConnectionRow> rest = store.rows();
    rest.erase(rest.begin() + *row);
    apply(mergeRows(store.rows(), rest, UnseenRows::Go), Membership::Kept);
}

void ConnectionsModel::Private::replace(RowIndex index, const ConnectionRow &row)
{
    if (store.replace(index, row, now())) {
        announceChanged({index});
    }
}

void ConnectionsModel::Private::setConsents(const std::vector<api::Consent> &consents)
{
    announceChanged(store.setConsents(consents, now()));
}

void ConnectionsModel::Private::refreshTimes()
{
    const std::vector<RowIndex> changed = store.assessAll(now());
    if (!visible.empty()) {
        emit q.dataChanged(q.index(0, 0), q.index(q.rowCount() - 1, connectionColumnCount - 1));
    }
    if (!changed.empty()) {
        recount();
        announceIds(idsOf(changed));
    }
}

void ConnectionsModel::Private::refilter()
{
    const RowFilter passes = filter();
    std::vector<RowIndex> after;
    after.reserve(all.size());
    std::copy_if(all.begin(), all.end(), std::back_inserter(after), [&](RowIndex row) { return passes.matches(row); });
    switchVisible(std::move(after));
}

void ConnectionsModel::Private::resort()
{
    reorder(sortedRows(store, sortColumn, sortOrder));
}

QString ConnectionsModel::Private::customerLabel() const
{
    if (!customer) {
        return {};
    }
    return customer->identifier.value().isEmpty() ? customer->id.toString() : customer->identifier.value();
}

std::optional<RowIndex> ConnectionsModel::Private::rowAt(int visibleRow) const
{
    const auto position = static_cast<std::size_t>(visibleRow);
    return visibleRow >= 0 && position < visible.size() ? std::optional(visible[position]) : std::nullopt;
}

int ConnectionsModel::Private::positionOf(RowIndex row) const
{
    const auto found = std::find(visible.begin(), visible.end(), row);
    return found == visible.end() ? -1 : static_cast<int>(found - visible.begin());
}

void ConnectionsModel::Private::apply(RowMerge merge, Membership membership)
{
    const std::vector<api::ConnectionId> gone = idsOf(merge.removed);
    RowGeneration next = store.generationOf(merge, now());
    // The new rows stand for a moment, so that sorter and filter can read them; then the old ones again.
    store.swap(next);
    std::vector<RowIndex> order = mergedOrder(merge);
    std::vector<RowIndex> after = nextVisible(order, merge, membership);
    store.swap(next);
    turnTo(next, std::move(order), std::move(after), merge);
    recount();
    announceIds(gone);
    announceIds(idsOf(merge.added));
    announceIds(idsOf(merge.changed));
}

std::vector<RowIndex> ConnectionsModel::Private::mergedOrder(const RowMerge &merge) const
{
    std::vector<RowIndex> order;
    order.reserve(store.size());
    for (const RowIndex row : all) {
        if (merge.newIndexOf[row] != noRow) {
            order.push_back(merge.newIndexOf[row]);
        }
    }
    if (merge.added.size() < 2) {
        order.insert(order.end(), merge.added.begin(), merge.added.end());
        return order;
    }
    std::vector<std::uint8_t> isNew(store.size(), 0);
    for (const RowIndex row : merge.added) {
        isNew[row] = 1;
    }
    const std::vector<RowIndex> sorted = sortedRows(store, sortColumn, sortOrder);
    std::copy_if(sorted.begin(), sorted.end(), std::back_inserter(order),
                 [&isNew](RowIndex row) { return isNew[row] != 0; });
    return order;
}

std::vector<RowIndex> ConnectionsModel::Private::nextVisible(const std::vector<RowIndex> &order, const RowMerge &merge,
                                                             Membership membership) const
{
    enum : std::uint8_t { Hidden, Shown, Judge };
    std::vector<std::uint8_t> fate(store.size(), membership == Membership::Judged ? Judge : Hidden);
    if (membership == Membership::Kept) {
        for (const RowIndex row : visible) {
            if (merge.newIndexOf[row] != noRow) {
                fate[merge.newIndexOf[row]] = Shown;
            }
        }
        for (const RowIndex row : merge.added) {
            fate[row] = Judge;
        }
    }
    const RowFilter passes = filter();
    std::vector<RowIndex> after;
    after.reserve(order.size());
    std::copy_if(order.begin(), order.end(), std::back_inserter(after),
                 [&](RowIndex row) { return fate[row] == Shown || (fate[row] == Judge && passes.matches(row)); });
    return after;
}

/// Removals are told while the old rows still stand, insertions and changes when the new ones do; in between nothing is
/// told, so every signal finds the model in the state it speaks of.
void ConnectionsModel::Private::turnTo(RowGeneration &next, std::vector<RowIndex> order, std::vector<RowIndex> after,
                                       const RowMerge &merge)
{
    const auto renumbered = [&merge](std::vector<RowIndex> rows) {
        std::transform(rows.begin(), rows.end(), rows.begin(), [&](RowIndex row) { return merge.newIndexOf[row]; });
        return rows;
    };
    const ListDifference difference = differenceOf(renumbered(visible), after, next.rows.size());
    if (difference.runs() > mostRuns) {
        q.beginResetModel();
        store.swap(next);
        all = std::move(order);
        visible = std::move(after);
        q.endResetModel();
        return;
    }
    removeRuns(difference.removals);
    store.swap(next);
    all = std::move(order);
    visible = renumbered(std::move(visible));
    insertRuns(difference.insertions, after);
    tellViews(merge.changed);
}

void ConnectionsModel::Private::removeRuns(const std::vector<RowRun> &runs)
{
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        q.beginRemoveRows({}, run->first, run->last());
        visible.erase(visible.begin() + run->first, visible.begin() + run->first + run->count);
        q.endRemoveRows();
    }
}

void ConnectionsModel::Private::insertRuns(const std::vector<RowRun> &runs, const std::vector<RowIndex> &after)
{
    for (const RowRun &run : runs) {
        q.beginInsertRows({}, run.first, run.last());
        visible.insert(visible.begin() + run.first, after.begin() + run.first, after.begin() + run.first + run.count);
        q.endInsertRows();
    }
}

/// To another selection out of the same rows in the same order.
void ConnectionsModel::Private::switchVisible(std::vector<RowIndex> after)
{
    const ListDifference difference = differenceOf(visible, after, store.size());
    if (difference.runs() > mostRuns) {
        q.beginResetModel();
        visible = std::move(after);
        q.endResetModel();
        return;
    }
    removeRuns(difference.removals);
    insertRuns(difference.insertions, after);
}

/// To another order of the same rows; views find their selection again by the persistent indexes.
void ConnectionsModel::Private::reorder(std::vector<RowIndex> order)
{
    std::vector<std::uint8_t> shown(store.size(), 0);
    for (const RowIndex row : visible) {
        shown[row] = 1;
    }
    std::vector<RowIndex> after;
    after.reserve(visible.size());
    std::copy_if(order.begin(), order.end(), std::back_inserter(after), [&](RowIndex row) { return shown[row] != 0; });
    all = std::move(order);
    if (after == visible) {
        return;
    }
    emit q.layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const std::vector<RowIndex> before = std::exchange(visible, std::move(after));
    std::vector<int> positions(store.size(), -1);
    for (std::size_t position = 0; position < visible.size(); ++position) {
        positions[visible[position]] = static_cast<int>(position);
    }
    const QModelIndexList from = q.persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &index : from) {
        to.append(q.index(positions[before[static_cast<std::size_t>(index.row())]], index.column()));
    }
    q.changePersistentIndexList(from, to);
    emit q.layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void ConnectionsModel::Private::announceChanged(const std::vector<RowIndex> &rows)
{
    if (rows.empty()) {
        return;
    }
    tellViews(rows);
    recount();
    announceIds(idsOf(rows));
}

void ConnectionsModel::Private::tellViews(const std::vector<RowIndex> &changed)
{
    const auto tell = [this](int first, int last) {
        emit q.dataChanged(q.index(first, 0), q.index(last, connectionColumnCount - 1));
    };
    const std::vector<RowRun> runs = runsOf(positionsOf(changed));
    if (runs.size() > mostRuns) {
        tell(runs.front().first, runs.back().last());
        return;
    }
    for (const RowRun &run : runs) {
        tell(run.first, run.last());
    }
}

std::vector<int> ConnectionsModel::Private::positionsOf(const std::vector<RowIndex> &rows) const
{
    if (rows.size() == 1) {
        const int position = positionOf(rows.front());
        return position < 0 ? std::vector<int>{} : std::vector{position};
    }
    std::vector<std::uint8_t> wanted(store.size(), 0);
    for (const RowIndex row : rows) {
        wanted[row] = 1;
    }
    std::vector<int> positions;
    for (std::size_t position = 0; position < visible.size(); ++position) {
        if (wanted[visible[position]] != 0) {
            positions.push_back(static_cast<int>(position));
        }
    }
    return positions;
}

/// Ids are texts and cost something, so they are made only when somebody listens.
std::vector<api::ConnectionId> ConnectionsModel::Private::idsOf(const std::vector<RowIndex> &rows) const
{
    std::vector<api::ConnectionId> ids;
    if (q.isSignalConnected(QMetaMethod::fromSignal(&ConnectionsModel::connectionChanged))) {
        ids.reserve(rows.size());
        std::transform(rows.begin(), rows.end(), std::back_inserter(ids),
                       [this](RowIndex row) { return store.id(row); });
    }
    return ids;
}

void ConnectionsModel::Private::announceIds(const std::vector<api::ConnectionId> &ids)
{
    for (const api::ConnectionId &id : ids) {
        emit q.connectionChanged(id);
    }
}

void ConnectionsModel::Private::recount()
{
    counts = {};
    countFrom(0);
}

void ConnectionsModel::Private::countFrom(RowIndex first)
{
    for (RowIndex row = first; row < store.size(); ++row) {
        for (std::size_t i = 0; i < chips.size(); ++i) {
            counts[i] += store.isUnder(row, chips[i]) ? 1 : 0;
        }
    }
    emit q.countsChanged();
}

int ConnectionsModel::Private::count(Chip wanted) const
{
    const auto found = std::find(chips.begin(), chips.end(), wanted);
    return found == chips.end() ? 0 : counts[static_cast<std::size_t>(found - chips.begin())];
}

} // namespace saltdesk::models
