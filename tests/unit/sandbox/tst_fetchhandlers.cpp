// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class FetchHandlersTest : public QObject
{
    Q_OBJECT

private slots:
    void createStartsAnAttempt();
    void createRefusesWhatIsWrong_data();
    void createRefusesWhatIsWrong();
    void createRefusesALockedCustomer();
    void equalCredentialsAreADuplicate();
    void otherLoginsAreNoDuplicate();
    void theErrorBankFailsAsItsLoginSays_data();
    void theErrorBankFailsAsItsLoginSays();
    void createTakesEveryDocumentedMember();
    void refusedCreateLeavesNothingBehind();

    void refreshFetchesAgain();
    void refreshTakesEveryEmptyBody_data();
    void refreshTakesEveryEmptyBody();
    void refreshIsRefusedByState_data();
    void refreshIsRefusedByState();
    void refreshTooEarlySaysWhen();
    void refreshStopsAtTheQuestion();
    void refreshStaysInsideTheConsent();
    void excludingAllAccountsIsRefused();
    void regulatedBanksAllowFourFetchesADay();

    void reconnectBringsAnInactiveConnectionBack();
    void reconnectIsRefusedByState_data();
    void reconnectIsRefusedByState();
    void reconnectWithAnotherLoginNeedsTheOverride();
    void reconnectRenewsTheConsent();
    void reconnectNeedsAConsentWhenTheOldOneIsOver();
    void reconnectNeedsCredentials();

    void theSmsCodeIsTaken();
    void aWrongCodeFailsTheAttempt();
    void interactiveIsRefusedByState_data();
    void interactiveIsRefusedByState();
    void anAnswerBeforeOrAfterTheQuestionIsRefused();
    void theAnswerHasTheFieldsThatWereAskedFor_data();
    void theAnswerHasTheFieldsThatWereAskedFor();

private:
    static QJsonObject edited(QJsonObject object, const QString &path, const QJsonValue &value);
};

/// Sets, or with `Undefined` removes, the member at a dotted path.
QJsonObject FetchHandlersTest::edited(QJsonObject object, const QString &path, const QJsonValue &value)
{
    const QString name = path.section(u'.', 0, 0);
    const QString rest = path.section(u'.', 1);
    if (!rest.isEmpty()) {
        object.insert(name, edited(object.value(name).toObject(), rest, value));
    } else if (value.isUndefined()) {
        object.remove(name);
    } else {
        object.insert(name, value);
    }
    return object;
}

void FetchHandlersTest::createStartsAnAttempt()
{
    Desk desk;
    const Answer created = desk.postData(u"/connections"_s, desk.createData());
    QCOMPARE(created.status(), 200);
    QCOMPARE(created.stage(), u"start"_s);
    QCOMPARE(created.attempt().value("finished"_L1), QJsonValue(false));
    QCOMPARE(created.data().value("last_success_at"_L1), QJsonValue());
    QCOMPARE(created.data().value("next_refresh_possible_at"_L1), QJsonValue());
    const QString path = u"/connections/"_s + created.data().value("id"_L1).toString();
    desk.pass(seconds(1));
    QCOMPARE(desk.get(path).stage(), u"connect"_s);
    desk.pass(minutes(1));
    const Answer finished = desk.get(path);
    QCOMPARE(finished.stage(), u"finish"_s);
    QCOMPARE(finished.attempt().value("fail_error_class"_L1), QJsonValue());
    QCOMPARE(finished.attempt().value("id"_L1), created.attempt().value("id"_L1));
    QCOMPARE(finished.data().value("status"_L1), u"active"_s);
    QCOMPARE(finished.data().value("last_success_at"_L1), u"2026-11-23T00:00:10Z"_s);
    QCOMPARE(finished.data().value("next_refresh_possible_at"_L1), u"2026-11-23T01:00:10Z"_s);
}

void FetchHandlersTest::createRefusesWhatIsWrong_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<int>("status");
    const QJsonValue absent(QJsonValue::Undefined);
    const QString format = u"WrongRequestFormat"_s;
    const auto row = [](const char *name, const char *path, const QJsonValue &value, const QString &error, int status) {
        QTest::newRow(name) << QString::fromLatin1(path) << value << error << status;
    };
    row("no customer", "customer_id", absent, format, 400);
    row("empty customer", "customer_id", u""_s, format, 400);
    row("numeric customer", "customer_id", 5, format, 400);
    row("unknown customer", "customer_id", u"987"_s, u"CustomerNotFound"_s, 404);
    row("no country", "country_code", absent, format, 400);
    row("unknown country", "country_code", u"ZZ"_s, u"CountryNotFound"_s, 404);
    row("other country", "country_code", u"RO"_s, u"ProviderNotFound"_s, 404);
    row("no provider", "provider_code", absent, format, 400);
    row("unknown provider", "provider_code", u"no_bank_xf"_s, u"ProviderNotFound"_s, 404);
    row("no credentials", "credentials", absent, format, 400);
    row("no password", "credentials.password", absent, format, 400);
    row("unknown credential", "credentials.pin", u"1"_s, format, 400);
    row("numeric credential", "credentials.login", 5, format, 400);
    row("encrypted too", "encrypted_credentials",
        QJsonObject{{u"algorithm"_s, u"a"_s}, {u"content"_s, u"b"_s}, {u"key"_s, u"c"_s}, {u"iv"_s, u"d"_s}}, format,
        400);
    row("encrypted without key", "encrypted_credentials", QJsonObject{{u"algorithm"_s, u"a"_s}}, format, 400);
    row("no consent", "consent", absent, format, 400);
    row("consent a list", "consent", QJsonArray(), format, 400);
    row("no scopes", "consent.scopes", absent, format, 400);
    row("empty scopes", "consent.scopes", QJsonArray(), u"AispConsentScopesInvalid"_s, 400);
    row("unknown scope", "consent.scopes", QJsonArray{u"all"_s}, u"AispConsentScopesInvalid"_s, 400);
    row("old consent date", "consent.from_date", u"2020-01-01"_s, u"InvalidAispConsentFromDate"_s, 400);
    row("consent date form", "consent.from_date", u"23.11.2026"_s, u"DateFormatInvalid"_s, 400);
    row("misplaced in consent", "consent.daily_refresh", true, format, 400);
    row("zero days", "consent.period_days", 0, u"InvalidAispConsentPeriod"_s, 400);
    row("fetch scope", "attempt.fetch_scopes", QJsonArray{u"holder_info"_s}, u"FetchScopesNotAllowed"_s, 400);
    row("unknown fetch scope", "attempt.fetch_scopes", QJsonArray{u"x"_s}, u"FetchScopesInvalid"_s, 400);
    row("exclude accounts", "attempt.exclude_accounts", QJsonArray{u"1"_s}, format, 400);
    row("locale", "attempt.locale", u"xx"_s, format, 400);
    row("categorization", "categorization", u"all"_s, format, 400);
    row("daily refresh text", "daily_refresh", u"yes"_s, format, 400);
    row("top level attempt member", "store_credentials", true, format, 400);
    row("unknown member", "colour", u"blue"_s, format, 400);
}

void FetchHandlersTest::createRefusesWhatIsWrong()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    Desk desk;
    const Answer answer = desk.postData(u"/connections"_s, edited(desk.createData(), path, value));
    QTEST(answer.errorClass(), "errorClass");
    QTEST(answer.status(), "status");
    if (answer.errorClass() == "WrongRequestFormat"_L1) {
        QVERIFY2(answer.message().contains(path.section(u'.', -1)) ||
                     answer.message().contains(path.section(u'.', 0, 0)),
                 qPrintable(answer.message()));
    }
}

void FetchHandlersTest::createRefusesALockedCustomer()
{
    Desk desk;
    const auto data = edited(desk.createData(), u"customer_id"_s, desk.customer(u"helpdesk-000113"_s));
    QCOMPARE(desk.postData(u"/connections"_s, data).errorClass(), u"CustomerLocked"_s);
}

void FetchHandlersTest::equalCredentialsAreADuplicate()
{
    Desk desk;
    QCOMPARE(desk.postData(u"/connections"_s, desk.createData()).status(), 200);
    const Answer again = desk.postData(u"/connections"_s, desk.createData());
    QCOMPARE(again.errorClass(), u"ConnectionDuplicated"_s);
    QCOMPARE(again.status(), 409);
    QCOMPARE(desk.postData(u"/connections"_s, desk.createData(u"fake_demobank_xf"_s)).status(), 200);
}

void FetchHandlersTest::otherLoginsAreNoDuplicate()
{
    Desk desk;
    QCOMPARE(desk.postData(u"/connections"_s, desk.createData()).status(), 200);
    const auto other = edited(desk.createData(), u"credentials.login"_s, u"other"_s);
    QCOMPARE(desk.postData(u"/connections"_s, other).status(), 200);
}

void FetchHandlersTest::theErrorBankFailsAsItsLoginSays_data()
{
    QTest::addColumn<QString>("expected");
    for (const char *name :
         {"InvalidCredentials", "InvalidInteractiveCredentials", "InteractiveTimeout", "InteractiveAdapterTimeout",
          "FetchingTimeout", "ExecutionTimeout", "ConnectionFailed", "ConnectionLost", "ConnectionFetchingStopped",
          "ProviderError", "ProviderUnavailable", "FileError", "AispConsentExpired", "AispConsentRevoked"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void FetchHandlersTest::theErrorBankFailsAsItsLoginSays()
{
    QFETCH(QString, expected);
    Desk desk;
    const auto data = edited(desk.createData(u"fakebank_with_error_xf"_s), u"credentials.login"_s, expected);
    const QString id = desk.postData(u"/connections"_s, data).data().value("id"_L1).toString();
    desk.pass(minutes(1));
    const Answer shown = desk.get(u"/connections/"_s + id);
    QCOMPARE(shown.attempt().value("fail_error_class"_L1), expected);
    QVERIFY(shown.attempt().value("fail_at"_L1).isString());
    QVERIFY(shown.attempt().value("fail_message"_L1).isString());
    QCOMPARE(shown.stage(), u"finish"_s);
    QCOMPARE(shown.data().value("status"_L1), u"inactive"_s);
}

void FetchHandlersTest::createTakesEveryDocumentedMember()
{
    Desk desk;
    QJsonObject data = desk.createData();
    data.insert(u"consent"_s, QJsonObject{{u"scopes"_s, QJsonArray{u"account_details"_s, u"holder_information"_s,
                                                                   u"transactions_details"_s}},
                                          {u"from_date"_s, u"2026-10-01"_s},
                                          {u"to_date"_s, u"2026-12-31"_s},
                                          {u"period_days"_s, 30}});
    data.insert(u"attempt"_s, QJsonObject{{u"fetch_scopes"_s, QJsonArray{u"accounts"_s, u"transactions"_s}},
                                          {u"from_date"_s, u"2026-10-02"_s},
                                          {u"to_date"_s, u"2026-11-23"_s},
                                          {u"fetched_accounts_notify"_s, true},
                                          {u"custom_fields"_s, QJsonObject{{u"ticket"_s, u"SUP-1"_s}}},
                                          {u"locale"_s, u"de"_s},
                                          {u"include_natures"_s, QJsonArray{u"account"_s}},
                                          {u"customer_last_logged_at"_s, u"2026-11-22T10:00:00Z"_s},
                                          {u"store_credentials"_s, false},
                                          {u"user_present"_s, true},
                                          {u"return_to"_s, u"https://example.com/back"_s},
                                          {u"unduplication_strategy"_s, u"mark_as_pending"_s}});
    data.insert(u"daily_refresh"_s, true);
    data.insert(u"include_fake_providers"_s, true);
    data.insert(u"categorization"_s, u"business"_s);
    data.insert(u"file_url"_s, u"https://example.com/f"_s);
    const Answer answer = desk.postData(u"/connections"_s, data);
    QVERIFY2(answer.status() == 200, qPrintable(answer.message()));
    const QJsonObject attempt = answer.attempt();
    QCOMPARE(answer.data().value("daily_refresh"_L1), QJsonValue(true));
    QCOMPARE(answer.data().value("store_credentials"_L1), QJsonValue(false));
    QCOMPARE(answer.data().value("categorization"_L1), u"business"_s);
    QCOMPARE(attempt.value("from_date"_L1), u"2026-10-02"_s);
    QCOMPARE(attempt.value("to_date"_L1), u"2026-11-23"_s);
    QCOMPARE(attempt.value("locale"_L1), u"de"_s);
    QCOMPARE(attempt.value("custom_fields"_L1).toObject().value("ticket"_L1), u"SUP-1"_s);
    QCOMPARE(attempt.value("include_natures"_L1).toArray().first(), u"account"_s);
    QCOMPARE(attempt.value("customer_last_logged_at"_L1), u"2026-11-22T10:00:00Z"_s);
    QCOMPARE(attempt.value("return_to"_L1), u"https://example.com/back"_s);
    QCOMPARE(attempt.value("user_present"_L1), QJsonValue(true));
    const QString consentId = answer.data().value("last_consent_id"_L1).toString();
    const Answer consent =
        desk.get(u"/consents/%1?connection_id=%2"_s.arg(consentId, answer.data().value("id"_L1).toString()));
    QCOMPARE(consent.data().value("period_days"_L1), QJsonValue(30));
    QCOMPARE(consent.data().value("to_date"_L1), u"2026-12-31"_s);
}

void FetchHandlersTest::refusedCreateLeavesNothingBehind()
{
    Desk desk;
    const QString list = u"/connections?customer_id="_s + desk.customer(u"helpdesk-000112"_s);
    const auto data = edited(desk.createData(), u"attempt.fetch_scopes"_s, QJsonArray{u"holder_info"_s});
    QVERIFY(desk.postData(u"/connections"_s, data).status() != 200);
    QCOMPARE(desk.get(list).rows().size(), 0);
}

void FetchHandlersTest::refreshFetchesAgain()
{
    Desk desk;
    const QString path = u"/connections/"_s + desk.connection(u"helpdesk-000101"_s, u"fakebank_simple_xf"_s);
    const QJsonValue before = desk.get(path).attempt().value("id"_L1);
    const Answer started = desk.put(path + u"/refresh"_s, R"({"data":{}})");
    QCOMPARE(started.status(), 200);
    QCOMPARE(started.stage(), u"start"_s);
    QVERIFY(started.attempt().value("id"_L1) != before);
    desk.pass(minutes(1));
    const Answer finished = desk.get(path);
    QCOMPARE(finished.data().value("last_success_at"_L1), u"2026-11-23T00:00:10Z"_s);
    QCOMPARE(finished.attempt().value("success_at"_L1), u"2026-11-23T00:00:10Z"_s);
}

void FetchHandlersTest::refreshTakesEveryEmptyBody_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body :
         {"", "[]", "{}", R"({"data":{}})", R"({"data":{"attempt":{"user_present":true}}})",
          R"({"data":{"daily_refresh":true,"categorization":"none","include_fake_providers":true}})"}) {
        QTest::newRow(body) << QByteArray(body);
    }
}

void FetchHandlersTest::refreshTakesEveryEmptyBody()
{
    QFETCH(QByteArray, body);
    Desk desk;
    const QString id = desk.connection(u"helpdesk-000101"_s, u"fakebank_simple_xf"_s);
    QCOMPARE(desk.put(u"/connections/%1/refresh"_s.arg(id), body).status(), 200);
}

void FetchHandlersTest::refreshIsRefusedByState_data()
{
    QTest::addColumn<QString>("identifier");
    QTest::addColumn<QString>("bank");
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<int>("status");
    const QString simple = u"fakebank_simple_xf"_s;
    const auto row = [](const char *name, const QString &who, const QString &bank, const QString &error, int status) {
        QTest::newRow(name) << who << bank << error << status;
    };
    row("inactive", u"helpdesk-000102"_s, simple, u"ConnectionCannotBeRefreshed"_s, 406);
    row("running", u"helpdesk-000103"_s, simple, u"ConnectionAlreadyProcessing"_s, 400);
    row("waiting", u"helpdesk-000104"_s, u"fakebank_interactive_xf"_s, u"ConnectionAlreadyProcessing"_s, 400);
    row("too early", u"helpdesk-000105"_s, simple, u"ConnectionCannotBeRefreshed"_s, 406);
    row("consent expired", u"helpdesk-000107"_s, simple, u"AispConsentExpired"_s, 400);
    row("consent revoked", u"helpdesk-000108"_s, simple, u"AispConsentRevoked"_s, 400);
    row("disabled", u"helpdesk-000109"_s, simple, u"ConnectionDisabled"_s, 400);
    row("provider disabled", u"helpdesk-000123"_s, u"old_savings_bank_de"_s, u"ConnectionDisabled"_s, 400);
    row("credentials forgotten", u"helpdesk-000121"_s, simple, u"ConnectionCannotBeRefreshed"_s, 406);
    row("never succeeded", u"helpdesk-000111"_s, u"fakebank_with_error_xf"_s, u"ConnectionCannotBeRefreshed"_s, 406);
}

void FetchHandlersTest::refreshIsRefusedByState()
{
    QFETCH(QString, identifier);
    QFETCH(QString, bank);
    Desk desk;
    const QString path = u"/connections/"_s + desk.connection(identifier, bank);
    const Answer before = desk.get(path);
    const Answer answer = desk.put(path + u"/refresh"_s, "{}");
    QTEST(answer.errorClass(), "errorClass");
    QTEST(answer.status(), "status");
    QCOMPARE(desk.get(path).json, before.json);
}

void FetchHandlersTest::refreshTooEarlySaysWhen()
{
    Desk desk;
    const QString id = desk.connection(u"helpdesk-000105"_s, u"fakebank_simple_xf"_s);
    const QString path = u"/connections/%1/refresh"_s.arg(id);
    const Answer early = desk.put(path, "{}");
    QCOMPARE(early.json.value("next_refresh_possible_at"_L1), u"2026-11-23T00:57:00Z"_s);
    QVERIFY(early.json.contains("error"_L1) && early.json.contains("request"_L1));
    desk.pass(minutes(57) - seconds(1));
    QCOMPARE(desk.put(path, "{}").status(), 406);
    desk.pass(seconds(1));
    QCOMPARE(desk.put(path, "{}").status(), 200);
}

void FetchHandlersTest::refreshStopsAtTheQuestion()
{
    Desk desk;
    const QString id = desk.connection(u"helpdesk-000104"_s, u"fakebank_interactive_xf"_s);
    const QString path = u"/connections/"_s + id;
    QCOMPARE(
        desk.putData(path + u"/interactive"_s, {{u"credentials"_s, QJsonObject{{u"sms"_s, u"123456"_s}}}}).status(),
        200);
    desk.pass(minutes(10));
    QCOMPARE(desk.put(path + u"/refresh"_s, "[]").status(), 200);
    desk.pass(seconds(5));
    QCOMPARE(desk.get(path).stage(), u"interactive"_s);
}

void FetchHandlersTest::refreshStaysInsideTheConsent()
{
    Desk desk;
    const QString id = desk.connection(u"helpdesk-000101"_s, u"fakebank_simple_xf"_s);
    const QString path = u"/connections/%1/refresh"_s.arg(id);
    const auto attempt = [](const QJsonObject &members) { return QJsonObject{{u"attempt"_s, members}}; };
    const auto scopes = attempt({{u"fetch_scopes"_s, QJsonArray{u"accounts"_s, u"holder_info"_s}}});
    QCOMPARE(desk.putData(path, scopes).errorClass(), u"FetchScopesNotAllowed"_s);
    const auto dates = attempt({{u"from_date"_s, u"2026-01-01"_s}});
    QCOMPARE(desk.putData(path, dates).errorClass(), u"DateOutOfAispConsentRange"_s);
    const auto inside = attempt({{u"fetch_scopes"_s, QJsonArray{u"accounts"_s}}, {u"from_date"_s, u"2026-11-01"_s}});
    QCOMPARE(desk.putData(path, inside).status(), 200);
}

void FetchHandlersTest::excludingAllAccountsIsRefused()
{
    Desk desk;
    const QString id = desk.fetchedConnection();
    desk.pass(hours(2));
    const auto excluding = [](const QJsonArray &ids) {
        return QJsonObject{{u"attempt"_s, QJsonObject{{u"exclude_accounts"_s, ids}}}};
    };
    // The accounts got the two ids after the connection's own.
    QJsonArray ids;
    State numbers;
    for (QString next = numbers.nextId(); ids.size() < 2; next = numbers.nextId()) {
        if (IdOrder()(id, next)) {
            ids.append(next);
        }
    }
    const QString path = u"/connections/%1/refresh"_s.arg(id);
    QCOMPARE(desk.putData(path, excluding(ids)).errorClass(), u"AllAccountsExcluded"_s);
    QCOMPARE(desk.putData(path, excluding({ids.first()})).status(), 200);
}

void FetchHandlersTest::regulatedBanksAllowFourFetchesADay()
{
    Desk desk;
    const QString id = desk.connection(u"helpdesk-000106"_s, u"revolut_lt"_s);
    const QString path = u"/connections/%1/refresh"_s.arg(id);
    int refreshed = 0;
    Answer answer = desk.put(path, "{}");
    while (answer.status() == 200 && refreshed < 9) {
        ++refreshed;
        desk.pass(minutes(62));
        answer = desk.put(path, "{}");
    }
    QCOMPARE(answer.errorClass(), u"BackgroundFetchLimitExceeded"_s);
    QCOMPARE(refreshed, 4);
    const QJsonObject present{{u"attempt"_s, QJsonObject{{u"user_present"_s, true}}}};
    QCOMPARE(desk.putData(path, present).status(), 200);
}

void FetchHandlersTest::reconnectBringsAnInactiveConnectionBack()
{
    Desk desk;
    const QString path = u"/connections/"_s + Desk::refusedId();
    QJsonObject data = desk.createData();
    data = {{u"credentials"_s, data.value("credentials"_L1)}, {u"consent"_s, data.value("consent"_L1)}};
    const Answer started = desk.putData(path + u"/reconnect"_s, data);
    QVERIFY2(started.status() == 200, qPrintable(started.message()));
    desk.pass(minutes(1));
    QCOMPARE(desk.get(path).data().value("status"_L1), u"active"_s);
    QCOMPARE(desk.get(path).attempt().value("fail_error_class"_L1), QJsonValue());
}

void FetchHandlersTest::reconnectIsRefusedByState_data()
{
    QTest::addColumn<QString>("identifier");
    QTest::addColumn<QString>("bank");
    QTest::addColumn<QString>("errorClass");
    const QString simple = u"fakebank_simple_xf"_s;
    QTest::newRow("running") << u"helpdesk-000103"_s << simple << u"ConnectionAlreadyProcessing"_s;
    QTest::newRow("disabled") << u"helpdesk-000109"_s << simple << u"ConnectionDisabled"_s;
    QTest::newRow("expired") << u"helpdesk-000107"_s << simple << u"AispConsentExpired"_s;
    QTest::newRow("other login") << u"helpdesk-000102"_s << simple << u"CredentialsNotMatch"_s;
}

void FetchHandlersTest::reconnectIsRefusedByState()
{
    QFETCH(QString, identifier);
    QFETCH(QString, bank);
    Desk desk;
    const QString path = u"/connections/%1/reconnect"_s.arg(desk.connection(identifier, bank));
    const QJsonObject data{{u"credentials"_s, desk.createData().value("credentials"_L1)}};
    QTEST(desk.putData(path, data).errorClass(), "errorClass");
}

void FetchHandlersTest::reconnectWithAnotherLoginNeedsTheOverride()
{
    Desk desk;
    const QString path = u"/connections/"_s + desk.connection(u"helpdesk-000102"_s, u"fakebank_simple_xf"_s);
    QJsonObject data{{u"credentials"_s, desk.createData().value("credentials"_L1)}, {u"override_credentials"_s, true}};
    QCOMPARE(desk.putData(path + u"/reconnect"_s, data).status(), 200);
    desk.pass(minutes(1));
    QCOMPARE(desk.get(path).data().value("status"_L1), u"active"_s);
}

void FetchHandlersTest::reconnectRenewsTheConsent()
{
    Desk desk;
    const QString id = desk.connection(u"helpdesk-000108"_s, u"fakebank_simple_xf"_s);
    const QJsonObject create = desk.createData();
    const QJsonObject data{{u"credentials"_s, create.value("credentials"_L1)},
                           {u"consent"_s, create.value("consent"_L1)}};
    const QString former = desk.get(u"/connections/"_s + id).data().value("last_consent_id"_L1).toString();
    const Answer answer = desk.putData(u"/connections/%1/reconnect"_s.arg(id), data);
    QVERIFY(answer.data().value("last_consent_id"_L1).toString() != former);
    const Answer consents = desk.get(u"/consents?connection_id="_s + id);
    QCOMPARE(consents.rows().size(), 2);
    QCOMPARE(consents.rows().last().toObject().value("status"_L1), u"active"_s);
}

void FetchHandlersTest::reconnectNeedsAConsentWhenTheOldOneIsOver()
{
    Desk desk;
    const QString id = desk.connection(u"helpdesk-000108"_s, u"rabobank_nl"_s);
    const QJsonObject data{{u"credentials"_s, desk.createData().value("credentials"_L1)}};
    QCOMPARE(desk.putData(u"/connections/%1/reconnect"_s.arg(id), data).errorClass(), u"AispConsentRevoked"_s);
}

void FetchHandlersTest::reconnectNeedsCredentials()
{
    Desk desk;
    const Answer answer = desk.putData(u"/connections/%1/reconnect"_s.arg(Desk::refusedId()), {});
    QCOMPARE(answer.errorClass(), u"WrongRequestFormat"_s);
    QVERIFY(answer.message().contains(u"data.credentials"_s));
}

void FetchHandlersTest::theSmsCodeIsTaken()
{
    Desk desk;
    const QString path = u"/connections/"_s + desk.connection(u"helpdesk-000123"_s, u"fakebank_interactive_xf"_s);
    const QJsonObject stage = desk.get(path).attempt().value("last_stage"_L1).toObject();
    QCOMPARE(stage.value("interactive_fields_names"_L1).toArray(), QJsonArray{u"sms"_s});
    QVERIFY(stage.value("interactive_html"_L1).toString().startsWith(u"<p>"_s));
    const Answer answered =
        desk.putData(path + u"/interactive"_s, {{u"credentials"_s, QJsonObject{{u"sms"_s, u"123456"_s}}}});
    QCOMPARE(answered.status(), 200);
    QCOMPARE(answered.stage(), u"fetch_accounts"_s);
    desk.pass(minutes(1));
    QCOMPARE(desk.get(path).attempt().value("success_at"_L1).isString(), true);
}

void FetchHandlersTest::aWrongCodeFailsTheAttempt()
{
    Desk desk;
    const QString path = u"/connections/"_s + desk.connection(u"helpdesk-000123"_s, u"fakebank_interactive_xf"_s);
    const Answer answered =
        desk.putData(path + u"/interactive"_s, {{u"credentials"_s, QJsonObject{{u"sms"_s, u"0"_s}}}});
    QCOMPARE(answered.status(), 200);
    QCOMPARE(answered.attempt().value("fail_error_class"_L1), u"InvalidInteractiveCredentials"_s);
    QCOMPARE(answered.data().value("status"_L1), u"active"_s);
}

void FetchHandlersTest::interactiveIsRefusedByState_data()
{
    QTest::addColumn<QString>("identifier");
    QTest::addColumn<QString>("bank");
    QTest::addColumn<int>("hoursLater");
    QTest::addColumn<QString>("errorClass");
    const QString sms = u"fakebank_interactive_xf"_s;
    QTest::newRow("not interactive") << u"helpdesk-000101"_s << u"fakebank_simple_xf"_s << 0
                                     << u"ProviderNotInteractive"_s;
    QTest::newRow("too late") << u"helpdesk-000104"_s << sms << 13 << u"InteractiveTimeout"_s;
}

void FetchHandlersTest::interactiveIsRefusedByState()
{
    QFETCH(QString, identifier);
    QFETCH(QString, bank);
    QFETCH(int, hoursLater);
    Desk desk;
    const QString path = u"/connections/%1/interactive"_s.arg(desk.connection(identifier, bank));
    desk.pass(hours(hoursLater));
    const QJsonObject data{{u"credentials"_s, QJsonObject{{u"sms"_s, u"123456"_s}}}};
    QTEST(desk.putData(path, data).errorClass(), "errorClass");
}

void FetchHandlersTest::anAnswerBeforeOrAfterTheQuestionIsRefused()
{
    Desk desk;
    const Answer created = desk.postData(u"/connections"_s, desk.createData(u"fakebank_interactive_xf"_s));
    const QString path = u"/connections/%1/interactive"_s.arg(created.data().value("id"_L1).toString());
    const QJsonObject wrong{{u"credentials"_s, QJsonObject{{u"sms"_s, u"0"_s}}}};
    QCOMPARE(desk.putData(path, wrong).errorClass(), u"ConnectionAlreadyProcessing"_s);
    desk.pass(seconds(5));
    QCOMPARE(desk.putData(path, wrong).status(), 200);
    QCOMPARE(desk.putData(path, wrong).errorClass(), u"InvalidInteractiveCredentials"_s);
}

void FetchHandlersTest::theAnswerHasTheFieldsThatWereAskedFor_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("named");
    QTest::newRow("nothing") << QByteArray(R"({"data":{}})") << u"credentials"_s;
    QTest::newRow("empty") << QByteArray(R"({"data":{"credentials":{}}})") << u"sms"_s;
    QTest::newRow("other field") << QByteArray(R"({"data":{"credentials":{"code":"1"}}})") << u"code"_s;
    QTest::newRow("one too many") << QByteArray(R"({"data":{"credentials":{"sms":"1","x":"1"}}})") << u"x"_s;
    QTest::newRow("a number") << QByteArray(R"({"data":{"credentials":{"sms":123456}}})") << u"credentials"_s;
    QTest::newRow("beside") << QByteArray(R"({"data":{"credentials":{"sms":"1"},"from_date":"2026-01-01"}})")
                            << u"from_date"_s;
    QTest::newRow("no data") << QByteArray(R"({"credentials":{"sms":"1"}})") << u"credentials"_s;
}

void FetchHandlersTest::theAnswerHasTheFieldsThatWereAskedFor()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, named);
    Desk desk;
    const QString path = u"/connections/"_s + desk.connection(u"helpdesk-000123"_s, u"fakebank_interactive_xf"_s);
    const Answer answer = desk.put(path + u"/interactive"_s, body);
    QCOMPARE(answer.errorClass(), u"WrongRequestFormat"_s);
    QVERIFY2(answer.message().contains(named), qPrintable(answer.message()));
    QCOMPARE(desk.get(path).stage(), u"interactive"_s);
}

QTEST_APPLESS_MAIN(FetchHandlersTest)
#include "tst_fetchhandlers.moc"
