// SPDX-License-Identifier: Apache-2.0
#include "client/Cases.h"
#include "client/RequestFields.h"
#include "resources/ConnectionsApi.h"

#include <qtestsupport_core.h>

namespace saltdesk::contract {

using namespace Qt::Literals::StringLiterals;
using api::ApiClient;
using api::ConnectionListing;
using api::ConnectionsApi;
using api::CreateConnectionRequest;
using api::InteractiveRequest;
using api::ReconnectConnectionRequest;
using api::RefreshConnectionRequest;
using api::Secret;
using api::UpdateConnectionRequest;

namespace {

/// A listing is no Call: it hands over pages and says when it ended.
QString endOf(const std::unique_ptr<ConnectionListing> &listing)
{
    QString odd;
    std::optional<api::Result<api::ListingSummary>> end;
    QObject::connect(listing.get(), &ConnectionListing::pageReady, listing.get(),
                     [&odd](const auto &page) { odd = page->warnings.empty() ? odd : page->warnings.front().problem; });
    QObject::connect(listing.get(), &ConnectionListing::ended, listing.get(),
                     [&end](const auto &result) { end = result; });
    if (!QTest::qWaitFor([&end] { return end.has_value(); }, 20'000)) {
        return u"no end"_s;
    }
    return end->has_value() ? odd : complaint(end->error());
}

/// `credentials` and what replaces it. The plain ones come last: "everything" then has both, and one form goes out.
template <class Request>
void addCredentials(Fields<Request> &fields)
{
    fields.push_back(field(u"encrypted_credentials"_s, &Request::encryptedCredentials, someEncryptedCredentials()));
    fields.push_back({u"credentials"_s, [](Request &request) { request.credentials = someCredentials(); }});
}

Fields<CreateConnectionRequest> createFields()
{
    Fields<CreateConnectionRequest> fields;
    addConsent(fields);
    addAttempt(fields);
    addOptions(fields);
    fields.push_back(field(u"file_url"_s, &CreateConnectionRequest::fileUrl, QUrl(u"https://example.com/a b.csv"_s)));
    addCredentials(fields);
    return fields;
}

Fields<ReconnectConnectionRequest> reconnectFields()
{
    using Request = ReconnectConnectionRequest;
    Fields<Request> fields;
    addConsent(fields);
    addAttempt(fields);
    addOptions(fields);
    fields.push_back(field(u"file_url"_s, &Request::fileUrl, QUrl(u"https://example.com/a.csv"_s)));
    fields.push_back(field(u"override_credentials"_s, &Request::overrideCredentials, true));
    addCredentials(fields);
    return fields;
}

Fields<RefreshConnectionRequest> refreshFields()
{
    Fields<RefreshConnectionRequest> fields;
    addAttempt(fields);
    addOptions(fields);
    return fields;
}

Fields<UpdateConnectionRequest> updateFields()
{
    return {{u"status"_s, [](UpdateConnectionRequest &request) { request.setInactive = true; }},
            field(u"daily_refresh"_s, &UpdateConnectionRequest::dailyRefresh, false),
            field(u"store_credentials"_s, &UpdateConnectionRequest::storeCredentials, false)};
}

CreateConnectionRequest leastCreate()
{
    CreateConnectionRequest least;
    least.customerId = someCustomer();
    least.countryCode = u"XF"_s;
    least.providerCode = u"fakebank_simple_xf"_s;
    least.consent = leastConsent();
    return least;
}

UpdateConnectionRequest leastUpdate()
{
    UpdateConnectionRequest least;
    least.dailyRefresh = true;
    return least;
}

void addInteractive(CaseList &cases)
{
    const auto answering = [&cases](const QString &variant, const InteractiveRequest &request) {
        cases.add(u"interactiveConnection"_s, variant, [request](ApiClient &client) {
            return ConnectionsApi(client).interactive(someConnection(), request);
        });
    };
    InteractiveRequest request;
    answering(u"confirmed elsewhere"_s, request);
    request.credentials = {{u"sms"_s, {Secret::copyOf("123456")}, false}};
    answering(u"a code"_s, request);
    request.credentials = someCredentials();
    answering(u"several choices"_s, request);
    request.encryptedCredentials = someEncryptedCredentials();
    answering(u"encrypted_credentials"_s, request);
}

} // namespace

void addConnectionCases(CaseList &cases)
{
    for (const int perPage : {100, 1000}) {
        cases.add({u"listConnections"_s, u"per_page %1"_s.arg(perPage), [perPage](ApiClient &client) {
                       return endOf(ConnectionsApi(client).list(someCustomer(), perPage));
                   }});
    }
    cases.add(u"showConnection"_s, u"least"_s,
              [](ApiClient &client) { return ConnectionsApi(client).show(someConnection()); });
    cases.add(u"removeConnection"_s, u"least"_s,
              [](ApiClient &client) { return ConnectionsApi(client).remove(someConnection()); });
    cases.addEach(u"createConnection"_s, leastCreate(), createFields(),
                  [](ApiClient &client, const auto &request) { return ConnectionsApi(client).create(request); });
    cases.addEach(u"updateConnection"_s, leastUpdate(), updateFields(), [](ApiClient &client, const auto &request) {
        return ConnectionsApi(client).update(someConnection(), request);
    });
    ReconnectConnectionRequest leastReconnect;
    leastReconnect.consent = leastConsent();
    cases.addEach(u"reconnectConnection"_s, leastReconnect, reconnectFields(),
                  [](ApiClient &client, const auto &request) {
                      return ConnectionsApi(client).reconnect(someConnection(), request);
                  });
    cases.addEach(u"refreshConnection"_s, RefreshConnectionRequest(), refreshFields(),
                  [](ApiClient &client, const auto &request) {
                      return ConnectionsApi(client).refresh(someConnection(), request);
                  });
    addInteractive(cases);
}

} // namespace saltdesk::contract
