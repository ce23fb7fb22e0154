// SPDX-License-Identifier: Apache-2.0
#include "handlers/AttemptStart.h"

#include "http/DataReply.h"
#include "state/ObjectJson.h"

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

void AttemptStart::adopt(Connection &connection, const Call &call, Consent consent) const
{
    if (consent.id.isEmpty()) {
        consent.id = m_state.nextId();
        consent.connectionId = connection.id;
        consent.customerId = connection.customerId;
        if (Consent *former = m_state.consent(connection.consentId); former != nullptr && former->active()) {
            former->revoke(u"client"_s, call.now);
        }
        connection.consentId = consent.id;
        m_state.add(std::move(consent));
    }
}

QByteArray AttemptStart::begin(Connection &connection, const Call &call, Attempt attempt) const
{
    connection.dailyRefresh = call.data.value("daily_refresh"_L1).toBool(connection.dailyRefresh);
    connection.categorization = call.data.value("categorization"_L1).toString(connection.categorization);
    if (call.data.value("attempt"_L1).toObject().contains("store_credentials"_L1)) {
        connection.storeCredentials = attempt.storeCredentials;
    }
    attempt.storeCredentials = connection.storeCredentials;
    attempt.categorization = connection.categorization;
    attempt.consentId = connection.consentId;
    m_engine.start(connection, std::move(attempt), call.now);
    return objectBody(connectionJson(connection, *m_banks.find(connection.providerCode)));
}

} // namespace saltdesk::sandbox
