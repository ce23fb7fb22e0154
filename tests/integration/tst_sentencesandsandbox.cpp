// SPDX-License-Identifier: Apache-2.0
#include "RunningSandbox.h"
#include "situation/Diagnosis.h"
#include "workspace/Workspace.h"

#include <QTest>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using models::Actor;
using models::CustomerScope;
using models::NextAction;
using testing::RunningSandbox;

Q_DECLARE_METATYPE(models::Actor)
Q_DECLARE_METATYPE(models::NextAction)

/// What an agent reads of each customer of the sandbox's start state: one row per connection that is not just healthy.
/// A row is what a person of the trade would say, so none may change without one.
class SentencesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theSentenceOfTheWorstConnection_data();
    void theSentenceOfTheWorstConnection();
    void everyFailureOfTheFailingCustomer_data();
    void everyFailureOfTheFailingCustomer();
    void everyOtherConnectionOfEveryCustomerIsHealthy();

private:
    [[nodiscard]] bool open(const QString &customer);
    [[nodiscard]] std::vector<models::ConnectionSummary> shown() const;
    [[nodiscard]] models::Diagnosis diagnosisOf(const models::ConnectionSummary &connection) const;

    RunningSandbox m_sandbox{testing::Wire::Http, false, 1};
    QNetworkAccessManager m_network;
    api::SystemClock m_clock;
    std::unique_ptr<models::Workspace> m_workspace;
    QSet<QString> m_told;
};

void SentencesTest::initTestCase()
{
    m_workspace = std::make_unique<models::Workspace>(m_network, m_sandbox.endpoint(), models::Environment{}, m_clock,
                                                      models::PollingPace{}, testing::hastyLimits());
}

/// Found, listed, and its consents read: without those some sentences would be others.
bool SentencesTest::open(const QString &customer)
{
    CustomerScope &scope = m_workspace->scope();
    scope.find(customer);
    return QTest::qWaitFor(
        [&] {
            if (scope.state() == CustomerScope::State::Empty) {
                return true;
            }
            const auto connections = shown();
            return scope.state() == CustomerScope::State::Shown &&
                   std::ranges::all_of(connections, [](const models::ConnectionSummary &connection) {
                       return connection.consent.kind != models::ConsentState::Kind::Unknown;
                   });
        },
        20'000);
}

std::vector<models::ConnectionSummary> SentencesTest::shown() const
{
    std::vector<models::ConnectionSummary> all;
    const models::ConnectionsModel &connections = m_workspace->connections();
    for (int row = 0; row < connections.rowCount(); ++row) {
        if (const auto summary = connections.summary(connections.idAt(row))) {
            all.push_back(*summary);
        }
    }
    return all;
}

models::Diagnosis SentencesTest::diagnosisOf(const models::ConnectionSummary &connection) const
{
    return models::diagnose(connection, m_workspace->clock().now());
}

void SentencesTest::theSentenceOfTheWorstConnection_data()
{
    QTest::addColumn<QString>("bank");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<Actor>("actor");
    QTest::addColumn<NextAction>("action");
    const auto row = [](const char *customerAndWhat, const char *bank, const char *headline, Actor actor,
                        NextAction action) {
        QTest::newRow(customerAndWhat) << QString::fromLatin1(bank) << QString::fromLatin1(headline) << actor << action;
    };
    const auto none = NextAction::None;
    row("000123 wrong login", "fakebank_simple_xf", "The bank refused the login 9 days ago.", Actor::Customer,
        NextAction::Reconnect);
    row("000123 asks", "fakebank_interactive_xf", "The bank asked a question just now.", Actor::Customer,
        NextAction::Answer);
    row("000123 expiring", "banca_transilvania_ro", "The consent ends in 3 days.", Actor::Customer,
        NextAction::Reconnect);
    row("000123 fetching", "fake_demobank_xf", "A fetch is running; it started just now.", Actor::Nobody, none);
    row("000123 healthy", "rabobank_nl", "All is well; the last success was 12 min ago.", Actor::Nobody,
        NextAction::Refresh);
    row("000123 bank gone", "old_savings_bank_de", "The bank was switched off for good, seen 4 months ago.",
        Actor::SaltEdge, none);
    row("000101 healthy", "fakebank_simple_xf", "All is well; the last success was 2 h ago.", Actor::Nobody,
        NextAction::Refresh);
    row("000102 wrong login", "fakebank_simple_xf", "The bank refused the login 3 days ago.", Actor::Customer,
        NextAction::Reconnect);
    row("000103 begins", "fakebank_simple_xf", "A fetch is running; it started just now.", Actor::Nobody, none);
    row("000104 asks", "fakebank_interactive_xf", "The bank asked a question just now.", Actor::Customer,
        NextAction::Answer);
    row("000105 just refreshed", "fakebank_simple_xf", "All is well; the last success was 3 min ago.", Actor::Nobody,
        NextAction::Refresh);
    row("000106 expires tomorrow", "fakebank_simple_xf", "The consent ends in 1 day.", Actor::Customer,
        NextAction::Reconnect);
    row("000106 expires today", "revolut_lt", "The consent ends in 8 h.", Actor::Customer, NextAction::Reconnect);
    row("000107 expired", "fakebank_simple_xf", "The consent ended 5 days ago.", Actor::Customer,
        NextAction::Reconnect);
    row("000109 switched off", "fakebank_simple_xf", "Salt Edge switched this connection off; it last changed ",
        Actor::SaltEdge, none);
    row("000110 stale", "fakebank_simple_xf", "The last success was 40 days ago.", Actor::We, NextAction::Refresh);
    row("000111 bank failed", "fakebank_with_error_xf", "The bank failed 23 h ago.", Actor::Bank,
        NextAction::Reconnect);
    row("000118 bank down", "northern_harbour_bank_gb", "The bank could not be reached 3 h ago.", Actor::Bank,
        NextAction::Refresh);
    row("000119 bank down", "northern_harbour_bank_gb", "The bank could not be reached 3 h ago.", Actor::Bank,
        NextAction::Refresh);
    row("000120 bank down", "northern_harbour_bank_gb", "The bank could not be reached 3 h ago.", Actor::Bank,
        NextAction::Refresh);
    row("000121 healthy", "fakebank_simple_xf", "All is well; the last success was 2 days ago.", Actor::Nobody,
        NextAction::Refresh);
    row("000124 captcha", "fakebank_image_xf", "The bank asked a question just now.", Actor::Customer,
        NextAction::Answer);
    row("000125 choice", "fakebank_dynamic_multi_select_xf", "The bank asked a question just now.", Actor::Customer,
        NextAction::Answer);
    row("000126 approval", "fakebank_decoupled_xf", "The bank asked a question just now.", Actor::Customer,
        NextAction::Answer);
    row("000127 two steps", "fakebank_two_step_interactive_xf", "The bank asked a question just now.", Actor::Customer,
        NextAction::Answer);
}

void SentencesTest::theSentenceOfTheWorstConnection()
{
    QFETCH(const QString, bank);
    QFETCH(const QString, headline);
    const QString customer = u"helpdesk-"_s + QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0);
    QVERIFY(open(customer));

    const auto connections = shown();
    const auto found = std::ranges::find_if(connections, [&bank](const auto &one) { return one.providerCode == bank; });
    QVERIFY(found != connections.end());
    const models::Diagnosis diagnosis = diagnosisOf(*found);
    if (headline.endsWith(u'.')) {
        QCOMPARE(diagnosis.headline, headline);
    } else {
        QVERIFY2(diagnosis.headline.startsWith(headline), qPrintable(diagnosis.headline));
    }
    QTEST(diagnosis.actor, "actor");
    QTEST(diagnosis.action, "action");
    QVERIFY(diagnosis.explanation.endsWith(u'.') && diagnosis.sentenceForCustomer.endsWith(u'.'));
    m_told.insert(found->id.toString());
}

void SentencesTest::everyFailureOfTheFailingCustomer_data()
{
    QTest::addColumn<QString>("begins");
    QTest::addColumn<Actor>("actor");
    QTest::addColumn<NextAction>("action");
    const auto row = [](const char *errorClass, const char *begins, Actor actor, NextAction action) {
        QTest::newRow(errorClass) << QString::fromLatin1(begins) << actor << action;
    };
    row("AispConsentExpired", "The consent ended ", Actor::Customer, NextAction::Reconnect);
    row("AispConsentRevoked", "The consent was revoked", Actor::Customer, NextAction::Reconnect);
    row("ConnectionFailed", "Salt Edge could not get through to the bank ", Actor::Bank, NextAction::Refresh);
    row("ConnectionFetchingStopped", "The fetch was stopped ", Actor::SaltEdge, NextAction::Refresh);
    row("ConnectionLost", "Salt Edge lost the running fetch ", Actor::SaltEdge, NextAction::Refresh);
    row("ExecutionTimeout", "The whole fetch took too long ", Actor::Bank, NextAction::Refresh);
    row("FetchingTimeout", "A step at the bank took too long ", Actor::Bank, NextAction::Refresh);
    row("FileError", "The statement file could not be read ", Actor::Customer, NextAction::Reconnect);
    row("InteractiveAdapterTimeout", "The confirmation step took too long ", Actor::Customer, NextAction::Refresh);
    row("InteractiveTimeout", "The bank's question was not answered in time ", Actor::Customer, NextAction::Refresh);
    row("InvalidCredentials", "The bank refused the login ", Actor::Customer, NextAction::Reconnect);
    row("InvalidInteractiveCredentials", "The bank refused the code ", Actor::Customer, NextAction::Refresh);
    row("ProviderError", "The bank failed ", Actor::Bank, NextAction::Refresh);
    row("ProviderUnavailable", "The bank could not be reached ", Actor::Bank, NextAction::Refresh);
}

void SentencesTest::everyFailureOfTheFailingCustomer()
{
    QFETCH(const QString, begins);
    const QString errorClass = QString::fromLatin1(QTest::currentDataTag());
    QVERIFY(open(u"helpdesk-000122"_s));

    const auto connections = shown();
    const auto found =
        std::ranges::find_if(connections, [&errorClass](const auto &one) { return one.failErrorClass == errorClass; });
    QVERIFY(found != connections.end());
    const models::Diagnosis diagnosis = diagnosisOf(*found);
    QVERIFY2(diagnosis.headline.startsWith(begins), qPrintable(diagnosis.headline));
    QVERIFY2(diagnosis.headline.endsWith("ago."_L1), qPrintable(diagnosis.headline));
    QTEST(diagnosis.actor, "actor");
    QTEST(diagnosis.action, "action");
    m_told.insert(found->id.toString());
}

void SentencesTest::everyOtherConnectionOfEveryCustomerIsHealthy()
{
    // Whatever the tables above leave out of these customers is one of many of a kind.
    const QSet<QString> many{u"helpdesk-000103"_s, u"helpdesk-000108"_s, u"helpdesk-000114"_s};
    int seen = 0;
    QStringList customers{u"helpdesk-000115-%1end"_s.arg(u"very-long-identifier-"_s.repeated(5)), u"عميل-000116"_s,
                          u"helpdesk-000117 👩‍💻"_s};
    for (int number = 101; number <= 127; ++number) {
        // 113 is locked, the next three are those above.
        if (number != 113 && (number < 115 || number > 117)) {
            customers << u"helpdesk-%1"_s.arg(number, 6, 10, QChar(u'0'));
        }
    }
    for (const QString &customer : std::as_const(customers)) {
        QVERIFY2(open(customer), qPrintable(customer));
        for (const models::ConnectionSummary &connection : shown()) {
            ++seen;
            const models::Diagnosis diagnosis = diagnosisOf(connection);
            QVERIFY(!diagnosis.headline.isEmpty() && !diagnosis.headline.contains(u'%'));
            if (!m_told.contains(connection.id.toString()) && !many.contains(customer)) {
                QVERIFY2(diagnosis.headline.startsWith("All is well; "_L1),
                         qPrintable(customer + u' ' + connection.providerCode + u": "_s + diagnosis.headline));
            }
        }
    }
    QVERIFY(seen > 100);
}

QTEST_GUILESS_MAIN(SentencesTest)
#include "tst_sentencesandsandbox.moc"
