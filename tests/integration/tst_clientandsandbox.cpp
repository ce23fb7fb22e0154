// SPDX-License-Identifier: Apache-2.0
#include "RunningSandbox.h"
#include "resources/ConnectionsApi.h"
#include "resources/ConsentsApi.h"
#include "resources/CustomersApi.h"
#include "transport/ApiClient.h"

#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using api::ApiClient;
using api::ConnectionDocument;
using testing::Arrival;
using testing::RunningSandbox;
using testing::Wire;

/// The client and the sandbox, written apart from the same reference, over a real wire: every operation of reference 2.
class TestClientAndSandbox : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void cleanup();

    void theCustomerIsFoundListedAndShown();
    void anUnknownIdentifierFindsNobody();
    void connectionsAreListed();
    void aLongListComesInPages();
    void consentsAreListed();
    void aConnectionIsCreatedAndFollowedToItsEnd();
    void aQuestionIsAnswered();
    void aWrongPasswordFailsTheAttempt();
    void flagsAreUpdated();
    void aConnectionIsMadeInactiveAndReconnected();
    void aConnectionIsRefreshedAndThenTooEarly();
    void aConnectionIsRemoved();
    void whatDoesNotExistIsNotFound();
    void wrongKeysAreRefused();

private:
    [[nodiscard]] api::CustomerId customer(const QString &identifier);
    [[nodiscard]] api::CustomerId demoCustomer() { return customer(sandbox::Server::demoCustomer()); }
    [[nodiscard]] std::optional<ConnectionDocument> created(const QString &provider,
                                                            const QByteArray &password = "secret");
    /// Polls until the attempt has reached `stage`.
    [[nodiscard]] std::optional<api::Connection> reached(const api::ConnectionId &id, api::StageName stage);

    std::unique_ptr<RunningSandbox> m_sandbox;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<ApiClient> m_client;
    api::SystemClock m_clock;
};

#define REQUIRE_OK(arrival)                                                                                            \
    QVERIFY((arrival).wait());                                                                                         \
    QVERIFY2((arrival).ok(),                                                                                           \
             qPrintable((arrival).ok() ? QString()                                                                     \
                                       : QString((arrival).error().errorClass + u": " + (arrival).error().message)))

void TestClientAndSandbox::initTestCase_data()
{
    QTest::addColumn<Wire>("wire");
    QTest::addColumn<bool>("isSigned");
    QTest::newRow("HTTP") << Wire::Http << false;
    QTest::newRow("HTTPS, signed") << Wire::Https << true;
}

void TestClientAndSandbox::init()
{
    QFETCH_GLOBAL(Wire, wire);
    QFETCH_GLOBAL(bool, isSigned);
    m_sandbox = std::make_unique<RunningSandbox>(wire, isSigned);
    m_network = std::make_unique<QNetworkAccessManager>();
    m_client = std::make_unique<ApiClient>(*m_network, m_sandbox->endpoint(), m_clock, testing::hastyLimits());
}

void TestClientAndSandbox::cleanup()
{
    m_client.reset();
    m_network.reset();
    m_sandbox.reset();
}

api::CustomerId TestClientAndSandbox::customer(const QString &identifier)
{
    Arrival<std::optional<api::Customer>> found(api::CustomersApi(*m_client).findByIdentifier(identifier));
    return found.wait() && found.ok() && found.result()->has_value() ? (*found.result())->id : api::CustomerId();
}

std::optional<ConnectionDocument> TestClientAndSandbox::created(const QString &provider, const QByteArray &password)
{
    api::CreateConnectionRequest request;
    request.customerId = customer(u"helpdesk-000112"_s); // has no connections yet
    request.countryCode = u"XF"_s;
    request.providerCode = provider;
    request.consent.scopes = {u"account_details"_s, u"transactions_details"_s};
    request.credentials = api::Credentials{{u"login"_s, {api::Secret::copyOf("username")}, false},
                                           {u"password"_s, {api::Secret::copyOf(password)}, false}};
    request.options.dailyRefresh = true;
    Arrival<ConnectionDocument> arrival(api::ConnectionsApi(*m_client).create(request));
    if (!arrival.wait() || !arrival.ok()) {
        qWarning() << (arrival.ok() ? QString() : arrival.error().errorClass + arrival.error().message);
        return std::nullopt;
    }
    return *arrival.result();
}

std::optional<api::Connection> TestClientAndSandbox::reached(const api::ConnectionId &id, api::StageName stage)
{
    std::optional<api::Connection> last;
    const bool there = QTest::qWaitFor(
        [&] {
            Arrival<ConnectionDocument> shown(api::ConnectionsApi(*m_client).show(id));
            if (shown.wait() && shown.ok()) {
                last = shown.result()->connection;
            }
            return last && last->lastAttempt->lastStage->name.known == stage;
        },
        20'000);
    return there ? last : std::nullopt;
}

void TestClientAndSandbox::theCustomerIsFoundListedAndShown()
{
    const api::CustomersApi customers(*m_client);
    const api::CustomerId id = demoCustomer();
    QVERIFY(!id.isEmpty());

    Arrival<api::Customer> shown(customers.show(id));
    REQUIRE_OK(shown);
    QCOMPARE(shown.result()->identifier.value(), sandbox::Server::demoCustomer());

    Arrival<api::CustomerPage> listed(customers.list());
    REQUIRE_OK(listed);
    QVERIFY(listed.result()->records.size() >= 20);
    QVERIFY(listed.result()->warnings.empty());
}

void TestClientAndSandbox::anUnknownIdentifierFindsNobody()
{
    Arrival<std::optional<api::Customer>> found(api::CustomersApi(*m_client).findByIdentifier(u"nobody & nothing"_s));
    REQUIRE_OK(found);
    QVERIFY(!found.result()->has_value());
}

void TestClientAndSandbox::connectionsAreListed()
{
    const auto listing = api::ConnectionsApi(*m_client).list(demoCustomer());
    QSignalSpy pages(listing.get(), &api::ConnectionListing::pageReady);
    QSignalSpy ended(listing.get(), &api::ConnectionListing::ended);

    QTRY_COMPARE(ended.size(), 1);

    const auto result = ended.at(0).at(0).value<api::Result<api::ListingSummary>>();
    QVERIFY(result.has_value());
    QCOMPARE(result->rows, 7);
    QCOMPARE(pages.size(), 1);
    QVERIFY(pages.at(0).at(0).value<std::shared_ptr<const api::ConnectionPage>>()->warnings.empty());
}

void TestClientAndSandbox::aLongListComesInPages()
{
    sandbox::ServerOptions options;
    options.connections = 2'500;
    sandbox::Server server(options);
    QVERIFY(server.start().has_value());
    api::ApiEndpoint endpoint = testing::endpointAt(server.baseUrl());
    endpoint.appId = server.appId().toUtf8();
    endpoint.secret = api::Secret(server.secret().toUtf8());
    ApiClient client(*m_network, endpoint, m_clock);
    Arrival<std::optional<api::Customer>> loaded(api::CustomersApi(client).findByIdentifier(u"load-000001"_s));
    REQUIRE_OK(loaded);
    QVERIFY(loaded.result()->has_value());

    const auto listing = api::ConnectionsApi(client).list((*loaded.result())->id);
    QSignalSpy pages(listing.get(), &api::ConnectionListing::pageReady);
    QSignalSpy ended(listing.get(), &api::ConnectionListing::ended);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20'000);

    QCOMPARE(ended.at(0).at(0).value<api::Result<api::ListingSummary>>()->rows, 2'500);
    QCOMPARE(pages.size(), 3);
}

void TestClientAndSandbox::consentsAreListed()
{
    Arrival<api::ConsentPage> listed(api::ConsentsApi(*m_client).list(demoCustomer()));
    REQUIRE_OK(listed);
    QVERIFY(listed.result()->records.size() >= 7);
    QVERIFY(listed.result()->warnings.empty());
}

void TestClientAndSandbox::aConnectionIsCreatedAndFollowedToItsEnd()
{
    const auto document = created(u"fakebank_simple_xf"_s);
    QVERIFY(document.has_value());
    QVERIFY(document->warnings.empty());
    QVERIFY(!document->raw.bytes().contains("secret-"));

    const auto end = reached(document->connection.id, api::StageName::Finish);
    QVERIFY(end.has_value());
    QCOMPARE(end->status.known, api::ConnectionStatus::Active);
    QVERIFY(end->lastAttempt->failErrorClass.valueOr({}).isEmpty());
    QVERIFY(end->lastSuccessAt.hasValue());
    QCOMPARE(end->dailyRefresh.value(), true);
    QCOMPARE(m_sandbox->received("POST"), 1);
}

void TestClientAndSandbox::aQuestionIsAnswered()
{
    const auto document = created(u"fakebank_interactive_xf"_s);
    QVERIFY(document.has_value());
    const api::ConnectionId id = document->connection.id;
    const auto asking = reached(id, api::StageName::Interactive);
    QVERIFY(asking.has_value());
    QCOMPARE(asking->lastAttempt->lastStage->interactiveFieldsNames.value(), QStringList{u"sms"_s});

    api::InteractiveRequest answer;
    answer.credentials = {{u"sms"_s, {api::Secret::copyOf("123456")}, false}};
    Arrival<ConnectionDocument> answered(api::ConnectionsApi(*m_client).interactive(id, answer));
    REQUIRE_OK(answered);

    const auto end = reached(id, api::StageName::Finish);
    QVERIFY(end.has_value());
    QVERIFY(end->lastSuccessAt.hasValue());
}

void TestClientAndSandbox::aWrongPasswordFailsTheAttempt()
{
    const auto document = created(u"fakebank_simple_xf"_s, "wrong");
    QVERIFY(document.has_value());

    const auto end = reached(document->connection.id, api::StageName::Finish);
    QVERIFY(end.has_value());
    QCOMPARE(end->lastAttempt->failErrorClass.value(), u"InvalidCredentials"_s);
    QCOMPARE(end->status.known, api::ConnectionStatus::Inactive);
}

void TestClientAndSandbox::flagsAreUpdated()
{
    const auto document = created(u"fakebank_simple_xf"_s);
    QVERIFY(document.has_value());
    QVERIFY(reached(document->connection.id, api::StageName::Finish).has_value());
    api::UpdateConnectionRequest change;
    change.dailyRefresh = false;
    change.storeCredentials = false;

    Arrival<ConnectionDocument> updated(api::ConnectionsApi(*m_client).update(document->connection.id, change));
    REQUIRE_OK(updated);

    QCOMPARE(updated.result()->connection.dailyRefresh.value(), false);
    QCOMPARE(updated.result()->connection.storeCredentials.value(), false);
}

void TestClientAndSandbox::aConnectionIsMadeInactiveAndReconnected()
{
    const auto document = created(u"fakebank_simple_xf"_s);
    QVERIFY(document.has_value());
    const api::ConnectionId id = document->connection.id;
    QVERIFY(reached(id, api::StageName::Finish).has_value());
    api::UpdateConnectionRequest off;
    off.setInactive = true;
    Arrival<ConnectionDocument> updated(api::ConnectionsApi(*m_client).update(id, off));
    REQUIRE_OK(updated);
    QCOMPARE(updated.result()->connection.status.known, api::ConnectionStatus::Inactive);

    api::ReconnectConnectionRequest again;
    again.consent.scopes = {u"account_details"_s};
    again.credentials = api::Credentials{{u"login"_s, {api::Secret::copyOf("username")}, false},
                                         {u"password"_s, {api::Secret::copyOf("secret")}, false}};
    Arrival<ConnectionDocument> reconnected(api::ConnectionsApi(*m_client).reconnect(id, again));
    REQUIRE_OK(reconnected);

    const auto end = reached(id, api::StageName::Finish);
    QVERIFY(end.has_value());
    QCOMPARE(end->status.known, api::ConnectionStatus::Active);
}

void TestClientAndSandbox::aConnectionIsRefreshedAndThenTooEarly()
{
    QFETCH_GLOBAL(Wire, wire);
    QFETCH_GLOBAL(bool, isSigned);
    // A hundred times as fast: the refresh ends in a moment, yet an hour's pause outlasts the test.
    cleanup();
    m_sandbox = std::make_unique<RunningSandbox>(wire, isSigned, 100);
    m_network = std::make_unique<QNetworkAccessManager>();
    m_client = std::make_unique<ApiClient>(*m_network, m_sandbox->endpoint(), m_clock, testing::hastyLimits());
    const auto document = created(u"fakebank_simple_xf"_s);
    QVERIFY(document.has_value());
    const auto end = reached(document->connection.id, api::StageName::Finish);
    QVERIFY(end.has_value());
    QVERIFY(end->nextRefreshPossibleAt.hasValue());

    Arrival<ConnectionDocument> refreshed(api::ConnectionsApi(*m_client).refresh(document->connection.id));
    QVERIFY(refreshed.wait());

    QVERIFY(!refreshed.ok());
    QCOMPARE(refreshed.error().errorClass, u"ConnectionCannotBeRefreshed"_s);
    QCOMPARE(refreshed.error().httpStatus, 406);
    QCOMPARE(refreshed.error().nextRefreshPossibleAt, end->nextRefreshPossibleAt.value());
}

void TestClientAndSandbox::aConnectionIsRemoved()
{
    const auto document = created(u"fakebank_simple_xf"_s);
    QVERIFY(document.has_value());

    Arrival<api::RemovedConnection> removed(api::ConnectionsApi(*m_client).remove(document->connection.id));
    REQUIRE_OK(removed);
    QVERIFY(removed.result()->removed);
    QCOMPARE(removed.result()->id, document->connection.id);

    Arrival<ConnectionDocument> shown(api::ConnectionsApi(*m_client).show(document->connection.id));
    QVERIFY(shown.wait());
    QCOMPARE(shown.error().errorClass, u"ConnectionNotFound"_s);
    QCOMPARE(m_sandbox->received("DELETE"), 1);
}

void TestClientAndSandbox::whatDoesNotExistIsNotFound()
{
    Arrival<ConnectionDocument> shown(api::ConnectionsApi(*m_client).show(api::ConnectionId(u"987"_s)));
    QVERIFY(shown.wait());
    QCOMPARE(shown.error().kind, api::ErrorKind::Rejected);
    QCOMPARE(shown.error().httpStatus, 404);
    QCOMPARE(shown.error().errorClass, u"ConnectionNotFound"_s);
    QVERIFY(!shown.error().requestId.isEmpty());
}

void TestClientAndSandbox::wrongKeysAreRefused()
{
    api::ApiEndpoint endpoint = m_sandbox->endpoint();
    endpoint.secret = api::Secret::copyOf("wrong");
    ApiClient client(*m_network, endpoint, m_clock, testing::hastyLimits());

    Arrival<api::CustomerPage> listed(api::CustomersApi(client).list());
    QVERIFY(listed.wait());

    QCOMPARE(listed.error().errorClass, u"ApiKeyNotFound"_s);
    QCOMPARE(listed.error().httpStatus, 400);
}

QTEST_GUILESS_MAIN(TestClientAndSandbox)
#include "tst_clientandsandbox.moc"
