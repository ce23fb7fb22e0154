// SPDX-License-Identifier: Apache-2.0
#include "codec/ConsentDecoder.h"

#include "codec/Envelope.h"
#include "codec/KnownNames.h"

namespace saltdesk::api {
namespace {

Consent readConsent(const ObjectReader &reader)
{
    Consent consent;
    consent.id = reader.id<ConsentId>("id").value();
    consent.connectionId = reader.id<ConnectionId>("connection_id");
    consent.customerId = reader.id<CustomerId>("customer_id");
    consent.status.text = reader.text("status").value();
    consent.status.known = consentStatusOf(consent.status.text.toStdString());
    consent.scopes = reader.texts("scopes");
    consent.periodDays = reader.integer("period_days");
    consent.expiresAt = reader.dateTime("expires_at");
    consent.fromDate = reader.date("from_date");
    consent.toDate = reader.date("to_date");
    consent.collectedBy = reader.text("collected_by");
    consent.revokedAt = reader.dateTime("revoked_at");
    consent.revokeReason = reader.text("revoke_reason");
    consent.createdAt = reader.dateTime("created_at");
    consent.updatedAt = reader.dateTime("updated_at");
    return consent;
}

} // namespace

Result<Consent> decodeConsent(const QByteArray &body)
{
    return decodeRecord<Consent>(body, readConsent);
}

Result<ConsentPage> decodeConsentPage(const QByteArray &body)
{
    return decodeList<Consent>(body, readConsent);
}

} // namespace saltdesk::api
