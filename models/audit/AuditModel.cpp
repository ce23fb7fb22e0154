// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditModel.h"

#include "audit/AuditOperation.h"
#include "audit/AuditTrail.h"
#include "audit/AuditWords.h"
#include "time/RelativeTime.h"

#include <QLocale>
#include <QSet>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

AuditModel::AuditModel(AuditTrail &trail, QObject *parent)
    : QAbstractTableModel(parent)
    , m_trail(trail)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] { take(m_watcher.result()); });
    connect(&trail, &AuditTrail::recorded, this, &AuditModel::add);
}

void AuditModel::read()
{
    m_meanwhile.clear();
    m_isReading = true;
    m_watcher.setFuture(readAuditFile(m_trail.path()));
}

void AuditModel::take(AuditReading reading)
{
    m_isReading = false;
    beginResetModel();
    m_entries = std::move(reading.entries);
    m_verdict = reading.verdict;
    const quint64 last = m_entries.empty() ? 0 : m_entries.back().number;
    for (AuditEntry &entry : m_meanwhile) {
        if (entry.number > last) {
            m_entries.push_back(std::move(entry));
        }
    }
    m_meanwhile.clear();
    m_verdict.entries = total();
    sift();
    endResetModel();
    emit loaded();
}

void AuditModel::add(const AuditEntry &entry)
{
    if (isReading()) {
        m_meanwhile.push_back(entry);
        return;
    }
    const bool isShown = AuditSieve(m_filter).passes(entry);
    if (isShown) {
        beginInsertRows({}, 0, 0);
        m_shown.push_back(int(m_entries.size()));
    }
    m_entries.push_back(entry);
    ++m_verdict.entries;
    if (isShown) {
        endInsertRows();
    }
}

void AuditModel::setFilter(const AuditFilter &filter)
{
    if (filter == m_filter) {
        return;
    }
    beginResetModel();
    m_filter = filter;
    sift();
    endResetModel();
}

void AuditModel::sift()
{
    const AuditSieve sieve(m_filter);
    m_shown.clear();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (sieve.passes(m_entries[i])) {
            m_shown.push_back(int(i));
        }
    }
}

const AuditEntry &AuditModel::entryAt(int row) const
{
    const int place = m_shown.at(m_shown.size() - 1 - std::size_t(row));
    return m_entries.at(std::size_t(place));
}

std::vector<AuditEntry> AuditModel::filtered() const
{
    std::vector<AuditEntry> entries;
    entries.reserve(m_shown.size());
    for (const int place : m_shown) {
        entries.push_back(m_entries[std::size_t(place)]);
    }
    return entries;
}

QStringList AuditModel::profiles() const
{
    QSet<QString> names;
    for (const AuditEntry &entry : m_entries) {
        if (!entry.profile.isEmpty()) {
            names.insert(entry.profile);
        }
    }
    QStringList sorted = names.values();
    sorted.sort(Qt::CaseInsensitive);
    return sorted;
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const AuditEntry &entry = entryAt(index.row());
    const auto column = Column(index.column());
    if (role == RawRole && column == Column::Time) {
        return entry.time;
    }
    if (role == Qt::ToolTipRole) {
        return column == Column::Time ? absoluteTime(entry.time) : text(entry, column);
    }
    if (role == Qt::TextAlignmentRole && column == Column::Number) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    return role == Qt::DisplayRole ? QVariant(text(entry, column)) : QVariant();
}

QString AuditModel::text(const AuditEntry &entry, Column column)
{
    switch (column) {
    case Column::Number:
        return QLocale().toString(entry.number);
    case Column::Time:
        return QLocale().toString(entry.time.toLocalTime(), u"yyyy-MM-dd HH:mm:ss"_s);
    case Column::Event:
        return auditEventWord(entry.event);
    case Column::Operation:
        return auditOperationWord(entry.operation);
    case Column::Outcome:
        return entry.outcome;
    case Column::Customer:
        return entry.customer;
    case Column::Connection:
        return entry.connection;
    case Column::Profile:
        return QString(environmentWord(entry.environment) + u' ' + entry.profile).trimmed();
    case Column::Who:
        return entry.user + u'@' + entry.host;
    case Column::Reason:
        return entry.reason;
    case Column::RequestId:
        return entry.requestId;
    }
    Q_UNREACHABLE();
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && Column(section) == Column::Number) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    const QStringList titles{tr("No."),     tr("Time"),   tr("Event"),     tr("Operation"),
                             tr("Outcome"), tr("Reason"), tr("Customer"),  tr("Connection"),
                             tr("Profile"), tr("Who"),    tr("Request id")};
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(titles.value(section)) : QVariant();
}

} // namespace saltdesk::models
