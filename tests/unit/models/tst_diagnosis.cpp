// SPDX-License-Identifier: Apache-2.0
#include "connections/SummaryReader.h"
#include "situation/Diagnosis.h"
#include "situation/DiagnosisTable.h"
#include "support/StoreOf.h"

#include <QSet>
#include <QTest>

#include <ctime>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

Diagnosis diagnosed(RowSpec spec, const std::vector<api::Consent> &consents = {})
{
    spec.id = spec.id.isEmpty() ? u"1"_s : spec.id;
    RowStore store;
    fill(store, {spec});
    (void)store.setConsents(consents, api::PackedTime(startOfTime().toSecsSinceEpoch()));
    return diagnose(readSummary(store, 0, u"helpdesk-000123"_s), startOfTime());
}

RowSpec failed(const QString &errorClass, const QString &status = u"active"_s)
{
    return {.id = u"1"_s,
            .status = status,
            .attempt = u"7"_s,
            .attemptAgo = 2h,
            .stage = u"finish"_s,
            .finished = true,
            .errorClass = errorClass,
            .failMessage = u"It is so."_s,
            .failedAgo = 2h};
}

/// Bits of a sentence that would betray a hole in it.
bool isWhole(const QString &sentence)
{
    return !sentence.isEmpty() && !sentence.contains(u'%') && !sentence.contains("  "_L1) &&
           (sentence.endsWith(u'.') || sentence.endsWith(u'?'));
}

} // namespace

class DiagnosisTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theDrawingsSentenceIsSaid();
    void everyClassNamesAnActorAndAnAction_data();
    void everyClassNamesAnActorAndAnAction();
    void anUnknownClassStaysUnknownWithTheApisText();
    void anUnknownClassWithoutTextSaysThatToo();
    void aFailureWithoutTimeUsesTheAttempts();
    void aFailureWithoutAnyTimeIsStillASentence();
    void anInactiveConnectionIsReconnectedWhateverTheClass();
    void inactiveWithoutAReasonSaysSo();
    void aConsentThatEndedSaysWhen();
    void aRevokedConsentSaysSo();
    void aRevokedConsentSaysWhen();
    void anEndThatIsNotKnownIsNotInvented();
    void aWaitingQuestionIsAnswered();
    void aRunningFetchNeedsNobody();
    void anExpiringConsentSaysWhen();
    void staleSaysSinceWhen_data();
    void staleSaysSinceWhen();
    void healthySaysSo();
    void disabledIsSaltEdgesToRepair();
    void disabledForAReasonNobodyKnowsSaysSinceWhen();
    void anUnknownStatusIsQuoted();
    void aTimeAheadOfTheClockHasOnlyJustBeen();
};

void DiagnosisTest::initTestCase()
{
    qputenv("TZ", "EET-2");
    tzset();
}

void DiagnosisTest::theDrawingsSentenceIsSaid()
{
    const Diagnosis diagnosis = diagnosed(drawnRows()[0]);
    QCOMPARE(diagnosis.headline, u"The bank refused the login 9 days ago."_s);
    QCOMPARE(diagnosis.explanation,
             u"The customer must enter new credentials: the password was probably changed at the bank."_s);
    QCOMPARE(diagnosis.fine, u"InvalidCredentials · since 14 Nov 2026 12:35 EET"_s);
    QCOMPARE(diagnosis.tone, Tone::Bad);
    QCOMPARE(diagnosis.actor, Actor::Customer);
    QCOMPARE(diagnosis.action, NextAction::Reconnect);
    QVERIFY(isWhole(diagnosis.sentenceForCustomer));
}

void DiagnosisTest::everyClassNamesAnActorAndAnAction_data()
{
    QTest::addColumn<int>("actor");
    QTest::addColumn<int>("action");
    const auto row = [](const char *errorClass, Actor actor, NextAction action) {
        QTest::newRow(errorClass) << static_cast<int>(actor) << static_cast<int>(action);
    };
    row("InvalidCredentials", Actor::Customer, NextAction::Reconnect);
    row("InvalidInteractiveCredentials", Actor::Customer, NextAction::Refresh);
    row("InteractiveTimeout", Actor::Customer, NextAction::Refresh);
    row("InteractiveAdapterTimeout", Actor::Customer, NextAction::Refresh);
    row("AispConsentExpired", Actor::Customer, NextAction::Reconnect);
    row("AispConsentRevoked", Actor::Customer, NextAction::Reconnect);
    row("CredentialsNotMatch", Actor::Customer, NextAction::Reconnect);
    row("FileError", Actor::Customer, NextAction::Reconnect);
    row("ProviderError", Actor::Bank, NextAction::Refresh);
    row("ProviderUnavailable", Actor::Bank, NextAction::Refresh);
    row("ProviderInactive", Actor::SaltEdge, NextAction::None);
    row("ProviderDisabled", Actor::SaltEdge, NextAction::None);
    row("ConnectionDisabled", Actor::SaltEdge, NextAction::None);
    row("FetchingTimeout", Actor::Bank, NextAction::Refresh);
    row("ExecutionTimeout", Actor::Bank, NextAction::Refresh);
    row("ConnectionFailed", Actor::Bank, NextAction::Refresh);
    row("ConnectionLost", Actor::SaltEdge, NextAction::Refresh);
    row("ConnectionFetchingStopped", Actor::SaltEdge, NextAction::Refresh);
    row("InternalServerError", Actor::SaltEdge, NextAction::Refresh);
    row("BackgroundFetchLimitExceeded", Actor::We, NextAction::None);
}

void DiagnosisTest::everyClassNamesAnActorAndAnAction()
{
    const QString errorClass = QString::fromLatin1(QTest::currentDataTag());
    QVERIFY(failureEntry(errorClass.toStdString()));
    const Diagnosis diagnosis = diagnosed(failed(errorClass));
    QTEST(static_cast<int>(diagnosis.actor), "actor");
    QTEST(static_cast<int>(diagnosis.action), "action");
    QVERIFY2(isWhole(diagnosis.headline), qPrintable(diagnosis.headline));
    QVERIFY2(diagnosis.headline.endsWith("2 h ago."_L1), qPrintable(diagnosis.headline));
    QVERIFY2(isWhole(diagnosis.explanation), qPrintable(diagnosis.explanation));
    QVERIFY2(isWhole(diagnosis.sentenceForCustomer), qPrintable(diagnosis.sentenceForCustomer));
    QCOMPARE(diagnosis.fine, QString(errorClass + u" · since 23 Nov 2026 10:42 EET"));
    QCOMPARE(diagnosis.tone, Tone::Bad);
}

void DiagnosisTest::anUnknownClassStaysUnknownWithTheApisText()
{
    const Diagnosis diagnosis = diagnosed(failed(u"MoonPhaseWrong"_s));
    QCOMPARE(diagnosis.actor, Actor::Unknown);
    QCOMPARE(diagnosis.headline, u"The last attempt failed 2 h ago."_s);
    QCOMPARE(diagnosis.explanation, u"Salt Edge says: It is so."_s);
    QVERIFY(diagnosis.fine.startsWith("MoonPhaseWrong"_L1));
    QCOMPARE(diagnosis.action, NextAction::Refresh);
}

void DiagnosisTest::anUnknownClassWithoutTextSaysThatToo()
{
    RowSpec row = failed({});
    row.failMessage.clear();
    const Diagnosis diagnosis = diagnosed(row);
    QCOMPARE(diagnosis.explanation, u"Salt Edge gave no reason that this program knows."_s);
    QCOMPARE(diagnosis.fine, u"since 23 Nov 2026 10:42 EET"_s);
}

void DiagnosisTest::aFailureWithoutTimeUsesTheAttempts()
{
    RowSpec row = failed(u"ProviderError"_s);
    row.failedAgo = {};
    row.attemptAgo = 3h;
    QCOMPARE(diagnosed(row).headline, u"The bank failed 3 h ago."_s);
}

void DiagnosisTest::aFailureWithoutAnyTimeIsStillASentence()
{
    RowSpec row = failed(u"ProviderError"_s);
    row.failedAgo = {};
    row.attemptAgo = {};
    const Diagnosis diagnosis = diagnosed(row);
    QCOMPARE(diagnosis.headline, u"The bank failed at an unknown time."_s);
    QCOMPARE(diagnosis.fine, u"ProviderError"_s);
}

void DiagnosisTest::anInactiveConnectionIsReconnectedWhateverTheClass()
{
    QCOMPARE(diagnosed(failed(u"ProviderError"_s, u"inactive"_s)).action, NextAction::Reconnect);
    QCOMPARE(diagnosed(failed(u"MoonPhaseWrong"_s, u"inactive"_s)).action, NextAction::Reconnect);
    QCOMPARE(diagnosed(failed(u"ProviderDisabled"_s, u"inactive"_s)).action, NextAction::Reconnect);
}

void DiagnosisTest::inactiveWithoutAReasonSaysSo()
{
    const Diagnosis diagnosis = diagnosed({.status = u"inactive"_s});
    QVERIFY(diagnosis.headline.startsWith("The connection is inactive"_L1));
    QCOMPARE(diagnosis.actor, Actor::Customer);
    QCOMPARE(diagnosis.action, NextAction::Reconnect);
}

void DiagnosisTest::aConsentThatEndedSaysWhen()
{
    const Diagnosis diagnosis = diagnosed({.id = u"1"_s}, {consentOf(u"1"_s, ConsentKind::Expired, -40 * 24h)});
    QCOMPARE(diagnosis.headline, u"The consent ended 40 days ago."_s);
    QCOMPARE(diagnosis.fine, u"since 14 Oct 2026 12:42 EET"_s);
    QCOMPARE(diagnosis.action, NextAction::Reconnect);
    QCOMPARE(diagnosis.tone, Tone::Bad);
}

void DiagnosisTest::aRevokedConsentSaysSo()
{
    const Diagnosis diagnosis = diagnosed({.id = u"1"_s}, {consentOf(u"1"_s, ConsentKind::Revoked, 40 * 24h)});
    QCOMPARE(diagnosis.headline, u"The consent was revoked."_s);
    QCOMPARE(diagnosis.fine, QString());
}

void DiagnosisTest::aRevokedConsentSaysWhen()
{
    // Its time would have lasted much longer, or has run out since: neither is what ended it.
    for (const auto endsIn : {std::chrono::hours(40 * 24), std::chrono::hours(-24)}) {
        api::Consent consent = consentOf(u"1"_s, ConsentKind::Revoked, endsIn);
        consent.revokedAt = startOfTime().addSecs(-3 * 24 * 3600);
        QCOMPARE(diagnosed({.id = u"1"_s}, {consent}).headline, u"The consent was revoked 3 days ago."_s);
        consent.revokedAt = api::Member<QDateTime>::null();
        QCOMPARE(diagnosed({.id = u"1"_s}, {consent}).headline, u"The consent was revoked."_s);
    }
}

void DiagnosisTest::anEndThatIsNotKnownIsNotInvented()
{
    const Diagnosis diagnosis = diagnosed({.id = u"1"_s}, {consentOf(u"1"_s, ConsentKind::Expired, {})});
    QCOMPARE(diagnosis.headline, u"The consent has ended."_s);
    QCOMPARE(diagnosis.fine, QString());
}

void DiagnosisTest::aWaitingQuestionIsAnswered()
{
    const Diagnosis diagnosis = diagnosed(drawnRows()[1]);
    QCOMPARE(diagnosis.action, NextAction::Answer);
    QCOMPARE(diagnosis.actor, Actor::Customer);
    QCOMPARE(diagnosis.tone, Tone::Running);
    QVERIFY(isWhole(diagnosis.headline));
    QVERIFY(isWhole(diagnosis.sentenceForCustomer));
}

void DiagnosisTest::aRunningFetchNeedsNobody()
{
    const Diagnosis diagnosis = diagnosed(drawnRows()[2]);
    QCOMPARE(diagnosis.headline, u"A fetch is running; it started just now."_s);
    QCOMPARE(diagnosis.actor, Actor::Nobody);
    QCOMPARE(diagnosis.action, NextAction::None);
    QCOMPARE(diagnosis.fine, u"fetch_recent"_s);
}

void DiagnosisTest::anExpiringConsentSaysWhen()
{
    const Diagnosis diagnosis = diagnosed({.id = u"1"_s}, {consentOf(u"1"_s, ConsentKind::Active, 3 * 24h + 1h)});
    QCOMPARE(diagnosis.headline, u"The consent ends in 3 days."_s);
    QCOMPARE(diagnosis.fine, u"until 26 Nov 2026 13:42 EET"_s);
    QCOMPARE(diagnosis.tone, Tone::Warning);
    QCOMPARE(diagnosis.action, NextAction::Reconnect);
}

void DiagnosisTest::staleSaysSinceWhen_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("headline");
    QTest::newRow("ten days") << 10 << u"The last success was 10 days ago."_s;
    QTest::newRow("never") << -1 << u"This connection has never succeeded."_s;
}

void DiagnosisTest::staleSaysSinceWhen()
{
    QFETCH(int, days);
    const Diagnosis diagnosis =
        diagnosed({.succeededAgo = days < 0 ? std::nullopt : std::optional<std::chrono::seconds>(days * 24h)});
    QTEST(diagnosis.headline, "headline");
    QCOMPARE(diagnosis.action, NextAction::Refresh);
    QCOMPARE(diagnosis.actor, Actor::We);
    QCOMPARE(diagnosis.tone, Tone::Warning);
}

void DiagnosisTest::healthySaysSo()
{
    const Diagnosis diagnosis = diagnosed({});
    QCOMPARE(diagnosis.headline, u"All is well; the last success was 12 min ago."_s);
    QCOMPARE(diagnosis.actor, Actor::Nobody);
    QCOMPARE(diagnosis.tone, Tone::Good);
}

void DiagnosisTest::disabledIsSaltEdgesToRepair()
{
    const Diagnosis diagnosis = diagnosed(drawnRows()[6]);
    QCOMPARE(diagnosis.actor, Actor::SaltEdge);
    QCOMPARE(diagnosis.action, NextAction::None);
    QCOMPARE(diagnosis.tone, Tone::Idle);
    QCOMPARE(diagnosis.fine, u"ProviderDisabled · disabled"_s);
    QVERIFY2(diagnosis.headline.startsWith("The bank was switched off for good, seen "_L1),
             qPrintable(diagnosis.headline));
}

void DiagnosisTest::disabledForAReasonNobodyKnowsSaysSinceWhen()
{
    for (const QString &errorClass : {QString(), u"InvalidCredentials"_s, u"MoonIsFull"_s}) {
        RowSpec row = drawnRows()[6];
        row.errorClass = errorClass;
        const Diagnosis diagnosis = diagnosed(row);
        QVERIFY2(diagnosis.headline.startsWith("Salt Edge switched this connection off; it last changed "_L1),
                 qPrintable(diagnosis.headline));
        QCOMPARE(diagnosis.actor, Actor::SaltEdge);
    }
}

void DiagnosisTest::anUnknownStatusIsQuoted()
{
    const Diagnosis named = diagnosed({.status = u"hibernating"_s});
    QCOMPARE(named.headline, u"The API calls its status “hibernating”."_s);
    QCOMPARE(named.actor, Actor::Unknown);
    const Diagnosis nameless = diagnosed({.status = {}});
    QCOMPARE(nameless.headline, u"The API tells no status."_s);
}

void DiagnosisTest::aTimeAheadOfTheClockHasOnlyJustBeen()
{
    RowSpec row = failed(u"ProviderError"_s);
    row.failedAgo = -3s;
    QCOMPARE(diagnosed(row).headline, u"The bank failed just now."_s);
}

QTEST_GUILESS_MAIN(DiagnosisTest)
#include "tst_diagnosis.moc"
