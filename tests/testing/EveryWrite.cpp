// SPDX-License-Identifier: Apache-2.0
#include "testing/EveryWrite.h"

#include "resources/ConnectSessionsApi.h"
#include "resources/ConnectionsApi.h"
#include "resources/ConsentsApi.h"
#include "resources/CustomersApi.h"
#include "resources/OAuthProvidersApi.h"
#include "testing/Arrival.h"

namespace saltdesk::testing {

using namespace Qt::Literals::StringLiterals;
using api::ApiClient;
using api::ConnectionId;
using api::ConnectionsApi;
using api::ConnectSessionsApi;
using api::ConsentId;
using api::ConsentsApi;
using api::CustomerId;
using api::CustomersApi;
using api::OAuthProvidersApi;

namespace {

const QByteArray connectionAnswer = R"({"data":{"id":"111"}})";
const QByteArray consentAnswer = R"({"data":{"id":"555","status":"revoked"}})";
const QByteArray sessionAnswer = R"({"data":{"connect_url":"canary-address"}})";
const QByteArray oauthAnswer = R"({"data":{"redirect_url":"canary-address","token":"canary-token"}})";

ConnectionId connection()
{
    return ConnectionId(u"111"_s);
}

CustomerId customer()
{
    return CustomerId(u"222"_s);
}

/// `call(client)` starts it.
template <class CallIt>
auto ended(CallIt call)
{
    return [call](ApiClient &client) -> std::optional<api::ApiError> {
        Arrival arrival(call(client));
        if (!arrival.wait() || arrival.times() != 1) {
            qFatal("a write did not end once");
        }
        return arrival.ok() ? std::nullopt : std::optional(arrival.error());
    };
}

template <class Request>
Request aboutConnection()
{
    Request request;
    request.connectionId = connection();
    return request;
}

template <class Request>
Request ofCustomer()
{
    Request request;
    request.customerId = customer();
    return request;
}

void addConnections(std::vector<EveryWrite> &writes)
{
    writes.push_back({"create connection", "POST", "connections",
                      R"({"data":{"customer_id":"222","country_code":"","provider_code":"","consent":{"scopes":[]}}})",
                      connectionAnswer, ended([](ApiClient &client) {
                          return ConnectionsApi(client).create(ofCustomer<api::CreateConnectionRequest>());
                      })});
    writes.push_back({"update connection", "PUT", "connections/111", R"({"data":{"status":"inactive"}})",
                      connectionAnswer, ended([](ApiClient &client) {
                          return ConnectionsApi(client).update(connection(), {true, {}, {}});
                      })});
    writes.push_back({"reconnect", "PUT", "connections/111/reconnect", R"({"data":{"consent":{"scopes":[]}}})",
                      connectionAnswer,
                      ended([](ApiClient &client) { return ConnectionsApi(client).reconnect(connection(), {}); })});
    writes.push_back({"answer a question", "PUT", "connections/111/interactive", R"({"data":{"credentials":{}}})",
                      connectionAnswer,
                      ended([](ApiClient &client) { return ConnectionsApi(client).interactive(connection(), {}); })});
    writes.push_back({"refresh", "PUT", "connections/111/refresh", R"({"data":{}})", connectionAnswer,
                      ended([](ApiClient &client) { return ConnectionsApi(client).refresh(connection()); })});
    writes.push_back({"remove connection", "DELETE", "connections/111", "", R"({"data":{"id":"111","removed":true}})",
                      ended([](ApiClient &client) { return ConnectionsApi(client).remove(connection()); })});
}

void addCustomers(std::vector<EveryWrite> &writes)
{
    writes.push_back({"create customer", "POST", "customers", R"({"data":{"identifier":"a"}})",
                      R"({"data":{"id":"222"}})",
                      ended([](ApiClient &client) { return CustomersApi(client).create(u"a"_s); })});
    writes.push_back({"remove customer", "DELETE", "customers/222", "", R"({"data":{"id":"222","deleted":true}})",
                      ended([](ApiClient &client) { return CustomersApi(client).remove(customer()); })});
    writes.push_back({"lock customer", "PUT", "customers/222/lock", "", R"({"data":{"id":"222","locked":true}})",
                      ended([](ApiClient &client) { return CustomersApi(client).lock(customer()); })});
    writes.push_back({"unlock customer", "PUT", "customers/222/unlock", "", R"({"data":{"id":"222","unlocked":true}})",
                      ended([](ApiClient &client) { return CustomersApi(client).unlock(customer()); })});
}

void addConsents(std::vector<EveryWrite> &writes)
{
    const ConsentId consent(u"555"_s);
    writes.push_back(
        {"revoke a connection's consent", "PUT", "consents/555/revoke?connection_id=111", "", consentAnswer,
         ended([consent](ApiClient &client) { return ConsentsApi(client).revoke(consent, connection()); })});
    writes.push_back({"revoke a customer's consent", "PUT", "consents/555/revoke?customer_id=222", "", consentAnswer,
                      ended([consent](ApiClient &client) { return ConsentsApi(client).revoke(consent, customer()); })});
}

void addSessions(std::vector<EveryWrite> &writes)
{
    writes.push_back({"session create", "POST", "connect_sessions/create",
                      R"({"data":{"customer_id":"222","consent":{"scopes":[]}}})", sessionAnswer,
                      ended([](ApiClient &client) {
                          return ConnectSessionsApi(client).create(ofCustomer<api::CreateConnectSessionRequest>());
                      })});
    writes.push_back(
        {"session reconnect", "POST", "connect_sessions/reconnect",
         R"({"data":{"connection_id":"111","consent":{"scopes":[]}}})", sessionAnswer, ended([](ApiClient &client) {
             return ConnectSessionsApi(client).reconnect(aboutConnection<api::ReconnectConnectSessionRequest>());
         })});
    writes.push_back({"session refresh", "POST", "connect_sessions/refresh", R"({"data":{"connection_id":"111"}})",
                      sessionAnswer, ended([](ApiClient &client) {
                          return ConnectSessionsApi(client).refresh(
                              aboutConnection<api::RefreshConnectSessionRequest>());
                      })});
}

void addOAuth(std::vector<EveryWrite> &writes)
{
    writes.push_back({"OAuth create", "POST", "oauth_providers/create",
                      R"({"data":{"customer_id":"222","country_code":"","provider_code":"","consent":{"scopes":[]}}})",
                      oauthAnswer, ended([](ApiClient &client) {
                          return OAuthProvidersApi(client).create(ofCustomer<api::CreateOAuthRequest>());
                      })});
    writes.push_back({"OAuth reconnect", "POST", "oauth_providers/reconnect",
                      R"({"data":{"connection_id":"111","consent":{"scopes":[]}}})", oauthAnswer,
                      ended([](ApiClient &client) {
                          return OAuthProvidersApi(client).reconnect(aboutConnection<api::ReconnectOAuthRequest>());
                      })});
    writes.push_back(
        {"OAuth authorize", "PUT", "oauth_providers/authorize",
         R"({"data":{"connection_id":"111","query_string":"code=canary"}})", connectionAnswer,
         ended([](ApiClient &client) {
             return OAuthProvidersApi(client).authorize({connection(), api::Secret::copyOf("code=canary")});
         })});
}

} // namespace

std::vector<EveryWrite> everyWrite()
{
    std::vector<EveryWrite> writes;
    addConnections(writes);
    addCustomers(writes);
    addConsents(writes);
    addSessions(writes);
    addOAuth(writes);
    return writes;
}

} // namespace saltdesk::testing
