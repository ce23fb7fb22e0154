// SPDX-License-Identifier: Apache-2.0
#include "handlers/ConsentHandlers.h"

#include "handlers/Lookup.h"
#include "state/LoadRows.h"
#include "state/ObjectJson.h"

#include <QJsonDocument>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

bool ConsentHandlers::Owner::owns(const Consent &consent) const
{
    return connectionId.isEmpty() ? consent.customerId == customerId : consent.connectionId == connectionId;
}

Outcome<ConsentHandlers::Owner> ConsentHandlers::ownerOf(const Call &call) const
{
    const QString connectionId = call.query.value(u"connection_id"_s);
    if (!connectionId.isEmpty()) {
        return findConnection(m_state, connectionId).map([](const Connection *connection) {
            return Owner{.connectionId = connection->id};
        });
    }
    const QString customerId = call.query.value(u"customer_id"_s);
    if (!customerId.isEmpty()) {
        return findUnlockedCustomer(m_state, customerId).map([](const Customer *customer) {
            return Owner{.customerId = customer->id};
        });
    }
    return refuse(u"WrongRequestFormat"_s, u"connection_id or customer_id parameter must be filled"_s);
}

Outcome<QByteArray> ConsentHandlers::list(const Call &call) const
{
    const auto wanted = m_paging.read(call);
    if (!wanted) {
        return tl::unexpected(wanted.error());
    }
    return ownerOf(call).map([&](const Owner &owner) {
        if (m_state.load() != nullptr && !owner.customerId.isEmpty()) {
            const auto [first, end] = m_state.load()->shareOf(owner.customerId);
            if (first != end) {
                return listBody(generatedPage(call, *wanted, first, end));
            }
        }
        Page page;
        const auto &all = m_state.consents();
        for (auto entry = all.lower_bound(wanted->fromId); entry != all.end(); ++entry) {
            if (!owner.owns(entry->second)) {
                continue;
            }
            if (page.rows.size() == wanted->size) {
                Paging::link(page, call, entry->first);
                break;
            }
            page.rows.append(QJsonDocument(consentJson(entry->second)).toJson(QJsonDocument::Compact));
        }
        return listBody(page);
    });
}

Page ConsentHandlers::generatedPage(const Call &call, const PageRequest &wanted, int first, int end) const
{
    const LoadRows &load = *m_state.load();
    Page page;
    for (int index = std::max(first, load.firstConsentFrom(wanted.fromId)); index < end; ++index) {
        const QString id = LoadRows::consentIdOf(index);
        if (page.rows.size() == wanted.size) {
            Paging::link(page, call, id);
            break;
        }
        const Consent *kept = m_state.consent(id);
        page.rows.append(kept == nullptr ? load.consentText(index)
                                         : QJsonDocument(consentJson(*kept)).toJson(QJsonDocument::Compact));
    }
    return page;
}

Outcome<QByteArray> ConsentHandlers::show(const Call &call) const
{
    return ownerOf(call).and_then([&](const Owner &owner) -> Outcome<QByteArray> {
        const Consent *consent = m_state.consent(call.id);
        if (consent == nullptr || !owner.owns(*consent)) {
            return refuse(u"AispConsentNotFound"_s, u"Consent with id: '%1' was not found."_s.arg(call.id));
        }
        return objectBody(consentJson(*consent));
    });
}

} // namespace saltdesk::sandbox
