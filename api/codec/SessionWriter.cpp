// SPDX-License-Identifier: Apache-2.0
#include "codec/SessionWriter.h"

#include "codec/FetchWriter.h"

namespace saltdesk::api {
namespace {

void writeSessionOptions(JsonWriter &json, const ConnectSessionOptions &options)
{
    writeOptions(json, options.fetch);
    json.member("return_connection_id", options.returnConnectionId);
    json.member("return_error_class", options.returnErrorClass);
    json.member("javascript_callback_type", options.javascriptCallbackType);
    json.member("lost_connection_notify", options.lostConnectionNotify);
    json.member("connect_template", options.connectTemplate);
    json.member("theme", options.theme);
    json.member("provider_modes", options.providerModes);
    json.member("show_connect_overview", options.showConnectOverview);
}

} // namespace

QByteArray writeConnectSession(const CreateConnectSessionRequest &request)
{
    return enveloped([&request](JsonWriter &json) {
        json.member("customer_id", request.customerId.toString());
        writeConsent(json, request.consent);
        writeFirstAttempt(json, request.attempt);
        json.member("provider_code", request.providerCode);
        json.member("allowed_countries", request.allowedCountries);
        json.member("disable_provider_search", request.disableProviderSearch);
        json.member("show_consent_confirmation", request.showConsentConfirmation);
        json.member("credentials_strategy", request.credentialsStrategy);
        writeSessionOptions(json, request.options);
    });
}

QByteArray writeConnectSession(const ReconnectConnectSessionRequest &request)
{
    return enveloped([&request](JsonWriter &json) {
        json.member("connection_id", request.connectionId.toString());
        writeConsent(json, request.consent);
        writeAttempt(json, request.attempt);
        json.member("show_consent_confirmation", request.showConsentConfirmation);
        json.member("credentials_strategy", request.credentialsStrategy);
        json.member("override_credentials_strategy", request.overrideCredentialsStrategy);
        writeSessionOptions(json, request.options);
    });
}

QByteArray writeConnectSession(const RefreshConnectSessionRequest &request)
{
    return enveloped([&request](JsonWriter &json) {
        json.member("connection_id", request.connectionId.toString());
        writeAttempt(json, request.attempt);
        writeSessionOptions(json, request.options);
    });
}

QByteArray writeOAuth(const CreateOAuthRequest &request)
{
    return enveloped([&request](JsonWriter &json) {
        json.member("customer_id", request.customerId.toString());
        json.member("country_code", request.countryCode);
        json.member("provider_code", request.providerCode);
        writeConsent(json, request.consent);
        writeFirstAttempt(json, request.attempt);
        json.member("return_connection_id", request.returnConnectionId);
        writeOptions(json, request.options);
    });
}

QByteArray writeOAuth(const ReconnectOAuthRequest &request)
{
    return enveloped([&request](JsonWriter &json) {
        json.member("connection_id", request.connectionId.toString());
        writeConsent(json, request.consent);
        writeAttempt(json, request.attempt);
        json.member("return_connection_id", request.returnConnectionId);
        writeOptions(json, request.options);
    });
}

QByteArray writeOAuth(const AuthorizeOAuthRequest &request)
{
    return enveloped([&request](JsonWriter &json) {
        json.member("connection_id", request.connectionId.toString());
        // An escaped byte is six long; the last member, so that the buffer never moves and leaves a copy behind.
        json.reserve(6 * request.queryString.reveal().size() + 32);
        json.member("query_string", request.queryString);
    });
}

} // namespace saltdesk::api
