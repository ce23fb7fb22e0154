// SPDX-License-Identifier: Apache-2.0
#include "situation/Assessment.h"
#include "situation/FailureCause.h"
#include "support/RowSpec.h"

#include <QMetaEnum>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(saltdesk::models::Situation)
Q_DECLARE_METATYPE(saltdesk::models::Chips)
Q_DECLARE_METATYPE(saltdesk::testing::RowSpec)
Q_DECLARE_METATYPE(saltdesk::models::ConsentState)

namespace {

api::PackedTime now()
{
    return api::PackedTime(startOfTime().toSecsSinceEpoch());
}

Assessment judged(const RowSpec &spec, const ConsentState &consent = {})
{
    const api::ConnectionPage page = pageOf({spec});
    return assess(page.rows.front(), {page.texts.text(page.rows.front().failErrorClass)}, consent, now());
}

ConsentState active(std::optional<std::chrono::seconds> endsIn)
{
    return {ConsentState::Kind::Active, false,
            endsIn ? api::PackedTime(now().seconds() + endsIn->count()) : api::PackedTime()};
}

ConsentState ended()
{
    return {ConsentState::Kind::Ended, false, {}};
}

RowSpec running(const QString &stage)
{
    return {.attempt = u"7"_s, .stage = stage, .stageId = u"8"_s};
}

RowSpec failed(const QString &errorClass, const QString &status = u"active"_s)
{
    return {.status = status,
            .attempt = u"7"_s,
            .stage = u"finish"_s,
            .finished = true,
            .errorClass = errorClass,
            .failedAgo = 1h};
}

} // namespace

class AssessmentTest : public QObject
{
    Q_OBJECT

private slots:
    void aRowAmountsToOneSituation_data();
    void aRowAmountsToOneSituation();
    void theDrawingsChipsAreCounted();
    void everyClassOfTheReferenceHasACause_data();
    void everyClassOfTheReferenceHasACause();
    void theStageFinishEndsAnAttemptThatIsNotMarkedFinished();
    void anUnknownStageCountsAsRunning();
    void aFailureIsToldByAnyOfItsThreeMembers();
    void aRunningAttemptHasNotFailedYet();
    void aConsentThatRanOutSinceItWasReadHasEnded();
    void everySituationHasAWordOfItsOwn();
    void theTonesFollowTheSituations();
};

void AssessmentTest::aRowAmountsToOneSituation_data()
{
    QTest::addColumn<RowSpec>("row");
    QTest::addColumn<ConsentState>("consent");
    QTest::addColumn<Situation>("situation");
    QTest::addColumn<Chips>("chips");
    const ConsentState unknown;
    const Chips all = Chip::All;
    QTest::newRow("active, all well") << RowSpec{} << unknown << Situation::Healthy << all;
    QTest::newRow("active, consent without end") << RowSpec{} << active(std::nullopt) << Situation::Healthy << all;
    QTest::newRow("running") << running(u"fetch_recent"_s) << unknown << Situation::Fetching << (all | Chip::Fetching);
    QTest::newRow("running, stage not known")
        << running(u"fetch_dreams"_s) << unknown << Situation::Fetching << (all | Chip::Fetching);
    QTest::newRow("running without a stage yet")
        << running({}) << unknown << Situation::Fetching << (all | Chip::Fetching);
    QTest::newRow("asks") << running(u"interactive"_s) << unknown << Situation::Asks
                          << (all | Chip::Fetching | Chip::NeedsYou);
    RowSpec inactiveAsks = running(u"interactive"_s);
    inactiveAsks.status = u"inactive"_s;
    QTest::newRow("a reconnect asks while still inactive")
        << inactiveAsks << unknown << Situation::Asks << (all | Chip::Fetching | Chip::NeedsYou);
    QTest::newRow("wrong login") << failed(u"InvalidCredentials"_s, u"inactive"_s) << unknown
                                 << Situation::NeedsCustomer << (all | Chip::NeedsYou | Chip::Failing);
    QTest::newRow("inactive after a bank's fault: only a reconnect helps")
        << failed(u"ProviderError"_s, u"inactive"_s) << unknown << Situation::NeedsCustomer
        << (all | Chip::NeedsYou | Chip::Failing);
    QTest::newRow("set inactive by an update")
        << RowSpec{.status = u"inactive"_s} << unknown << Situation::NeedsCustomer << (all | Chip::NeedsYou);
    QTest::newRow("wrong code: the customer must be at the phone again")
        << failed(u"InvalidInteractiveCredentials"_s) << unknown << Situation::NeedsCustomer
        << (all | Chip::NeedsYou | Chip::Failing);
    QTest::newRow("bank down") << failed(u"ProviderUnavailable"_s) << unknown << Situation::Failing
                               << (all | Chip::Failing);
    QTest::newRow("a class nobody knows")
        << failed(u"MoonPhaseWrong"_s) << unknown << Situation::Failing << (all | Chip::Failing);
    QTest::newRow("consent ended") << RowSpec{} << ended() << Situation::NeedsCustomer << (all | Chip::NeedsYou);
    QTest::newRow("consent ended outranks a bank's fault")
        << failed(u"ProviderError"_s) << ended() << Situation::NeedsCustomer << (all | Chip::NeedsYou | Chip::Failing);
    QTest::newRow("consent ends in 3 days")
        << RowSpec{} << active(3 * 24h) << Situation::Expiring << (all | Chip::ExpiringSoon);
    QTest::newRow("consent ends in exactly a week")
        << RowSpec{} << active(7 * 24h) << Situation::Expiring << (all | Chip::ExpiringSoon);
    QTest::newRow("consent ends in a week and a second")
        << RowSpec{} << active(7 * 24h + 1s) << Situation::Healthy << all;
    RowSpec expiringRun = running(u"connect"_s);
    QTest::newRow("expiring and fetching")
        << expiringRun << active(24h) << Situation::Fetching << (all | Chip::Fetching | Chip::ExpiringSoon);
    QTest::newRow("stale") << RowSpec{.succeededAgo = 3 * 24h + 1s} << unknown << Situation::Stale
                           << (all | Chip::Stale);
    QTest::newRow("not stale at three days sharp")
        << RowSpec{.succeededAgo = 3 * 24h} << unknown << Situation::Healthy << all;
    QTest::newRow("never succeeded") << RowSpec{.succeededAgo = {}} << unknown << Situation::Stale
                                     << (all | Chip::Stale);
    RowSpec firstRun = running(u"connect"_s);
    firstRun.succeededAgo = {};
    QTest::newRow("never succeeded, the first attempt runs")
        << firstRun << unknown << Situation::Fetching << (all | Chip::Fetching);
    QTest::newRow("disabled outranks everything")
        << failed(u"ProviderDisabled"_s, u"disabled"_s) << ended() << Situation::Disabled << all;
    RowSpec disabledRun = running(u"connect"_s);
    disabledRun.status = u"disabled"_s;
    QTest::newRow("disabled while an attempt is not over") << disabledRun << unknown << Situation::Disabled << all;
    QTest::newRow("a status nobody knows") << RowSpec{.status = u"paused"_s} << unknown << Situation::Unknown << all;
    QTest::newRow("no status") << RowSpec{.status = {}} << unknown << Situation::Unknown << all;
    RowSpec unknownRun = running(u"connect"_s);
    unknownRun.status = u"paused"_s;
    QTest::newRow("unknown status, running") << unknownRun << unknown << Situation::Fetching << (all | Chip::Fetching);
}

void AssessmentTest::aRowAmountsToOneSituation()
{
    QFETCH(RowSpec, row);
    QFETCH(ConsentState, consent);
    const Assessment assessment = judged(row, consent);
    QTEST(assessment.situation, "situation");
    QTEST(assessment.chips, "chips");
}

void AssessmentTest::theDrawingsChipsAreCounted()
{
    const QList<RowSpec> rows = drawnRows();
    const std::vector<api::Consent> consents = drawnConsents();
    QMap<int, int> counts;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const api::Consent &consent = consents[static_cast<std::size_t>(i)];
        const bool isActive = consent.status.known == api::ConsentStatus::Active;
        const ConsentState state{isActive ? ConsentState::Kind::Active : ConsentState::Kind::Ended, false,
                                 api::PackedTime(consent.expiresAt->toSecsSinceEpoch())};
        const Chips chips = judged(rows[i], state).chips;
        for (const Chip chip :
             {Chip::All, Chip::NeedsYou, Chip::Failing, Chip::Fetching, Chip::ExpiringSoon, Chip::Stale}) {
            counts[static_cast<int>(chip)] += chips.testFlag(chip) ? 1 : 0;
        }
    }
    QCOMPARE(counts[static_cast<int>(Chip::All)], 7);
    QCOMPARE(counts[static_cast<int>(Chip::NeedsYou)], 2);
    QCOMPARE(counts[static_cast<int>(Chip::Failing)], 1);
    QCOMPARE(counts[static_cast<int>(Chip::Fetching)], 2);
    QCOMPARE(counts[static_cast<int>(Chip::ExpiringSoon)], 1);
    QCOMPARE(counts[static_cast<int>(Chip::Stale)], 2);
}

void AssessmentTest::everyClassOfTheReferenceHasACause_data()
{
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<int>("cause");
    const auto row = [](const char *errorClass, FailureCause cause) {
        QTest::newRow(errorClass) << QString::fromLatin1(errorClass) << static_cast<int>(cause);
    };
    row("InvalidCredentials", FailureCause::Customer);
    row("InvalidInteractiveCredentials", FailureCause::Customer);
    row("InteractiveTimeout", FailureCause::Customer);
    row("InteractiveAdapterTimeout", FailureCause::Customer);
    row("FetchingTimeout", FailureCause::Bank);
    row("ExecutionTimeout", FailureCause::Bank);
    row("ConnectionFailed", FailureCause::Bank);
    row("ConnectionLost", FailureCause::SaltEdge);
    row("ConnectionFetchingStopped", FailureCause::SaltEdge);
    row("ProviderError", FailureCause::Bank);
    row("ProviderUnavailable", FailureCause::Bank);
    row("FileError", FailureCause::Customer);
    row("AispConsentExpired", FailureCause::Customer);
    row("AispConsentRevoked", FailureCause::Customer);
    row("", FailureCause::Unknown);
    row("invalidcredentials", FailureCause::Unknown);
    row("InvalidCredentials2", FailureCause::Unknown);
}

void AssessmentTest::everyClassOfTheReferenceHasACause()
{
    QFETCH(QString, errorClass);
    QTEST(static_cast<int>(failureCause(errorClass.toStdString())), "cause");
}

void AssessmentTest::theStageFinishEndsAnAttemptThatIsNotMarkedFinished()
{
    const api::ConnectionPage page = pageOf({running(u"finish"_s)});
    QVERIFY(!isFetching(page.rows.front()));
}

void AssessmentTest::anUnknownStageCountsAsRunning()
{
    const api::ConnectionPage page = pageOf({running(u"warp"_s)});
    QCOMPARE(page.rows.front().stage, api::StageName::Unknown);
    QVERIFY(isFetching(page.rows.front()));
}

void AssessmentTest::aFailureIsToldByAnyOfItsThreeMembers()
{
    RowSpec none = failed({});
    none.failedAgo = {};
    RowSpec message = none;
    message.failMessage = u"It broke."_s;
    RowSpec time = none;
    time.failedAgo = 1h;
    RowSpec name = none;
    name.errorClass = u"ProviderError"_s;
    QVERIFY(!hasFailed(pageOf({none}).rows.front()));
    QVERIFY(hasFailed(pageOf({message}).rows.front()));
    QVERIFY(hasFailed(pageOf({time}).rows.front()));
    QVERIFY(hasFailed(pageOf({name}).rows.front()));
}

void AssessmentTest::aRunningAttemptHasNotFailedYet()
{
    RowSpec row = running(u"connect"_s);
    row.errorClass = u"ProviderError"_s;
    QVERIFY(!hasFailed(pageOf({row}).rows.front()));
}

void AssessmentTest::aConsentThatRanOutSinceItWasReadHasEnded()
{
    QVERIFY(hasEnded(active(0s), now()));
    QVERIFY(hasEnded(active(-1s), now()));
    QVERIFY(!hasEnded(active(1s), now()));
    QVERIFY(!hasEnded(active(std::nullopt), now()));
    QVERIFY(hasEnded(ended(), now()));
    QVERIFY(!hasEnded({}, now()));
    QCOMPARE(judged({}, active(-1s)).situation, Situation::NeedsCustomer);
}

void AssessmentTest::everySituationHasAWordOfItsOwn()
{
    QSet<QString> words;
    for (int i = 0; i <= static_cast<int>(Situation::Disabled); ++i) {
        const QString word = situationWord(static_cast<Situation>(i));
        QVERIFY(!word.isEmpty());
        words.insert(word);
    }
    QCOMPARE(words.size(), qsizetype{9});
    QCOMPARE(situationWord(Situation::NeedsCustomer), u"Needs you"_s);
    QCOMPARE(situationWord(Situation::Asks), u"Asks"_s);
}

void AssessmentTest::theTonesFollowTheSituations()
{
    QCOMPARE(situationTone(Situation::NeedsCustomer), Tone::Bad);
    QCOMPARE(situationTone(Situation::Failing), Tone::Bad);
    QCOMPARE(situationTone(Situation::Asks), Tone::Running);
    QCOMPARE(situationTone(Situation::Fetching), Tone::Running);
    QCOMPARE(situationTone(Situation::Expiring), Tone::Warning);
    QCOMPARE(situationTone(Situation::Stale), Tone::Warning);
    QCOMPARE(situationTone(Situation::Healthy), Tone::Good);
    QCOMPARE(situationTone(Situation::Disabled), Tone::Idle);
    QCOMPARE(situationTone(Situation::Unknown), Tone::Idle);
}

QTEST_GUILESS_MAIN(AssessmentTest)
#include "tst_assessment.moc"
