// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhistory/HistoryAnswer.h"
#include "localhistory/HistoryRecords.h"
#include "localhistory/Observation.h"
#include "types/Clock.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace saltdesk::models {

class HistoryFile;

/// What this computer has seen of an account's connections, and what the agent wrote down about customers. No secret
/// and nothing of the bank's data enters it.
///
/// GUI thread; the file is read and written on a thread of its own, in the order of the calls. Where the file can't be
/// used at all, the same is kept in memory until the program ends, and condition() says so. What can't be written for a
/// while (locked, also at the start; disk full) waits here and is tried again; a note that could not be written is an
/// error of addNote(), so that whoever has its text keeps it. Borrows the clock, the server's. Answers end exactly
/// once, also at the end of the program.
class LocalHistory : public QObject
{
    Q_OBJECT

public:
    /// What waits to be written at most: beyond it the oldest sights go.
    static constexpr std::size_t mostPending = 20'000;
    static constexpr std::chrono::seconds retryAfter{20};
    /// How far back the sights of other connections of a bank count.
    static constexpr std::chrono::hours bankSpan{24};

    /// An empty path: in memory only.
    LocalHistory(QString path, const api::Clock &clock, QObject *parent = nullptr,
                 std::chrono::milliseconds retry = retryAfter);
    ~LocalHistory() override;

    /// In the user's own data; empty for an account without a name, whose history ends with the program.
    [[nodiscard]] static QString pathOf(const QString &account);

    /// Sights of now. Dropped while recording is off.
    void record(std::vector<Observation> seen);
    /// These are all that the customer has now.
    void recordList(const api::CustomerId &customer, QSet<QString> listed);
    [[nodiscard]] HistoryAnswer<ChangeReport> changesSince(const api::ConnectionId &connection, const QDateTime &since);
    /// Those that were seen within `bankSpan`.
    [[nodiscard]] HistoryAnswer<std::vector<SeenConnection>> atBank(const QString &providerCode);
    [[nodiscard]] HistoryAnswer<std::vector<Note>> notes(const api::CustomerId &customer);
    [[nodiscard]] HistoryAnswer<void> addNote(const api::CustomerId &customer, const api::ConnectionId &connection,
                                              const QString &text);
    [[nodiscard]] HistoryAnswer<void> removeNote(qint64 id);
    [[nodiscard]] HistoryAnswer<std::vector<HistoryHit>> search(const QString &text);
    /// Out of the files of all accounts, and with the damaged ones that were kept aside. Waits for it. False: something
    /// of the customer may be left.
    [[nodiscard]] bool forget(const api::CustomerId &customer);

    /// How long sights are kept; zero: none are recorded. Notes stay in any case. Put into force now and every day.
    void setRetention(std::chrono::days span);
    [[nodiscard]] std::chrono::days retention() const { return m_retention; }

    /// What is not as it should be, for people: what happened and what became of it. Empty: all is well.
    [[nodiscard]] const QString &condition() const { return m_condition; }

signals:
    /// Sights were written: when they were made may count where what was seen is no news.
    void recorded();
    /// Something was seen that is not as it was, or has gone.
    void changed();
    void notesChanged();
    void conditionChanged();

private:
    struct Pending
    {
        std::vector<Observation> seen = {};
        QDateTime at = {};
        /// Of a whole list; `seen` is empty then.
        api::CustomerId customer = {};
        QSet<QString> listed = {};
    };
    /// Made, used and destroyed on the history's own thread only.
    struct Opened
    {
        std::unique_ptr<HistoryFile> file;
        /// Why there is none.
        HistoryFault fault;
        /// What is in use is not the file that was asked for.
        bool isElsewhere = false;
    };
    template <class T>
    [[nodiscard]] HistoryAnswer<T> ask(std::function<HistoryResult<T>(HistoryFile &)> work);
    void openFile();
    static HistoryResult<QString> openNow(Opened &opened, const QString &path);
    void opened(const HistoryResult<QString> &setAside);
    void add(Pending pending);
    void writePending();
    [[nodiscard]] static HistoryResult<bool> write(HistoryFile &file, const Pending &pending);
    [[nodiscard]] static HistoryResult<void> forgetNow(Opened &opened, const QString &path,
                                                       const api::CustomerId &customer);
    void prune();
    void hear(const HistoryFault &fault);
    void recover();
    void written(const HistoryResult<bool> &result);
    void tellNotes(const HistoryAnswer<void> &written);
    void setCondition(const QString &condition);

    QString m_path;
    const api::Clock &m_clock;
    QThreadPool m_thread;
    std::shared_ptr<Opened> m_opened;
    std::vector<Pending> m_pending;
    bool m_writing = false;
    QTimer m_retry;
    QTimer m_reopen;
    QTimer m_daily;
    std::chrono::days m_retention{90};
    /// Of the opening; stays.
    QString m_standing;
    QString m_condition;
};

} // namespace saltdesk::models
