// SPDX-License-Identifier: Apache-2.0
#include "handlers/CustomerHandlers.h"

#include "handlers/Lookup.h"
#include "state/ObjectJson.h"

#include <QJsonDocument>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

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

Outcome<QByteArray> CustomerHandlers::show(const Call &call) const
{
    return findCustomer(m_state, call.id).map([](const Customer *customer) {
        return objectBody(customerJson(*customer));
    });
}

} // namespace saltdesk::sandbox
