// SPDX-License-Identifier: Apache-2.0
#include "handlers/CustomerHandlers.h"

#include "handlers/Lookup.h"
#include "state/ObjectJson.h"

#include <QJsonDocument>
#include <algorithm>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static constexpr int longestIdentifier = 255;

Outcome<QByteArray> CustomerHandlers::list(const Call &call) const
{
    return m_paging.read(call).map([&](const PageRequest &wanted) {
        const QString identifier = call.query.value(u"identifier"_s);
        Page page;
        const auto &all = m_state.customers();
        for (auto entry = all.lower_bound(wanted.fromId); entry != all.end(); ++entry) {
            const Customer &customer = entry->second;
            if (!identifier.isEmpty() && customer.identifier != identifier) {
                continue;
            }
            if (page.rows.size() == wanted.size) {
                Paging::link(page, call, customer.id);
                break;
            }
            page.rows.append(QJsonDocument(customerJson(customer)).toJson(QJsonDocument::Compact));
        }
        return listBody(page);
    });
}

Outcome<QByteArray> CustomerHandlers::create(const Call &call) const
{
    const QString identifier = call.data.value("identifier"_L1).toString();
    // Neither a limit nor a form is published; this much any store of names would ask for (unconfirmed).
    if (identifier.trimmed().isEmpty() || identifier.size() > longestIdentifier) {
        return refuse(u"IdentifierInvalid"_s, u"data.identifier must have 1 to %1 characters"_s.arg(longestIdentifier));
    }
    const auto &all = m_state.customers();
    const bool taken =
        std::any_of(all.begin(), all.end(), [&](const auto &entry) { return entry.second.identifier == identifier; });
    if (taken) {
        return refuse(u"DuplicatedCustomer"_s, u"Customer with identifier: '%1' already exists."_s.arg(identifier));
    }
    return objectBody(customerJson(m_state.add(
        Customer{.id = m_state.nextId(), .identifier = identifier, .createdAt = call.now, .updatedAt = call.now})));
}

Outcome<QByteArray> CustomerHandlers::show(const Call &call) const
{
    return findCustomer(m_state, call.id).map([](const Customer *customer) {
        return objectBody(customerJson(*customer));
    });
}

Outcome<QByteArray> CustomerHandlers::remove(const Call &call) const
{
    return findUnlockedCustomer(m_state, call.id).map([&](const Customer *) {
        m_state.removeCustomer(call.id, call.now);
        return objectBody({{u"id"_s, call.id}, {u"deleted"_s, true}});
    });
}

Outcome<QByteArray> CustomerHandlers::lock(const Call &call) const
{
    return findUnlockedCustomer(m_state, call.id).map([&](Customer *customer) {
        customer->blockedAt = call.now;
        customer->updatedAt = call.now;
        return objectBody({{u"id"_s, call.id}, {u"locked"_s, true}});
    });
}

Outcome<QByteArray> CustomerHandlers::unlock(const Call &call) const
{
    return findCustomer(m_state, call.id).map([&](Customer *customer) {
        customer->blockedAt = std::nullopt;
        customer->updatedAt = call.now;
        return objectBody({{u"id"_s, call.id}, {u"unlocked"_s, true}});
    });
}

} // namespace saltdesk::sandbox
