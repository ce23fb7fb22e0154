// SPDX-License-Identifier: Apache-2.0
#include "OddMembers.h"
#include "Samples.h"
#include "codec/SessionDecoder.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray oauthSample =
    R"({"connection_id":"111111111111111111","connection_secret":"secret-of-the-connection-sample",)"
    R"("attempt_id":"777777777777777777","token":"token-sample","expires_at":"2020-09-07T10:35:46Z",)"
    R"("redirect_url":"https:\/\/bank.example.com\/authorize?state=1"})";

const QDateTime expiry(QDate(2020, 9, 7), QTime(10, 35, 46), Qt::UTC);

Result<ConnectSession> sessionOf(const QByteArray &members)
{
    return decodeConnectSession(R"({"data":{)" + members + "}}");
}

Result<OAuthSession> oauthOf(const QByteArray &members)
{
    return decodeOAuthSession(R"({"data":{"redirect_url":"https:\/\/x",)" + members + "}}");
}

} // namespace

class TestSessionDecoder : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldOfAConnectSessionIsRead()
    {
        const auto session = sessionOf(
            R"("expires_at":"2020-09-07T10:35:46Z","connect_url":"https:\/\/www.saltedge.com\/connect?token=abc")");
        QVERIFY(session);
        QCOMPARE(session->expiresAt.value(), expiry);
        QCOMPARE(session->connectUrl.reveal(), QByteArrayView("https://www.saltedge.com/connect?token=abc"));
    }

    void everyFieldOfAnOAuthSessionIsRead()
    {
        const Result<OAuthSession> session = decodeOAuthSession(testing::enveloped(oauthSample));
        QVERIFY(session);
        QCOMPARE(session->connectionId.value(), ConnectionId(u"111111111111111111"_s));
        QCOMPARE(session->connectionSecret.value().reveal(), QByteArrayView("secret-of-the-connection-sample"));
        QCOMPARE(session->attemptId.value(), AttemptId(u"777777777777777777"_s));
        QCOMPARE(session->token.value().reveal(), QByteArrayView("token-sample"));
        QCOMPARE(session->expiresAt.value(), expiry);
        QCOMPARE(session->redirectUrl.reveal(), QByteArrayView("https://bank.example.com/authorize?state=1"));
    }

    void onlyTheAddressIsNeeded()
    {
        const Result<ConnectSession> session = sessionOf(R"("connect_url":"https:\/\/x")");
        QVERIFY(session);
        QVERIFY(session->expiresAt.isAbsent());
        const Result<OAuthSession> oauth = oauthOf(R"("new":[1,{"id":2}])");
        QVERIFY(oauth);
        QVERIFY(oauth->connectionId.isAbsent() && oauth->connectionSecret.isAbsent() && oauth->attemptId.isAbsent());
        QVERIFY(oauth->token.isAbsent() && oauth->expiresAt.isAbsent());
    }

    void nullIsNotAbsent()
    {
        const Result<OAuthSession> oauth = oauthOf(
            R"("connection_id":null,"connection_secret":null,"attempt_id":null,"token":null,"expires_at":null)");
        QVERIFY(oauth);
        QVERIFY(oauth->connectionId.isNull() && oauth->connectionSecret.isNull() && oauth->attemptId.isNull());
        QVERIFY(oauth->token.isNull() && oauth->expiresAt.isNull());
        QVERIFY(sessionOf(R"("connect_url":"u","expires_at":null)")->expiresAt.isNull());
    }

    void anAnswerWithoutItsAddressIsNone_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::newRow("absent") << QByteArray(R"("a":1)");
        QTest::newRow("null") << QByteArray(R"("connect_url":null,"redirect_url":null)");
        QTest::newRow("empty") << QByteArray(R"("connect_url":"","redirect_url":"")");
        QTest::newRow("a number") << QByteArray(R"("connect_url":5,"redirect_url":5)");
        QTest::newRow("a list") << QByteArray(R"("connect_url":["s3cr3t"],"redirect_url":["s3cr3t"])");
    }

    void anAnswerWithoutItsAddressIsNone()
    {
        QFETCH(QByteArray, address);
        const QByteArray body = R"({"data":{"token":"s3cr3t",)" + address + "}}";
        const Result<ConnectSession> session = decodeConnectSession(body);
        const Result<OAuthSession> oauth = decodeOAuthSession(body);
        QVERIFY(!session && !oauth);
        QCOMPARE(session.error().kind, ErrorKind::Malformed);
        QCOMPARE(oauth.error().kind, ErrorKind::Malformed);
        QVERIFY(session.error().message.contains("connect_url"_L1));
        QVERIFY(oauth.error().message.contains("redirect_url"_L1));
        QVERIFY(!session.error().message.contains("s3cr3t"_L1) && !oauth.error().message.contains("s3cr3t"_L1));
    }

    void aBodyThatIsNoEnvelopeIsNone_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("empty") << QByteArray() << ErrorKind::Malformed;
        QTest::newRow("list") << QByteArray("[]") << ErrorKind::Malformed;
        QTest::newRow("data is a list") << QByteArray(R"({"data":[{"connect_url":"u"}]})") << ErrorKind::Malformed;
        QTest::newRow("html") << QByteArray("<html>") << ErrorKind::Malformed;
        QTest::newRow("cut") << QByteArray("{\"data\":{\"connect_url\":\"u") << ErrorKind::Malformed;
        QTest::newRow("deep") << testing::nested(10'000) << ErrorKind::TooLarge;
    }

    void aBodyThatIsNoEnvelopeIsNone()
    {
        QFETCH(QByteArray, body);
        QFETCH(ErrorKind, kind);
        QCOMPARE(decodeConnectSession(body).error().kind, kind);
        QCOMPARE(decodeOAuthSession(body).error().kind, kind);
    }

    void addressesKeepEveryCharacter_data() { testing::addOddTexts(); }

    void addressesKeepEveryCharacter()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const QByteArray text = "\"https:\\/\\/x\\/" + json + '"';
        const QByteArray address = "https://x/" + expected.toUtf8();
        QCOMPARE(sessionOf(R"("connect_url":)" + text)->connectUrl.reveal(), QByteArrayView(address));
        const Result<OAuthSession> oauth =
            decodeOAuthSession(R"({"data":{"redirect_url":)" + text + R"(,"token":)" + text + "}}");
        QCOMPARE(oauth->redirectUrl.reveal(), QByteArrayView(address));
        QCOMPARE(oauth->token.value().reveal(), QByteArrayView(address));
    }

    void momentsAreReadInEveryForm_data() { testing::addOddMoments(); }

    void momentsAreReadInEveryForm()
    {
        QFETCH(QByteArray, json);
        QFETCH(QDateTime, expected);
        QCOMPARE(sessionOf(R"("connect_url":"u","expires_at":)" + json)->expiresAt.value(), expected);
        QCOMPARE(oauthOf(R"("expires_at":)" + json)->expiresAt.value(), expected);
    }

    void idsMayBeNumbers_data() { testing::addOddIds(); }

    void idsMayBeNumbers()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const Result<OAuthSession> oauth = oauthOf(R"("connection_id":)" + json + R"(,"attempt_id":)" + json);
        QCOMPARE(oauth->connectionId.value().toString(), expected);
        QCOMPARE(oauth->attemptId.value().toString(), expected);
    }
};

QTEST_APPLESS_MAIN(TestSessionDecoder)
#include "tst_sessiondecoder.moc"
