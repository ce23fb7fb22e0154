// SPDX-License-Identifier: Apache-2.0
#include "connections/ConsentLedger.h"
#include "support/RowSpec.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

api::Consent made(const QString &connection, ConsentKind kind, int createdDay)
{
    api::Consent consent = consentOf(connection, kind, 24h);
    consent.createdAt = QDateTime(QDate(2026, 1, createdDay), QTime(12, 0), Qt::UTC);
    return consent;
}

} // namespace

class ConsentLedgerTest : public QObject
{
    Q_OBJECT

private slots:
    void aConsentIsReadByItsStatus_data();
    void aConsentIsReadByItsStatus();
    void theNewestConsentDecides_data();
    void theNewestConsentDecides();
    void withoutTimesTheLaterRecordDecides();
    void aConsentWithoutConnectionIsLeftOut();
    void oddIdsAreFound();
    void replacingForgetsWhatWas();
};

void ConsentLedgerTest::aConsentIsReadByItsStatus_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("isActive");
    QTest::addColumn<bool>("isRevoked");
    QTest::newRow("active") << u"active"_s << QString() << true << false;
    QTest::newRow("ran out") << u"revoked"_s << u"expired"_s << false << false;
    QTest::newRow("revoked by the client") << u"revoked"_s << u"client"_s << false << true;
    QTest::newRow("revoked by the bank") << u"revoked"_s << u"provider"_s << false << true;
    QTest::newRow("revoked, no reason") << u"revoked"_s << QString() << false << true;
    QTest::newRow("a status nobody knows is not active") << u"dormant"_s << QString() << false << true;
}

void ConsentLedgerTest::aConsentIsReadByItsStatus()
{
    QFETCH(QString, status);
    QFETCH(QString, reason);
    api::Consent consent = consentOf(u"1"_s, ConsentKind::Active, 24h);
    const auto known = status == "active"_L1    ? api::ConsentStatus::Active
                       : status == "revoked"_L1 ? api::ConsentStatus::Revoked
                                                : api::ConsentStatus::Unknown;
    consent.status = {known, status};
    consent.revokeReason = reason.isEmpty() ? api::Member<QString>::null() : api::Member<QString>(reason);
    consent.revokedAt = startOfTime().addDays(-2);
    const ConsentState state = consentState(consent);
    QTEST(state.kind == ConsentState::Kind::Active, "isActive");
    QTEST(state.revoked, "isRevoked");
    // A revoked one did not end when it would have run out.
    QCOMPARE(state.endsAt.toDateTime(), state.revoked ? startOfTime().addDays(-2) : startOfTime().addDays(1));
}

void ConsentLedgerTest::theNewestConsentDecides_data()
{
    QTest::addColumn<int>("dayOfRevoked");
    QTest::addColumn<int>("dayOfActive");
    QTest::addColumn<bool>("activeFirst");
    QTest::addColumn<bool>("isActive");
    QTest::newRow("active is newer, listed last") << 1 << 2 << false << true;
    QTest::newRow("active is newer, listed first") << 1 << 2 << true << true;
    QTest::newRow("revoked is newer, listed last") << 2 << 1 << true << false;
    QTest::newRow("revoked is newer, listed first") << 2 << 1 << false << false;
    QTest::newRow("same time, active listed last") << 1 << 1 << false << true;
    QTest::newRow("same time, revoked listed last") << 1 << 1 << true << false;
}

void ConsentLedgerTest::theNewestConsentDecides()
{
    QFETCH(int, dayOfRevoked);
    QFETCH(int, dayOfActive);
    QFETCH(bool, activeFirst);
    const api::Consent revoked = made(u"1"_s, ConsentKind::Revoked, dayOfRevoked);
    const api::Consent active = made(u"1"_s, ConsentKind::Active, dayOfActive);
    ModelTexts texts;
    ConsentLedger ledger;
    ledger.replace(activeFirst ? std::vector{active, revoked} : std::vector{revoked, active}, texts);
    QTEST(ledger.find(api::CompactId::fromNumber(1, texts.pool())).kind == ConsentState::Kind::Active, "isActive");
}

void ConsentLedgerTest::withoutTimesTheLaterRecordDecides()
{
    ModelTexts texts;
    ConsentLedger ledger;
    ledger.replace({consentOf(u"1"_s, ConsentKind::Active, 1h), consentOf(u"1"_s, ConsentKind::Expired, -1h)}, texts);
    QCOMPARE(ledger.find(api::CompactId::fromNumber(1, texts.pool())).kind, ConsentState::Kind::Ended);
}

void ConsentLedgerTest::aConsentWithoutConnectionIsLeftOut()
{
    api::Consent homeless = consentOf(u"1"_s, ConsentKind::Active, 1h);
    homeless.connectionId = api::Member<api::ConnectionId>::null();
    ModelTexts texts;
    ConsentLedger ledger;
    ledger.replace({homeless}, texts);
    QCOMPARE(ledger.find({}), ConsentState{});
    QCOMPARE(ledger.find(api::CompactId::fromNumber(1, texts.pool())), ConsentState{});
}

void ConsentLedgerTest::oddIdsAreFound()
{
    ModelTexts texts;
    ConsentLedger ledger;
    ledger.replace({consentOf(u"conn-b"_s, ConsentKind::Active, 1h), consentOf(u"5"_s, ConsentKind::Active, 2h),
                    consentOf(u"9223372036854775807"_s, ConsentKind::Active, 3h),
                    consentOf(u"conn-a"_s, ConsentKind::Active, {})},
                   texts);
    const auto endOf = [&](const char *id) {
        return ledger.find(api::CompactId::fromText(id, texts.pool())).endsAt.toDateTime();
    };
    QCOMPARE(endOf("conn-b"), startOfTime().addSecs(3600));
    QCOMPARE(endOf("5"), startOfTime().addSecs(7200));
    QCOMPARE(endOf("9223372036854775807"), startOfTime().addSecs(10800));
    QVERIFY(!endOf("conn-a").isValid());
    QCOMPARE(ledger.find(api::CompactId::fromText("conn-c", texts.pool())), ConsentState{});
}

void ConsentLedgerTest::replacingForgetsWhatWas()
{
    ModelTexts texts;
    ConsentLedger ledger;
    ledger.replace({consentOf(u"1"_s, ConsentKind::Active, 1h)}, texts);
    ledger.replace({consentOf(u"2"_s, ConsentKind::Active, 1h)}, texts);
    QCOMPARE(ledger.find(api::CompactId::fromNumber(1, texts.pool())), ConsentState{});
    QCOMPARE(ledger.find(api::CompactId::fromNumber(2, texts.pool())).kind, ConsentState::Kind::Active);
}

QTEST_GUILESS_MAIN(ConsentLedgerTest)
#include "tst_consentledger.moc"
