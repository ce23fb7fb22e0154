// SPDX-License-Identifier: Apache-2.0
#include "state/ConnectionBuilder.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class ConnectionBuilderTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theConsentHoldsAsLongAsTold_data();
    void theConsentHoldsAsLongAsTold();
    void aFetchEndedThatLongAgo_data();
    void aFetchEndedThatLongAgo();
    void aFailureEndedThatLongAgo();
    void aRunningAttemptIsInItsStage_data();
    void aRunningAttemptIsInItsStage();
    void aWaitingAttemptIsPatient();
    void aLaterQuestionMayBeWaitedFor();
    void theLoginIsOneThatTheBankTakes();
    void pastAttemptsKeepTheirOrder();
    void theRestIsSet();

private:
    ConnectionBuilder build(const QString &bank, ConnectionBuilder::Time left = days(42))
    {
        return {*m_state, m_banks, *m_engine, m_now, {.customerId = u"1"_s, .bank = bank, .consentLeft = left}};
    }
    Connection &only() { return m_state->connections().begin()->second; }

    const Instant m_now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};
    BankCatalogue m_banks = BankCatalogue::builtIn();
    std::unique_ptr<State> m_state;
    std::unique_ptr<AttemptEngine> m_engine;
};

void ConnectionBuilderTest::init()
{
    m_engine.reset();
    m_state = std::make_unique<State>();
    m_engine = std::make_unique<AttemptEngine>(*m_state, m_banks);
}

void ConnectionBuilderTest::theConsentHoldsAsLongAsTold_data()
{
    QTest::addColumn<int>("left");
    QTest::newRow("long") << 42;
    QTest::newRow("over") << -5;
}

void ConnectionBuilderTest::theConsentHoldsAsLongAsTold()
{
    QFETCH(int, left);
    build(u"fakebank_simple_xf"_s, days(left));
    const Consent &consent = *m_state->consent(only().consentId);
    QVERIFY(consent.expiresAt == m_now + days(left));
    QCOMPARE(consent.periodDays, std::optional(48 + left));
    QCOMPARE(consent.connectionId, only().id);
}

void ConnectionBuilderTest::aFetchEndedThatLongAgo_data()
{
    QTest::addColumn<QString>("bank");
    for (const char *bank :
         {"fakebank_simple_xf", "fakebank_interactive_xf", "fake_demobank_xf", "northern_harbour_bank_gb"}) {
        QTest::newRow(bank) << QString::fromLatin1(bank);
    }
}

void ConnectionBuilderTest::aFetchEndedThatLongAgo()
{
    QFETCH(QString, bank);
    build(bank).fetched(hours(5));
    const Attempt &attempt = only().attempts.back();
    QVERIFY(attempt.successAt == m_now - hours(5));
    QVERIFY(only().lastSuccessAt == m_now - hours(5));
    QVERIFY(attempt.failClass.isEmpty());
    QVERIFY(only().nextRefreshPossibleAt == m_now - hours(5) + m_banks.find(bank)->refreshTimeout);
}

void ConnectionBuilderTest::aFailureEndedThatLongAgo()
{
    build(u"fakebank_interactive_xf"_s).failed(u"FetchingTimeout"_s, hours(3), u"fetch_accounts"_s, u"Slow."_s);
    const Attempt &attempt = only().attempts.back();
    QVERIFY(attempt.failAt == m_now - hours(3));
    QCOMPARE(attempt.failClass, u"FetchingTimeout"_s);
    QCOMPARE(attempt.failMessage, u"Slow."_s);
    QCOMPARE(attempt.stages[attempt.stages.size() - 2].name, u"fetch_accounts"_s);
    const Stage &last = attempt.stages[attempt.stages.size() - 2];
    QVERIFY(last.updatedAt - last.createdAt == std::chrono::milliseconds(8900));
}

void ConnectionBuilderTest::aRunningAttemptIsInItsStage_data()
{
    QTest::addColumn<QString>("stage");
    for (const char *stage : {"start", "connect", "fetch_accounts", "fetch_recent", "fetch_full", "disconnect"}) {
        QTest::newRow(stage) << QString::fromLatin1(stage);
    }
}

void ConnectionBuilderTest::aRunningAttemptIsInItsStage()
{
    QFETCH(QString, stage);
    build(u"fakebank_simple_xf"_s).running(stage, 20);
    QVERIFY(only().processing());
    QCOMPARE(only().attempts.back().stages.back().name, stage);
    QVERIFY(only().attempts.back().stages.back().createdAt == m_now);
    m_engine->advanceAll(m_now + hours(1));
    QVERIFY(only().attempts.back().successAt.has_value());
}

void ConnectionBuilderTest::aWaitingAttemptIsPatient()
{
    build(u"fakebank_interactive_xf"_s).waiting(hours(12));
    QVERIFY(only().attempts.back().waitsForAnswer());
    m_engine->advanceAll(m_now + hours(12) - seconds(30));
    QVERIFY(only().attempts.back().waitsForAnswer());
    m_engine->advanceAll(m_now + hours(12));
    QCOMPARE(only().attempts.back().failClass, u"InteractiveTimeout"_s);
}

void ConnectionBuilderTest::aLaterQuestionMayBeWaitedFor()
{
    build(u"fakebank_two_step_interactive_xf"_s).fetched(days(1)).waiting(hours(12), 2);
    QCOMPARE(only().attempts.size(), std::size_t(2));
    QVERIFY(only().attempts.front().successAt == m_now - days(1));
    const Attempt &attempt = only().attempts.back();
    QVERIFY(attempt.waitsForAnswer());
    QCOMPARE(attempt.stages.back().question->fields, QStringList{u"pin"_s});
    QVERIFY(attempt.stages.back().createdAt == m_now - seconds(20));
    m_engine->answer(only(), {{u"pin"_s, u"4711"_s}}, m_now);
    m_engine->advanceAll(m_now + minutes(1));
    QVERIFY(only().attempts.back().successAt.has_value());
}

void ConnectionBuilderTest::theLoginIsOneThatTheBankTakes()
{
    build(u"fakebank_with_token_xf"_s);
    QCOMPARE(only().credentials, (QJsonObject{{u"login"_s, u"username"_s}, {u"token"_s, u"token-123456"_s}}));
}

void ConnectionBuilderTest::pastAttemptsKeepTheirOrder()
{
    build(u"fakebank_simple_xf"_s).fetched(days(3)).failed(u"ProviderError"_s, days(2)).fetched(days(1));
    const auto &attempts = only().attempts;
    QCOMPARE(attempts.size(), std::size_t(3));
    QVERIFY(attempts[0].createdAt < attempts[1].createdAt && attempts[1].createdAt < attempts[2].createdAt);
    QVERIFY(IdOrder()(attempts[0].id, attempts[1].id) && IdOrder()(attempts[1].id, attempts[2].id));
    QVERIFY(only().status == Connection::Status::Active);
}

void ConnectionBuilderTest::theRestIsSet()
{
    build(u"fakebank_simple_xf"_s)
        .refreshedDaily()
        .forgetsCredentials()
        .fetched(hours(1))
        .nextRefreshIn(minutes(12))
        .consentRevoked(u"provider"_s, hours(2));
    QVERIFY(only().dailyRefresh && !only().storeCredentials);
    QVERIFY(only().credentials.isEmpty());
    QVERIFY(only().nextRefreshPossibleAt == m_now + minutes(12));
    QCOMPARE(m_state->consent(only().consentId)->revokeReason, u"provider"_s);
    QVERIFY(m_state->consent(only().consentId)->revokedAt == m_now - hours(2));
}

QTEST_APPLESS_MAIN(ConnectionBuilderTest)
#include "tst_connectionbuilder.moc"
