// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhistory/HistoryFault.h"
#include "localhistory/HistoryRecords.h"
#include "localhistory/Observation.h"

#include <QSet>
#include <QSqlDatabase>

#include <memory>

namespace saltdesk::models {

/// The local history's SQLite file: write-ahead log, readable by the user alone, what is deleted is overwritten.
/// Several programs may share it. Blocking; made, used and destroyed on one thread.
class HistoryFile
{
public:
    /// How long another program may hold the file.
    static constexpr int patienceMs = 1500;
    /// Of what is found by its text.
    static constexpr int mostHits = 12;

    /// An empty path: in memory only.
    explicit HistoryFile(QString path);
    ~HistoryFile();
    Q_DISABLE_COPY_MOVE(HistoryFile)

    /// Once, before all else. A damaged file is kept aside and a new one begun: see setAside(). On an error the file is
    /// as it was.
    [[nodiscard]] HistoryResult<void> open();
    /// Where the damaged file was kept; empty: it was not damaged.
    [[nodiscard]] const QString &setAside() const { return m_setAside; }

    /// All or nothing. True: something is not as it was last seen.
    [[nodiscard]] HistoryResult<bool> record(const std::vector<Observation> &seen, const QDateTime &at);
    /// The whole list of a customer was read, and these are in it: his others are gone. True: there was one.
    [[nodiscard]] HistoryResult<bool> recordGone(const api::CustomerId &customer, const QSet<QString> &listed,
                                                 const QDateTime &at);
    [[nodiscard]] HistoryResult<ChangeReport> changesSince(const api::ConnectionId &connection, const QDateTime &since);
    [[nodiscard]] HistoryResult<std::vector<SeenConnection>> atBank(const QString &providerCode,
                                                                    const QDateTime &since);
    [[nodiscard]] HistoryResult<std::vector<Note>> notes(const api::CustomerId &customer);
    [[nodiscard]] HistoryResult<void> addNote(const Note &note);
    [[nodiscard]] HistoryResult<void> removeNote(qint64 id);
    /// Notes, then customers, then connections by their banks.
    [[nodiscard]] HistoryResult<std::vector<HistoryHit>> search(const QString &text);
    /// Also out of the write-ahead log; an error where another program keeps it from that.
    [[nodiscard]] HistoryResult<void> forget(const api::CustomerId &customer);
    /// True: something has gone.
    [[nodiscard]] HistoryResult<bool> prune(const QDateTime &before);

private:
    [[nodiscard]] HistoryResult<void> openFile();
    [[nodiscard]] HistoryResult<void> makePlace() const;
    [[nodiscard]] HistoryResult<void> prepare();
    [[nodiscard]] HistoryResult<void> emptyLog();
    [[nodiscard]] bool moveAside();
    void close();
    template <class Work>
    [[nodiscard]] auto inTransaction(Work work) -> decltype(work());

    QString m_path;
    QString m_name;
    QString m_setAside;
};

} // namespace saltdesk::models
