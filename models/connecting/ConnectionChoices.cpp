// SPDX-License-Identifier: Apache-2.0
#include "connecting/ConnectionChoices.h"

namespace saltdesk::models {
namespace {

bool saysNothing(const api::AttemptRequest &attempt)
{
    return !attempt.fetchScopes && !attempt.fromDate && !attempt.toDate && !attempt.fetchedAccountsNotify &&
           !attempt.customFields && !attempt.locale && !attempt.includeNatures && !attempt.customerLastLoggedAt &&
           !attempt.excludeAccounts && !attempt.storeCredentials && !attempt.userPresent && !attempt.returnTo &&
           !attempt.unduplicationStrategy;
}

std::optional<api::AttemptRequest> attemptOf(const ConnectionChoices &choices)
{
    return saysNothing(choices.attempt) ? std::nullopt : std::optional(choices.attempt);
}

std::optional<api::Credentials> given(const api::Credentials &credentials)
{
    return credentials.empty() ? std::nullopt : std::optional(credentials);
}

api::AttemptRequest attemptReturningTo(const ConnectionChoices &choices, const QUrl &returnTo)
{
    api::AttemptRequest attempt = choices.attempt;
    attempt.returnTo = returnTo.toString(QUrl::FullyEncoded);
    return attempt;
}

/// Where the customer's browser goes after the hosted page is the page's own affair: our listener is gone by then.
std::optional<api::AttemptRequest> attemptOfLink(const ConnectionChoices &choices)
{
    ConnectionChoices link = choices;
    link.attempt.returnTo.reset();
    return attemptOf(link);
}

} // namespace

api::CreateConnectionRequest createRequest(const ConnectionChoices &choices, const api::Credentials &credentials)
{
    api::CreateConnectionRequest request;
    request.customerId = choices.customer;
    request.countryCode = choices.countryCode;
    request.providerCode = choices.providerCode;
    request.consent = choices.consent;
    request.attempt = attemptOf(choices);
    request.credentials = given(credentials);
    request.options = choices.options;
    request.fileUrl = choices.fileUrl;
    return request;
}

api::ReconnectConnectionRequest reconnectRequest(const ConnectionChoices &choices, const api::Credentials &credentials)
{
    api::ReconnectConnectionRequest request;
    request.consent = choices.consent;
    request.attempt = attemptOf(choices);
    request.credentials = given(credentials);
    request.options = choices.options;
    request.fileUrl = choices.fileUrl;
    if (choices.overrideCredentials) {
        request.overrideCredentials = true;
    }
    return request;
}

api::CreateOAuthRequest createOAuthRequest(const ConnectionChoices &choices, const QUrl &returnTo)
{
    api::CreateOAuthRequest request;
    request.customerId = choices.customer;
    request.countryCode = choices.countryCode;
    request.providerCode = choices.providerCode;
    request.consent = choices.consent;
    request.attempt = attemptReturningTo(choices, returnTo);
    request.options = choices.options;
    return request;
}

api::ReconnectOAuthRequest reconnectOAuthRequest(const ConnectionChoices &choices, const QUrl &returnTo)
{
    api::ReconnectOAuthRequest request;
    request.connectionId = choices.reconnects.value_or(api::ConnectionId());
    request.consent = choices.consent;
    request.attempt = attemptReturningTo(choices, returnTo);
    request.options = choices.options;
    return request;
}

api::CreateConnectSessionRequest createSessionRequest(const ConnectionChoices &choices)
{
    api::CreateConnectSessionRequest request;
    request.customerId = choices.customer;
    request.consent = choices.consent;
    request.attempt = attemptOfLink(choices);
    request.options.fetch = choices.options;
    if (!choices.providerCode.isEmpty()) {
        request.providerCode = choices.providerCode;
    } else if (!choices.countryCode.isEmpty()) {
        request.allowedCountries = QStringList{choices.countryCode};
    }
    return request;
}

api::ReconnectConnectSessionRequest reconnectSessionRequest(const ConnectionChoices &choices)
{
    api::ReconnectConnectSessionRequest request;
    request.connectionId = choices.reconnects.value_or(api::ConnectionId());
    request.consent = choices.consent;
    request.attempt = attemptOfLink(choices);
    request.options.fetch = choices.options;
    if (choices.overrideCredentials) {
        request.overrideCredentialsStrategy = QStringLiteral("override");
    }
    return request;
}

} // namespace saltdesk::models
