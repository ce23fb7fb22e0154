// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include <QTest>
#include <QUrlQuery>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;
using std::chrono::minutes;
using std::chrono::seconds;

/// Reference 4.8 and 5.3.
class OAuthHandlersTest : public QObject
{
    Q_OBJECT

private slots:
    void createNamesThePageAndWaits();
    void createRefusesWhatIsWrong_data();
    void createRefusesWhatIsWrong();
    void allowingLetsItGoOn();
    void denyingEndsIt();
    void whoNeverDecidesRunsIntoATimeout();
    void aDecisionCountsOnce();
    void theClientsOwnRegistrationNeedsAuthorize();
    void aDenialIsHandedOverToo();
    void authorizeRefusesWhatTheBankDidNotSay_data();
    void authorizeRefusesWhatTheBankDidNotSay();
    void authorizeIsRefusedByState_data();
    void authorizeIsRefusedByState();
    void reconnectAsksAgain();
    void reconnectRefusesWhatIsWrong_data();
    void reconnectRefusesWhatIsWrong();
    void credentialsAreOfNoUseHere();
    void refreshNeedsNoVisit();
    void unknownPagesAreNotFound();

private:
    struct Visit
    {
        QString connectionId;
        QString url;

        [[nodiscard]] QString path() const { return u"/connections/"_s + connectionId; }
    };
    static Visit begin(Desk &desk, const QString &bank = u"fakebank_oauth_xf"_s, bool returnId = false);
    static QUrl decide(Desk &desk, const Visit &visit, const QByteArray &decision);
    static Answer authorize(Desk &desk, const QString &connectionId, const QString &query)
    {
        return desk.putData(u"/oauth_providers/authorize"_s,
                            {{u"connection_id"_s, connectionId}, {u"query_string"_s, query}});
    }
    static QString clientBank() { return u"fake_oauth_client_xf"_s; }
};

OAuthHandlersTest::Visit OAuthHandlersTest::begin(Desk &desk, const QString &bank, bool returnId)
{
    QJsonObject data = desk.oauthData(bank);
    data.insert(u"return_connection_id"_s, returnId);
    const QJsonObject reply = desk.postData(u"/oauth_providers/create"_s, data).data();
    return {reply.value("connection_id"_L1).toString(), reply.value("redirect_url"_L1).toString()};
}

/// Where the browser is sent after the decision.
QUrl OAuthHandlersTest::decide(Desk &desk, const Visit &visit, const QByteArray &decision)
{
    const Answer answer = desk.browse(visit.url, "decision=" + decision);
    return answer.status() == 303 ? QUrl::fromEncoded(answer.header("Location")) : QUrl();
}

void OAuthHandlersTest::createNamesThePageAndWaits()
{
    Desk desk;
    const Answer created = desk.postData(u"/oauth_providers/create"_s, desk.oauthData());
    QCOMPARE(created.status(), 200);
    QCOMPARE(created.data().keys().join(u' '),
             u"attempt_id connection_id connection_secret expires_at redirect_url token"_s);
    QCOMPARE(created.data().value("expires_at"_L1), u"2026-11-23T00:09:00Z"_s);
    const QString id = created.data().value("connection_id"_L1).toString();
    const Answer shown = desk.get(u"/connections/"_s + id);
    QCOMPARE(shown.attempt().value("id"_L1), created.data().value("attempt_id"_L1));
    QCOMPARE(shown.data().value("secret"_L1), created.data().value("connection_secret"_L1));
    desk.pass(minutes(8));
    QCOMPARE(desk.get(u"/connections/"_s + id).stage(), u"connect"_s);
    const Answer page = desk.browse(created.data().value("redirect_url"_L1).toString());
    QCOMPARE(page.status(), 200);
    QVERIFY(page.reply.contentType.startsWith("text/html"));
    QVERIFY(page.reply.body.contains("Fake Bank with OAuth"));
    QVERIFY(page.reply.body.contains("Allow") && page.reply.body.contains("Deny"));
}

void OAuthHandlersTest::createRefusesWhatIsWrong_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("errorClass");
    const QJsonValue absent(QJsonValue::Undefined);
    const QString format = u"WrongRequestFormat"_s;
    QTest::newRow("no consent") << u"consent"_s << absent << format;
    QTest::newRow("no customer") << u"customer_id"_s << absent << format;
    QTest::newRow("unknown customer") << u"customer_id"_s << QJsonValue(u"987"_s) << u"CustomerNotFound"_s;
    QTest::newRow("no bank") << u"provider_code"_s << QJsonValue(u"x_xf"_s) << u"ProviderNotFound"_s;
    QTest::newRow("country") << u"country_code"_s << QJsonValue(u"LT"_s) << u"ProviderNotFound"_s;
    QTest::newRow("web bank") << u"provider_code"_s << QJsonValue(u"fakebank_simple_xf"_s) << u"WrongProviderMode"_s;
    QTest::newRow("return") << u"attempt"_s << QJsonValue(QJsonObject{{u"return_to"_s, u"nowhere"_s}})
                            << u"ReturnURLInvalid"_s;
    QTest::newRow("long return") << u"attempt"_s
                                 << QJsonValue(QJsonObject{
                                        {u"return_to"_s, QString(u"http://a/"_s).leftJustified(2041, u'x')}})
                                 << u"ReturnURLTooLong"_s;
    QTest::newRow("credentials") << u"credentials"_s << QJsonValue(QJsonObject()) << format;
    QTest::newRow("period") << u"consent"_s
                            << QJsonValue(
                                   QJsonObject{{u"scopes"_s, QJsonArray{u"account_details"_s}}, {u"period_days"_s, 91}})
                            << u"InvalidAispConsentPeriod"_s;
}

void OAuthHandlersTest::createRefusesWhatIsWrong()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    Desk desk;
    QJsonObject data = desk.oauthData();
    const QString list = u"/connections?customer_id="_s + data.value("customer_id"_L1).toString();
    if (value.isUndefined()) {
        data.remove(name);
    } else {
        data.insert(name, value);
    }
    QTEST(desk.postData(u"/oauth_providers/create"_s, data).errorClass(), "errorClass");
    QCOMPARE(desk.get(list).rows().size(), 0);
}

void OAuthHandlersTest::allowingLetsItGoOn()
{
    Desk desk;
    const Visit visit = begin(desk, u"fakebank_oauth_xf"_s, true);
    const QUrl back = decide(desk, visit, "allow");
    QCOMPARE(back.toString(QUrl::RemoveQuery), u"http://localhost:39017/return"_s);
    QCOMPARE(QUrlQuery(back).queryItems(),
             (QList<std::pair<QString, QString>>{{u"connection_id"_s, visit.connectionId}}));
    QCOMPARE(desk.get(visit.path()).stage(), u"fetch_accounts"_s);
    desk.pass(minutes(1));
    const Answer done = desk.get(visit.path());
    QCOMPARE(done.data().value("status"_L1), u"active"_s);
    QCOMPARE(done.attempt().value("fail_error_class"_L1), QJsonValue());
    QCOMPARE(done.attempt().value("user_present"_L1), QJsonValue(true));
    QCOMPARE(desk.get(u"/accounts?connection_id="_s + visit.connectionId).rows().size(), 2);
}

void OAuthHandlersTest::denyingEndsIt()
{
    Desk desk;
    const Visit visit = begin(desk);
    const QUrlQuery back(decide(desk, visit, "deny"));
    QCOMPARE(back.queryItemValue(u"error_class"_s), u"ProviderAccessNotGranted"_s);
    QVERIFY(!back.hasQueryItem(u"connection_id"_s));
    const Answer shown = desk.get(visit.path());
    QCOMPARE(shown.attempt().value("fail_error_class"_L1), u"ProviderAccessNotGranted"_s);
    QCOMPARE(shown.data().value("status"_L1), u"inactive"_s);
}

void OAuthHandlersTest::whoNeverDecidesRunsIntoATimeout()
{
    Desk desk;
    const Visit visit = begin(desk);
    desk.pass(seconds(539));
    QCOMPARE(desk.get(visit.path()).attempt().value("finished"_L1), QJsonValue(false));
    desk.pass(seconds(1));
    QCOMPARE(desk.get(visit.path()).attempt().value("fail_error_class"_L1), u"InteractiveTimeout"_s);
    QCOMPARE(desk.browse(visit.url).status(), 410);
    QVERIFY(decide(desk, visit, "allow").isEmpty());
    QCOMPARE(desk.get(visit.path()).attempt().value("fail_error_class"_L1), u"InteractiveTimeout"_s);
}

void OAuthHandlersTest::aDecisionCountsOnce()
{
    Desk desk;
    for (const QString &bank : {u"fakebank_oauth_xf"_s, clientBank()}) {
        const Visit visit = begin(desk, bank);
        QCOMPARE(desk.browse(visit.url, "decision=perhaps").status(), 200);
        QVERIFY(!decide(desk, visit, "allow").isEmpty());
        QCOMPARE(desk.browse(visit.url, "decision=deny").status(), 410);
        QCOMPARE(desk.get(visit.path()).attempt().value("fail_error_class"_L1), QJsonValue());
    }
}

void OAuthHandlersTest::theClientsOwnRegistrationNeedsAuthorize()
{
    Desk desk;
    const Visit visit = begin(desk, clientBank(), true);
    const QUrl back = decide(desk, visit, "allow");
    QVERIFY(QUrlQuery(back).hasQueryItem(u"code"_s) && QUrlQuery(back).hasQueryItem(u"state"_s));
    desk.pass(minutes(1));
    QCOMPARE(desk.get(visit.path()).stage(), u"connect"_s);
    const Answer taken = authorize(desk, visit.connectionId, back.query());
    QVERIFY2(taken.status() == 200, qPrintable(taken.message()));
    QCOMPARE(taken.stage(), u"interactive"_s);
    QCOMPARE(authorize(desk, visit.connectionId, back.query()).errorClass(), u"ConnectionAlreadyAuthorized"_s);
    const QJsonObject code{{u"confirmation_code"_s, u"123456"_s}};
    QCOMPARE(desk.putData(visit.path() + u"/interactive"_s, {{u"credentials"_s, code}}).status(), 200);
    desk.pass(minutes(1));
    QCOMPARE(desk.get(visit.path()).data().value("status"_L1), u"active"_s);
    QVERIFY(desk.get(visit.path()).data().value("last_success_at"_L1).isString());
}

void OAuthHandlersTest::aDenialIsHandedOverToo()
{
    Desk desk;
    const Visit visit = begin(desk, clientBank());
    const QUrl back = decide(desk, visit, "deny");
    QCOMPARE(QUrlQuery(back).queryItemValue(u"error"_s), u"access_denied"_s);
    QCOMPARE(desk.get(visit.path()).attempt().value("finished"_L1), QJsonValue(false));
    const Answer taken = authorize(desk, visit.connectionId, back.query());
    QCOMPARE(taken.status(), 200);
    QCOMPARE(taken.attempt().value("fail_error_class"_L1), u"ProviderAccessNotGranted"_s);
}

void OAuthHandlersTest::authorizeRefusesWhatTheBankDidNotSay_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("empty") << QString();
    QTest::newRow("other code") << u"code=1&state=%2"_s;
    QTest::newRow("other state") << u"code=%1&state=1"_s;
    QTest::newRow("no state") << u"code=%1"_s;
    QTest::newRow("no code") << u"state=%2"_s;
    QTest::newRow("both") << u"code=%1&error=access_denied&state=%2"_s;
    QTest::newRow("question mark") << u"?code=%1&state=%2"_s;
}

void OAuthHandlersTest::authorizeRefusesWhatTheBankDidNotSay()
{
    QFETCH(QString, query);
    Desk desk;
    const Visit visit = begin(desk, clientBank());
    const QUrlQuery said(decide(desk, visit, "allow"));
    query.replace(u"%1"_s, said.queryItemValue(u"code"_s)).replace(u"%2"_s, said.queryItemValue(u"state"_s));
    QCOMPARE(authorize(desk, visit.connectionId, query).errorClass(), u"WrongRequestFormat"_s);
    QCOMPARE(authorize(desk, visit.connectionId, said.query()).status(), 200);
}

void OAuthHandlersTest::authorizeIsRefusedByState_data()
{
    QTest::addColumn<QString>("bank");
    QTest::addColumn<int>("secondsLater");
    QTest::addColumn<QString>("errorClass");
    QTest::newRow("web") << u"fakebank_simple_xf"_s << 0 << u"WrongProviderMode"_s;
    QTest::newRow("salt edge's registration") << u"fakebank_oauth_xf"_s << 0 << u"WrongProviderMode"_s;
    QTest::newRow("nobody decided") << clientBank() << 0 << u"WrongRequestFormat"_s;
    QTest::newRow("too late") << clientBank() << 541 << u"InteractiveTimeout"_s;
    QTest::newRow("unknown") << QString() << 0 << u"ConnectionNotFound"_s;
}

void OAuthHandlersTest::authorizeIsRefusedByState()
{
    QFETCH(QString, bank);
    QFETCH(int, secondsLater);
    Desk desk;
    const QString id = bank.isEmpty()                    ? u"987"_s
                       : bank == "fakebank_simple_xf"_L1 ? desk.fetchedConnection()
                                                         : begin(desk, bank).connectionId;
    desk.pass(seconds(secondsLater));
    QTEST(authorize(desk, id, u"code=1&state=2"_s).errorClass(), "errorClass");
}

void OAuthHandlersTest::reconnectAsksAgain()
{
    Desk desk;
    const Visit visit = begin(desk);
    (void)decide(desk, visit, "deny");
    QJsonObject data = desk.oauthData();
    data = {{u"connection_id"_s, visit.connectionId},
            {u"consent"_s, data.value("consent"_L1)},
            {u"attempt"_s, data.value("attempt"_L1)}};
    const Answer again = desk.postData(u"/oauth_providers/reconnect"_s, data);
    QCOMPARE(again.status(), 200);
    QCOMPARE(again.data().value("connection_id"_L1), visit.connectionId);
    const QString url = again.data().value("redirect_url"_L1).toString();
    QVERIFY(url != visit.url);
    QCOMPARE(desk.postData(u"/oauth_providers/reconnect"_s, data).errorClass(), u"ConnectionAlreadyProcessing"_s);
    QCOMPARE(desk.browse(visit.url).status(), 410);
    QVERIFY(!decide(desk, {visit.connectionId, url}, "allow").isEmpty());
    desk.pass(minutes(1));
    QCOMPARE(desk.get(visit.path()).data().value("status"_L1), u"active"_s);
}

void OAuthHandlersTest::reconnectRefusesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("errorClass");
    const QByteArray consent = R"("consent":{"scopes":["account_details"]})";
    QTest::newRow("no consent") << QByteArray(R"("connection_id":"111111111111111111")") << u"WrongRequestFormat"_s;
    QTest::newRow("no connection") << consent << u"WrongRequestFormat"_s;
    QTest::newRow("unknown") << R"("connection_id":"987",)" + consent << u"ConnectionNotFound"_s;
    QTest::newRow("web") << R"("connection_id":"111111111111111111",)" + consent << u"WrongProviderMode"_s;
}

void OAuthHandlersTest::reconnectRefusesWhatIsWrong()
{
    QFETCH(QByteArray, members);
    Desk desk;
    QTEST(desk.post(u"/oauth_providers/reconnect"_s, "{\"data\":{" + members + "}}").errorClass(), "errorClass");
}

void OAuthHandlersTest::credentialsAreOfNoUseHere()
{
    Desk desk;
    QJsonObject data = desk.oauthData();
    const Answer created = desk.postData(u"/connections"_s, data);
    QCOMPARE(created.errorClass(), u"WrongProviderMode"_s);
    QCOMPARE(created.status(), 400);
    const Visit visit = begin(desk);
    (void)decide(desk, visit, "deny");
    data = {{u"consent"_s, data.value("consent"_L1)}};
    QCOMPARE(desk.putData(visit.path() + u"/reconnect"_s, data).errorClass(), u"WrongProviderMode"_s);
}

void OAuthHandlersTest::refreshNeedsNoVisit()
{
    Desk desk;
    const Visit visit = begin(desk);
    (void)decide(desk, visit, "allow");
    desk.pass(minutes(20));
    QCOMPARE(desk.put(visit.path() + u"/refresh"_s, {}).status(), 200);
    desk.pass(minutes(1));
    QCOMPARE(desk.get(visit.path()).attempt().value("success_at"_L1).isString(), true);
}

void OAuthHandlersTest::unknownPagesAreNotFound()
{
    Desk desk;
    const Visit visit = begin(desk);
    QCOMPARE(desk.browse(u"http://127.0.0.1:1/bank/guess"_s).status(), 404);
    QCOMPARE(desk.remove(visit.path()).status(), 200);
    QCOMPARE(desk.browse(visit.url).status(), 404);
}

QTEST_APPLESS_MAIN(OAuthHandlersTest)
#include "tst_oauthhandlers.moc"
