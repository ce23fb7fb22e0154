// SPDX-License-Identifier: Apache-2.0
#include "testing/SecretWrites.h"

#include "resources/ConnectionsApi.h"
#include "resources/OAuthProvidersApi.h"
#include "testing/Arrival.h"

namespace saltdesk::testing {

using namespace Qt::Literals::StringLiterals;
using api::ApiClient;
using api::ConnectionsApi;

namespace {

const QByteArray anyConnection = R"({"data":{"id":"111"}})";

api::Credentials typed()
{
    api::Credentials credentials;
    credentials.push_back({u"login"_s, {api::Secret::copyOf(canaryCredential)}, false});
    credentials.push_back(
        {u"choices"_s, {api::Secret::copyOf(canaryCredential), api::Secret::copyOf(canaryCredential)}, true});
    return credentials;
}

api::EncryptedCredentials encrypted()
{
    const QString canary = QString::fromLatin1(canaryCredential);
    return {canary, canary, canary, canary};
}

/// `call(client)` starts it.
template <class CallIt>
EveryWrite secretWrite(const char *name, const QByteArray &verb, CallIt call)
{
    const auto send = [call](ApiClient &client) -> std::optional<api::ApiError> {
        Arrival arrival(call(client));
        if (!arrival.wait() || arrival.times() != 1) {
            qFatal("a write did not end once");
        }
        return arrival.ok() ? std::nullopt : std::optional(arrival.error());
    };
    return {name, verb, {}, {}, anyConnection, send};
}

template <class Request>
Request withSecrets()
{
    Request request;
    request.credentials = typed();
    request.encryptedCredentials = encrypted();
    return request;
}

} // namespace

std::vector<EveryWrite> secretWrites()
{
    const api::ConnectionId connection(u"111"_s);
    return {secretWrite("create", "POST",
                        [](ApiClient &client) {
                            auto request = withSecrets<api::CreateConnectionRequest>();
                            request.customerId = api::CustomerId(u"222"_s);
                            request.fileUrl = QUrl(u"https://files.example/"_s + QLatin1StringView(canaryCredential));
                            return ConnectionsApi(client).create(request);
                        }),
            secretWrite("reconnect", "PUT",
                        [connection](ApiClient &client) {
                            return ConnectionsApi(client).reconnect(connection,
                                                                    withSecrets<api::ReconnectConnectionRequest>());
                        }),
            secretWrite("answer", "PUT",
                        [connection](ApiClient &client) {
                            return ConnectionsApi(client).interactive(connection,
                                                                      withSecrets<api::InteractiveRequest>());
                        }),
            secretWrite("authorize", "PUT", [connection](ApiClient &client) {
                return api::OAuthProvidersApi(client).authorize({connection, api::Secret::copyOf(canaryCredential)});
            })};
}

} // namespace saltdesk::testing
