// SPDX-License-Identifier: Apache-2.0
#include "rules/ConnectionRules.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;
using std::chrono::hours;

class ConnectionRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void onlyDisabledOnesAreDisabled();
    void aRunningAttemptIsInTheWay();
    void theConsentMustHold_data();
    void theConsentMustHold();
    void refreshNeedsAFitConnection_data();
    void refreshNeedsAFitConnection();
    void theMomentStandsBesideTheError();
    void backgroundFetchesAreCounted_data();
    void backgroundFetchesAreCounted();
    void equalCredentialsAtOneBankAreADuplicate_data();
    void equalCredentialsAtOneBankAreADuplicate();
    void anotherPasswordIsTheSameLogin_data();
    void anotherPasswordIsTheSameLogin();

private:
    static constexpr Instant now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};
    static Connection connection()
    {
        Connection made;
        made.id = u"1"_s;
        made.customerId = u"7"_s;
        made.providerCode = u"a_xf"_s;
        made.credentials = {{u"login"_s, u"anna"_s}, {u"password"_s, u"x"_s}};
        return made;
    }
    static Bank bank(const QString &mode = u"web"_s)
    {
        Bank made;
        made.code = u"a_xf"_s;
        made.mode = mode;
        made.requiredFields = {{.name = u"login"_s, .nature = u"text"_s},
                               {.name = u"password"_s, .nature = u"password"_s}};
        return made;
    }
    template <typename T>
    static QString classOf(const Outcome<T> &outcome)
    {
        return outcome ? QString() : outcome.error().errorClass;
    }
};

void ConnectionRulesTest::onlyDisabledOnesAreDisabled()
{
    Connection made = connection();
    QCOMPARE(classOf(checkNotDisabled(made)), QString());
    made.status = Connection::Status::Inactive;
    QCOMPARE(classOf(checkNotDisabled(made)), QString());
    made.status = Connection::Status::Disabled;
    QCOMPARE(classOf(checkNotDisabled(made)), u"ConnectionDisabled"_s);
}

void ConnectionRulesTest::aRunningAttemptIsInTheWay()
{
    Connection made = connection();
    QCOMPARE(classOf(checkNotProcessing(made)), QString());
    made.attempts.emplace_back();
    QCOMPARE(classOf(checkNotProcessing(made)), u"ConnectionAlreadyProcessing"_s);
    made.attempts.back().finished = true;
    QCOMPARE(classOf(checkNotProcessing(made)), QString());
}

void ConnectionRulesTest::theConsentMustHold_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("expected");
    QTest::newRow("holds") << QString() << QString();
    QTest::newRow("expired") << u"expired"_s << u"AispConsentExpired"_s;
    for (const QString &who : {u"client"_s, u"provider"_s, u"saltedge"_s}) {
        QTest::newRow(qPrintable(who)) << who << u"AispConsentRevoked"_s;
    }
}

void ConnectionRulesTest::theConsentMustHold()
{
    QFETCH(QString, reason);
    QFETCH(QString, expected);
    State state;
    Connection made = connection();
    QCOMPARE(classOf(activeConsent(state, made)), u"AispConsentRevoked"_s);
    made.consentId = u"5"_s;
    Consent &consent = state.add(Consent{.id = u"5"_s, .createdAt = now, .updatedAt = now});
    if (!reason.isEmpty()) {
        consent.revoke(reason, now);
    }
    const auto held = activeConsent(state, made);
    QCOMPARE(classOf(held), expected);
    QVERIFY(!held || held->id == u"5"_s);
}

void ConnectionRulesTest::refreshNeedsAFitConnection_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("fit") << u"fit"_s << true;
    QTest::newRow("on the dot") << u"dot"_s << true;
    QTest::newRow("inactive") << u"inactive"_s << false;
    QTest::newRow("forgetful") << u"forgetful"_s << false;
    QTest::newRow("early") << u"early"_s << false;
    QTest::newRow("a file") << u"file"_s << false;
}

void ConnectionRulesTest::refreshNeedsAFitConnection()
{
    QFETCH(QString, what);
    QFETCH(bool, allowed);
    Connection made = connection();
    made.status = what == "inactive"_L1 ? Connection::Status::Inactive : Connection::Status::Active;
    made.storeCredentials = what != "forgetful"_L1;
    if (what == "early"_L1 || what == "dot"_L1) {
        made.nextRefreshPossibleAt = now + std::chrono::milliseconds(what == "early"_L1 ? 1 : 0);
    }
    const auto verdict = checkMayRefresh(made, bank(what == "file"_L1 ? u"file"_s : u"web"_s), true, now);
    QCOMPARE(classOf(verdict), allowed ? QString() : u"ConnectionCannotBeRefreshed"_s);
}

void ConnectionRulesTest::theMomentStandsBesideTheError()
{
    Connection made = connection();
    made.nextRefreshPossibleAt = now + hours(1);
    const QJsonObject beside = checkMayRefresh(made, bank(), false, now).error().beside;
    QCOMPARE(beside, (QJsonObject{{u"next_refresh_possible_at"_s, u"2026-11-23T01:00:00Z"_s}}));
    made.nextRefreshPossibleAt = std::nullopt;
    made.storeCredentials = false;
    const QJsonObject never = checkMayRefresh(made, bank(), false, now).error().beside;
    QVERIFY(never.contains("next_refresh_possible_at"_L1));
    QVERIFY(never.value("next_refresh_possible_at"_L1).isNull());
}

void ConnectionRulesTest::backgroundFetchesAreCounted_data()
{
    QTest::addColumn<int>("background");
    QTest::addColumn<int>("present");
    QTest::addColumn<int>("hoursAgo");
    QTest::addColumn<bool>("regulated");
    QTest::addColumn<bool>("userPresent");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("three") << 3 << 9 << 1 << true << false << true;
    QTest::newRow("four") << 4 << 0 << 1 << true << false << false;
    QTest::newRow("four, user there") << 4 << 0 << 1 << true << true << true;
    QTest::newRow("four with the user") << 0 << 4 << 1 << true << false << true;
    QTest::newRow("a day ago") << 4 << 0 << 24 << true << false << true;
    QTest::newRow("nearly a day") << 4 << 0 << 23 << true << false << false;
    QTest::newRow("not regulated") << 9 << 0 << 1 << false << false << true;
}

void ConnectionRulesTest::backgroundFetchesAreCounted()
{
    QFETCH(int, background);
    QFETCH(int, present);
    QFETCH(int, hoursAgo);
    QFETCH(bool, regulated);
    QFETCH(bool, userPresent);
    QFETCH(bool, allowed);
    Connection made = connection();
    for (int i = 0; i < background + present; ++i) {
        Attempt &attempt = made.attempts.emplace_back();
        attempt.createdAt = now - hours(hoursAgo);
        attempt.userPresent = i >= background;
        attempt.finished = true;
    }
    Bank where = bank();
    where.regulated = regulated;
    const auto verdict = checkMayRefresh(made, where, userPresent, now);
    QCOMPARE(classOf(verdict), allowed ? QString() : u"BackgroundFetchLimitExceeded"_s);
}

void ConnectionRulesTest::equalCredentialsAtOneBankAreADuplicate_data()
{
    QTest::addColumn<QString>("customer");
    QTest::addColumn<QString>("except");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("login");
    QTest::addColumn<bool>("duplicate");
    const QString none;
    QTest::newRow("equal") << u"7"_s << none << u"a_xf"_s << u"anna"_s << true;
    QTest::newRow("itself") << u"7"_s << u"1"_s << u"a_xf"_s << u"anna"_s << false;
    QTest::newRow("other customer") << u"8"_s << none << u"a_xf"_s << u"anna"_s << false;
    QTest::newRow("other bank") << u"7"_s << none << u"b_xf"_s << u"anna"_s << false;
    QTest::newRow("other login") << u"7"_s << none << u"a_xf"_s << u"bert"_s << false;
    QTest::newRow("none") << u"7"_s << none << u"a_xf"_s << none << false;
}

void ConnectionRulesTest::equalCredentialsAtOneBankAreADuplicate()
{
    QFETCH(QString, customer);
    QFETCH(QString, except);
    QFETCH(QString, code);
    QFETCH(QString, login);
    QFETCH(bool, duplicate);
    State state;
    Connection kept = connection();
    kept.credentials = login.isEmpty() ? QJsonObject() : kept.credentials;
    state.add(std::move(kept));
    Bank where = bank();
    where.code = code;
    const QJsonObject typed =
        login.isEmpty() ? QJsonObject() : QJsonObject{{u"login"_s, login}, {u"password"_s, u"x"_s}};
    const auto verdict = checkNotDuplicated(state, customer, except, where, typed);
    QCOMPARE(classOf(verdict), duplicate ? u"ConnectionDuplicated"_s : QString());
}

void ConnectionRulesTest::anotherPasswordIsTheSameLogin_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<bool>("forgotten");
    QTest::addColumn<QString>("expected");
    QTest::newRow("same") << u"anna"_s << false << QString();
    QTest::newRow("other") << u"bert"_s << false << u"CredentialsNotMatch"_s;
    QTest::newRow("other, but forgotten") << u"bert"_s << true << QString();
}

void ConnectionRulesTest::anotherPasswordIsTheSameLogin()
{
    QFETCH(QString, login);
    QFETCH(bool, forgotten);
    Connection made = connection();
    made.credentials = forgotten ? QJsonObject() : made.credentials;
    const QJsonObject typed{{u"login"_s, login}, {u"password"_s, u"new"_s}};
    QTEST(classOf(checkSameLogin(made, bank(), typed)), "expected");
}

QTEST_APPLESS_MAIN(ConnectionRulesTest)
#include "tst_connectionrules.moc"
