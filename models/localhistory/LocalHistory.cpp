// SPDX-License-Identifier: Apache-2.0
#include "localhistory/LocalHistory.h"

#include "localhistory/HistoryFile.h"
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
    openFile();
}

LocalHistory::~LocalHistory()
{
    // What waited; that of which is written already is no news to the file.
    m_thread.start([opened = m_opened, pending = std::move(m_pending)] {
        for (const Pending &one : pending) {
            if (!opened->file || !opened->file->record(one.seen, one.at)) {
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
    return HistoryAnswer<T>(promise->future());
}

HistoryResult<QString> LocalHistory::openNow(Opened &opened, const QString &path)
{
    opened.file = std::make_unique<HistoryFile>(path);
    const auto result = opened.file->open();
    if (result) {
        return opened.file->setAside();
    }
    opened.fault = result.error();
    opened.file.reset();
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
}

void LocalHistory::record(std::vector<Observation> seen)
{
    if (seen.empty() || m_retention == std::chrono::days::zero()) {
        return;
    }
    m_pending.push_back({std::move(seen), m_clock.now()});
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

void LocalHistory::writePending()
{
    if (m_writing || m_pending.empty()) {
        return;
    }
    m_writing = true;
    const Pending next = m_pending.front();
    ask<bool>([next](HistoryFile &file) {
        return file.record(next.seen, next.at);
    }).then(this, [this](const HistoryResult<bool> &result) { written(result); });
}

void LocalHistory::written(const HistoryResult<bool> &result)
{
    m_writing = false;
    if (!result) {
        setCondition(tr("%1 It is tried again.").arg(result.error().text()));
        m_retry.start();
        return;
    }
    setCondition(m_standing);
    if (!m_pending.empty()) {
        m_pending.erase(m_pending.begin());
    }
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
    }
    auto forgotten = ask<void>([customer](HistoryFile &file) { return file.forget(customer); }).future();
    forgotten.waitForFinished();
    emit changed();
    emit notesChanged();
    return forgotten.result().has_value();
}

void LocalHistory::setRetention(std::chrono::days span)
{
    m_retention = span;
    const QDateTime before = m_clock.now().addDays(-span.count());
    ask<void>([before](HistoryFile &file) {
        return file.prune(before);
    }).then(this, [this](const HistoryResult<void> &) { emit changed(); });
}

void LocalHistory::setCondition(const QString &condition)
{
    if (m_condition != condition) {
        m_condition = condition;
        emit conditionChanged();
    }
}

} // namespace saltdesk::models
