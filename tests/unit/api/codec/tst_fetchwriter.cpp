// SPDX-License-Identifier: Apache-2.0
#include "RequestSamples.h"
#include "codec/FetchWriter.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::data;

namespace {

std::vector<testing::OptionalField<AttemptRequest>> attemptFields()
{
    const AttemptRequest full = testing::fullAttempt();
    return {
        {R"("fetch_scopes":["accounts","transactions"])", [full](auto &a) { a.fetchScopes = full.fetchScopes; }},
        {R"("from_date":"2020-06-09")", [full](auto &a) { a.fromDate = full.fromDate; }},
        {R"("to_date":"2020-09-07")", [full](auto &a) { a.toDate = full.toDate; }},
        {R"("fetched_accounts_notify":false)", [](auto &a) { a.fetchedAccountsNotify = false; }},
        {R"("custom_fields":{"ticket":"SUP-1042"})", [full](auto &a) { a.customFields = full.customFields; }},
        {R"("locale":"pt-BR")", [](auto &a) { a.locale = u"pt-BR"_s; }},
        {R"("include_natures":[])", [](auto &a) { a.includeNatures = QStringList(); }},
        {R"("customer_last_logged_at":"2020-09-07T10:35:46Z")",
         [full](auto &a) { a.customerLastLoggedAt = full.customerLastLoggedAt; }},
        {R"("exclude_accounts":["9999999999999999999"])",
         [](auto &a) { a.excludeAccounts = QStringList{u"9999999999999999999"_s}; }},
        {R"("store_credentials":true)", [](auto &a) { a.storeCredentials = true; }},
        {R"("user_present":false)", [](auto &a) { a.userPresent = false; }},
        {"\"return_to\":\"saltdesk:back?a=\\\"\"", [](auto &a) { a.returnTo = u"saltdesk:back?a=\""_s; }},
        {R"("unduplication_strategy":"delete_transactions")",
         [](auto &a) { a.unduplicationStrategy = u"delete_transactions"_s; }},
    };
}

/// The members alone, without the object's name around them.
QByteArray attemptBody(const AttemptRequest &attempt)
{
    QByteArray body = enveloped([&attempt](JsonWriter &json) { writeAttempt(json, attempt); });
    const QByteArray opening = R"({"data":{"attempt":{)";
    return body.startsWith(opening) && body.endsWith("}}}") ? data(body.mid(opening.size()).chopped(3)) : body;
}

std::vector<testing::OptionalField<ConsentRequest>> consentFields()
{
    return {
        {R"("from_date":"2020-06-09")", [](auto &c) { c.fromDate = QDate(2020, 6, 9); }},
        {R"("to_date":"2020-09-07")", [](auto &c) { c.toDate = QDate(2020, 9, 7); }},
        {R"("period_days":90)", [](auto &c) { c.periodDays = 90; }},
    };
}

QByteArray consentBody(const ConsentRequest &consent)
{
    QByteArray body = enveloped([&consent](JsonWriter &json) { writeConsent(json, consent); });
    const QByteArray opening = R"({"data":{"consent":{)";
    return body.startsWith(opening) && body.endsWith("}}}") ? data(body.mid(opening.size()).chopped(3)) : body;
}

std::vector<testing::OptionalField<FetchOptions>> optionFields()
{
    return {
        {R"("daily_refresh":false)", [](auto &o) { o.dailyRefresh = false; }},
        {R"("include_fake_providers":true)", [](auto &o) { o.includeFakeProviders = true; }},
        {R"("categorization":"none")", [](auto &o) { o.categorization = u"none"_s; }},
    };
}

QByteArray optionsBody(const FetchOptions &options)
{
    return enveloped([&options](JsonWriter &json) { writeOptions(json, options); });
}

} // namespace

class TestFetchWriter : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSetIsSentAndNothingElse_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("expected");
        ConsentRequest consent;
        consent.scopes = QStringList{u"account_details"_s, u"transactions_details"_s};
        testing::addOptionalFields("attempt", AttemptRequest(), "", attemptFields(), attemptBody);
        testing::addOptionalFields("consent", consent, R"("scopes":["account_details","transactions_details"])",
                                   consentFields(), consentBody);
        testing::addOptionalFields("options", FetchOptions(), "", optionFields(), optionsBody);
    }

    void whatIsSetIsSentAndNothingElse()
    {
        QFETCH(QByteArray, body);
        QTEST(body, "expected");
    }

    void noAttemptIsNoMember()
    {
        QCOMPARE(enveloped([](JsonWriter &json) { writeAttempt(json, std::nullopt); }), data(""));
        QCOMPARE(enveloped([](JsonWriter &json) { writeFirstAttempt(json, std::nullopt); }), data(""));
    }

    void aFirstAttemptNeverExcludesAccounts()
    {
        const AttemptRequest full = testing::fullAttempt();
        QCOMPARE(enveloped([&full](JsonWriter &json) { writeFirstAttempt(json, full); }),
                 data(testing::firstAttemptJson()));
        QVERIFY(!testing::firstAttemptJson().contains("exclude_accounts"));
    }
};

QTEST_APPLESS_MAIN(TestFetchWriter)
#include "tst_fetchwriter.moc"
