// SPDX-License-Identifier: Apache-2.0
#include "attempts/AttemptEngine.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

class AttemptEngineTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void stagesFollowTheScript_data();
    void stagesFollowTheScript();
    void lateQuestionsDoNotMoveTheStages();
    void successMakesTheConnectionActive();
    void wrongCredentialsMakeItInactive();
    void anOutageLeavesAWorkingConnectionActive();
    void aFirstAttemptThatFailsLeavesItInactive();
    void theQuestionWaitsForItsAnswer();
    void theRightCodeLetsItGoOn();
    void aWrongCodeEndsIt();
    void aPatientBankAsksAgainUnderANewStage();
    void anyAnswerDoesWhenNoneIsRight();
    void noAnswerInTimeIsATimeout_data();
    void noAnswerInTimeIsATimeout();
    void aVisitEndsItsStage_data();
    void aVisitEndsItsStage();
    void stagesAreSkippedByScope_data();
    void stagesAreSkippedByScope();
    void forgottenCredentialsAreForgottenAtTheEnd();
    void everyStageHasAnIdOfItsOwn();
    void afterTheEndNothingMoves();
    void aBankThatSaysTheConsentIsOverEndsIt_data();
    void aBankThatSaysTheConsentIsOverEndsIt();
    void aFileIsNotFetchedAgain();

private:
    Connection &connect(const QString &bank, const QJsonObject &credentials, Attempt draft = {});
    static QStringList names(const Attempt &attempt);
    static QJsonObject good() { return {{u"login"_s, u"username"_s}, {u"password"_s, u"secret"_s}}; }

    const Instant m_start{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};
    BankCatalogue m_banks = BankCatalogue::builtIn();
    std::unique_ptr<State> m_state;
    std::unique_ptr<AttemptEngine> m_engine;
};

void AttemptEngineTest::init()
{
    m_engine.reset();
    m_state = std::make_unique<State>();
    m_engine = std::make_unique<AttemptEngine>(*m_state, m_banks);
}

Connection &AttemptEngineTest::connect(const QString &bank, const QJsonObject &credentials, Attempt draft)
{
    Connection &connection = m_state->add(Connection{.id = m_state->nextId(),
                                                     .customerId = u"1"_s,
                                                     .providerCode = bank,
                                                     .createdAt = m_start,
                                                     .updatedAt = m_start,
                                                     .credentials = credentials});
    m_engine->start(connection, std::move(draft), m_start);
    return connection;
}

QStringList AttemptEngineTest::names(const Attempt &attempt)
{
    QStringList list;
    for (const Stage &stage : attempt.stages) {
        list.append(stage.name);
    }
    return list;
}

void AttemptEngineTest::stagesFollowTheScript_data()
{
    QTest::addColumn<int>("after");
    QTest::addColumn<QString>("stage");
    QTest::newRow("at once") << 0 << u"start"_s;
    QTest::newRow("just before") << 399 << u"start"_s;
    QTest::newRow("on the dot") << 400 << u"connect"_s;
    QTest::newRow("connecting") << 2899 << u"connect"_s;
    QTest::newRow("accounts") << 2900 << u"fetch_accounts"_s;
    QTest::newRow("recent") << 4400 << u"fetch_recent"_s;
    QTest::newRow("full") << 6900 << u"fetch_full"_s;
    QTest::newRow("disconnect") << 10400 << u"disconnect"_s;
    QTest::newRow("finish") << 10800 << u"finish"_s;
    QTest::newRow("long after") << 99999999 << u"finish"_s;
}

void AttemptEngineTest::stagesFollowTheScript()
{
    QFETCH(int, after);
    Connection &connection = connect(u"fakebank_simple_xf"_s, good());
    m_engine->advanceAll(m_start + milliseconds(after));
    const Attempt &attempt = connection.attempts.back();
    QTEST(attempt.stages.back().name, "stage");
    QCOMPARE(attempt.finished, after >= 10800);
    QCOMPARE(attempt.finishedRecent, after >= 6900);
    QCOMPARE(connection.processing(), after < 10800);
}

void AttemptEngineTest::lateQuestionsDoNotMoveTheStages()
{
    Connection &asked = connect(u"fakebank_simple_xf"_s, good());
    for (int time = 0; time < 12000; time += 100) {
        m_engine->advance(asked, m_start + milliseconds(time));
    }
    Connection &ignored = connect(u"fakebank_simple_xf"_s, good());
    m_engine->advance(ignored, m_start + hours(5));
    const auto &first = asked.attempts.back();
    const auto &second = ignored.attempts.back();
    QCOMPARE(names(first), names(second));
    for (std::size_t i = 0; i < first.stages.size(); ++i) {
        QVERIFY(first.stages[i].createdAt == second.stages[i].createdAt);
        QVERIFY(first.stages[i].updatedAt == second.stages[i].updatedAt);
    }
    QVERIFY(first.successAt == second.successAt);
    QVERIFY(first.updatedAt == second.updatedAt);
}

void AttemptEngineTest::successMakesTheConnectionActive()
{
    Connection &connection = connect(u"fakebank_simple_xf"_s, good());
    connection.status = Connection::Status::Inactive;
    QVERIFY(!connection.nextRefreshPossibleAt.has_value());
    m_engine->advance(connection, m_start + minutes(1));
    const Instant end = m_start + milliseconds(10800);
    QVERIFY(connection.status == Connection::Status::Active);
    QVERIFY(connection.lastSuccessAt == end);
    QVERIFY(connection.nextRefreshPossibleAt == end + minutes(60));
    QVERIFY(connection.updatedAt == end);
    const Attempt &attempt = connection.attempts.back();
    QVERIFY(attempt.successAt == end);
    QVERIFY(!attempt.failAt.has_value());
    QVERIFY(attempt.failClass.isEmpty());
}

void AttemptEngineTest::wrongCredentialsMakeItInactive()
{
    Connection &connection = connect(u"fakebank_simple_xf"_s, good());
    m_engine->advance(connection, m_start + minutes(1));
    const auto success = connection.lastSuccessAt;
    connection.credentials = {{u"login"_s, u"username"_s}, {u"password"_s, u"old"_s}};
    m_engine->start(connection, {}, m_start + hours(2));
    m_engine->advance(connection, m_start + hours(3));
    const Attempt &attempt = connection.attempts.back();
    QCOMPARE(names(attempt), (QStringList{u"start"_s, u"connect"_s, u"finish"_s}));
    QCOMPARE(attempt.failClass, u"InvalidCredentials"_s);
    QVERIFY(!attempt.failMessage.isEmpty());
    QVERIFY(attempt.failAt == m_start + hours(2) + milliseconds(2900));
    QVERIFY(attempt.finished && !attempt.finishedRecent && !attempt.successAt.has_value());
    QVERIFY(connection.status == Connection::Status::Inactive);
    QVERIFY(connection.lastSuccessAt == success);
    QVERIFY(!connection.nextRefreshPossibleAt.has_value());
}

void AttemptEngineTest::anOutageLeavesAWorkingConnectionActive()
{
    Connection &connection = connect(u"fakebank_with_error_xf"_s, good());
    m_engine->advance(connection, m_start + minutes(1));
    connection.credentials = {{u"login"_s, u"ProviderUnavailable"_s}, {u"password"_s, u"x"_s}};
    m_engine->start(connection, {}, m_start + hours(2));
    m_engine->advance(connection, m_start + hours(3));
    QCOMPARE(connection.attempts.back().failClass, u"ProviderUnavailable"_s);
    QVERIFY(connection.status == Connection::Status::Active);
    QVERIFY(connection.nextRefreshPossibleAt == *connection.attempts.back().failAt + minutes(60));
}

void AttemptEngineTest::aFirstAttemptThatFailsLeavesItInactive()
{
    Connection &connection =
        connect(u"fakebank_with_error_xf"_s, {{u"login"_s, u"ProviderError"_s}, {u"password"_s, u"x"_s}});
    m_engine->advance(connection, m_start + minutes(1));
    QVERIFY(connection.status == Connection::Status::Inactive);
    QVERIFY(!connection.lastSuccessAt.has_value());
}

void AttemptEngineTest::theQuestionWaitsForItsAnswer()
{
    Connection &connection = connect(u"fakebank_interactive_xf"_s, good());
    m_engine->advance(connection, m_start + milliseconds(2599));
    QVERIFY(!connection.attempts.back().waitsForAnswer());
    m_engine->advance(connection, m_start + milliseconds(2600));
    QVERIFY(connection.attempts.back().waitsForAnswer());
    m_engine->advance(connection, m_start + milliseconds(2600) + seconds(539));
    QVERIFY(connection.attempts.back().waitsForAnswer());
    QCOMPARE(connection.attempts.back().stages.back().question->fields, QStringList{u"sms"_s});
}

void AttemptEngineTest::theRightCodeLetsItGoOn()
{
    Connection &connection = connect(u"fakebank_interactive_xf"_s, good());
    m_engine->advance(connection, m_start + seconds(30));
    m_engine->answer(connection, {{u"sms"_s, u"123456"_s}}, m_start + seconds(30));
    const Attempt &attempt = connection.attempts.back();
    QCOMPARE(attempt.stages.back().name, u"fetch_accounts"_s);
    QVERIFY(attempt.stages.back().createdAt == m_start + seconds(30));
    QVERIFY(!attempt.waitsForAnswer());
    m_engine->advance(connection, m_start + seconds(60));
    QVERIFY(connection.attempts.back().successAt.has_value());
}

void AttemptEngineTest::aWrongCodeEndsIt()
{
    Connection &connection = connect(u"fakebank_interactive_xf"_s, good());
    m_engine->advance(connection, m_start + seconds(30));
    m_engine->answer(connection, {{u"sms"_s, u"000000"_s}}, m_start + seconds(30));
    const Attempt &attempt = connection.attempts.back();
    QCOMPARE(attempt.failClass, u"InvalidInteractiveCredentials"_s);
    QCOMPARE(attempt.stages.back().name, u"finish"_s);
    QVERIFY(attempt.failAt == m_start + seconds(30));
}

void AttemptEngineTest::aPatientBankAsksAgainUnderANewStage()
{
    Attempt draft;
    draft.script = {{.stage = u"start"_s, .duration = seconds(1)},
                    {.stage = u"interactive"_s,
                     .question = Question{.html = u"?"_s,
                                          .fields = {u"sms"_s},
                                          .rightAnswer = {{u"sms"_s, u"1"_s}},
                                          .limit = seconds(60),
                                          .asksAgain = 1}},
                    {.stage = u"finish"_s}};
    Connection &connection = connect(u"fakebank_interactive_xf"_s, good(), std::move(draft));
    m_engine->advance(connection, m_start + seconds(2));
    const QString first = connection.attempts.back().stages.back().id;
    m_engine->answer(connection, {{u"sms"_s, u"2"_s}}, m_start + seconds(40));
    QVERIFY(connection.attempts.back().waitsForAnswer());
    QVERIFY(connection.attempts.back().stages.back().id != first);
    m_engine->advance(connection, m_start + seconds(99));
    QVERIFY(connection.attempts.back().waitsForAnswer());
    m_engine->answer(connection, {{u"sms"_s, u"1"_s}}, m_start + seconds(99));
    QVERIFY(connection.attempts.back().successAt.has_value());
}

void AttemptEngineTest::anyAnswerDoesWhenNoneIsRight()
{
    Attempt draft;
    draft.script = {
        {.stage = u"start"_s, .duration = seconds(1)},
        {.stage = u"interactive"_s, .question = Question{.html = u"Confirm in your app"_s, .limit = seconds(9)}},
        {.stage = u"finish"_s}};
    Connection &connection = connect(u"fakebank_interactive_xf"_s, good(), std::move(draft));
    m_engine->advance(connection, m_start + seconds(2));
    m_engine->answer(connection, {}, m_start + seconds(3));
    QVERIFY(connection.attempts.back().successAt.has_value());
}

void AttemptEngineTest::noAnswerInTimeIsATimeout_data()
{
    QTest::addColumn<int>("asksAfter");
    QTest::newRow("on the dot") << 542600;
    QTest::newRow("hours later") << 9000000;
}

void AttemptEngineTest::noAnswerInTimeIsATimeout()
{
    QFETCH(int, asksAfter);
    Connection &connection = connect(u"fakebank_interactive_xf"_s, good());
    m_engine->advance(connection, m_start + milliseconds(asksAfter));
    const Attempt &attempt = connection.attempts.back();
    QCOMPARE(attempt.failClass, u"InteractiveTimeout"_s);
    QVERIFY(attempt.failAt == m_start + milliseconds(542600));
    QCOMPARE(names(attempt), (QStringList{u"start"_s, u"connect"_s, u"interactive"_s, u"finish"_s}));
}

void AttemptEngineTest::aVisitEndsItsStage_data()
{
    QTest::addColumn<int>("visitAfter");
    QTest::addColumn<QString>("failClass");
    QTest::newRow("early") << 1 << QString();
    QTest::newRow("late") << 29 << QString();
    QTest::newRow("too late") << 30 << u"InteractiveTimeout"_s;
}

void AttemptEngineTest::aVisitEndsItsStage()
{
    QFETCH(int, visitAfter);
    Attempt draft;
    draft.script = {Step{.stage = u"start"_s},
                    Step{.stage = u"connect"_s, .duration = seconds(30), .awaitsVisit = true},
                    Step{.stage = u"disconnect"_s, .duration = seconds(1)}, Step{.stage = u"finish"_s}};
    Connection &connection = connect(u"fakebank_oauth_xf"_s, {}, draft);
    const Instant visit = m_start + seconds(visitAfter);
    m_engine->advance(connection, visit);
    if (connection.attempts.back().waitsForVisit()) {
        m_engine->visited(connection, visit);
        QVERIFY(!connection.attempts.back().waitsForVisit());
        QCOMPARE(connection.attempts.back().stages.back().name, u"disconnect"_s);
    }
    m_engine->advance(connection, m_start + hours(1));
    QVERIFY(connection.attempts.back().finished);
    QTEST(connection.attempts.back().failClass, "failClass");
    QVERIFY(!connection.attempts.back().waitsForVisit());
}

void AttemptEngineTest::stagesAreSkippedByScope_data()
{
    QTest::addColumn<QStringList>("scopes");
    QTest::addColumn<QStringList>("fetches");
    QTest::newRow("accounts") << QStringList{u"accounts"_s} << QStringList{u"fetch_accounts"_s};
    QTest::newRow("holder") << QStringList{u"holder_info"_s} << QStringList{u"fetch_holder_info"_s};
    QTest::newRow("without balance") << QStringList{u"accounts_without_balance"_s} << QStringList{u"fetch_accounts"_s};
    QTest::newRow("all") << QStringList{u"accounts"_s, u"holder_info"_s, u"transactions"_s}
                         << QStringList{u"fetch_holder_info"_s, u"fetch_accounts"_s, u"fetch_recent"_s,
                                        u"fetch_full"_s};
}

void AttemptEngineTest::stagesAreSkippedByScope()
{
    QFETCH(QStringList, scopes);
    QFETCH(QStringList, fetches);
    Attempt draft;
    draft.fetchScopes = scopes;
    Connection &connection = connect(u"fakebank_simple_xf"_s, good(), std::move(draft));
    m_engine->advance(connection, m_start + hours(1));
    const QStringList expected =
        QStringList{u"start"_s, u"connect"_s} + fetches + QStringList{u"disconnect"_s, u"finish"_s};
    QCOMPARE(names(connection.attempts.back()), expected);
}

void AttemptEngineTest::forgottenCredentialsAreForgottenAtTheEnd()
{
    for (const QString &password : {u"secret"_s, u"wrong"_s}) {
        Connection &connection =
            connect(u"fakebank_simple_xf"_s, {{u"login"_s, u"username"_s}, {u"password"_s, password}});
        connection.storeCredentials = false;
        m_engine->advance(connection, m_start + seconds(1));
        QVERIFY(!connection.credentials.isEmpty());
        m_engine->advance(connection, m_start + hours(1));
        QVERIFY(connection.credentials.isEmpty());
        QVERIFY(!connection.nextRefreshPossibleAt.has_value());
    }
}

void AttemptEngineTest::everyStageHasAnIdOfItsOwn()
{
    Connection &connection = connect(u"fakebank_simple_xf"_s, good());
    m_engine->advance(connection, m_start + hours(1));
    QString former = connection.attempts.back().id;
    for (const Stage &stage : connection.attempts.back().stages) {
        QVERIFY(IdOrder()(former, stage.id));
        former = stage.id;
    }
}

void AttemptEngineTest::afterTheEndNothingMoves()
{
    Connection &connection = connect(u"fakebank_simple_xf"_s, good());
    m_engine->advance(connection, m_start + hours(1));
    const Instant updated = connection.updatedAt;
    const auto stages = connection.attempts.back().stages.size();
    m_engine->advance(connection, m_start + hours(9));
    QVERIFY(connection.updatedAt == updated);
    QCOMPARE(connection.attempts.back().stages.size(), stages);
    QCOMPARE(connection.attempts.size(), std::size_t(1));
}

void AttemptEngineTest::aBankThatSaysTheConsentIsOverEndsIt_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("reason");
    QTest::newRow("expired") << u"AispConsentExpired"_s << u"expired"_s;
    QTest::newRow("revoked") << u"AispConsentRevoked"_s << u"provider"_s;
    QTest::newRow("another failure") << u"ProviderError"_s << QString();
}

void AttemptEngineTest::aBankThatSaysTheConsentIsOverEndsIt()
{
    QFETCH(QString, login);
    Connection &connection = connect(u"fakebank_with_error_xf"_s, {{u"login"_s, login}, {u"password"_s, u"x"_s}});
    Consent &consent = m_state->add(
        Consent{.id = u"5"_s, .expiresAt = m_start + hours(900), .createdAt = m_start, .updatedAt = m_start});
    connection.consentId = consent.id;
    m_engine->advance(connection, m_start + minutes(1));
    QTEST(consent.revokeReason, "reason");
    QCOMPARE(consent.active(), consent.revokeReason.isEmpty());
    if (!consent.active()) {
        QVERIFY(consent.revokedAt == connection.attempts.back().failAt);
        QVERIFY(consent.revokeReason != "expired"_L1 || consent.expiresAt == consent.revokedAt);
    }
}

void AttemptEngineTest::aFileIsNotFetchedAgain()
{
    Connection &connection = connect(u"fakebank_file_xf"_s, {});
    m_engine->advance(connection, m_start + minutes(1));
    QVERIFY(connection.attempts.back().successAt.has_value());
    QVERIFY(!connection.nextRefreshPossibleAt.has_value());
}

QTEST_APPLESS_MAIN(AttemptEngineTest)
#include "tst_attemptengine.moc"
