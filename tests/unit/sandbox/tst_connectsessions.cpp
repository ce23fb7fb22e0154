// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include <QTest>
#include <QUrlQuery>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// Reference 4.9: the three routes and the page that their `connect_url` names.
class ConnectSessionsTest : public QObject
{
    Q_OBJECT

private slots:
    void theReplyNamesThePage_data();
    void theReplyNamesThePage();
    void wrongSessionsAreRefused_data();
    void wrongSessionsAreRefused();
    void aRefreshSessionIsRefusedByState_data();
    void aRefreshSessionIsRefusedByState();
    void thePageHasTheBanksFields();
    void sendingTheFormConnects();
    void whatTheSessionSaysHolds();
    void aWrongFormSaysWhy();
    void reconnectTakesNewCredentials();
    void refreshAsksForNothing();
    void thePersonChoosesTheBank_data();
    void thePersonChoosesTheBank();
    void aBankThatIsNotOfferedIsNotTaken();
    void banksWithAPageOfTheirOwnAreVisited();
    void thePageMustBeOpenedSoon_data();
    void thePageMustBeOpenedSoon();
    void thePageIsUsedOnce();

private:
    static QJsonObject createData(Desk &desk, const QString &bank = u"fakebank_simple_xf"_s);
    static QString open(Desk &desk, const QString &what, const QJsonObject &data)
    {
        return desk.postData(u"/connect_sessions/"_s + what, data).data().value("connect_url"_L1).toString();
    }
    static QJsonArray connections(Desk &desk)
    {
        return desk.get(u"/connections?customer_id="_s + desk.customer(u"helpdesk-000112"_s)).rows();
    }
    static constexpr const char *goodForm = "field-login=username&field-password=secret";
};

QJsonObject ConnectSessionsTest::createData(Desk &desk, const QString &bank)
{
    QJsonObject data = desk.oauthData(bank);
    data.remove(u"country_code"_s);
    return data;
}

void ConnectSessionsTest::theReplyNamesThePage_data()
{
    QTest::addColumn<QByteArray>("members");
    const QByteArray consent = R"("consent":{"scopes":["account_details"]})";
    const QByteArray rest = R"(,"attempt":{"locale":"en"},"daily_refresh":true,"return_connection_id":true,)"
                            R"("return_error_class":true,"javascript_callback_type":"iframe","categorization":"none",)"
                            R"("include_fake_providers":true,"lost_connection_notify":true,"connect_template":"x",)"
                            R"("theme":"dark","provider_modes":["web","oauth"],"show_connect_overview":true)";
    const QByteArray strategies = R"(,"show_consent_confirmation":false,"credentials_strategy":"ask")";
    QTest::newRow("create") << R"("customer_id":"222222222222222222","allowed_countries":["XF","RO"],)"
                               R"("disable_provider_search":true,)" +
                                   consent + rest + strategies;
    QTest::newRow("reconnect") << R"("connection_id":"111111111111111111","override_credentials_strategy":"ask",)" +
                                      consent + rest + strategies;
    QTest::newRow("refresh") << R"("connection_id":"%1")" + rest;
}

void ConnectSessionsTest::theReplyNamesThePage()
{
    QFETCH(QByteArray, members);
    Desk desk;
    members.replace("%1", desk.connection(u"helpdesk-000101"_s, u"fakebank_simple_xf"_s).toLatin1());
    const QString path = u"/connect_sessions/"_s + QLatin1String(QTest::currentDataTag());
    const Answer answer = desk.post(path, "{\"data\":{" + members + "}}");
    QVERIFY2(answer.status() == 200, qPrintable(answer.message()));
    QCOMPARE(answer.data().keys(), (QStringList{u"connect_url"_s, u"expires_at"_s}));
    QCOMPARE(answer.data().value("expires_at"_L1), u"2026-11-23T00:01:00Z"_s);
    const QString url = answer.data().value("connect_url"_L1).toString();
    QVERIFY2(url.startsWith(u"http://127.0.0.1:1/connect/"_s), qPrintable(url));
    const Answer page = desk.browse(url);
    QCOMPARE(page.status(), 200);
    QVERIFY(page.reply.contentType.startsWith("text/html"));
}

void ConnectSessionsTest::wrongSessionsAreRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("errorClass");
    const QString format = u"WrongRequestFormat"_s;
    const QByteArray consent = R"("consent":{"scopes":["account_details"]})";
    const QByteArray demo = R"("customer_id":"222222222222222222",)" + consent;
    const auto row = [](const char *name, const char *what, const QByteArray &members, const QString &errorClass) {
        QTest::newRow(name) << QString::fromLatin1(what) << members << errorClass;
    };
    row("no customer", "create", consent, format);
    row("no consent", "create", R"("customer_id":"222222222222222222")", format);
    row("unknown customer", "create", R"("customer_id":"987",)" + consent, u"CustomerNotFound"_s);
    row("unknown bank", "create", demo + R"(,"provider_code":"x_xf")", u"ProviderNotFound"_s);
    row("bank off", "create", demo + R"(,"provider_code":"old_savings_bank_de")", u"ProviderDisabled"_s);
    row("unknown country", "create", demo + R"(,"allowed_countries":["XF","ZZ"])", u"CountryNotFound"_s);
    row("mode", "create", demo + R"(,"provider_modes":["fax"])", format);
    row("theme", "create", demo + R"(,"theme":"pink")", format);
    row("credentials", "create", demo + R"(,"credentials":{})", format);
    row("scopes", "create", demo + R"(,"attempt":{"fetch_scopes":["transactions"]})", u"FetchScopesInvalid"_s);
    row("not granted", "create", demo + R"(,"attempt":{"fetch_scopes":["holder_info"]})", u"FetchScopesNotAllowed"_s);
    row("return", "create", demo + R"(,"attempt":{"return_to":"x"})", u"ReturnURLInvalid"_s);
    row("reconnect unknown", "reconnect", R"("connection_id":"987",)" + consent, u"ConnectionNotFound"_s);
    row("reconnect consent", "reconnect", R"("connection_id":"111111111111111111")", format);
    row("refresh consent", "refresh", R"("connection_id":"111111111111111111",)" + consent, format);
    row("refresh inactive", "refresh", R"("connection_id":"111111111111111111")", u"ConnectionCannotBeRefreshed"_s);
}

void ConnectSessionsTest::wrongSessionsAreRefused()
{
    QFETCH(QString, what);
    QFETCH(QByteArray, members);
    Desk desk;
    QTEST(desk.post(u"/connect_sessions/"_s + what, "{\"data\":{" + members + "}}").errorClass(), "errorClass");
}

void ConnectSessionsTest::aRefreshSessionIsRefusedByState_data()
{
    QTest::addColumn<QString>("identifier");
    QTest::addColumn<QString>("errorClass");
    QTest::newRow("running") << u"helpdesk-000103"_s << u"ConnectionAlreadyProcessing"_s;
    QTest::newRow("too early") << u"helpdesk-000105"_s << u"ConnectionCannotBeRefreshed"_s;
    QTest::newRow("consent expired") << u"helpdesk-000107"_s << u"AispConsentExpired"_s;
    QTest::newRow("consent revoked") << u"helpdesk-000108"_s << u"AispConsentRevoked"_s;
    QTest::newRow("disabled") << u"helpdesk-000109"_s << u"ConnectionDisabled"_s;
}

void ConnectSessionsTest::aRefreshSessionIsRefusedByState()
{
    QFETCH(QString, identifier);
    Desk desk;
    const QString id = desk.connection(identifier, u"fakebank_simple_xf"_s);
    QTEST(desk.postData(u"/connect_sessions/refresh"_s, {{u"connection_id"_s, id}}).errorClass(), "errorClass");
}

void ConnectSessionsTest::thePageHasTheBanksFields()
{
    Desk desk;
    const QByteArray page = desk.browse(open(desk, u"create"_s, createData(desk))).reply.body;
    QVERIFY(page.contains("Fakebank Simple"));
    QVERIFY(page.contains("name=\"field-login\" type=\"text\""));
    QVERIFY(page.contains("name=\"field-password\" type=\"password\""));
}

void ConnectSessionsTest::sendingTheFormConnects()
{
    Desk desk;
    QJsonObject data = createData(desk);
    data.insert(u"return_connection_id"_s, true);
    const QString url = open(desk, u"create"_s, data);
    QCOMPARE(connections(desk).size(), 0);
    const Answer sent = desk.browse(url, goodForm);
    QCOMPARE(sent.status(), 303);
    const QJsonArray rows = connections(desk);
    QCOMPARE(rows.size(), 1);
    const QString id = rows.first().toObject().value("id"_L1).toString();
    QCOMPARE(sent.header("Location"), "http://localhost:39017/return?connection_id=" + id.toLatin1());
    desk.pass(minutes(1));
    QCOMPARE(desk.get(u"/connections/"_s + id).data().value("status"_L1), u"active"_s);
}

void ConnectSessionsTest::whatTheSessionSaysHolds()
{
    Desk desk;
    QJsonObject data = createData(desk);
    data.insert(u"daily_refresh"_s, true);
    data.insert(u"categorization"_s, u"none"_s);
    data.insert(u"credentials_strategy"_s, u"do_not_store"_s);
    QCOMPARE(desk.browse(open(desk, u"create"_s, data), goodForm).header("Location"),
             QByteArray("http://localhost:39017/return"));
    const QJsonObject made = connections(desk).first().toObject();
    QCOMPARE(made.value("daily_refresh"_L1), QJsonValue(true));
    QCOMPARE(made.value("categorization"_L1), u"none"_s);
    QCOMPARE(made.value("store_credentials"_L1), QJsonValue(false));
    QCOMPARE(made.value("last_attempt"_L1).toObject().value("user_present"_L1), QJsonValue(true));
}

void ConnectSessionsTest::aWrongFormSaysWhy()
{
    Desk desk;
    QCOMPARE(desk.postData(u"/connections"_s, desk.createData()).status(), 200);
    const QString url = open(desk, u"create"_s, createData(desk));
    const Answer refused = desk.browse(url, goodForm);
    QCOMPARE(refused.status(), 422);
    QVERIFY(refused.reply.body.contains("You have already used these credentials"));
    QCOMPARE(connections(desk).size(), 1);
    QCOMPARE(desk.browse(url, "field-login=other&field-password=secret").status(), 303);
    QCOMPARE(connections(desk).size(), 2);
}

void ConnectSessionsTest::reconnectTakesNewCredentials()
{
    Desk desk;
    QJsonObject data{{u"connection_id"_s, desk.connection(u"helpdesk-000102"_s, u"fakebank_simple_xf"_s)},
                     {u"consent"_s, desk.createData().value("consent"_L1)}};
    // The connection was made with another login.
    QCOMPARE(desk.browse(open(desk, u"reconnect"_s, data), goodForm).status(), 422);
    data.insert(u"override_credentials_strategy"_s, u"override"_s);
    const Answer done = desk.browse(open(desk, u"reconnect"_s, data), goodForm);
    QCOMPARE(done.status(), 200);
    QVERIFY(done.reply.body.contains("close this page"));
    desk.pass(minutes(1));
    const Answer shown = desk.get(u"/connections/"_s + data.value("connection_id"_L1).toString());
    QCOMPARE(shown.data().value("status"_L1), u"active"_s);
}

void ConnectSessionsTest::refreshAsksForNothing()
{
    Desk desk;
    const QString id = desk.connection(u"helpdesk-000101"_s, u"fakebank_simple_xf"_s);
    const QString url = open(desk, u"refresh"_s, {{u"connection_id"_s, id}});
    QVERIFY(!desk.browse(url).reply.body.contains("<input"));
    QCOMPARE(desk.browse(url, "go=1").status(), 200);
    QCOMPARE(desk.get(u"/connections/"_s + id).stage(), u"start"_s);
}

void ConnectSessionsTest::thePersonChoosesTheBank_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QByteArray>("out");
    const QByteArray simple = "?bank=fakebank_simple_xf";
    const QByteArray real = "?bank=revolut_lt";
    QTest::newRow("no fakes") << u"include_fake_providers"_s << QJsonValue(false) << real << simple;
    QTest::newRow("fakes") << u"include_fake_providers"_s << QJsonValue(true) << simple
                           << QByteArray("old_savings_bank_de");
    QTest::newRow("country") << u"allowed_countries"_s << QJsonValue(QJsonArray{u"XF"_s}) << simple << real;
    QTest::newRow("mode") << u"provider_modes"_s << QJsonValue(QJsonArray{u"oauth"_s})
                          << QByteArray("?bank=fakebank_oauth_xf") << simple;
}

void ConnectSessionsTest::thePersonChoosesTheBank()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QFETCH(QByteArray, in);
    QFETCH(QByteArray, out);
    Desk desk;
    QJsonObject data = createData(desk);
    data.remove(u"provider_code"_s);
    data.insert(u"include_fake_providers"_s, true);
    data.insert(member, value);
    const QString url = open(desk, u"create"_s, data);
    const QByteArray page = desk.browse(url).reply.body;
    QVERIFY(page.contains(in));
    QVERIFY(!page.contains(out));
    const Answer form = desk.browse(url + QString::fromLatin1(in));
    QCOMPARE(form.status(), 200);
    QVERIFY(form.reply.body.contains("<form"));
}

void ConnectSessionsTest::aBankThatIsNotOfferedIsNotTaken()
{
    Desk desk;
    QJsonObject data = createData(desk);
    data.remove(u"provider_code"_s);
    const QString url = open(desk, u"create"_s, data);
    const Answer page = desk.browse(url + u"?bank=fakebank_simple_xf"_s, goodForm);
    QCOMPARE(page.status(), 200);
    QVERIFY(page.reply.body.contains("Choose your bank"));
    QCOMPARE(connections(desk).size(), 0);
    QCOMPARE(desk.browse(url + u"?bank=revolut_lt"_s, goodForm).status(), 303);
    QCOMPARE(connections(desk).size(), 1);
}

void ConnectSessionsTest::banksWithAPageOfTheirOwnAreVisited()
{
    Desk desk;
    const QString url = open(desk, u"create"_s, createData(desk, u"fakebank_oauth_xf"_s));
    const Answer sent = desk.browse(url, "go=1");
    QCOMPARE(sent.status(), 303);
    const QString bank = QString::fromLatin1(sent.header("Location"));
    QVERIFY2(bank.startsWith(u"http://127.0.0.1:1/bank/"_s), qPrintable(bank));
    QCOMPARE(desk.browse(bank, "decision=allow").header("Location"), QByteArray("http://localhost:39017/return"));
    desk.pass(minutes(1));
    QCOMPARE(connections(desk).first().toObject().value("status"_L1), u"active"_s);
}

void ConnectSessionsTest::thePageMustBeOpenedSoon_data()
{
    QTest::addColumn<int>("openedAfter");
    QTest::addColumn<int>("sentAfter");
    QTest::addColumn<int>("opened");
    QTest::addColumn<int>("sent");
    QTest::newRow("in time") << 59 << 599 << 200 << 303;
    QTest::newRow("opened too late") << 60 << 0 << 410 << 410;
    QTest::newRow("sent too late") << 59 << 600 << 200 << 410;
}

void ConnectSessionsTest::thePageMustBeOpenedSoon()
{
    QFETCH(int, openedAfter);
    QFETCH(int, sentAfter);
    Desk desk;
    const QString url = open(desk, u"create"_s, createData(desk));
    desk.pass(seconds(openedAfter));
    QTEST(desk.browse(url).status(), "opened");
    desk.pass(seconds(sentAfter));
    QTEST(desk.browse(url, goodForm).status(), "sent");
}

void ConnectSessionsTest::thePageIsUsedOnce()
{
    Desk desk;
    const QString url = open(desk, u"create"_s, createData(desk));
    QCOMPARE(desk.browse(url, goodForm).status(), 303);
    QCOMPARE(desk.browse(url, goodForm).status(), 410);
    QCOMPARE(desk.browse(u"http://127.0.0.1:1/connect/guess"_s).status(), 404);
    QCOMPARE(connections(desk).size(), 1);
}

QTEST_APPLESS_MAIN(ConnectSessionsTest)
#include "tst_connectsessions.moc"
