// SPDX-License-Identifier: Apache-2.0
#include "ApiFixture.h"
#include "resources/ConnectSessionsApi.h"
#include "resources/ConnectionsApi.h"
#include "resources/ConsentsApi.h"
#include "resources/CustomersApi.h"
#include "resources/OAuthProvidersApi.h"

#include <QTest>

#include <functional>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::ApiFixture;

namespace {

/// How a call ended, whatever it would have given.
struct Ending
{
    bool arrived = false;
    std::optional<ApiError> error;
};

template <class T>
Ending endOf(const Call<T> &call)
{
    testing::Arrival<T> arrival(call);
    if (!arrival.wait()) {
        return {};
    }
    return {true, arrival.ok() ? std::nullopt : std::optional(arrival.error())};
}

const ConnectionId connection(u"111"_s);
const CustomerId customer(u"222"_s);
const ConsentId consent(u"555"_s);

struct Write
{
    const char *name;
    QByteArray verb;
    QString path;
    QByteArray query;
    std::function<Ending(ApiClient &)> send;
};

/// Every write that there is; the contract's tests hold their bodies against the API's description.
const std::vector<Write> &writes()
{
    static const std::vector<Write> all{
        {"create", "POST", u"/connections"_s, "",
         [](ApiClient &client) { return endOf(ConnectionsApi(client).create({})); }},
        {"update", "PUT", u"/connections/111"_s, "",
         [](ApiClient &client) { return endOf(ConnectionsApi(client).update(connection, {})); }},
        {"reconnect", "PUT", u"/connections/111/reconnect"_s, "",
         [](ApiClient &client) { return endOf(ConnectionsApi(client).reconnect(connection, {})); }},
        {"interactive", "PUT", u"/connections/111/interactive"_s, "",
         [](ApiClient &client) { return endOf(ConnectionsApi(client).interactive(connection, {})); }},
        {"refresh", "PUT", u"/connections/111/refresh"_s, "",
         [](ApiClient &client) { return endOf(ConnectionsApi(client).refresh(connection)); }},
        {"remove", "DELETE", u"/connections/111"_s, "",
         [](ApiClient &client) { return endOf(ConnectionsApi(client).remove(connection)); }},
        {"create a customer", "POST", u"/customers"_s, "",
         [](ApiClient &client) { return endOf(CustomersApi(client).create(u"x"_s)); }},
        {"remove a customer", "DELETE", u"/customers/222"_s, "",
         [](ApiClient &client) { return endOf(CustomersApi(client).remove(customer)); }},
        {"lock", "PUT", u"/customers/222/lock"_s, "",
         [](ApiClient &client) { return endOf(CustomersApi(client).lock(customer)); }},
        {"unlock", "PUT", u"/customers/222/unlock"_s, "",
         [](ApiClient &client) { return endOf(CustomersApi(client).unlock(customer)); }},
        {"revoke", "PUT", u"/consents/555/revoke"_s, "connection_id=111",
         [](ApiClient &client) { return endOf(ConsentsApi(client).revoke(consent, connection)); }},
        {"revoke by customer", "PUT", u"/consents/555/revoke"_s, "customer_id=222",
         [](ApiClient &client) { return endOf(ConsentsApi(client).revoke(consent, customer)); }},
        {"connect session", "POST", u"/connect_sessions/create"_s, "",
         [](ApiClient &client) { return endOf(ConnectSessionsApi(client).create({})); }},
        {"session to reconnect", "POST", u"/connect_sessions/reconnect"_s, "",
         [](ApiClient &client) { return endOf(ConnectSessionsApi(client).reconnect({})); }},
        {"session to refresh", "POST", u"/connect_sessions/refresh"_s, "",
         [](ApiClient &client) { return endOf(ConnectSessionsApi(client).refresh({})); }},
        {"oauth", "POST", u"/oauth_providers/create"_s, "",
         [](ApiClient &client) { return endOf(OAuthProvidersApi(client).create({})); }},
        {"oauth again", "POST", u"/oauth_providers/reconnect"_s, "",
         [](ApiClient &client) { return endOf(OAuthProvidersApi(client).reconnect({})); }},
        {"authorize", "PUT", u"/oauth_providers/authorize"_s, "",
         [](ApiClient &client) { return endOf(OAuthProvidersApi(client).authorize({})); }},
    };
    return all;
}

} // namespace

/// What holds for every write of every resource.
class WritesTest : public QObject
{
    Q_OBJECT

private slots:
    void eachGoesToItsRoute_data() { rows(); }
    void eachGoesToItsRoute()
    {
        const Write &write = row();
        ApiFixture api;
        api.network.answerJson(R"({"data":{"id":"1","connect_url":"urn:a","redirect_url":"urn:a"}})");
        const Ending ending = write.send(api.client);
        QVERIFY(ending.arrived && !ending.error);
        QCOMPARE(api.network.sent().size(), qsizetype{1});
        const testing::SentRequest &sent = api.network.sent().constFirst();
        QCOMPARE(sent.verb, write.verb);
        QCOMPARE(sent.url().path(), QString(u"/api/v5"_s + write.path));
        QCOMPARE(sent.url().query(QUrl::FullyEncoded).toLatin1(), write.query);
        QVERIFY(sent.sequentialBody);
        QCOMPARE(sent.request.header(QNetworkRequest::ContentLengthHeader).toLongLong(), sent.body.size());
        const bool hasBody = sent.body.startsWith(R"({"data":{)");
        QVERIFY(hasBody || sent.body.isEmpty());
    }

    void noneLeavesWhileWritesAreLocked_data() { rows(); }
    void noneLeavesWhileWritesAreLocked()
    {
        ApiFixture api;
        api.client.setReadOnly(true);
        const Ending ending = row().send(api.client);
        QVERIFY(ending.error.has_value());
        QCOMPARE(ending.error->kind, ErrorKind::ReadOnly);
        QVERIFY(!ending.error->outcomeUnknown);
        QVERIFY(api.network.sent().isEmpty());
    }

    void anAnswerThatCantBeReadLeavesTheOutcomeUnknown_data() { rows(); }
    void anAnswerThatCantBeReadLeavesTheOutcomeUnknown()
    {
        ApiFixture api;
        api.network.answerJson(R"({"data":5})");
        const Ending ending = row().send(api.client);
        QVERIFY(ending.error.has_value());
        QCOMPARE(ending.error->kind, ErrorKind::Malformed);
        QVERIFY(ending.error->outcomeUnknown);
        QCOMPARE(api.network.sent().size(), qsizetype{1});
    }

    void aRefusalIsSentOnceAndKnown_data() { rows(); }
    void aRefusalIsSentOnceAndKnown()
    {
        ApiFixture api;
        api.network.answerJson(R"({"error":{"class":"AppsRestricted","message":"Not available for apps."}})", 400);
        const Ending ending = row().send(api.client);
        QVERIFY(ending.error.has_value());
        QCOMPARE(ending.error->errorClass, u"AppsRestricted"_s);
        QVERIFY(!ending.error->outcomeUnknown);
        QCOMPARE(api.network.sent().size(), qsizetype{1});
    }

    void withoutAnIdNothingIsSent()
    {
        ApiFixture api;
        QCOMPARE(endOf(CustomersApi(api.client).remove({})).error->kind, ErrorKind::ForbiddenUrl);
        QCOMPARE(endOf(ConsentsApi(api.client).revoke({}, connection)).error->kind, ErrorKind::ForbiddenUrl);
        QVERIFY(api.network.sent().isEmpty());
    }

private:
    static void rows()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < writes().size(); ++i) {
            QTest::newRow(writes()[i].name) << static_cast<int>(i);
        }
    }
    static const Write &row()
    {
        QFETCH(const int, index);
        return writes()[static_cast<std::size_t>(index)];
    }
};

QTEST_GUILESS_MAIN(WritesTest)
#include "tst_writes.moc"
