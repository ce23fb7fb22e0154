// SPDX-License-Identifier: Apache-2.0
#include "Samples.h"
#include "codec/ConsentDecoder.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::consentSample;

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

    void noExpiryIsNull()
    {
        const Result<ConsentPage> page =
            decodeConsentPage(testing::page({R"({"id":"1","period_days":null,"expires_at":null})"}));
        QVERIFY(page->records.front().periodDays.isNull() && page->records.front().expiresAt.isNull());
    }
};

QTEST_APPLESS_MAIN(TestConsentDecoder)
#include "tst_consentdecoder.moc"
