// SPDX-License-Identifier: Apache-2.0
#include "codec/ConnectionWriter.h"
#include "codec/SessionWriter.h"
#include "connecting/ConnectionChoices.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The six requests that choices can become.
enum class Way { Create, Reconnect, OAuthCreate, OAuthReconnect, LinkCreate, LinkReconnect };

const QUrl loopback(u"http://127.0.0.1:4711/return/state"_s);

api::Credentials noCredentials()
{
    return {};
}

api::Credentials someCredentials()
{
    return {{.name = u"login"_s, .values = {api::Secret::copyOf("anna")}}};
}

QByteArray written(Way way, const ConnectionChoices &choices, const api::Credentials &credentials)
{
    switch (way) {
    case Way::Create:
        return api::writeCreate(createRequest(choices, credentials));
    case Way::Reconnect:
        return api::writeReconnect(reconnectRequest(choices, credentials));
    case Way::OAuthCreate:
        return api::writeOAuth(createOAuthRequest(choices, loopback));
    case Way::OAuthReconnect:
        return api::writeOAuth(reconnectOAuthRequest(choices, loopback));
    case Way::LinkCreate:
        return api::writeConnectSession(createSessionRequest(choices));
    case Way::LinkReconnect:
        return api::writeConnectSession(reconnectSessionRequest(choices));
    }
    return {};
}

/// What would be on the wire, below `data`.
QJsonObject sent(Way way, const ConnectionChoices &choices, const api::Credentials &credentials = noCredentials())
{
    return QJsonDocument::fromJson(written(way, choices, credentials)).object().value("data"_L1).toObject();
}

ConnectionChoices fewest()
{
    ConnectionChoices choices;
    choices.customer = api::CustomerId(u"22"_s);
    choices.reconnects = api::ConnectionId(u"11"_s);
    choices.countryCode = u"NL"_s;
    choices.providerCode = u"bank_nl"_s;
    choices.consent.scopes = {u"account_details"_s};
    return choices;
}

ConnectionChoices most()
{
    ConnectionChoices choices = fewest();
    choices.consent = {.scopes = {u"account_details"_s, u"transactions_details"_s},
                       .fromDate = QDate(2026, 8, 1),
                       .toDate = QDate(2026, 12, 1),
                       .periodDays = 90};
    choices.attempt.locale = u"nl"_s;
    choices.attempt.returnTo = u"https://kept.example/"_s;
    choices.options = {.dailyRefresh = true, .includeFakeProviders = true, .categorization = u"business"_s};
    choices.fileUrl = QUrl(u"https://files.example/a b.csv"_s);
    choices.overrideCredentials = true;
    return choices;
}

void addWays()
{
    QTest::addColumn<Way>("way");
    QTest::newRow("create") << Way::Create;
    QTest::newRow("reconnect") << Way::Reconnect;
    QTest::newRow("the bank's page, new") << Way::OAuthCreate;
    QTest::newRow("the bank's page, again") << Way::OAuthReconnect;
    QTest::newRow("link, new") << Way::LinkCreate;
    QTest::newRow("link, again") << Way::LinkReconnect;
}

bool isVisit(Way way)
{
    return way == Way::OAuthCreate || way == Way::OAuthReconnect;
}

bool isLink(Way way)
{
    return way == Way::LinkCreate || way == Way::LinkReconnect;
}

bool isAgain(Way way)
{
    return way == Way::Reconnect || way == Way::OAuthReconnect || way == Way::LinkReconnect;
}

using Set = void (*)(api::AttemptRequest &);

} // namespace

class ConnectionChoicesTest : public QObject
{
    Q_OBJECT

private slots:
    void whatWasNotChosenIsNotSent_data() { addWays(); }
    void whatWasNotChosenIsNotSent();
    void everythingThatWasChosenIsSent_data() { addWays(); }
    void everythingThatWasChosenIsSent();
    void anAttemptIsSentOnceAnythingOfItIsChosen_data();
    void anAttemptIsSentOnceAnythingOfItIsChosen();
    void credentialsGoOnlyWhereTheyAreTaken_data() { addWays(); }
    void credentialsGoOnlyWhereTheyAreTaken();
    void emptyCredentialsAreNotSent();
    void onlyAVisitToTheBankIsGivenItsReturnAddress_data() { addWays(); }
    void onlyAVisitToTheBankIsGivenItsReturnAddress();
    void theReturnAddressIsEncoded();
    void aLinkDropsTheReturnAddressAndNothingElse();
    void aLinkNamesTheBankElseTheCountry_data();
    void aLinkNamesTheBankElseTheCountry();
    void anotherLoginIsAllowedOnlyWhenChosen_data();
    void anotherLoginIsAllowedOnlyWhenChosen();
    void aNewConnectionExcludesNoAccounts();
    void aReconnectWithoutConnectionNamesNone();
    void choicesKnowWhetherTheyReconnect();
};

void ConnectionChoicesTest::whatWasNotChosenIsNotSent()
{
    QFETCH(Way, way);
    QJsonObject expected{{u"consent"_s, QJsonObject{{u"scopes"_s, QJsonArray{u"account_details"_s}}}}};
    if (!isAgain(way)) {
        expected.insert(u"customer_id"_s, u"22"_s);
        expected.insert(u"provider_code"_s, u"bank_nl"_s);
    } else if (way != Way::Reconnect) {
        expected.insert(u"connection_id"_s, u"11"_s);
    }
    if (way == Way::Create || way == Way::OAuthCreate) {
        expected.insert(u"country_code"_s, u"NL"_s);
    }
    if (isVisit(way)) {
        expected.insert(u"attempt"_s, QJsonObject{{u"return_to"_s, loopback.toString()}});
    }
    QCOMPARE(sent(way, fewest()), expected);
}

void ConnectionChoicesTest::everythingThatWasChosenIsSent()
{
    QFETCH(Way, way);
    const QJsonObject data = sent(way, most());
    QCOMPARE(data["consent"_L1].toObject(),
             (QJsonObject{{u"scopes"_s, QJsonArray{u"account_details"_s, u"transactions_details"_s}},
                          {u"from_date"_s, u"2026-08-01"_s},
                          {u"to_date"_s, u"2026-12-01"_s},
                          {u"period_days"_s, 90}}));
    QCOMPARE(data["attempt"_L1].toObject()["locale"_L1].toString(), u"nl"_s);
    QVERIFY(data["daily_refresh"_L1].toBool());
    QVERIFY(data["include_fake_providers"_L1].toBool());
    QCOMPARE(data["categorization"_L1].toString(), u"business"_s);
    const bool takesFile = way == Way::Create || way == Way::Reconnect;
    QCOMPARE(data["file_url"_L1].toString(), takesFile ? u"https://files.example/a%20b.csv"_s : QString());
}

void ConnectionChoicesTest::anAttemptIsSentOnceAnythingOfItIsChosen_data()
{
    using api::AttemptRequest;
    QTest::addColumn<Set>("set");
    const auto row = [](const char *member, Set set) { QTest::newRow(member) << set; };
    row("fetch_scopes", [](AttemptRequest &a) { a.fetchScopes = QStringList{u"accounts"_s}; });
    row("from_date", [](AttemptRequest &a) { a.fromDate = QDate(2026, 9, 1); });
    row("to_date", [](AttemptRequest &a) { a.toDate = QDate(2026, 9, 1); });
    row("fetched_accounts_notify", [](AttemptRequest &a) { a.fetchedAccountsNotify = false; });
    row("custom_fields", [](AttemptRequest &a) { a.customFields = QJsonObject{{u"ticket"_s, u"1"_s}}; });
    row("locale", [](AttemptRequest &a) { a.locale = u"de"_s; });
    row("include_natures", [](AttemptRequest &a) { a.includeNatures = QStringList{u"card"_s}; });
    row("customer_last_logged_at",
        [](AttemptRequest &a) { a.customerLastLoggedAt = QDateTime(QDate(2026, 9, 1), QTime(1, 2), Qt::UTC); });
    row("exclude_accounts", [](AttemptRequest &a) { a.excludeAccounts = QStringList{u"5"_s}; });
    row("store_credentials", [](AttemptRequest &a) { a.storeCredentials = false; });
    row("user_present", [](AttemptRequest &a) { a.userPresent = false; });
    row("unduplication_strategy", [](AttemptRequest &a) { a.unduplicationStrategy = u"mark_as_pending"_s; });
}

void ConnectionChoicesTest::anAttemptIsSentOnceAnythingOfItIsChosen()
{
    QFETCH(Set, set);
    ConnectionChoices choices = fewest();
    QVERIFY(!createRequest(choices, {}).attempt);
    QVERIFY(!reconnectRequest(choices, {}).attempt);
    QVERIFY(!createSessionRequest(choices).attempt);
    QVERIFY(!reconnectSessionRequest(choices).attempt);
    set(choices.attempt);
    QVERIFY(createRequest(choices, {}).attempt);
    QVERIFY(createSessionRequest(choices).attempt);
    const QString member = QString::fromLatin1(QTest::currentDataTag());
    for (const Way way : {Way::Reconnect, Way::OAuthReconnect, Way::LinkReconnect}) {
        const QJsonObject attempt = sent(way, choices)["attempt"_L1].toObject();
        QVERIFY2(attempt.contains(member), qPrintable(member));
        QCOMPARE(attempt.size(), isVisit(way) ? 2 : 1);
    }
}

void ConnectionChoicesTest::credentialsGoOnlyWhereTheyAreTaken()
{
    QFETCH(Way, way);
    const QJsonObject data = sent(way, most(), someCredentials());
    const bool takes = way == Way::Create || way == Way::Reconnect;
    QCOMPARE(data["credentials"_L1].toObject(), takes ? QJsonObject({{u"login"_s, u"anna"_s}}) : QJsonObject());
    QVERIFY(!data.contains("encrypted_credentials"_L1));
}

void ConnectionChoicesTest::emptyCredentialsAreNotSent()
{
    QVERIFY(!createRequest(fewest(), {}).credentials);
    QVERIFY(!reconnectRequest(fewest(), {}).credentials);
    QVERIFY(!sent(Way::Create, fewest()).contains("credentials"_L1));
    // A field that was left empty is not the same as no field.
    const api::Credentials blank{{.name = u"login"_s, .values = {api::Secret()}}};
    QCOMPARE(sent(Way::Create, fewest(), blank)["credentials"_L1].toObject(), QJsonObject({{u"login"_s, QString()}}));
}

void ConnectionChoicesTest::onlyAVisitToTheBankIsGivenItsReturnAddress()
{
    QFETCH(Way, way);
    const QString address = sent(way, most())["attempt"_L1].toObject()["return_to"_L1].toString();
    if (isVisit(way)) {
        QCOMPARE(address, loopback.toString());
    } else {
        QCOMPARE(address, isLink(way) ? QString() : u"https://kept.example/"_s);
    }
}

void ConnectionChoicesTest::theReturnAddressIsEncoded()
{
    const QUrl spaced(u"http://127.0.0.1:1/return/ä b"_s);
    QCOMPARE(*createOAuthRequest(fewest(), spaced).attempt->returnTo, u"http://127.0.0.1:1/return/%C3%A4%20b"_s);
    QCOMPARE(*reconnectOAuthRequest(fewest(), spaced).attempt->returnTo, u"http://127.0.0.1:1/return/%C3%A4%20b"_s);
}

void ConnectionChoicesTest::aLinkDropsTheReturnAddressAndNothingElse()
{
    ConnectionChoices choices = fewest();
    choices.attempt.returnTo = u"http://127.0.0.1:1/"_s;
    QVERIFY(!createSessionRequest(choices).attempt);
    QVERIFY(!reconnectSessionRequest(choices).attempt);
    choices.attempt.userPresent = true;
    const auto created = createSessionRequest(choices).attempt;
    const auto again = reconnectSessionRequest(choices).attempt;
    QVERIFY(created && again);
    QVERIFY(created->userPresent.value_or(false));
    QVERIFY(!created->returnTo);
    QVERIFY(!again->returnTo);
}

void ConnectionChoicesTest::aLinkNamesTheBankElseTheCountry_data()
{
    QTest::addColumn<QString>("bank");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QJsonObject>("members");
    QTest::newRow("bank and country") << u"bank_nl"_s << u"NL"_s << QJsonObject{{u"provider_code"_s, u"bank_nl"_s}};
    QTest::newRow("bank alone") << u"bank_nl"_s << QString() << QJsonObject{{u"provider_code"_s, u"bank_nl"_s}};
    QTest::newRow("country alone") << QString() << u"NL"_s
                                   << QJsonObject{{u"allowed_countries"_s, QJsonArray{u"NL"_s}}};
    QTest::newRow("neither: the customer chooses") << QString() << QString() << QJsonObject{};
}

void ConnectionChoicesTest::aLinkNamesTheBankElseTheCountry()
{
    QFETCH(QString, bank);
    QFETCH(QString, country);
    ConnectionChoices choices = fewest();
    choices.providerCode = bank;
    choices.countryCode = country;
    QJsonObject data = sent(Way::LinkCreate, choices);
    data.remove("customer_id"_L1);
    data.remove("consent"_L1);
    QTEST(data, "members");
}

void ConnectionChoicesTest::anotherLoginIsAllowedOnlyWhenChosen_data()
{
    QTest::addColumn<bool>("chosen");
    QTest::newRow("chosen") << true;
    QTest::newRow("not chosen") << false;
}

void ConnectionChoicesTest::anotherLoginIsAllowedOnlyWhenChosen()
{
    QFETCH(bool, chosen);
    ConnectionChoices choices = fewest();
    choices.overrideCredentials = chosen;
    const QJsonObject again = sent(Way::Reconnect, choices);
    QCOMPARE(again.contains("override_credentials"_L1), chosen);
    QCOMPARE(again["override_credentials"_L1].toBool(), chosen);
    const QJsonObject link = sent(Way::LinkReconnect, choices);
    QCOMPARE(link["override_credentials_strategy"_L1].toString(), chosen ? u"override"_s : QString());
    for (const Way way : {Way::Create, Way::OAuthCreate, Way::OAuthReconnect, Way::LinkCreate}) {
        const QJsonObject other = sent(way, choices);
        QVERIFY(!other.contains("override_credentials"_L1));
        QVERIFY(!other.contains("override_credentials_strategy"_L1));
    }
}

void ConnectionChoicesTest::aNewConnectionExcludesNoAccounts()
{
    ConnectionChoices choices = fewest();
    choices.attempt.excludeAccounts = QStringList{u"5"_s};
    for (const Way way : {Way::Create, Way::OAuthCreate, Way::LinkCreate}) {
        QVERIFY(!sent(way, choices)["attempt"_L1].toObject().contains("exclude_accounts"_L1));
    }
}

void ConnectionChoicesTest::aReconnectWithoutConnectionNamesNone()
{
    ConnectionChoices choices = fewest();
    choices.reconnects.reset();
    QVERIFY(reconnectOAuthRequest(choices, loopback).connectionId.isEmpty());
    QVERIFY(reconnectSessionRequest(choices).connectionId.isEmpty());
}

void ConnectionChoicesTest::choicesKnowWhetherTheyReconnect()
{
    ConnectionChoices choices;
    QVERIFY(!choices.isReconnect());
    choices.reconnects = api::ConnectionId(u"11"_s);
    QVERIFY(choices.isReconnect());
}

QTEST_GUILESS_MAIN(ConnectionChoicesTest)
#include "tst_connectionchoices.moc"
