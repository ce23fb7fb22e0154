// SPDX-License-Identifier: Apache-2.0
#include "client/Cases.h"
#include "client/RequestFields.h"
#include "resources/OAuthProvidersApi.h"

namespace saltdesk::contract {

using namespace Qt::Literals::StringLiterals;
using api::ApiClient;
using api::CreateOAuthRequest;
using api::OAuthProvidersApi;
using api::ReconnectOAuthRequest;

namespace {

template <class Request>
Fields<Request> oauthFields()
{
    Fields<Request> fields;
    addConsent(fields);
    addAttempt(fields);
    addOptions(fields);
    fields.push_back(field(u"return_connection_id"_s, &Request::returnConnectionId, true));
    return fields;
}

} // namespace

void addOAuthCases(CaseList &cases)
{
    CreateOAuthRequest create;
    create.customerId = someCustomer();
    create.countryCode = u"XF"_s;
    create.providerCode = u"fakebank_oauth_xf"_s;
    create.consent = leastConsent();
    cases.addEach(u"oauthCreate"_s, create, oauthFields<CreateOAuthRequest>(),
                  [](ApiClient &client, const auto &request) { return OAuthProvidersApi(client).create(request); });
    ReconnectOAuthRequest reconnect;
    reconnect.connectionId = someConnection();
    reconnect.consent = leastConsent();
    cases.addEach(u"oauthReconnect"_s, reconnect, oauthFields<ReconnectOAuthRequest>(),
                  [](ApiClient &client, const auto &request) { return OAuthProvidersApi(client).reconnect(request); });
    cases.add(u"oauthAuthorize"_s, u"what the bank appended"_s, [](ApiClient &client) {
        api::AuthorizeOAuthRequest request;
        request.connectionId = someConnection();
        request.queryString = api::Secret::copyOf("code=abc%20def&state=\"ü\"");
        return OAuthProvidersApi(client).authorize(request);
    });
}

} // namespace saltdesk::contract
