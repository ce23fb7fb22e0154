// SPDX-License-Identifier: Apache-2.0
#include "localhistory/LocalHistory.h"

#include "localhistory/HistoryFile.h"
#include "localhistory/HistoryFolder.h"
#include "redaction/Redactor.h"

#include <QDir>
#include <QFileInfo>
#include <QPromise>
#include <QStandardPaths>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

LocalHistory::LocalHistory(QString path, const api::Clock &clock, QObject *parent, std::chrono::milliseconds retry)
    : QObject(parent)
    , m_path(std::move(path))
    , m_clock(clock)
    , m_opened(std::make_shared<Opened>())
{
    // One thread that never ends before this does: a database belongs to the thread that opened it.
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
    for (QTimer *timer : {&m_retry, &m_reopen}) {
        timer->setSingleShot(true);
        timer->setInterval(retry);
    }
    connect(&m_retry, &QTimer::timeout, this, &LocalHistory::writePending);
    connect(&m_reopen, &QTimer::timeout, this, &LocalHistory::openFile);
    m_daily.setInterval(std::chrono::hours{24});
    connect(&m_daily, &QTimer::timeout, this, &LocalHistory::prune);
    m_daily.start();
    openFile();
}

LocalHistory::~LocalHistory()
{
    // What waited; that of which is written already is no news to the file.
    m_thread.start([opened = m_opened, pending = std::move(m_pending)] {
        for (const Pending &one : pending) {
            if (!opened->file || !write(*opened->file, one)) {
                break;
            }
        }
        opened->file.reset();
    });
    m_thread.waitForDone();
}

QString LocalHistory::pathOf(const QString &account)
{
    if (account.isEmpty()) {
        return {};
    }
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + "/history-"_L1 + account +
           ".sqlite"_L1;
}

template <class T>
HistoryAnswer<T> LocalHistory::ask(std::function<HistoryResult<T>(HistoryFile &)> work)
{
    auto promise = std::make_shared<QPromise<HistoryResult<T>>>();
    promise->start();
    m_thread.start([promise, work = std::move(work), opened = m_opened] {
        promise->addResult(opened->file ? work(*opened->file) : HistoryResult<T>(tl::unexpected(opened->fault)));
        promise->finish();
    });
    const HistoryAnswer<T> answer(promise->future());
    answer.then(this, [this](const HistoryResult<T> &result) { result ? recover() : hear(result.error()); });
    return answer;
}

HistoryResult<QString> LocalHistory::openNow(Opened &opened, const QString &path)
{
    opened.file = std::make_unique<HistoryFile>(path);
    const auto result = opened.file->open();
    if (result) {
        opened.isElsewhere = false;
        return opened.file->setAside();
    }
    opened.fault = result.error();
    opened.file.reset();
    opened.isElsewhere = true;
    if (result.error().kind != HistoryFault::Kind::Locked) {
        auto inMemory = std::make_unique<HistoryFile>(QString());
        if (inMemory->open()) {
            opened.file = std::move(inMemory);
        }
    }
    return tl::unexpected(result.error());
}

void LocalHistory::openFile()
{
    auto promise = std::make_shared<QPromise<HistoryResult<QString>>>();
    promise->start();
    m_thread.start([promise, path = m_path, opened = m_opened] {
        promise->addResult(openNow(*opened, path));
        promise->finish();
    });
    HistoryAnswer<QString>(promise->future()).then(this, [this](const HistoryResult<QString> &setAside) {
        opened(setAside);
    });
}

void LocalHistory::opened(const HistoryResult<QString> &setAside)
{
    const bool wasLocked = !m_standing.isEmpty();
    m_standing.clear();
    if (!setAside && setAside.error().kind == HistoryFault::Kind::Locked) {
        m_standing = tr("%1 It is tried again.").arg(setAside.error().text());
        m_reopen.start();
    } else if (!setAside) {
        m_standing = tr("%1 What is seen and noted now is kept until the program ends.").arg(setAside.error().text());
    } else if (!setAside->isEmpty()) {
        m_standing = tr("The local history was damaged and a new one was begun. The old one is kept as %1.")
                         .arg(QFileInfo(*setAside).fileName());
    }
    setCondition(m_standing);
    if (setAside && wasLocked) {
        prune();
        emit recorded();
        emit changed();
        emit notesChanged();
    }
}

void LocalHistory::record(std::vector<Observation> seen)
{
    if (!seen.empty()) {
        add({.seen = std::move(seen)});
    }
}

void LocalHistory::recordList(const api::CustomerId &customer, QSet<QString> listed)
{
    add({.customer = customer, .listed = std::move(listed)});
}

void LocalHistory::add(Pending pending)
{
    if (m_retention == std::chrono::days::zero()) {
        return;
    }
    pending.at = m_clock.now();
    m_pending.push_back(std::move(pending));
    std::size_t waiting = 0;
    for (const Pending &one : m_pending) {
        waiting += one.seen.size();
    }
    // The first may be on its way to the file.
    while (waiting > mostPending && m_pending.size() > 2) {
        const auto oldest = std::next(m_pending.begin());
        waiting -= oldest->seen.size();
        m_pending.erase(oldest);
    }
    if (!m_retry.isActive()) {
        writePending();
    }
}

HistoryResult<bool> LocalHistory::write(HistoryFile &file, const Pending &pending)
{
    return pending.customer.isEmpty() ? file.record(pending.seen, pending.at)
                                      : file.recordGone(pending.customer, pending.listed, pending.at);
}

void LocalHistory::writePending()
{
    if (m_writing || m_pending.empty()) {
        return;
    }
    m_writing = true;
    ask<bool>([next = m_pending.front()](HistoryFile &file) {
        return write(file, next);
    }).then(this, [this](const HistoryResult<bool> &result) { written(result); });
}

void LocalHistory::written(const HistoryResult<bool> &result)
{
    m_writing = false;
    if (!result) {
        m_retry.start();
        return;
    }
    if (!m_pending.empty()) {
        m_pending.erase(m_pending.begin());
    }
    emit recorded();
    if (*result) {
        emit changed();
    }
    writePending();
}

HistoryAnswer<ChangeReport> LocalHistory::changesSince(const api::ConnectionId &connection, const QDateTime &since)
{
    return ask<ChangeReport>([=](HistoryFile &file) { return file.changesSince(connection, since); });
}

HistoryAnswer<std::vector<SeenConnection>> LocalHistory::atBank(const QString &providerCode)
{
    const QDateTime since = m_clock.now().addSecs(-std::chrono::seconds(bankSpan).count());
    return ask<std::vector<SeenConnection>>([=](HistoryFile &file) { return file.atBank(providerCode, since); });
}

HistoryAnswer<std::vector<Note>> LocalHistory::notes(const api::CustomerId &customer)
{
    return ask<std::vector<Note>>([=](HistoryFile &file) { return file.notes(customer); });
}

HistoryAnswer<void> LocalHistory::addNote(const api::CustomerId &customer, const api::ConnectionId &connection,
                                          const QString &text)
{
    // People paste: a secret may be among it.
    const Note note{.customer = customer,
                    .connection = connection,
                    .writtenAt = m_clock.now(),
                    .text = api::redacted(text.trimmed())};
    const HistoryAnswer<void> added = ask<void>([note](HistoryFile &file) { return file.addNote(note); });
    tellNotes(added);
    return added;
}

HistoryAnswer<void> LocalHistory::removeNote(qint64 id)
{
    const HistoryAnswer<void> removed = ask<void>([id](HistoryFile &file) { return file.removeNote(id); });
    tellNotes(removed);
    return removed;
}

void LocalHistory::tellNotes(const HistoryAnswer<void> &written)
{
    written.then(this, [this](const HistoryResult<void> &result) {
        if (result) {
            emit notesChanged();
        }
    });
}

HistoryAnswer<std::vector<HistoryHit>> LocalHistory::search(const QString &text)
{
    return ask<std::vector<HistoryHit>>([text](HistoryFile &file) { return file.search(text); });
}

bool LocalHistory::forget(const api::CustomerId &customer)
{
    for (Pending &pending : m_pending) {
        std::erase_if(pending.seen, [&](const Observation &one) { return one.customer == customer; });
        if (pending.customer == customer) {
            pending = {.at = pending.at};
        }
    }
    auto promise = std::make_shared<QPromise<HistoryResult<void>>>();
    promise->start();
    m_thread.start([promise, path = m_path, customer, opened = m_opened] {
        promise->addResult(forgetNow(*opened, path, customer));
        promise->finish();
    });
    QFuture<HistoryResult<void>> forgotten = promise->future();
    forgotten.waitForFinished();
    emit changed();
    emit notesChanged();
    return forgotten.result().has_value();
}

HistoryResult<void> LocalHistory::forgetNow(Opened &opened, const QString &path, const api::CustomerId &customer)
{
    const auto here = opened.file ? opened.file->forget(customer) : HistoryResult<void>(tl::unexpected(opened.fault));
    const bool isCleanBeside = forgetBeside(path, customer);
    const bool isLeft = !isCleanBeside || (opened.isElsewhere && QFileInfo::exists(path));
    return here && isLeft ? HistoryResult<void>(tl::unexpected(opened.fault)) : here;
}

void LocalHistory::setRetention(std::chrono::days span)
{
    m_retention = span;
    if (span == std::chrono::days::zero()) {
        // But for the first where that is on its way to the file, before what removes it from there.
        m_pending.erase(m_pending.begin() + (m_writing ? 1 : 0), m_pending.end());
    }
    prune();
}

void LocalHistory::prune()
{
    const QDateTime before = m_clock.now().addDays(-m_retention.count());
    ask<bool>([before, path = m_path](HistoryFile &file) {
        removeDamagedBeside(path, before);
        return file.prune(before);
    }).then(this, [this](const HistoryResult<bool> &pruned) {
        if (pruned && *pruned) {
            emit changed();
        } else if (!pruned) {
            QTimer::singleShot(m_retry.intervalAsDuration(), this, &LocalHistory::prune);
        }
    });
}

void LocalHistory::recover()
{
    if (!m_retry.isActive()) {
        setCondition(m_standing);
    }
}

void LocalHistory::hear(const HistoryFault &fault)
{
    // What stands since the opening says it already.
    if (m_standing.isEmpty()) {
        setCondition(tr("%1 It is tried again.").arg(fault.text()));
    }
}

void LocalHistory::setCondition(const QString &condition)
{
    if (m_condition != condition) {
        m_condition = condition;
        emit conditionChanged();
    }
}

} // namespace saltdesk::models
