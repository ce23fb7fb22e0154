// SPDX-License-Identifier: Apache-2.0
#include "rules/AttemptRules.h"

#include <QJsonArray>

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class AttemptRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void defaultsComeFromTheConsent();
    void scopesAreJudged_data();
    void scopesAreJudged();
    void datesAreJudged_data();
    void datesAreJudged();
    void theRestIsJudged_data();
    void theRestIsJudged();
    void interactiveApisNeedAWayBack_data();
    void interactiveApisNeedAWayBack();

private:
    static constexpr Instant now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};
    static Consent consent()
    {
        return {.id = u"5"_s,
                .scopes = {u"account_details"_s, u"holder_information"_s, u"transactions_details"_s},
                .fromDate = QDate(2026, 8, 25),
                .createdAt = now,
                .updatedAt = now};
    }
    static Bank bank()
    {
        Bank made;
        made.supportedFetchScopes = {u"accounts"_s, u"accounts_without_balance"_s, u"holder_info"_s, u"transactions"_s};
        return made;
    }
    static QString verdict(const QJsonObject &json)
    {
        const auto attempt = readAttempt(json, consent(), bank(), {u"1"_s, u"2"_s}, now);
        return attempt ? QString() : attempt.error().errorClass;
    }
};

void AttemptRulesTest::defaultsComeFromTheConsent()
{
    const auto attempt = readAttempt({}, consent(), bank(), {}, now);
    QVERIFY(attempt.has_value());
    QCOMPARE(attempt->fetchScopes, (QStringList{u"accounts"_s, u"holder_info"_s, u"transactions"_s}));
    QCOMPARE(attempt->fromDate, QDate(2026, 8, 25));
    QVERIFY(!attempt->toDate.isValid());
    QCOMPARE(attempt->locale, u"en"_s);
    QCOMPARE(attempt->consentId, u"5"_s);
    QVERIFY(attempt->storeCredentials);
    QVERIFY(!attempt->userPresent);
    QVERIFY(attempt->includeNatures.isNull());
}

void AttemptRulesTest::scopesAreJudged_data()
{
    QTest::addColumn<QJsonArray>("scopes");
    QTest::addColumn<QString>("errorClass");
    const QString a = u"accounts"_s;
    const QString w = u"accounts_without_balance"_s;
    const QString h = u"holder_info"_s;
    const QString t = u"transactions"_s;
    const QString invalid = u"FetchScopesInvalid"_s;
    QTest::newRow("accounts") << QJsonArray{a} << QString();
    QTest::newRow("holder") << QJsonArray{h} << QString();
    QTest::newRow("accounts, holder") << QJsonArray{a, h} << QString();
    QTest::newRow("accounts, transactions") << QJsonArray{a, t} << QString();
    QTest::newRow("all") << QJsonArray{a, h, t} << QString();
    QTest::newRow("without balance") << QJsonArray{w} << QString();
    QTest::newRow("without balance, holder") << QJsonArray{w, h} << QString();
    QTest::newRow("none") << QJsonArray() << invalid;
    QTest::newRow("transactions alone") << QJsonArray{t} << invalid;
    QTest::newRow("both accounts") << QJsonArray{a, w} << invalid;
    QTest::newRow("without balance, transactions") << QJsonArray{w, t} << invalid;
    QTest::newRow("twice") << QJsonArray{a, a} << invalid;
}

void AttemptRulesTest::scopesAreJudged()
{
    QFETCH(QJsonArray, scopes);
    QTEST(verdict({{u"fetch_scopes"_s, scopes}}), "errorClass");
}

void AttemptRulesTest::datesAreJudged_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("errorClass");
    QTest::newRow("inside") << u"2026-09-01"_s << u"2026-11-23"_s << QString();
    QTest::newRow("tomorrow") << u"2026-09-01"_s << u"2026-11-24"_s << QString();
    QTest::newRow("after tomorrow") << u"2026-09-01"_s << u"2026-11-25"_s << u"InvalidToDate"_s;
    QTest::newRow("backwards") << u"2026-11-02"_s << u"2026-11-01"_s << u"InvalidToDate"_s;
    QTest::newRow("before the consent") << u"2026-08-24"_s << u"2026-11-01"_s << u"DateOutOfAispConsentRange"_s;
    QTest::newRow("a year and a day") << u"2025-11-22"_s << u"2026-11-01"_s << u"InvalidFromDate"_s;
    QTest::newRow("from tomorrow") << u"2026-11-24"_s << u"2026-11-24"_s << u"InvalidFromDate"_s;
}

void AttemptRulesTest::datesAreJudged()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QTEST(verdict({{u"from_date"_s, from}, {u"to_date"_s, to}}), "errorClass");
}

void AttemptRulesTest::theRestIsJudged_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("errorClass");
    const auto fields = [](int length) { return QJsonValue(QJsonObject{{u"a"_s, QString(length, u'x')}}); };
    const auto url = [](int length) { return QJsonValue(QString(u"https://x/"_s).leftJustified(length, u'y')); };
    QTest::newRow("1 KB") << u"custom_fields"_s << fields(1016) << QString();
    QTest::newRow("over 1 KB") << u"custom_fields"_s << fields(1017) << u"CustomFieldsSizeTooBig"_s;
    QTest::newRow("url") << u"return_to"_s << QJsonValue(u"https://example.com/a?b=c"_s) << QString();
    QTest::newRow("own scheme") << u"return_to"_s << QJsonValue(u"saltdesk://back"_s) << QString();
    QTest::newRow("no url") << u"return_to"_s << QJsonValue(u"back"_s) << u"ReturnURLInvalid"_s;
    QTest::newRow("empty url") << u"return_to"_s << QJsonValue(QString()) << u"ReturnURLInvalid"_s;
    QTest::newRow("longest url") << u"return_to"_s << url(2040) << QString();
    QTest::newRow("long url") << u"return_to"_s << url(2041) << u"ReturnURLTooLong"_s;
    QTest::newRow("one excluded") << u"exclude_accounts"_s << QJsonValue(QJsonArray{u"1"_s}) << QString();
    QTest::newRow("all excluded") << u"exclude_accounts"_s << QJsonValue(QJsonArray{u"2"_s, u"1"_s})
                                  << u"AllAccountsExcluded"_s;
    QTest::newRow("seen now") << u"customer_last_logged_at"_s << QJsonValue(u"2026-11-23T00:00:00Z"_s) << QString();
    QTest::newRow("seen later") << u"customer_last_logged_at"_s << QJsonValue(u"2026-11-23T00:00:01Z"_s)
                                << u"DateTimeOutOfRange"_s;
    QTest::newRow("null date") << u"to_date"_s << QJsonValue() << QString();
    QTest::newRow("null natures") << u"include_natures"_s << QJsonValue() << QString();
}

void AttemptRulesTest::theRestIsJudged()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    QTEST(verdict({{name, value}}), "errorClass");
}

void AttemptRulesTest::interactiveApisNeedAWayBack_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<bool>("interactive");
    QTest::addColumn<bool>("needed");
    QTest::newRow("interactive api") << u"api"_s << true << true;
    QTest::newRow("quiet api") << u"api"_s << false << false;
    QTest::newRow("interactive web") << u"web"_s << true << false;
    QTest::newRow("file") << u"file"_s << false << false;
}

void AttemptRulesTest::interactiveApisNeedAWayBack()
{
    QFETCH(QString, mode);
    QFETCH(bool, interactive);
    QFETCH(bool, needed);
    Bank where = bank();
    where.mode = mode;
    where.interactive = interactive;
    Attempt attempt;
    const auto without = checkReturnTo(attempt, where);
    QCOMPARE(without ? QString() : without.error().errorClass, needed ? u"ReturnURLInvalid"_s : QString());
    attempt.returnTo = u"https://example.com/"_s;
    QVERIFY(checkReturnTo(attempt, where).has_value());
}

QTEST_APPLESS_MAIN(AttemptRulesTest)
#include "tst_attemptrules.moc"
