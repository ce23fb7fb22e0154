// SPDX-License-Identifier: Apache-2.0
#include "OddMembers.h"
#include "Samples.h"
#include "codec/ConsentDecoder.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::consentSample;

using Row = testing::OddRow<Consent>;
Q_DECLARE_METATYPE(Row)

namespace {

Consent decoded(const QByteArray &members)
{
    return decodeConsent(R"({"data":{"id":"1",)" + members + "}}").value_or(Consent());
}

std::vector<Row> oddRows()
{
    return {
        {"unknown members", R"("new":[{"id":"x"}])", [](Consent &) {}},
        {"ids null", R"("connection_id":null,"customer_id":null)",
         [](Consent &c) {
             c.connectionId = Member<ConnectionId>::null();
             c.customerId = Member<CustomerId>::null();
         }},
        {"dates null", R"("from_date":null,"to_date":null,"expires_at":null,"revoked_at":null)",
         [](Consent &c) {
             c.fromDate = c.toDate = Member<QDate>::null();
             c.expiresAt = c.revokedAt = Member<QDateTime>::null();
         }},
        {"texts null", R"("status":null,"scopes":null,"collected_by":null,"revoke_reason":null)",
         [](Consent &c) {
             c.scopes = Member<QStringList>::null();
             c.collectedBy = c.revokeReason = Member<QString>::null();
         }},
        {"no scopes", R"("scopes":[])", [](Consent &c) { c.scopes = QStringList(); }},
        {"datetimes where dates are declared",
         R"("from_date":"2020-09-07T21:00:00Z","to_date":"2020-09-08T00:00:00+03:00")",
         [](Consent &c) {
             c.fromDate = QDate(2020, 9, 7);
             c.toDate = QDate(2020, 9, 8);
         }},
        {"a period of none", R"("period_days":0)", [](Consent &c) { c.periodDays = 0; }},
        {"a day that is none",
         R"("from_date":"2021-02-29","period_days":1)",
         [](Consent &c) { c.periodDays = 1; },
         {u"from_date"_s}},
    };
}

} // namespace

class TestConsentDecoder : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldIsRead()
    {
        const Result<ConsentPage> page = decodeConsentPage(testing::page({consentSample}, R"({"next_id":"6"})"));
        QVERIFY(page);
        QVERIFY(page->warnings.empty());
        QCOMPARE(page->nextId, u"6"_s);
        const Consent &consent = page->records.front();
        QCOMPARE(consent.id, ConsentId(u"555555555555555555"_s));
        QCOMPARE(consent.connectionId.value(), ConnectionId(u"111111111111111111"_s));
        QCOMPARE(consent.customerId.value(), CustomerId(u"222222222222222222"_s));
        QCOMPARE(consent.status.known, ConsentStatus::Active);
        QCOMPARE(consent.scopes.value(), (QStringList{u"account_details"_s, u"transactions_details"_s}));
        QCOMPARE(consent.periodDays.value(), qint64(90));
        QCOMPARE(consent.expiresAt.value(), QDateTime(QDate(2020, 12, 5), QTime(11, 35, 46), Qt::UTC));
        QCOMPARE(consent.fromDate.value(), QDate(2020, 6, 9));
        QVERIFY(consent.toDate.isNull() && consent.revokedAt.isNull() && consent.revokeReason.isNull());
        QCOMPARE(consent.collectedBy.value(), u"client"_s);
        QCOMPARE(consent.createdAt.value(), QDateTime(QDate(2020, 9, 6), QTime(11, 35, 46), Qt::UTC));
        QCOMPARE(consent.updatedAt, consent.createdAt);
    }

    void aRevokedConsentSaysWhenAndWhy()
    {
        const Result<ConsentPage> page = decodeConsentPage(testing::page(
            {R"({"id":1,"status":"revoked","revoked_at":"2020-09-08T00:00:00Z","revoke_reason":"client"})"}));
        const Consent &consent = page->records.front();
        QCOMPARE(consent.status.known, ConsentStatus::Revoked);
        QCOMPARE(consent.revokeReason.value(), u"client"_s);
        QVERIFY(consent.revokedAt.hasValue());
        QVERIFY(consent.expiresAt.isAbsent());
    }

    void anUnknownStatusIsNeitherActiveNorLost()
    {
        const Result<ConsentPage> page = decodeConsentPage(testing::page({R"({"id":"1","status":"expired"})"}));
        QCOMPARE(page->records.front().status.known, ConsentStatus::Unknown);
        QCOMPARE(page->records.front().status.text, u"expired"_s);
    }

    void wrongTypesCostOnlyThemselves()
    {
        const Result<ConsentPage> page = decodeConsentPage(
            testing::page({R"({"id":"1","period_days":"90","scopes":"all","collected_by":"client"})", "5"}));
        QVERIFY(page);
        QCOMPARE(page->records.size(), std::size_t(1));
        QCOMPARE(page->warnings.size(), std::size_t(3));
        QCOMPARE(page->records.front().collectedBy.value(), u"client"_s);
        QVERIFY(page->records.front().periodDays.isAbsent());
    }

    void oddButLegalMembersAreRead_data() { testing::addRows(oddRows()); }

    void oddButLegalMembersAreRead()
    {
        QFETCH(Row, row);
        Consent bare;
        bare.id = ConsentId(u"1"_s);
        const QByteArray record = R"({"id":"1",)" + row.members + '}';
        QVERIFY(testing::readsAs(decodeConsentPage(testing::page({record})), bare, row));
    }

    void textsKeepEveryCharacter_data() { testing::addOddTexts(); }

    void textsKeepEveryCharacter()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const Consent consent = decoded(R"("revoke_reason":)" + QByteArray('"' + json + '"'));
        QCOMPARE(consent.revokeReason.value(), expected);
    }

    void momentsAreReadInEveryForm_data() { testing::addOddMoments(); }

    void momentsAreReadInEveryForm()
    {
        QFETCH(QByteArray, json);
        QFETCH(QDateTime, expected);
        QCOMPARE(decoded(R"("expires_at":)" + json).expiresAt.value(), expected);
        QCOMPARE(decoded(R"("revoked_at":)" + json).revokedAt.value(), expected);
    }

    void idsMayBeNumbers_data() { testing::addOddIds(); }

    void idsMayBeNumbers()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const Consent consent = decoded(R"("connection_id":)" + json + R"(,"customer_id":)" + json);
        QCOMPARE(consent.connectionId->toString(), expected);
        QCOMPARE(consent.customerId->toString(), expected);
        QCOMPARE(decodeConsent(R"({"data":{"id":)" + json + "}}").value().id.toString(), expected);
    }

    void noExpiryIsNull()
    {
        const Result<ConsentPage> page =
            decodeConsentPage(testing::page({R"({"id":"1","period_days":null,"expires_at":null})"}));
        QVERIFY(page->records.front().periodDays.isNull() && page->records.front().expiresAt.isNull());
    }
};

QTEST_APPLESS_MAIN(TestConsentDecoder)
#include "tst_consentdecoder.moc"
