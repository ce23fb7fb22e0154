// SPDX-License-Identifier: Apache-2.0
#include "ApiFixture.h"
#include "resources/ConnectSessionsApi.h"
#include "resources/OAuthProvidersApi.h"

#include <QTest>

#include <functional>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::ApiFixture;
using testing::Arrival;

using StartSession = std::function<Call<ConnectSession>(const ConnectSessionsApi &)>;
using StartOAuth = std::function<Call<OAuthSession>(const OAuthProvidersApi &)>;
Q_DECLARE_METATYPE(StartSession)
Q_DECLARE_METATYPE(StartOAuth)

namespace {

const QDateTime expiry(QDate(2020, 9, 7), QTime(10, 35, 46), Qt::UTC);

} // namespace

/// What sends the customer's browser somewhere: the Connect widget and the pages of banks.
class TestRedirectApis : public QObject
{
    Q_OBJECT

private slots:
    void aSessionIsAnsweredWithItsAddress_data()
    {
        QTest::addColumn<StartSession>("start");
        QTest::newRow("create") << StartSession([](const ConnectSessionsApi &api) { return api.create({}); });
        QTest::newRow("reconnect") << StartSession([](const ConnectSessionsApi &api) { return api.reconnect({}); });
        QTest::newRow("refresh") << StartSession([](const ConnectSessionsApi &api) { return api.refresh({}); });
    }

    void aSessionIsAnsweredWithItsAddress()
    {
        QFETCH(StartSession, start);
        ApiFixture api;
        api.network.answerJson(R"({"data":{"expires_at":"2020-09-07T10:35:46Z","connect_url":"https:\/\/x\/c?t=1"}})");
        Arrival<ConnectSession> arrival(start(ConnectSessionsApi(api.client)));
        QVERIFY(arrival.wait());
        QVERIFY(arrival.ok());
        QCOMPARE(arrival.result()->connectUrl.reveal(), QByteArrayView("https://x/c?t=1"));
        QCOMPARE(arrival.result()->expiresAt.value(), expiry);
    }

    void aBanksPageIsAnsweredWithItsConnection_data()
    {
        QTest::addColumn<StartOAuth>("start");
        QTest::newRow("create") << StartOAuth([](const OAuthProvidersApi &api) { return api.create({}); });
        QTest::newRow("reconnect") << StartOAuth([](const OAuthProvidersApi &api) { return api.reconnect({}); });
    }

    void aBanksPageIsAnsweredWithItsConnection()
    {
        QFETCH(StartOAuth, start);
        ApiFixture api;
        api.network.answerJson(R"({"data":{"connection_id":111,"attempt_id":"777","token":"t","connection_secret":"s",)"
                               R"("expires_at":"2020-09-07T10:35:46Z","redirect_url":"https:\/\/bank\/a"}})");
        Arrival<OAuthSession> arrival(start(OAuthProvidersApi(api.client)));
        QVERIFY(arrival.wait());
        QVERIFY(arrival.ok());
        QCOMPARE(arrival.result()->connectionId.value(), ConnectionId(u"111"_s));
        QCOMPARE(arrival.result()->attemptId.value(), AttemptId(u"777"_s));
        QCOMPARE(arrival.result()->redirectUrl.reveal(), QByteArrayView("https://bank/a"));
        QCOMPARE(arrival.result()->token.value().reveal(), QByteArrayView("t"));
        QCOMPARE(arrival.result()->connectionSecret.value().reveal(), QByteArrayView("s"));
        QCOMPARE(arrival.result()->expiresAt.value(), expiry);
    }

    void anAuthorisationIsAnsweredWithTheConnection()
    {
        ApiFixture api;
        api.network.answerJson(R"({"data":{"id":"111","status":"active","secret":"s3cr3t"}})");
        Arrival<ConnectionDocument> arrival(
            OAuthProvidersApi(api.client).authorize({ConnectionId(u"111"_s), Secret::copyOf("code=1")}));
        QVERIFY(arrival.wait());
        QVERIFY(arrival.ok());
        QCOMPARE(arrival.result()->connection.id, ConnectionId(u"111"_s));
        QVERIFY(!arrival.result()->raw.bytes().contains("s3cr3t"));
    }

    void aWrongModeIsAClearNo()
    {
        ApiFixture api;
        api.network.answerJson(R"({"error":{"class":"WrongProviderMode","message":"m"},"request":{"x":"s3cr3t"}})",
                               400);
        Arrival<OAuthSession> arrival(OAuthProvidersApi(api.client).create({}));
        QVERIFY(arrival.wait());
        QCOMPARE(arrival.error().errorClass, u"WrongProviderMode"_s);
        QCOMPARE(arrival.error().message, u"m"_s);
        QVERIFY(!arrival.error().outcomeUnknown);
    }
};

QTEST_GUILESS_MAIN(TestRedirectApis)
#include "tst_redirectapis.moc"
