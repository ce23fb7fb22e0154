// SPDX-License-Identifier: Apache-2.0
#include "RunningSandbox.h"
#include "connecting/ConnectionCreation.h"
#include "workspace/Workspace.h"

#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using models::CustomerScope;
using models::Operation;
using models::OperationOutcome;
using sandbox::Fault;
using sandbox::FaultKind;
using testing::RunningSandbox;

namespace {

api::Credentials credentialsOf(const std::vector<std::pair<QString, QByteArray>> &pairs)
{
    api::Credentials credentials;
    for (const auto &[name, value] : pairs) {
        credentials.push_back({.name = name, .values = {api::Secret::copyOf(value)}, .multiple = false});
    }
    return credentials;
}

} // namespace

/// The agent's side of a bad line: what the workspace makes of writes whose answer never came, on the real sandbox.
class TestWorkspaceAndSandbox : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theCustomerIsShownWithItsConsents();
    void anAttemptSeenRunningIsFollowedToItsEnd();
    void aRefreshIsFollowedInTheTable();
    void aLostReplyIsReadBackAndNeverRepeated_data();
    void aLostReplyIsReadBackAndNeverRepeated();
    void aLostAnswerIsReadBackAndNeverRepeated_data();
    void aLostAnswerIsReadBackAndNeverRepeated();
    void aLostCreationIsFoundInTheListAndNeverRepeated_data();
    void aLostCreationIsFoundInTheListAndNeverRepeated();
    void anEarlyRefreshTeachesTheTime();
    void aFailedReadingKeepsWhatWasShown();
    void withoutKeysNothingIsSent();

private:
    [[nodiscard]] bool open(const QString &customer);
    [[nodiscard]] api::ConnectionId withBank(const QString &provider) const;
    [[nodiscard]] std::optional<OperationOutcome> outcomeOf(const std::function<bool()> &write);

    api::ReconnectConnectionRequest m_newLogin;
    std::unique_ptr<RunningSandbox> m_sandbox;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<models::Workspace> m_workspace;
    api::SystemClock m_clock;
};

void TestWorkspaceAndSandbox::init()
{
    m_sandbox = std::make_unique<RunningSandbox>(testing::Wire::Http, false, 20);
    m_network = std::make_unique<QNetworkAccessManager>();
    m_newLogin.consent.scopes = QStringList{u"account_details"_s};
    m_newLogin.credentials = credentialsOf({{u"login"_s, "username"}, {u"password"_s, "secret"}});
    models::PollingPace pace;
    pace.interval = 30ms;
    m_workspace = std::make_unique<models::Workspace>(*m_network, m_sandbox->endpoint(), models::Environment{}, m_clock,
                                                      pace, testing::hastyLimits());
}

void TestWorkspaceAndSandbox::cleanup()
{
    m_workspace.reset();
    m_network.reset();
    m_sandbox.reset();
}

bool TestWorkspaceAndSandbox::open(const QString &customer)
{
    m_workspace->scope().find(customer);
    return QTest::qWaitFor([this] { return m_workspace->scope().state() == CustomerScope::State::Shown; }, 20'000);
}

api::ConnectionId TestWorkspaceAndSandbox::withBank(const QString &provider) const
{
    const auto &connections = m_workspace->connections();
    for (int row = 0; row < connections.rowCount(); ++row) {
        const auto summary = connections.summary(connections.idAt(row));
        if (summary && summary->providerName == provider) {
            return summary->id;
        }
    }
    return {};
}

std::optional<OperationOutcome> TestWorkspaceAndSandbox::outcomeOf(const std::function<bool()> &write)
{
    std::vector<OperationOutcome> outcomes;
    QObject context;
    connect(&m_workspace->operations(), &models::ConnectionOperations::ended, &context,
            [&](const OperationOutcome &outcome) { outcomes.push_back(outcome); });
    if (!write() || !QTest::qWaitFor([&] { return !outcomes.empty(); }, 20'000)) {
        return std::nullopt;
    }
    // A second end of the same write would be on its way by now.
    QCoreApplication::sendPostedEvents();
    return outcomes.size() == 1 ? std::optional(outcomes.front()) : std::nullopt;
}

void TestWorkspaceAndSandbox::theCustomerIsShownWithItsConsents()
{
    QVERIFY(open(sandbox::Server::demoCustomer()));

    QCOMPARE(m_workspace->connections().total(), 7);
    const api::ConnectionId id = withBank(u"Banca Transilvania"_s);
    QTRY_COMPARE(m_workspace->connections().summary(id)->assessment.situation, models::Situation::Expiring);
}

void TestWorkspaceAndSandbox::anAttemptSeenRunningIsFollowedToItsEnd()
{
    QVERIFY(open(sandbox::Server::demoCustomer()));
    const api::ConnectionId id = withBank(u"Demobank"_s);
    QVERIFY(m_workspace->poller().isFollowing(id));

    QTRY_VERIFY_WITH_TIMEOUT(!m_workspace->connections().summary(id)->fetching, 30'000);
    QTRY_VERIFY(!m_workspace->poller().isFollowing(id));
}

void TestWorkspaceAndSandbox::aRefreshIsFollowedInTheTable()
{
    QVERIFY(open(u"helpdesk-000101"_s));
    const api::ConnectionId id = m_workspace->connections().idAt(0);
    const QDateTime before = m_workspace->connections().summary(id)->lastSuccessAt;

    const auto outcome = outcomeOf([&] { return m_workspace->operations().refresh(id); });

    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->kind, OperationOutcome::Kind::Done);
    QVERIFY(m_workspace->poller().isFollowing(id));
    QTRY_VERIFY_WITH_TIMEOUT(m_workspace->connections().summary(id)->lastSuccessAt > before, 30'000);
}

void TestWorkspaceAndSandbox::aLostReplyIsReadBackAndNeverRepeated_data()
{
    QTest::addColumn<FaultKind>("fault");
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<OperationOutcome::Kind>("kind");
    using Kind = OperationOutcome::Kind;
    QTest::newRow("refresh, reply lost") << FaultKind::LostReply << Operation::Refresh << Kind::FoundDone;
    QTest::newRow("update, reply lost") << FaultKind::LostReply << Operation::Update << Kind::FoundDone;
    QTest::newRow("removal, reply lost") << FaultKind::LostReply << Operation::Remove << Kind::FoundDone;
    QTest::newRow("reconnect, reply lost") << FaultKind::LostReply << Operation::Reconnect << Kind::FoundDone;
    QTest::newRow("reconnect, request lost") << FaultKind::HangUp << Operation::Reconnect << Kind::FoundNotDone;
    QTest::newRow("refresh, request lost") << FaultKind::HangUp << Operation::Refresh << Kind::FoundNotDone;
    QTest::newRow("update, request lost") << FaultKind::HangUp << Operation::Update << Kind::FoundNotDone;
    QTest::newRow("removal, request lost") << FaultKind::HangUp << Operation::Remove << Kind::FoundNotDone;
}

void TestWorkspaceAndSandbox::aLostReplyIsReadBackAndNeverRepeated()
{
    QFETCH(FaultKind, fault);
    QFETCH(Operation, operation);
    QFETCH(OperationOutcome::Kind, kind);
    QVERIFY(open(u"helpdesk-000101"_s));
    const api::ConnectionId id = m_workspace->connections().idAt(0);
    const int total = m_workspace->connections().total();
    const QByteArray verb = operation == Operation::Remove ? "DELETE" : "PUT";
    Fault planned;
    planned.kind = fault;
    planned.method = verb;
    m_sandbox->server().faults().add(planned);

    const auto outcome = outcomeOf([&] {
        auto &operations = m_workspace->operations();
        switch (operation) {
        case Operation::Refresh:
            return operations.refresh(id);
        case Operation::Update: {
            api::UpdateConnectionRequest change;
            change.dailyRefresh = !m_workspace->connections().summary(id)->dailyRefresh;
            return operations.update(id, change);
        }
        case Operation::Remove:
            return operations.remove(id);
        case Operation::Reconnect:
            return operations.reconnect(id, m_newLogin);
        case Operation::Answer:
        case Operation::Revoke:
            break;
        }
        Q_UNREACHABLE();
    });

    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->kind, kind);
    QCOMPARE(m_sandbox->received(verb), 1);
    const bool removed = operation == Operation::Remove && kind == OperationOutcome::Kind::FoundDone;
    QCOMPARE(m_workspace->connections().total(), removed ? total - 1 : total);
}

void TestWorkspaceAndSandbox::aLostAnswerIsReadBackAndNeverRepeated_data()
{
    QTest::addColumn<FaultKind>("fault");
    QTest::addColumn<OperationOutcome::Kind>("kind");
    QTest::newRow("reply lost") << FaultKind::LostReply << OperationOutcome::Kind::FoundDone;
    QTest::newRow("request lost") << FaultKind::HangUp << OperationOutcome::Kind::FoundNotDone;
}

void TestWorkspaceAndSandbox::aLostAnswerIsReadBackAndNeverRepeated()
{
    QFETCH(FaultKind, fault);
    QFETCH(OperationOutcome::Kind, kind);
    QVERIFY(open(sandbox::Server::demoCustomer()));
    const api::ConnectionId id = withBank(u"Fake Bank with SMS"_s);
    QTRY_VERIFY(m_workspace->questions().find(id) != nullptr);
    const models::WaitingQuestion question = *m_workspace->questions().find(id);
    Fault planned;
    planned.kind = fault;
    planned.method = "PUT";
    m_sandbox->server().faults().add(planned);

    const auto outcome = outcomeOf([&] {
        const api::InteractiveRequest answer{.credentials = credentialsOf({{u"sms"_s, "123456"}}),
                                             .encryptedCredentials = {}};
        return m_workspace->operations().answer(id, question.attempt, question.stage.id, answer);
    });

    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->kind, kind);
    QCOMPARE(m_sandbox->received("PUT"), 1);
}

void TestWorkspaceAndSandbox::aLostCreationIsFoundInTheListAndNeverRepeated_data()
{
    QTest::addColumn<FaultKind>("fault");
    QTest::addColumn<models::CreationOutcome::Kind>("kind");
    QTest::newRow("reply lost") << FaultKind::LostReply << models::CreationOutcome::Kind::FoundCreated;
    QTest::newRow("request lost") << FaultKind::HangUp << models::CreationOutcome::Kind::FoundNothing;
}

void TestWorkspaceAndSandbox::aLostCreationIsFoundInTheListAndNeverRepeated()
{
    QFETCH(FaultKind, fault);
    QFETCH(models::CreationOutcome::Kind, kind);
    QVERIFY(open(u"helpdesk-000101"_s));
    const std::vector<api::ConnectionId> before = m_workspace->connections().ids();
    models::ConnectionCreation creation(m_workspace->client(), m_workspace->connections());
    QSignalSpy ended(&creation, &models::ConnectionCreation::ended);
    api::CreateConnectionRequest request;
    request.customerId = m_workspace->scope().customer()->id;
    request.countryCode = u"XF"_s;
    request.providerCode = u"fakebank_select_xf"_s;
    request.consent.scopes = QStringList{u"account_details"_s};
    request.credentials = credentialsOf({{u"login"_s, "username"}, {u"password"_s, "secret"}, {u"bank_branch"_s, "2"}});
    Fault planned;
    planned.kind = fault;
    planned.method = "POST";
    m_sandbox->server().faults().add(planned);

    QVERIFY(creation.create(request));
    QVERIFY(ended.wait(20'000));

    const auto outcome = ended.first().first().value<models::CreationOutcome>();
    QCOMPARE(outcome.kind, kind);
    QCOMPARE(m_sandbox->received("POST"), 1);
    const bool found = kind == models::CreationOutcome::Kind::FoundCreated;
    QCOMPARE(m_workspace->connections().ids().size(), before.size() + (found ? 1 : 0));
    QCOMPARE(outcome.connection.isEmpty(), !found);
    QCOMPARE(ended.count(), 1);
}

void TestWorkspaceAndSandbox::anEarlyRefreshTeachesTheTime()
{
    QVERIFY(open(u"helpdesk-000105"_s));
    const api::ConnectionId id = m_workspace->connections().idAt(0);

    const auto outcome = outcomeOf([&] { return m_workspace->operations().refresh(id); });

    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->kind, OperationOutcome::Kind::Failed);
    QCOMPARE(outcome->error->errorClass, u"ConnectionCannotBeRefreshed"_s);
    QVERIFY(outcome->error->nextRefreshPossibleAt.has_value());
    QCOMPARE(m_workspace->connections().summary(id)->nextRefreshPossibleAt, *outcome->error->nextRefreshPossibleAt);
}

void TestWorkspaceAndSandbox::aFailedReadingKeepsWhatWasShown()
{
    QVERIFY(open(u"helpdesk-000101"_s));
    const int total = m_workspace->connections().total();
    Fault broken;
    broken.kind = FaultKind::Html;
    broken.status = 403;
    broken.times = Fault::always;
    m_sandbox->server().faults().add(broken);

    m_workspace->scope().readAgain();
    QTRY_VERIFY(m_workspace->scope().error().has_value());

    QCOMPARE(m_workspace->scope().state(), CustomerScope::State::Shown);
    QCOMPARE(m_workspace->connections().total(), total);
    QCOMPARE(m_workspace->scope().error()->kind, api::ErrorKind::Firewall);
}

void TestWorkspaceAndSandbox::withoutKeysNothingIsSent()
{
    api::ApiEndpoint endpoint = m_sandbox->endpoint();
    endpoint.secret = {};
    models::Environment environment;
    environment.hasKeys = false;
    models::Workspace workspace(*m_network, endpoint, environment, m_clock);

    workspace.scope().find(u"helpdesk-000101"_s);
    workspace.scope().openConnection(api::ConnectionId(u"111111111111111111"_s));

    QCOMPARE(workspace.scope().state(), CustomerScope::State::NotConfigured);
    QCOMPARE(workspace.client().activeRequests(), 0);
    QVERIFY(m_sandbox->server().requestLog().isEmpty());
}

QTEST_GUILESS_MAIN(TestWorkspaceAndSandbox)
#include "tst_workspaceandsandbox.moc"
