// SPDX-License-Identifier: Apache-2.0
#include "following/FollowedLedger.h"

#include "following/AttemptPoller.h"
#include "settings/CustomerEntries.h"

#include <QSettings>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString ledgerGroup = u"following"_s;

QString ledgerKey(const QString &environment)
{
    return ledgerGroup + u'/' + environment;
}

} // namespace

FollowedLedger::FollowedLedger(AttemptPoller &poller, const api::Clock &clock, QString environment, QObject *parent)
    : QObject(parent)
    , m_poller(poller)
    , m_clock(clock)
    , m_environment(std::move(environment))
{
    if (!m_environment.isEmpty()) {
        connect(&poller, &AttemptPoller::followedChanged, this, &FollowedLedger::save);
    }
}

void FollowedLedger::restore()
{
    if (m_environment.isEmpty()) {
        return;
    }
    const QDateTime oldest = m_clock.now().addSecs(-std::chrono::seconds(longestAttempt).count());
    const QStringList entries = QSettings().value(ledgerKey(m_environment)).toStringList();
    for (const QString &entry : entries) {
        const QStringList parts = entry.split(u' ');
        const QDateTime since = QDateTime::fromString(parts.value(3), Qt::ISODate);
        if (parts.size() != 4 || !since.isValid() || since < oldest) {
            continue;
        }
        m_poller.follow(api::CustomerId(parts[0]), api::ConnectionId(parts[1]), api::AttemptId(parts[2]), since);
    }
    save();
}

bool FollowedLedger::forget(const api::CustomerId &customer)
{
    return forgetCustomerEntries(ledgerGroup, customer);
}

void FollowedLedger::save() const
{
    QStringList entries;
    for (const FollowedAttempt &attempt : m_poller.attempts()) {
        entries << QStringList{attempt.customer.toString(), attempt.connection.toString(), attempt.attempt.toString(),
                               attempt.since.toUTC().toString(Qt::ISODate)}
                       .join(u' ');
    }
    QSettings settings;
    entries.isEmpty() ? settings.remove(ledgerKey(m_environment))
                      : settings.setValue(ledgerKey(m_environment), entries);
}

} // namespace saltdesk::models
