// SPDX-License-Identifier: Apache-2.0
#include "activity/ActivityModel.h"

#include "activity/ExchangeWords.h"
#include "time/RelativeTime.h"
#include "transport/ApiClient.h"

#include <QLocale>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

ActivityModel::ActivityModel(api::ApiClient &client, QObject *parent, int most)
    : QAbstractTableModel(parent)
    , m_most(most)
{
    connect(&client, &api::ApiClient::exchanged, this, &ActivityModel::add);
    connect(&client, &api::ApiClient::retryScheduled, this, &ActivityModel::noteRetry);
}

const api::Exchange &ActivityModel::exchange(int row) const
{
    return m_entries[static_cast<std::size_t>(row)].exchange;
}

void ActivityModel::add(const api::Exchange &exchange)
{
    beginInsertRows({}, 0, 0);
    m_entries.push_front({.exchange = exchange, .againIn = {}});
    m_failures += exchange.error ? 1 : 0;
    endInsertRows();
    if (rowCount() > m_most) {
        dropOldest();
    }
}

void ActivityModel::dropOldest()
{
    const int last = rowCount() - 1;
    beginRemoveRows({}, last, last);
    m_failures -= m_entries.back().exchange.error ? 1 : 0;
    m_entries.pop_back();
    endRemoveRows();
}

/// Comes in the same breath as the exchange of the try that failed, so that is the newest row.
void ActivityModel::noteRetry(std::chrono::milliseconds delay)
{
    if (!m_entries.empty() && m_entries.front().exchange.error) {
        m_entries.front().againIn = delay;
        const int column = static_cast<int>(Column::Try);
        emit dataChanged(index(0, column), index(0, column));
    }
}

void ActivityModel::clear()
{
    beginResetModel();
    m_entries.clear();
    m_failures = 0;
    endResetModel();
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Entry &entry = m_entries[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, column);
    case Qt::ToolTipRole:
        return toolTip(entry, column);
    case Qt::AccessibleTextRole:
        return spoken(entry, index.column());
    case RawRole:
        return column == Column::Time ? QVariant(entry.exchange.startedAt) : QVariant();
    case FailedRole:
        return entry.exchange.error.has_value();
    case Qt::TextAlignmentRole:
        return alignment(column);
    }
    return {};
}

int ActivityModel::alignment(Column column)
{
    const bool isAmount = column == Column::Duration || column == Column::Size;
    return int((isAmount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QString ActivityModel::text(const Entry &entry, Column column)
{
    const api::Exchange &exchange = entry.exchange;
    switch (column) {
    case Column::Time:
        return exchange.startedAt.toLocalTime().toString(u"HH:mm:ss.zzz"_s);
    case Column::Method:
        return QString::fromLatin1(api::methodName(exchange.method));
    case Column::Path:
        return exchangePath(exchange);
    case Column::Status:
        return exchange.httpStatus == 0 ? u"–"_s : QString::number(exchange.httpStatus);
    case Column::Duration:
        return exchangeDuration(exchange.duration);
    case Column::Size:
        return QLocale().formattedDataSize(exchange.receivedBytes);
    case Column::RequestId:
        return exchange.requestId;
    case Column::Error:
        return exchangeError(exchange);
    case Column::Try:
        return entry.againIn ? tr("%1, %2").arg(exchange.tryNumber).arg(retryWords(*entry.againIn))
                             : QString::number(exchange.tryNumber);
    }
    return {};
}

QString ActivityModel::toolTip(const Entry &entry, Column column)
{
    if (column == Column::Time) {
        return absoluteTime(entry.exchange.startedAt);
    }
    if (column == Column::Size) {
        const QLocale locale;
        return tr("Sent %1, received %2")
            .arg(locale.formattedDataSize(entry.exchange.sentBytes),
                 locale.formattedDataSize(entry.exchange.receivedBytes));
    }
    return text(entry, column);
}

QString ActivityModel::spoken(const Entry &entry, int column) const
{
    const QString words = text(entry, static_cast<Column>(column));
    const bool silent = words.isEmpty() || words == u"–"_s;
    //: What a screen reader says of a cell: the column's title, then its text.
    return tr("%1: %2").arg(headerData(column, Qt::Horizontal).toString(), silent ? tr("none") : words);
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
        return alignment(static_cast<Column>(section));
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Column::Time:
        return tr("Time");
    case Column::Method:
        return tr("Method");
    case Column::Path:
        return tr("Path");
    case Column::Status:
        return tr("Status");
    case Column::Duration:
        return tr("Duration");
    case Column::Size:
        return tr("Size");
    case Column::RequestId:
        return tr("Request id");
    case Column::Error:
        return tr("Error");
    case Column::Try:
        return tr("Try");
    }
    return {};
}

} // namespace saltdesk::models
