// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"
#include "types/Ids.h"

#include <QDate>
#include <QDateTime>
#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace saltdesk::models {

class ConnectionsModel;

/// Which consents are about to end and were not told of today: each connection once per day of the local calendar, also
/// across a restart. Keeps ids and the day only, in the settings, per account. GUI thread.
class ConsentReminder
{
public:
    /// `account` tells the keys of one account from another's; empty: nothing is kept beyond this object.
    explicit ConsentReminder(QString account);

    /// Of the connections shown, soonest first. They count as told from now on. `now` is the server's time.
    [[nodiscard]] std::vector<ConnectionSummary> due(const ConnectionsModel &connections, const QDateTime &now);
    /// Drops what is kept of the customer, under whatever account. False: the settings could not be written.
    [[nodiscard]] bool forget(const api::CustomerId &customer);

private:
    void begin(const QDate &day);
    void save() const;

    QString m_account;
    QDate m_day;
    /// "customer connection day", of `m_day`.
    QSet<QString> m_told;
};

} // namespace saltdesk::models
