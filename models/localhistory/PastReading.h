// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhistory/LocalHistory.h"
#include "localhistory/SinceWhen.h"
#include "situation/BankShare.h"

#include <QObject>

#include <optional>

namespace saltdesk::models {

/// What the local history knows of the open connection: what changed since a day, how others at its bank do, and the
/// notes about its customer. Reads again by itself when something of it is new.
///
/// GUI thread; borrows history and clock. `arrived` after each part that came, and after open() has forgotten the last
/// connection's.
class PastReading : public QObject
{
    Q_OBJECT

public:
    PastReading(LocalHistory &history, const api::Clock &clock, QObject *parent = nullptr);

    /// None: nothing is open.
    void open(const std::optional<ConnectionSummary> &connection);
    void setSince(SinceWhen since);

    [[nodiscard]] SinceWhen since() const { return m_since; }
    [[nodiscard]] QDateTime sinceTime() const { return startOf(m_since, m_clock.now()); }
    /// None until they are read, or where they could not be.
    [[nodiscard]] const std::optional<ChangeReport> &report() const { return m_report; }
    [[nodiscard]] const std::optional<BankShare> &bankShare() const { return m_bankShare; }
    [[nodiscard]] const std::vector<Note> &notes() const { return m_notes; }

signals:
    void arrived();

private:
    void readChanges();
    void readBank();
    void readNotes();

    LocalHistory &m_history;
    const api::Clock &m_clock;
    api::ConnectionId m_connection;
    api::CustomerId m_customer;
    QString m_providerCode;
    SinceWhen m_since = SinceWhen::Monday;
    std::optional<ChangeReport> m_report;
    std::optional<BankShare> m_bankShare;
    std::vector<Note> m_notes;
};

} // namespace saltdesk::models
