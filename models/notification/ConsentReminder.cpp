// SPDX-License-Identifier: Apache-2.0
#include "notification/ConsentReminder.h"

#include "connections/ConnectionsModel.h"
#include "settings/CustomerEntries.h"

#include <QSettings>

#include <algorithm>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString reminderGroup = u"consents-told"_s;

QString reminderKey(const QString &account)
{
    return reminderGroup + u'/' + account;
}

QString reminderEntry(const ConnectionSummary &connection, const QDate &day)
{
    return QStringList{connection.customerId.toString(), connection.id.toString(), day.toString(Qt::ISODate)}.join(
        u' ');
}

} // namespace

ConsentReminder::ConsentReminder(QString account)
    : m_account(std::move(account))
{}

std::vector<ConnectionSummary> ConsentReminder::due(const ConnectionsModel &connections, const QDateTime &now)
{
    std::vector<ConnectionSummary> ending;
    const std::vector<api::ConnectionId> candidates = connections.expiringSoon();
    if (candidates.empty()) {
        return ending;
    }
    begin(now.toLocalTime().date());
    for (const api::ConnectionId &id : candidates) {
        const std::optional<ConnectionSummary> connection = connections.summary(id);
        const QString entry = reminderEntry(*connection, m_day);
        if (!m_told.contains(entry)) {
            m_told.insert(entry);
            ending.push_back(*connection);
        }
    }
    if (!ending.empty()) {
        save();
    }
    std::ranges::stable_sort(ending, [](const ConnectionSummary &a, const ConnectionSummary &b) {
        return a.consent.endsAt.seconds() < b.consent.endsAt.seconds();
    });
    return ending;
}

void ConsentReminder::begin(const QDate &day)
{
    if (day == m_day) {
        return;
    }
    m_day = day;
    m_told.clear();
    if (m_account.isEmpty()) {
        return;
    }
    const QString end = u' ' + day.toString(Qt::ISODate);
    for (const QStringList kept = QSettings().value(reminderKey(m_account)).toStringList();
         const QString &entry : kept) {
        if (entry.endsWith(end)) {
            m_told.insert(entry);
        }
    }
}

bool ConsentReminder::forget(const api::CustomerId &customer)
{
    const QString start = customer.toString() + u' ';
    m_told.removeIf([&start](const QString &entry) { return entry.startsWith(start); });
    return forgetCustomerEntries(reminderGroup, customer);
}

void ConsentReminder::save() const
{
    if (!m_account.isEmpty()) {
        QStringList entries(m_told.begin(), m_told.end());
        entries.sort();
        QSettings().setValue(reminderKey(m_account), entries);
    }
}

} // namespace saltdesk::models
