// SPDX-License-Identifier: Apache-2.0
#include "localhistory/PastReading.h"

namespace saltdesk::models {

PastReading::PastReading(LocalHistory &history, const api::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_clock(clock)
{
    connect(&history, &LocalHistory::changed, this, &PastReading::readChanges);
    connect(&history, &LocalHistory::recorded, this, &PastReading::readBank);
    connect(&history, &LocalHistory::changed, this, &PastReading::readBank);
    connect(&history, &LocalHistory::notesChanged, this, &PastReading::readNotes);
}

void PastReading::open(const std::optional<ConnectionSummary> &connection)
{
    const api::ConnectionId id = connection ? connection->id : api::ConnectionId();
    if (id == m_connection) {
        return;
    }
    m_connection = id;
    m_customer = connection ? connection->customerId : api::CustomerId();
    m_providerCode = connection ? connection->providerCode : QString();
    m_report.reset();
    m_bankShare.reset();
    m_notes.clear();
    emit arrived();
    readChanges();
    readBank();
    readNotes();
}

void PastReading::setSince(SinceWhen since)
{
    m_since = since;
    readChanges();
}

void PastReading::readChanges()
{
    if (m_connection.isEmpty()) {
        return;
    }
    m_history.changesSince(m_connection, sinceTime())
        .then(this, [this, asked = m_connection](const HistoryResult<ChangeReport> &report) {
            if (report && asked == m_connection) {
                m_report = *report;
                emit arrived();
            }
        });
}

void PastReading::readBank()
{
    if (m_connection.isEmpty()) {
        return;
    }
    m_history.atBank(m_providerCode)
        .then(this, [this, asked = m_connection](const HistoryResult<std::vector<SeenConnection>> &seen) {
            if (seen && asked == m_connection) {
                m_bankShare = models::bankShare(*seen);
                emit arrived();
            }
        });
}

void PastReading::readNotes()
{
    if (m_connection.isEmpty()) {
        return;
    }
    m_history.notes(m_customer).then(this, [this, asked = m_customer](const HistoryResult<std::vector<Note>> &notes) {
        if (notes && asked == m_customer && m_notes != *notes) {
            m_notes = *notes;
            emit arrived();
        }
    });
}

} // namespace saltdesk::models
