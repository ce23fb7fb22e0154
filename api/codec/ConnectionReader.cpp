// SPDX-License-Identifier: Apache-2.0
#include "codec/ConnectionReader.h"

#include "codec/AttemptReader.h"
#include "codec/KnownNames.h"

namespace saltdesk::api {

Connection readConnection(const ObjectReader &reader)
{
    Connection connection;
    connection.id = reader.id<ConnectionId>("id").value();
    connection.customerId = reader.id<CustomerId>("customer_id");
    connection.providerId = reader.id<ProviderId>("provider_id");
    connection.providerCode = reader.text("provider_code");
    connection.providerName = reader.text("provider_name");
    connection.countryCode = reader.text("country_code");
    connection.secret = reader.secret("secret");
    connection.status.text = reader.text("status").value();
    connection.status.known = connectionStatusOf(connection.status.text.toStdString());
    connection.categorization = reader.text("categorization");
    connection.dailyRefresh = reader.flag("daily_refresh");
    connection.storeCredentials = reader.flag("store_credentials");
    connection.showConsentConfirmation = reader.flag("show_consent_confirmation");
    connection.lastConsentId = reader.id<ConsentId>("last_consent_id");
    connection.lastSuccessAt = reader.dateTime("last_success_at");
    connection.nextRefreshPossibleAt = reader.dateTime("next_refresh_possible_at");
    connection.createdAt = reader.dateTime("created_at");
    connection.updatedAt = reader.dateTime("updated_at");
    connection.lastAttempt = reader.object<Attempt>("last_attempt", readAttempt);
    connection.holderInfo = reader.json("holder_info");
    return connection;
}

} // namespace saltdesk::api
