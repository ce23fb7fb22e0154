// SPDX-License-Identifier: Apache-2.0
#include "localhistory/Observation.h"

#include "redaction/Redactor.h"

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

QString wordOf(bool on)
{
    return on ? u"true"_s : u"false"_s;
}

QString textOf(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QString wordOf(const ConsentState &consent)
{
    if (consent.kind == ConsentState::Kind::Active) {
        return u"active"_s;
    }
    return consent.revoked ? u"revoked"_s : u"expired"_s;
}

} // namespace

Observation observe(const ConnectionSummary &connection)
{
    Observation seen{.connection = connection.id,
                     .customer = connection.customerId,
                     .customerLabel = connection.customerLabel,
                     .providerCode = connection.providerCode,
                     .bank = connection.providerName.isEmpty() ? connection.providerCode : connection.providerName,
                     .countryCode = connection.countryCode,
                     .isCompared = connection.status != api::ConnectionStatus::Disabled,
                     .failingClass = std::nullopt,
                     .failingAt = connection.failAt,
                     .lastSuccessAt = connection.lastSuccessAt,
                     .values = {}};
    seen.set(ObservedField::Presence, u"present"_s);
    seen.set(ObservedField::Status, connection.statusText);
    seen.set(ObservedField::LastSuccess, textOf(connection.lastSuccessAt));
    seen.set(ObservedField::Attempt, connection.attemptId.toString());
    seen.set(ObservedField::DailyRefresh, wordOf(connection.dailyRefresh));
    seen.set(ObservedField::StoreCredentials, wordOf(connection.storeCredentials));
    if (!connection.fetching) {
        const bool failed = connection.failAt.isValid() || !connection.failMessage.isEmpty();
        seen.failingClass = connection.failErrorClass.isEmpty() && failed ? unnamedFailure : connection.failErrorClass;
        seen.set(ObservedField::Failure, connection.failErrorClass);
        seen.set(ObservedField::FailureMessage, api::redacted(connection.failMessage));
    }
    if (connection.consent.kind != ConsentState::Kind::Unknown) {
        seen.set(ObservedField::Consent, wordOf(connection.consent));
        seen.set(ObservedField::ConsentEnd, textOf(connection.consent.endsAt.toDateTime()));
    }
    return seen;
}

Observation observeGone(const api::ConnectionId &connection)
{
    Observation gone;
    gone.connection = connection;
    gone.isCompared = false;
    gone.set(ObservedField::Presence, u"removed"_s);
    return gone;
}

} // namespace saltdesk::models
