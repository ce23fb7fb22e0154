// SPDX-License-Identifier: Apache-2.0
#include "handlers/ConsentHandlers.h"

#include "handlers/Owner.h"
#include "state/LoadRows.h"
#include "state/ObjectJson.h"

#include <QJsonDocument>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static bool owns(const Owner &owner, const Consent &consent)
{
    return owner.connectionId.isEmpty() ? consent.customerId == owner.customerId
                                        : consent.connectionId == owner.connectionId;
}

Outcome<QByteArray> ConsentHandlers::list(const Call &call) const
{
    const auto wanted = m_paging.read(call);
    if (!wanted) {
        return tl::unexpected(wanted.error());
    }
    return findOwner(m_state, call).map([&](const Owner &owner) {
        if (m_state.load() != nullptr && !owner.customerId.isEmpty()) {
            const auto [first, end] = m_state.load()->shareOf(owner.customerId);
            if (first != end) {
                return listBody(generatedPage(call, *wanted, first, end));
            }
        }
        Page page;
        const auto &all = m_state.consents();
        for (auto entry = all.lower_bound(wanted->fromId); entry != all.end(); ++entry) {
            if (!owns(owner, entry->second)) {
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
        const Consent *kept = m_state.keptConsent(id);
        page.rows.append(kept == nullptr ? load.consentText(index)
                                         : QJsonDocument(consentJson(*kept)).toJson(QJsonDocument::Compact));
    }
    return page;
}

Outcome<Consent *> ConsentHandlers::findConsent(const Call &call) const
{
    return findOwner(m_state, call).and_then([&](const Owner &owner) -> Outcome<Consent *> {
        Consent *consent = m_state.consent(call.id);
        if (consent == nullptr || !owns(owner, *consent)) {
            return refuse(u"AispConsentNotFound"_s, u"Consent with id: '%1' was not found."_s.arg(call.id));
        }
        return consent;
    });
}

Outcome<QByteArray> ConsentHandlers::show(const Call &call) const
{
    return findConsent(call).map([](const Consent *consent) { return objectBody(consentJson(*consent)); });
}

Outcome<QByteArray> ConsentHandlers::revoke(const Call &call) const
{
    return findConsent(call).and_then([&](Consent *consent) -> Outcome<QByteArray> {
        if (!consent->active()) {
            return refuse(u"AispConsentAlreadyRevoked"_s,
                          u"Consent with id: '%1' has been revoked already."_s.arg(call.id));
        }
        consent->revoke(u"client"_s, call.now);
        Connection *connection = m_state.connection(consent->connectionId);
        if (connection != nullptr && connection->processing() && connection->consentId == consent->id) {
            m_engine.fail(*connection, u"AispConsentRevoked"_s, u"The consent was revoked."_s, call.now);
        }
        return objectBody(consentJson(*consent));
    });
}

} // namespace saltdesk::sandbox
