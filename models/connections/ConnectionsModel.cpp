// SPDX-License-Identifier: Apache-2.0
#include "connections/ConnectionsModel.h"

#include "connections/ConnectionsModelPrivate.h"
#include "connections/PageAdoption.h"
#include "connections/SinglePage.h"
#include "connections/SummaryReader.h"

#include <algorithm>

namespace saltdesk::models {

ConnectionsModel::ConnectionsModel(const api::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(*this, clock))
{}

ConnectionsModel::~ConnectionsModel() = default;

void ConnectionsModel::beginReading(const api::Customer &customer)
{
    const bool other = !d->customer || d->customer->id != customer.id;
    if (other) {
        d->clear();
        emit countsChanged();
    }
    d->firstReading = other || (d->reading && d->firstReading);
    d->reading = true;
    d->customer = customer;
    d->label = d->customerLabel();
    d->gathered.clear();
    d->gatheredWarnings.clear();
    d->touched.clear();
}

void ConnectionsModel::addPage(const api::ConnectionPage &page)
{
    if (!d->reading) {
        return;
    }
    std::vector<api::ConnectionRow> rows = adoptRows(page, d->store.texts());
    auto &known = d->firstReading ? d->warnings : d->gatheredWarnings;
    known.insert(known.end(), page.warnings.begin(), page.warnings.end());
    if (d->firstReading) {
        d->addFirstPage(std::move(rows));
    } else {
        d->gathered.insert(d->gathered.end(), rows.begin(), rows.end());
    }
}

void ConnectionsModel::endReading(bool complete)
{
    if (!d->reading) {
        return;
    }
    d->reading = false;
    if (std::exchange(d->firstReading, false)) {
        d->endFirstReading();
    } else {
        d->applyGathered(complete);
    }
}

void ConnectionsModel::clear()
{
    d->clear();
    emit countsChanged();
}

void ConnectionsModel::updateRows(const api::ConnectionPage &page)
{
    if (!d->customer) {
        return;
    }
    std::vector<api::ConnectionRow> rows = adoptRows(page, d->store.texts());
    const QString owner = d->customer->id.toString();
    std::erase_if(rows, [&](const api::ConnectionRow &row) {
        return !d->store.find(row.id) && d->store.idText(row.customerId) != owner;
    });
    d->update(std::move(rows));
}

void ConnectionsModel::updateConnection(const api::Connection &connection)
{
    updateRows(singlePage(connection));
}

void ConnectionsModel::removeConnection(const api::ConnectionId &id)
{
    d->remove(id);
}

void ConnectionsModel::setConsents(const std::vector<api::Consent> &consents)
{
    d->setConsents(consents);
}

void ConnectionsModel::setNextRefreshPossibleAt(const api::ConnectionId &id, const QDateTime &when)
{
    if (const std::optional<RowIndex> index = d->store.find(id)) {
        api::ConnectionRow row = d->store.row(*index);
        row.nextRefreshPossibleAt = when.isValid() ? api::PackedTime(when.toSecsSinceEpoch()) : api::PackedTime();
        d->replace(*index, row);
    }
}

void ConnectionsModel::setFilter(const QString &text, Chip chip)
{
    d->filterText = text;
    d->chip = chip;
    d->refilter();
}

QString ConnectionsModel::filterText() const
{
    return d->filterText;
}

Chip ConnectionsModel::filterChip() const
{
    return d->chip;
}

void ConnectionsModel::sort(int column, Qt::SortOrder order)
{
    const bool known = column >= 0 && column < connectionColumnCount;
    d->sortColumn = known ? std::optional(static_cast<ConnectionColumn>(column)) : std::nullopt;
    d->sortOrder = order;
    d->resort();
}

int ConnectionsModel::count(Chip chip) const
{
    return d->count(chip);
}

int ConnectionsModel::total() const
{
    return static_cast<int>(d->store.size());
}

int ConnectionsModel::rowOf(const api::ConnectionId &id) const
{
    const std::optional<RowIndex> row = d->store.find(id);
    return row ? d->positionOf(*row) : -1;
}

int ConnectionsModel::worstRow() const
{
    const auto worst = std::min_element(d->visible.begin(), d->visible.end(), [this](RowIndex a, RowIndex b) {
        return d->store.situation(a) < d->store.situation(b);
    });
    return worst == d->visible.end() ? -1 : static_cast<int>(worst - d->visible.begin());
}

api::ConnectionId ConnectionsModel::idAt(int row) const
{
    const std::optional<RowIndex> index = d->rowAt(row);
    return index ? d->store.id(*index) : api::ConnectionId();
}

std::optional<ConnectionSummary> ConnectionsModel::summary(const api::ConnectionId &id) const
{
    const std::optional<RowIndex> row = d->store.find(id);
    return row ? std::optional(readSummary(d->store, *row, d->label)) : std::nullopt;
}

std::vector<api::ConnectionId> ConnectionsModel::ids() const
{
    return d->idsWhere([](RowIndex) { return true; });
}

std::vector<api::ConnectionId> ConnectionsModel::atBank(const QString &providerCode) const
{
    const QByteArray code = providerCode.toUtf8();
    const std::string_view wanted(code.constData(), static_cast<std::size_t>(code.size()));
    return d->idsWhere(
        [this, wanted](RowIndex row) { return d->store.texts().utf8(d->store.row(row).providerCode) == wanted; });
}

std::vector<api::ConnectionId> ConnectionsModel::fetching() const
{
    return d->idsWhere([this](RowIndex row) { return d->store.isUnder(row, Chip::Fetching); });
}

std::vector<api::ConnectionId> ConnectionsModel::expiringSoon() const
{
    return d->idsWhere([this](RowIndex row) { return d->store.isUnder(row, Chip::ExpiringSoon); });
}

const std::vector<api::DecodeWarning> &ConnectionsModel::warnings() const
{
    return d->warnings;
}

void ConnectionsModel::refreshTimes()
{
    d->refreshTimes();
}

int ConnectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->visible.size());
}

int ConnectionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : connectionColumnCount;
}

QVariant ConnectionsModel::data(const QModelIndex &index, int role) const
{
    const std::optional<RowIndex> row = index.isValid() ? d->rowAt(index.row()) : std::nullopt;
    if (!row || index.column() >= connectionColumnCount) {
        return {};
    }
    const auto column = static_cast<ConnectionColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return d->cells().display(*row, column);
    case Qt::ToolTipRole:
        return d->cells().toolTip(*row, column);
    case Qt::AccessibleTextRole:
        return d->cells().accessible(*row, column);
    case RawRole:
        return d->cells().raw(*row, column);
    case IdRole:
        return d->store.id(*row).toString();
    case SituationRole:
        return static_cast<int>(d->store.situation(*row));
    case ToneRole:
        return static_cast<int>(situationTone(d->store.situation(*row)));
    default:
        return {};
    }
}

QVariant ConnectionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= connectionColumnCount) {
        return {};
    }
    return columnTitle(static_cast<ConnectionColumn>(section));
}

} // namespace saltdesk::models
