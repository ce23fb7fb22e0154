// SPDX-License-Identifier: Apache-2.0
#include "rules/ConsentRules.h"

#include <QJsonArray>

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class ConsentRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void defaultsAreThoseOfTheReference();
    void scopesAreJudged_data();
    void scopesAreJudged();
    void datesAreJudged_data();
    void datesAreJudged();
    void thePeriodIsJudged_data();
    void thePeriodIsJudged();
    void withoutALimitAConsentDoesNotExpire();
    void theBankMustBeAbleToGiveTheScopes_data();
    void theBankMustBeAbleToGiveTheScopes();

private:
    static constexpr Instant now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};
    static Bank bank(std::optional<int> maxDays)
    {
        Bank made;
        made.maxConsentDays = maxDays;
        made.supportedFetchScopes = {u"accounts"_s, u"holder_info"_s, u"transactions"_s};
        return made;
    }
    static QJsonObject json(const QJsonArray &scopes = {u"account_details"_s, u"transactions_details"_s})
    {
        return {{u"scopes"_s, scopes}};
    }
};

void ConsentRulesTest::defaultsAreThoseOfTheReference()
{
    const auto consent = readConsent(json(), bank(90), now);
    QVERIFY(consent.has_value());
    QCOMPARE(consent->fromDate, QDate(2026, 8, 25));
    QVERIFY(!consent->toDate.isValid());
    QCOMPARE(consent->periodDays, std::optional(90));
    QVERIFY(consent->expiresAt == now + std::chrono::days(90));
    QCOMPARE(consent->collectedBy, u"client"_s);
    QVERIFY(consent->active());
}

void ConsentRulesTest::scopesAreJudged_data()
{
    QTest::addColumn<QJsonArray>("scopes");
    QTest::addColumn<bool>("allowed");
    const QString a = u"account_details"_s;
    const QString h = u"holder_information"_s;
    const QString t = u"transactions_details"_s;
    QTest::newRow("accounts") << QJsonArray{a} << true;
    QTest::newRow("holder") << QJsonArray{h} << true;
    QTest::newRow("accounts, holder") << QJsonArray{a, h} << true;
    QTest::newRow("accounts, transactions") << QJsonArray{a, t} << true;
    QTest::newRow("all") << QJsonArray{t, h, a} << true;
    QTest::newRow("none") << QJsonArray() << false;
    QTest::newRow("transactions alone") << QJsonArray{t} << false;
    QTest::newRow("holder, transactions") << QJsonArray{h, t} << false;
    QTest::newRow("twice") << QJsonArray{a, a} << false;
}

void ConsentRulesTest::scopesAreJudged()
{
    QFETCH(QJsonArray, scopes);
    QFETCH(bool, allowed);
    const auto consent = readConsent(json(scopes), bank(90), now);
    QCOMPARE(consent ? QString() : consent.error().errorClass, allowed ? QString() : u"AispConsentScopesInvalid"_s);
}

void ConsentRulesTest::datesAreJudged_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("errorClass");
    QTest::newRow("a year") << u"2025-11-23"_s << QString() << QString();
    QTest::newRow("a year and a day") << u"2025-11-22"_s << QString() << u"InvalidAispConsentFromDate"_s;
    QTest::newRow("today") << u"2026-11-23"_s << QString() << QString();
    QTest::newRow("tomorrow") << u"2026-11-24"_s << QString() << u"InvalidAispConsentFromDate"_s;
    QTest::newRow("to later") << u"2026-11-01"_s << u"2027-11-01"_s << QString();
    QTest::newRow("to earlier") << u"2026-11-01"_s << u"2026-10-31"_s << u"InvalidToDate"_s;
}

void ConsentRulesTest::datesAreJudged()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QJsonObject object = json();
    object.insert(u"from_date"_s, from);
    if (!to.isEmpty()) {
        object.insert(u"to_date"_s, to);
    }
    const auto consent = readConsent(object, bank(90), now);
    QTEST(consent ? QString() : consent.error().errorClass, "errorClass");
    QJsonObject withoutTransactions = object;
    withoutTransactions.insert(u"scopes"_s, QJsonArray{u"account_details"_s});
    QCOMPARE(readConsent(withoutTransactions, bank(90), now).error().errorClass, u"InvalidAispConsentFromDate"_s);
}

void ConsentRulesTest::thePeriodIsJudged_data()
{
    QTest::addColumn<QJsonValue>("period");
    QTest::addColumn<int>("days");
    QTest::newRow("shorter") << QJsonValue(30) << 30;
    QTest::newRow("the most") << QJsonValue(90) << 90;
    QTest::newRow("too long") << QJsonValue(91) << -1;
    QTest::newRow("null") << QJsonValue() << 90;
}

void ConsentRulesTest::thePeriodIsJudged()
{
    QFETCH(QJsonValue, period);
    QFETCH(int, days);
    QJsonObject object = json();
    object.insert(u"period_days"_s, period);
    const auto consent = readConsent(object, bank(90), now);
    if (days < 0) {
        QCOMPARE(consent.error().errorClass, u"InvalidAispConsentPeriod"_s);
    } else {
        QCOMPARE(consent->periodDays, std::optional(days));
        QVERIFY(consent->expiresAt == now + std::chrono::days(days));
    }
}

void ConsentRulesTest::withoutALimitAConsentDoesNotExpire()
{
    auto consent = readConsent(json(), bank(std::nullopt), now);
    QVERIFY(consent.has_value());
    QVERIFY(!consent->periodDays.has_value());
    QVERIFY(!consent->expiresAt.has_value());
    consent->settle(now + std::chrono::days(9999));
    QVERIFY(consent->active());
}

void ConsentRulesTest::theBankMustBeAbleToGiveTheScopes_data()
{
    QTest::addColumn<QString>("missing");
    QTest::addColumn<QString>("named");
    QTest::newRow("accounts") << u"accounts"_s << u"account_details"_s;
    QTest::newRow("holder") << u"holder_info"_s << u"holder_information"_s;
    QTest::newRow("transactions") << u"transactions"_s << u"transactions_details"_s;
}

void ConsentRulesTest::theBankMustBeAbleToGiveTheScopes()
{
    QFETCH(QString, missing);
    QFETCH(QString, named);
    Bank poor = bank(90);
    poor.supportedFetchScopes.removeAll(missing);
    const QJsonArray all{u"account_details"_s, u"holder_information"_s, u"transactions_details"_s};
    const auto refused = readConsent(json(all), poor, now);
    QVERIFY(!refused);
    QCOMPARE(refused.error().errorClass, u"AispConsentScopesNotAllowed"_s);
    QVERIFY(refused.error().message.contains(named));
}

QTEST_APPLESS_MAIN(ConsentRulesTest)
#include "tst_consentrules.moc"
