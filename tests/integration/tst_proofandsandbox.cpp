// SPDX-License-Identifier: Apache-2.0
#include "RunningSandbox.h"
#include "proving/EndpointProof.h"
#include "testing/Intervals.h"
#include "testing/RawServer.h"
#include "testing/TunnelProxy.h"
#include "transport/WriteWitness.h"

#include <QSignalSpy>
#include <QTest>

#include <vector>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using models::EndpointProof;
using models::Hop;
using models::HopResult;
using models::HopState;
using models::ProofSubject;
using models::ProxySettings;
using sandbox::Fault;
using sandbox::FaultKind;
using testing::RawServer;
using testing::RunningSandbox;
using testing::TunnelProxy;
using testing::Wire;

namespace {

constexpr auto proxyCanary = "canary-proxy-4c1e";

/// A sandbox, what is proved of it, and who else stands in the way.
struct Scene
{
    explicit Scene(Wire wire, bool isSigned)
        : sandbox(wire, isSigned, 1)
    {
        subject.endpoint = sandbox.endpoint();
        subject.proxy.mode = ProxySettings::Mode::None;
        subject.proxyPassword = api::Secret::copyOf(proxyCanary);
        subject.mayWrite = true;
    }

    void refuse(const QString &errorClass, const QByteArray &method = "GET")
    {
        sandbox.server().faults().add({.kind = FaultKind::Error,
                                       .method = method,
                                       .times = Fault::always,
                                       .status = 400,
                                       .errorClass = errorClass});
    }
    void fault(FaultKind kind, int status = 500)
    {
        sandbox.server().faults().add({.kind = kind, .times = Fault::always, .status = status});
    }
    void skewClock(std::chrono::milliseconds by)
    {
        sandbox.server().faults().add({.kind = FaultKind::ClockSkew, .times = Fault::always, .delay = by});
    }
    void throughProxy(quint16 port, const QString &user = {})
    {
        subject.proxy = {.mode = ProxySettings::Mode::Manual, .host = u"127.0.0.1"_s, .port = port, .user = user};
    }
    /// A server that does this to whoever connects, in place of the sandbox or of a proxy.
    RawServer &raw(const RawServer::Reaction &reaction)
    {
        rawServer = std::make_unique<RawServer>(RawServer::Transport::Http);
        for (int i = 0; i < 4; ++i) {
            rawServer->react(reaction);
        }
        return *rawServer;
    }

    RunningSandbox sandbox;
    ProofSubject subject;
    std::unique_ptr<RawServer> rawServer;
    std::unique_ptr<TunnelProxy> tunnelProxy;
};

/// A port of this computer on which nobody listens.
quint16 deadPort()
{
    const RawServer gone(RawServer::Transport::Http);
    return static_cast<quint16>(gone.baseUrl().port());
}

/// What is wrong, and which hop says so.
struct Situation
{
    const char *name;
    Wire wire;
    bool isSigned;
    std::function<void(Scene &)> arrange;
    Hop hop;
    HopState state;
    /// Part of what the hop says.
    const char *words;
};

RawServer::Reaction proxyAnswer(const QByteArray &status, const QByteArray &header = {})
{
    return {"HTTP/1.1 " + status + "\r\n" + header + "Content-Length: 0\r\n\r\n", false};
}

void addNetworkSituations(std::vector<Situation> &all)
{
    all.push_back({"a name that nobody knows", Wire::Https, false,
                   [](Scene &scene) { scene.subject.endpoint.baseUrl.setHost(u"nowhere.invalid"_s); }, Hop::Name,
                   HopState::Failed, "nowhere.invalid cannot be found"});
    all.push_back({"an address without TLS", Wire::Http, false,
                   [](Scene &scene) { scene.subject.endpoint.baseUrl.setHost(u"192.0.2.1"_s); }, Hop::Name,
                   HopState::Failed, "must begin with https"});
    all.push_back({"a port nobody listens on", Wire::Http, false,
                   [](Scene &scene) { scene.subject.endpoint.baseUrl.setPort(deadPort()); }, Hop::Reachability,
                   HopState::Failed, "refused"});
    all.push_back({"a port nobody listens on, over TLS", Wire::Https, false,
                   [](Scene &scene) { scene.subject.endpoint.baseUrl.setPort(deadPort()); }, Hop::Reachability,
                   HopState::Failed, "refused"});
    all.push_back({"a certificate nobody vouches for", Wire::Https, false,
                   [](Scene &scene) { scene.subject.endpoint.extraCertificates.clear(); }, Hop::Tls, HopState::Failed,
                   "localhost, issued by localhost, is not trusted"});
    all.push_back({"a certificate for another name", Wire::Https, false,
                   [](Scene &scene) {
                       scene.tunnelProxy = std::make_unique<TunnelProxy>();
                       scene.tunnelProxy->leadTo(static_cast<quint16>(scene.subject.endpoint.baseUrl.port()));
                       scene.throughProxy(scene.tunnelProxy->port());
                       scene.subject.endpoint.baseUrl.setHost(u"bank.example"_s);
                   },
                   Hop::Tls, HopState::Failed, "host name did not match"});
    all.push_back({"a server that speaks no TLS", Wire::Https, false,
                   [](Scene &scene) {
                       const QUrl plain = scene.raw({"HTTP/1.1 400 Bad Request\r\n\r\n", true}).baseUrl();
                       scene.subject.endpoint.baseUrl.setPort(plain.port());
                   },
                   Hop::Tls, HopState::Failed, "does not end the TLS handshake in time"});
}

void addProxySituations(std::vector<Situation> &all)
{
    all.push_back({"a proxy that wants a login", Wire::Https, false,
                   [](Scene &scene) {
                       const auto wants =
                           proxyAnswer("407 Authentication Required", "Proxy-Authenticate: Basic realm=\"x\"\r\n");
                       scene.throughProxy(static_cast<quint16>(scene.raw(wants).baseUrl().port()));
                   },
                   Hop::Proxy, HopState::Failed, "wants a user and a password"});
    all.push_back({"a proxy that refuses the login", Wire::Https, false,
                   [](Scene &scene) {
                       scene.tunnelProxy = std::make_unique<TunnelProxy>("me:another password");
                       scene.throughProxy(scene.tunnelProxy->port(), u"me"_s);
                   },
                   Hop::Proxy, HopState::Failed, "refuses the user or the password"});
    all.push_back({"a proxy that wants a login, without TLS", Wire::Http, false,
                   [](Scene &scene) {
                       scene.tunnelProxy = std::make_unique<TunnelProxy>("me:another password");
                       scene.throughProxy(scene.tunnelProxy->port());
                   },
                   Hop::Proxy, HopState::Failed, "wants a user and a password"});
    all.push_back({"a proxy where nobody listens", Wire::Https, false,
                   [](Scene &scene) { scene.throughProxy(deadPort()); }, Hop::Proxy, HopState::Failed,
                   "Nobody listens at the proxy's address 127.0.0.1"});
    all.push_back({"a proxy whose name nobody knows", Wire::Https, false,
                   [](Scene &scene) {
                       scene.throughProxy(3128);
                       scene.subject.proxy.host = u"nowhere.invalid"_s;
                   },
                   Hop::Proxy, HopState::Failed, "nowhere.invalid cannot be found"});
    all.push_back({"a proxy that forbids the host", Wire::Https, false,
                   [](Scene &scene) {
                       const RawServer &proxy = scene.raw(proxyAnswer("403 Forbidden"));
                       scene.throughProxy(static_cast<quint16>(proxy.baseUrl().port()));
                   },
                   Hop::Proxy, HopState::Failed, "does not let us through"});
    all.push_back({"a proxy that does not know the name", Wire::Https, false,
                   [](Scene &scene) {
                       const RawServer &proxy = scene.raw(proxyAnswer("404 Not Found"));
                       scene.throughProxy(static_cast<quint16>(proxy.baseUrl().port()));
                   },
                   Hop::Name, HopState::Failed, "cannot find the name"});
    all.push_back({"a proxy that cannot reach the server", Wire::Https, false,
                   [](Scene &scene) {
                       const RawServer &proxy = scene.raw(proxyAnswer("503 Service Unavailable"));
                       scene.throughProxy(static_cast<quint16>(proxy.baseUrl().port()));
                   },
                   Hop::Reachability, HopState::Failed, "cannot reach"});
    all.push_back({"a proxy that says nothing", Wire::Https, false,
                   [](Scene &scene) {
                       const RawServer &proxy = scene.raw(RawServer::silence());
                       scene.throughProxy(static_cast<quint16>(proxy.baseUrl().port()));
                   },
                   Hop::Proxy, HopState::Failed, "does not answer in time"});
    all.push_back({"a proxy that lets us through", Wire::Https, false,
                   [](Scene &scene) {
                       scene.tunnelProxy = std::make_unique<TunnelProxy>(QByteArray("me:") + proxyCanary);
                       scene.throughProxy(scene.tunnelProxy->port(), u"me"_s);
                   },
                   Hop::Proxy, HopState::Passed, "lets us through"});
}

void addAnswerSituations(std::vector<Situation> &all)
{
    all.push_back({"a firewall's page", Wire::Http, false, [](Scene &scene) { scene.fault(FaultKind::Html, 403); },
                   Hop::Reachability, HopState::Failed, "firewall's page"});
    all.push_back({"a page instead of JSON", Wire::Http, false, [](Scene &scene) { scene.fault(FaultKind::Html, 200); },
                   Hop::Reachability, HopState::Failed, "not the API"});
    all.push_back({"a redirect", Wire::Http, false, [](Scene &scene) { scene.fault(FaultKind::Redirect); },
                   Hop::Reachability, HopState::Failed, "sends us elsewhere"});
    all.push_back({"a server that breaks", Wire::Http, false, [](Scene &scene) { scene.fault(FaultKind::Html, 502); },
                   Hop::Reachability, HopState::Failed, "fault of its own (HTTP 502)"});
    all.push_back({"a server that hangs up", Wire::Http, false, [](Scene &scene) { scene.fault(FaultKind::HangUp); },
                   Hop::Reachability, HopState::Failed, "connection broke"});
    all.push_back({"a server that says nothing", Wire::Http, false,
                   [](Scene &scene) { scene.subject.endpoint.baseUrl = scene.raw(RawServer::silence()).baseUrl(); },
                   Hop::Reachability, HopState::Failed, "does not answer in time"});
    all.push_back({"half of the JSON", Wire::Http, false, [](Scene &scene) { scene.fault(FaultKind::TruncatedJson); },
                   Hop::Reachability, HopState::Failed, "not the API"});
    all.push_back({"a limit on requests", Wire::Http, false, [](Scene &scene) { scene.fault(FaultKind::RateLimit); },
                   Hop::Reachability, HopState::Failed, "too many requests"});
    all.push_back({"another path", Wire::Http, false,
                   [](Scene &scene) { scene.subject.endpoint.baseUrl.setPath(u"/api/v7"_s); }, Hop::Reachability,
                   HopState::Failed, "not under this address"});
}

void addKeySituations(std::vector<Situation> &all)
{
    all.push_back({"no secret", Wire::Https, false, [](Scene &scene) { scene.subject.endpoint.secret = {}; }, Hop::Keys,
                   HopState::Failed, "missing"});
    all.push_back({"another App-id", Wire::Http, false,
                   [](Scene &scene) { scene.subject.endpoint.appId = "someone-else"; }, Hop::Keys, HopState::Failed,
                   "does not know this pair"});
    all.push_back({"an app key", Wire::Http, false, [](Scene &scene) { scene.refuse(u"AppsRestricted"_s); }, Hop::Keys,
                   HopState::Failed, "are an app key's"});
    all.push_back({"a client that is switched off", Wire::Http, false,
                   [](Scene &scene) { scene.refuse(u"ClientDisabled"_s); }, Hop::Keys, HopState::Failed,
                   "switched off"});
    all.push_back({"a clock that is five minutes behind", Wire::Http, false,
                   [](Scene &scene) { scene.skewClock(300s); }, Hop::Clock, HopState::Warned, "5 minutes behind"});
    all.push_back({"a clock that is an hour ahead", Wire::Http, false, [](Scene &scene) { scene.skewClock(-1h); },
                   Hop::Clock, HopState::Warned, "60 minutes ahead"});
    all.push_back({"a clock that is a little off", Wire::Http, false, [](Scene &scene) { scene.skewClock(20s); },
                   Hop::Clock, HopState::Passed, "agrees"});
    all.push_back({"expired by the server's own clock", Wire::Http, true,
                   [](Scene &scene) { scene.refuse(u"RequestExpired"_s); }, Hop::Clock, HopState::Failed, "expired"});
    all.push_back({"unsigned where a signature is wanted", Wire::Http, true,
                   [](Scene &scene) { scene.subject.endpoint.signer.reset(); }, Hop::Signature, HopState::Failed,
                   "wants signed requests"});
    all.push_back({"signed with another key", Wire::Http, true,
                   [](Scene &scene) {
                       scene.subject.endpoint.signer =
                           *api::RequestSigner::fromPem(api::Secret(testing::rsaKeyPem(2048)));
                   },
                   Hop::Signature, HopState::Failed, "does not fit the public key"});
    all.push_back({"signed where no key is registered", Wire::Http, false,
                   [](Scene &scene) {
                       scene.subject.endpoint.signer =
                           *api::RequestSigner::fromPem(api::Secret::copyOf(testing::testCertificate().keyPem));
                   },
                   Hop::Signature, HopState::Failed, "has no public key"});
    all.push_back({"a key for another version", Wire::Http, false,
                   [](Scene &scene) { scene.refuse(u"UnsupportedApiVersion"_s); }, Hop::ApiVersion, HopState::Failed,
                   "may not use version 5"});
    all.push_back({"no direct credentials", Wire::Http, true,
                   [](Scene &scene) { scene.refuse(u"ActionNotAllowed"_s, "POST"); }, Hop::Permission, HopState::Failed,
                   "has not allowed"});
    all.push_back({"a client that may only read", Wire::Http, true,
                   [](Scene &scene) { scene.refuse(u"ClientRestricted"_s, "POST"); }, Hop::Permission, HopState::Failed,
                   "may only read"});
    all.push_back({"everything as it should be", Wire::Http, false, [](Scene &) {}, Hop::Permission, HopState::Passed,
                   "may be sent directly"});
    all.push_back({"everything as it should be, signed and over TLS", Wire::Https, true, [](Scene &) {},
                   Hop::Permission, HopState::Passed, "may be sent directly"});
    all.push_back({"where nothing may be written", Wire::Https, true,
                   [](Scene &scene) { scene.subject.mayWrite = false; }, Hop::Permission, HopState::NotTested,
                   "none is sent"});
}

const std::vector<Situation> &situations()
{
    static const std::vector<Situation> all = [] {
        std::vector<Situation> made;
        addNetworkSituations(made);
        addProxySituations(made);
        addAnswerSituations(made);
        addKeySituations(made);
        return made;
    }();
    return all;
}

bool hasRun(EndpointProof &proof)
{
    QSignalSpy ended(&proof, &EndpointProof::ended);
    proof.start();
    return QTest::qWaitFor([&ended] { return !ended.isEmpty(); }, 20'000) && ended.size() == 1;
}

class Witness final : public api::WriteWitness
{
public:
    std::optional<QString> admit(const api::WriteIntent &intent) override
    {
        seen << intent.pathTemplate + u' ' + intent.subject.customer;
        return std::nullopt;
    }
    void ended(const api::WriteIntent &, const std::optional<api::ApiError> &) override {}

    QStringList seen;
};

} // namespace

/// The proof of an endpoint against the sandbox, proxies and servers that do what they should not.
class TestProofAndSandbox : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void theTestWritesOnceAndCreatesNothing();
    void nothingIsWrittenWhereNothingMayBe();
    void theWitnessSeesTheWrite();
    void anOutdatedClockIsLearnedAndOnlyWarned();
    void everyChangeIsToldBeforeTheEnd();
    void aRunningProofIsCancelled();
    void aProofMayBeDroppedWhileItRuns();
};

void TestProofAndSandbox::whatIsWrongIsNamed_data()
{
    QTest::addColumn<int>("which");
    for (int i = 0; i < static_cast<int>(situations().size()); ++i) {
        QTest::newRow(situations()[static_cast<std::size_t>(i)].name) << i;
    }
}

void TestProofAndSandbox::whatIsWrongIsNamed()
{
    QFETCH(int, which);
    const Situation &situation = situations()[static_cast<std::size_t>(which)];
    Scene scene(situation.wire, situation.isSigned);
    situation.arrange(scene);
    const api::SystemClock clock;
    const bool waits = QByteArray(situation.words).contains("in time");
    EndpointProof proof(scene.subject, clock, nullptr, {.hop = waits ? 300ms : 10'000ms});

    QVERIFY(hasRun(proof));

    const HopResult &result = proof.result(situation.hop);
    QCOMPARE(result.state, situation.state);
    QVERIFY2(result.detail.contains(QString::fromUtf8(situation.words)), qPrintable(result.detail));
    QVERIFY(result.detail.endsWith(u'.'));
    const bool failed = situation.state == HopState::Failed;
    QCOMPARE(proof.firstFailure(), failed ? &result : nullptr);
    QCOMPARE(proof.passed(), !failed);
    QCOMPARE(proof.keysWork(), !failed || situation.hop == Hop::Permission);
    const QByteArray secret = scene.subject.endpoint.secret.reveal().toByteArray();
    for (const HopResult &hop : proof.results()) {
        QVERIFY(!hop.isOpen());
        QVERIFY(!hop.detail.isEmpty());
        QVERIFY(secret.isEmpty() || !hop.detail.contains(QString::fromUtf8(secret)));
        QVERIFY(!hop.detail.contains(QLatin1StringView(proxyCanary)));
        QVERIFY2(!failed || hop.hop <= situation.hop || hop.state == HopState::NotTested, qPrintable(hop.detail));
    }
}

void TestProofAndSandbox::theTestWritesOnceAndCreatesNothing()
{
    Scene scene(Wire::Http, true);
    const api::SystemClock clock;
    EndpointProof proof(scene.subject, clock);

    QVERIFY(hasRun(proof));

    const auto log = scene.sandbox.server().requestLog();
    QCOMPARE(log.size(), 2);
    QCOMPARE(log[0].method, "GET");
    QCOMPARE(log[1].method, "POST");
    QCOMPARE(log[1].status, 404);
}

void TestProofAndSandbox::nothingIsWrittenWhereNothingMayBe()
{
    Scene scene(Wire::Http, true);
    scene.subject.mayWrite = false;
    const api::SystemClock clock;
    EndpointProof proof(scene.subject, clock);

    QVERIFY(hasRun(proof));

    QCOMPARE(scene.sandbox.received("GET"), 1);
    QCOMPARE(scene.sandbox.server().requestLog().size(), 1);
    QVERIFY(proof.passed());
}

void TestProofAndSandbox::theWitnessSeesTheWrite()
{
    Scene scene(Wire::Http, false);
    Witness witness;
    scene.subject.witness = &witness;
    const api::SystemClock clock;
    EndpointProof proof(scene.subject, clock);

    QVERIFY(hasRun(proof));

    QCOMPARE(witness.seen, QStringList{u"connections 0"_s});
}

void TestProofAndSandbox::anOutdatedClockIsLearnedAndOnlyWarned()
{
    class Outdated final : public api::Clock
    {
    public:
        [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc().addSecs(-3 * 3600); }
    };
    Scene scene(Wire::Http, true);
    const Outdated clock;
    EndpointProof proof(scene.subject, clock);

    QVERIFY(hasRun(proof));

    QCOMPARE(proof.result(Hop::Clock).state, HopState::Warned);
    QVERIFY(proof.result(Hop::Clock).detail.contains("3 hours behind"_L1));
    QCOMPARE(proof.result(Hop::Signature).state, HopState::Passed);
    QVERIFY(proof.passed());
}

void TestProofAndSandbox::everyChangeIsToldBeforeTheEnd()
{
    Scene scene(Wire::Https, true);
    const api::SystemClock clock;
    EndpointProof proof(scene.subject, clock);
    QList<Hop> settled;
    bool hasEnded = false;
    connect(&proof, &EndpointProof::hopChanged, this, [&](Hop hop) {
        QVERIFY(!hasEnded);
        if (!proof.result(hop).isOpen()) {
            settled << hop;
        }
    });
    connect(&proof, &EndpointProof::ended, this, [&hasEnded] { hasEnded = true; });

    proof.start();
    QVERIFY(settled.isEmpty());
    QTRY_VERIFY(hasEnded);

    QCOMPARE(settled, QList<Hop>(models::proofHops.begin(), models::proofHops.end()));
}

void TestProofAndSandbox::aRunningProofIsCancelled()
{
    Scene scene(Wire::Http, false);
    scene.subject.endpoint.baseUrl = scene.raw(RawServer::silence()).baseUrl();
    const api::SystemClock clock;
    EndpointProof proof(scene.subject, clock);
    QSignalSpy ended(&proof, &EndpointProof::ended);
    proof.start();
    QTRY_COMPARE(proof.result(Hop::Reachability).state, HopState::Running);

    proof.cancel();
    proof.cancel();

    QVERIFY(testing::passIntervals(5ms));
    QCOMPARE(ended.size(), 1);
    QCOMPARE(proof.result(Hop::Reachability).state, HopState::NotTested);
    QVERIFY(!proof.passed());
    QVERIFY(!proof.keysWork());
    QCOMPARE(proof.firstFailure(), nullptr);
}

void TestProofAndSandbox::aProofMayBeDroppedWhileItRuns()
{
    for (const Hop hop : {Hop::Name, Hop::Tls, Hop::Reachability}) {
        Scene scene(Wire::Https, true);
        const api::SystemClock clock;
        auto proof = std::make_unique<EndpointProof>(scene.subject, clock);
        proof->start();
        QTRY_VERIFY(proof->result(hop).state != HopState::Waiting);
        proof.reset();
        QVERIFY(testing::passIntervals(1ms));
    }
}

QTEST_GUILESS_MAIN(TestProofAndSandbox)
#include "tst_proofandsandbox.moc"
