// SPDX-License-Identifier: Apache-2.0
#include "client/Cases.h"
#include "client/RequestFields.h"
#include "resources/ConnectSessionsApi.h"

namespace saltdesk::contract {

using namespace Qt::Literals::StringLiterals;
using api::ApiClient;
using api::ConnectSessionOptions;
using api::ConnectSessionsApi;
using Create = api::CreateConnectSessionRequest;
using Reconnect = api::ReconnectConnectSessionRequest;
using Refresh = api::RefreshConnectSessionRequest;

namespace {

/// One field for each text that a member may have.
template <class Request>
void addTexts(Fields<Request> &fields, const QString &name, std::optional<QString> Request::*member,
              const QStringList &texts)
{
    for (const QString &text : texts) {
        fields.push_back(field(QString(name + u": " + text), member, text));
    }
}

Fields<ConnectSessionOptions> sessionOptions()
{
    using Options = ConnectSessionOptions;
    Fields<Options> fields{
        field(u"return_connection_id"_s, &Options::returnConnectionId, true),
        field(u"return_error_class"_s, &Options::returnErrorClass, true),
        field(u"lost_connection_notify"_s, &Options::lostConnectionNotify, true),
        field(u"connect_template"_s, &Options::connectTemplate, u"default_v3"_s),
        field(u"provider_modes"_s, &Options::providerModes, QStringList{u"oauth"_s, u"web"_s, u"api"_s, u"file"_s}),
        field(u"show_connect_overview"_s, &Options::showConnectOverview, true),
    };
    addTexts(fields, u"theme"_s, &Options::theme, {u"default"_s, u"dark"_s});
    addTexts(fields, u"javascript_callback_type"_s, &Options::javascriptCallbackType,
             {u"iframe"_s, u"external_saltbridge"_s, u"external_notify"_s, u"post_message"_s});
    addPart(fields, QString(), optionFields(), [](Options &options) -> api::FetchOptions & { return options.fetch; });
    return fields;
}

/// What all three take.
template <class Request>
Fields<Request> commonFields()
{
    Fields<Request> fields;
    addAttempt(fields);
    addPart(fields, QString(), sessionOptions(),
            [](Request &request) -> ConnectSessionOptions & { return request.options; });
    return fields;
}

/// What those take in which the customer types credentials.
template <class Request>
Fields<Request> credentialFields()
{
    Fields<Request> fields = commonFields<Request>();
    addConsent(fields);
    fields.push_back(field(u"show_consent_confirmation"_s, &Request::showConsentConfirmation, false));
    addTexts(fields, u"credentials_strategy"_s, &Request::credentialsStrategy,
             {u"store"_s, u"do_not_store"_s, u"ask"_s});
    return fields;
}

Fields<Create> sessionCreateFields()
{
    Fields<Create> fields = credentialFields<Create>();
    fields.push_back(field(u"provider_code"_s, &Create::providerCode, u"fakebank_simple_xf"_s));
    fields.push_back(field(u"allowed_countries"_s, &Create::allowedCountries, QStringList{u"XF"_s, u"RO"_s}));
    fields.push_back(field(u"disable_provider_search"_s, &Create::disableProviderSearch, true));
    return fields;
}

Fields<Reconnect> sessionReconnectFields()
{
    Fields<Reconnect> fields = credentialFields<Reconnect>();
    addTexts(fields, u"override_credentials_strategy"_s, &Reconnect::overrideCredentialsStrategy,
             {u"ask"_s, u"override"_s});
    return fields;
}

} // namespace

void addConnectSessionCases(CaseList &cases)
{
    Create create;
    create.customerId = someCustomer();
    create.consent = leastConsent();
    cases.addEach(u"connectSessionCreate"_s, create, sessionCreateFields(),
                  [](ApiClient &client, const auto &request) { return ConnectSessionsApi(client).create(request); });
    Reconnect reconnect;
    reconnect.connectionId = someConnection();
    reconnect.consent = leastConsent();
    cases.addEach(u"connectSessionReconnect"_s, reconnect, sessionReconnectFields(),
                  [](ApiClient &client, const auto &request) { return ConnectSessionsApi(client).reconnect(request); });
    Refresh refresh;
    refresh.connectionId = someConnection();
    cases.addEach(u"connectSessionRefresh"_s, refresh, commonFields<Refresh>(),
                  [](ApiClient &client, const auto &request) { return ConnectSessionsApi(client).refresh(request); });
}

} // namespace saltdesk::contract
