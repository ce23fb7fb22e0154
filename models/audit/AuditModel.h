// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/AuditEntry.h"
#include "audit/AuditFilter.h"
#include "audit/AuditReading.h"
#include "connections/ConnectionsModel.h"

#include <QAbstractTableModel>
#include <QFutureWatcher>
#include <QStringList>

#include <vector>

namespace saltdesk::models {

class AuditTrail;

/// The audit trail as a table, newest first, through a filter. Reads the file on a thread; entries that this process
/// writes meanwhile are added as they come.
///
/// GUI thread; borrows the trail. Signals: loaded after each read(), when rows and verdict() are there.
class AuditModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column {
        Number,
        Time,
        Event,
        Operation,
        Outcome,
        Reason,
        Customer,
        Connection,
        Profile,
        Who,
        RequestId
    };
    static constexpr int columns = 11;
    /// Those of ConnectionsModel, so that rows are copied in the same way.
    enum Role { RawRole = ConnectionsModel::RawRole };

    explicit AuditModel(AuditTrail &trail, QObject *parent = nullptr);

    void read();
    [[nodiscard]] bool isReading() const { return m_isReading; }
    void setFilter(const AuditFilter &filter);
    [[nodiscard]] const AuditFilter &filter() const { return m_filter; }

    [[nodiscard]] const AuditVerdict &verdict() const { return m_verdict; }
    /// All entries, whatever the filter.
    [[nodiscard]] qsizetype total() const { return qsizetype(m_entries.size()); }
    [[nodiscard]] const AuditEntry &entryAt(int row) const;
    /// Those that pass the filter, oldest first.
    [[nodiscard]] std::vector<AuditEntry> filtered() const;
    /// Invalid in an empty trail.
    [[nodiscard]] QDateTime oldestTime() const { return m_entries.empty() ? QDateTime() : m_entries.front().time; }
    /// The names in the trail, sorted.
    [[nodiscard]] QStringList profiles() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

signals:
    void loaded();

private:
    void take(AuditReading reading);
    void add(const AuditEntry &entry);
    void sift();
    [[nodiscard]] static QString text(const AuditEntry &entry, Column column);

    AuditTrail &m_trail;
    QFutureWatcher<AuditReading> m_watcher;
    /// Until its result was taken, which is later than the watcher's end.
    bool m_isReading = false;
    /// In the order of the file.
    std::vector<AuditEntry> m_entries;
    /// Written while a reading ran, which may or may not have seen them.
    std::vector<AuditEntry> m_meanwhile;
    /// Places in m_entries that pass the filter, ascending: the last one is row 0.
    std::vector<int> m_shown;
    AuditFilter m_filter;
    AuditVerdict m_verdict;
};

} // namespace saltdesk::models
