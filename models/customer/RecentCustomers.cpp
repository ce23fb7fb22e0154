// SPDX-License-Identifier: Apache-2.0
#include "customer/RecentCustomers.h"

#include "settings/CustomerEntries.h"

#include <QFile>
#include <QSettings>
#include <QStringList>

#include <algorithm>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString recentGroup = u"recent"_s;
const QString leftGroup = u"left"_s;
const QString pinnedWord = u"pinned"_s;

QString entryOf(const RecentCustomer &customer)
{
    return QStringList{customer.id.toString(), customer.pinned ? pinnedWord : u"seen"_s, customer.label}.join(u' ');
}

std::optional<RecentCustomer> customerOf(const QString &entry)
{
    const QString id = entry.section(u' ', 0, 0);
    const QString label = entry.section(u' ', 2);
    if (id.isEmpty() || label.isEmpty()) {
        return std::nullopt;
    }
    return RecentCustomer{api::CustomerId(id), label, entry.section(u' ', 1, 1) == pinnedWord};
}

} // namespace

RecentCustomers::RecentCustomers(QString account, QObject *parent)
    : QObject(parent)
    , m_account(std::move(account))
{
    if (!m_account.isEmpty()) {
        load();
    }
}

std::vector<RecentCustomer> RecentCustomers::customers() const
{
    std::vector<RecentCustomer> sorted = m_customers;
    std::stable_partition(sorted.begin(), sorted.end(), [](const RecentCustomer &known) { return known.pinned; });
    return sorted;
}

std::optional<api::CustomerId> RecentCustomers::last() const
{
    return m_customers.empty() ? std::nullopt : std::optional(m_customers.front().id);
}

bool RecentCustomers::isPinned(const api::CustomerId &customer) const
{
    const auto found = std::ranges::find(m_customers, customer, &RecentCustomer::id);
    return found != m_customers.end() && found->pinned;
}

void RecentCustomers::saw(const api::CustomerId &customer, const QString &label)
{
    const RecentCustomer seen{customer, label, isPinned(customer)};
    if (m_account.isEmpty() || (!m_customers.empty() && m_customers.front() == seen)) {
        return;
    }
    std::erase_if(m_customers, [&](const RecentCustomer &known) { return known.id == customer; });
    m_customers.insert(m_customers.begin(), seen);
    int unpinned = 0;
    std::erase_if(m_customers, [&](const RecentCustomer &known) { return !known.pinned && ++unpinned > mostUnpinned; });
    save();
}

void RecentCustomers::leftAt(const api::ConnectionId &connection)
{
    if (m_account.isEmpty() || m_customers.empty()) {
        return;
    }
    const QString entry = m_customers.front().id.toString() + u' ' + connection.toString();
    QSettings().setValue(leftGroup + u'/' + m_account, QStringList{entry});
}

api::ConnectionId RecentCustomers::lastConnection() const
{
    const QString entry = QSettings().value(leftGroup + u'/' + m_account).toStringList().value(0);
    const bool isHis = !m_customers.empty() && entry.section(u' ', 0, 0) == m_customers.front().id.toString();
    return isHis ? api::ConnectionId(entry.section(u' ', 1)) : api::ConnectionId();
}

void RecentCustomers::setPinned(const api::CustomerId &customer, bool pinned)
{
    const auto found = std::ranges::find(m_customers, customer, &RecentCustomer::id);
    if (found != m_customers.end() && found->pinned != pinned) {
        found->pinned = pinned;
        save();
    }
}

bool RecentCustomers::forget(const api::CustomerId &customer)
{
    std::erase_if(m_customers, [&](const RecentCustomer &known) { return known.id == customer; });
    const bool wasLeft = forgetCustomerEntries(leftGroup, customer);
    const bool isClean = forgetCustomerEntries(recentGroup, customer) && wasLeft;
    emit changed();
    return isClean;
}

void RecentCustomers::load()
{
    const QStringList entries = QSettings().value(recentGroup + u'/' + m_account).toStringList();
    for (const QString &entry : entries) {
        if (const auto customer = customerOf(entry)) {
            m_customers.push_back(*customer);
        }
    }
}

void RecentCustomers::save()
{
    QStringList entries;
    for (const RecentCustomer &customer : m_customers) {
        entries << entryOf(customer);
    }
    QSettings settings;
    settings.setValue(recentGroup + u'/' + m_account, entries);
    settings.sync();
    // An identifier may be a person's name.
    QFile::setPermissions(settings.fileName(), QFile::ReadOwner | QFile::WriteOwner);
    emit changed();
}

} // namespace saltdesk::models
