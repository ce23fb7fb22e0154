// SPDX-License-Identifier: Apache-2.0
#include "proving/EndpointProof.h"
#include "proving/HopRow.h"
#include "proving/HopWords.h"
#include "proving/ProofView.h"
#include "server/Server.h"
#include "states/MessageBar.h"
#include "testing/Arrival.h"
#include "theme/Theme.h"
#include "theme/WrappedLabel.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using models::EndpointProof;
using models::Hop;
using models::HopResult;
using models::HopState;
using models::Tone;

namespace {

/// A sandbox and a view on the proof of it.
struct Scene
{
    Scene()
    {
        if (!server.start()) {
            qFatal("the sandbox did not start");
        }
        subject.endpoint = testing::endpointAt(server.baseUrl());
        subject.endpoint.appId = server.appId().toUtf8();
        subject.endpoint.secret = api::Secret(server.secret().toUtf8());
        subject.proxy.mode = models::ProxySettings::Mode::None;
        subject.mayWrite = true;
        view.resize(720, 480);
        view.show();
    }

    [[nodiscard]] bool run()
    {
        proof = std::make_unique<EndpointProof>(subject, clock);
        view.watch(proof.get());
        proof->start();
        return QTest::qWaitFor([this] { return proof->hasEnded(); }, 20'000);
    }

    void refuse(const QString &errorClass)
    {
        server.faults().add({.kind = sandbox::FaultKind::Error,
                             .times = sandbox::Fault::always,
                             .status = 400,
                             .errorClass = errorClass});
    }

    /// What a screen reader is given for the row.
    [[nodiscard]] QString spoken(Hop hop) const
    {
        const auto rows = view.findChildren<ui::HopRow *>();
        QAccessibleInterface *row = QAccessible::queryAccessibleInterface(rows.at(static_cast<qsizetype>(hop)));
        return row->text(QAccessible::Name) + u' ' + row->text(QAccessible::Description);
    }

    sandbox::Server server;
    api::SystemClock clock;
    models::ProofSubject subject;
    ui::ProofView view;
    std::unique_ptr<EndpointProof> proof;
};

std::array<HopResult, models::proofHops.size()> allPassed()
{
    std::array<HopResult, models::proofHops.size()> results;
    std::ranges::transform(models::proofHops, results.begin(), [](Hop hop) {
        return HopResult{.hop = hop, .state = HopState::Passed, .detail = u"Well."_s};
    });
    return results;
}

api::ApiError refusedWith(const QString &errorClass)
{
    api::ApiError error;
    error.kind = api::ErrorKind::Rejected;
    error.httpStatus = 400;
    error.errorClass = errorClass;
    error.requestId = u"313b4518"_s;
    error.message = u"It is so."_s;
    return error;
}

} // namespace

class TestProofView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void everyHopWaitsUntilAProofRuns();
    void aProofThatPassesSaysSo();
    void theFailingHopIsNamedWithWhatToDo();
    void copyGivesEveryHopALine();
    void anotherProofStartsAfresh();
    void aProofThatGoesLeavesTheRows();
    void aProofThatHasEndedIsShownAtOnce();
    void nothingIsSaidByColourAlone();
    void theColoursFollowTheTheme();
    void theAdviceFitsTheFailure_data();
    void theAdviceFitsTheFailure();
    void theOutcomeIsToldInWords_data();
    void theOutcomeIsToldInWords();

private:
    std::unique_ptr<ui::Theme> m_theme;
};

void TestProofView::initTestCase()
{
    m_theme = std::make_unique<ui::Theme>(*qApp, ui::Theme::Mode::Light);
}

void TestProofView::everyHopWaitsUntilAProofRuns()
{
    const Scene scene;

    for (const Hop hop : models::proofHops) {
        QCOMPARE(scene.spoken(hop), QString(ui::hopName(hop) + u": Waiting "_s));
    }
    QVERIFY(scene.view.message().isEmpty());
}

void TestProofView::aProofThatPassesSaysSo()
{
    Scene scene;

    QVERIFY(scene.run());

    QCOMPARE(scene.view.message().tone, Tone::Good);
    QCOMPARE(scene.view.message().title, u"The connection works."_s);
    QVERIFY(scene.spoken(Hop::Keys).startsWith("Keys: Passed The API knows them"_L1));
    QVERIFY(scene.spoken(Hop::Proxy).startsWith("Proxy: Not needed"_L1));
    QVERIFY(scene.view.findChild<ui::MessageBar *>()->isVisible());
}

void TestProofView::theFailingHopIsNamedWithWhatToDo()
{
    Scene scene;
    scene.refuse(u"AppsRestricted"_s);

    QVERIFY(scene.run());

    const ui::Message message = scene.view.message();
    QCOMPARE(message.tone, Tone::Bad);
    QVERIFY(message.title.contains("app key"_L1));
    QVERIFY(message.text.contains("service"_L1));
    QVERIFY(message.fine.startsWith(u"AppsRestricted · HTTP 400"_s));
    QVERIFY(message.fine.contains("request "_L1));
    QVERIFY(scene.spoken(Hop::Keys).startsWith("Keys: Failed"_L1));
    QVERIFY(scene.spoken(Hop::Reachability).startsWith("API: Passed"_L1));
    QVERIFY(scene.spoken(Hop::Signature).startsWith("Signature: Not tested"_L1));
}

void TestProofView::copyGivesEveryHopALine()
{
    Scene scene;
    scene.refuse(u"ApiKeyNotFound"_s);
    QVERIFY(scene.run());

    for (QPushButton *button : scene.view.findChildren<QPushButton *>()) {
        if (button->accessibleName() == "Copy the message"_L1) {
            button->click();
        }
    }

    const QString copied = QGuiApplication::clipboard()->text();
    for (const Hop hop : models::proofHops) {
        QVERIFY2(copied.contains(QString(ui::hopName(hop) + u": "_s)), qPrintable(copied));
    }
    QVERIFY(copied.contains(u"ApiKeyNotFound · HTTP 400"_s));
    QVERIFY(!copied.contains(scene.server.secret()));
}

void TestProofView::anotherProofStartsAfresh()
{
    Scene scene;
    QVERIFY(scene.run());
    EndpointProof second(scene.subject, scene.clock);

    scene.view.watch(&second);

    QVERIFY(scene.view.message().isEmpty());
    QVERIFY(!scene.view.findChild<ui::MessageBar *>()->isVisible());
    QVERIFY(scene.spoken(Hop::Keys).startsWith("Keys: Waiting"_L1));
}

void TestProofView::aProofThatGoesLeavesTheRows()
{
    Scene scene;
    QVERIFY(scene.run());
    const QString before = scene.spoken(Hop::Keys);

    scene.proof.reset();

    QCOMPARE(scene.spoken(Hop::Keys), before);
    scene.view.watch(nullptr);
    QVERIFY(scene.spoken(Hop::Keys).startsWith("Keys: Waiting"_L1));
}

void TestProofView::aProofThatHasEndedIsShownAtOnce()
{
    Scene scene;
    QVERIFY(scene.run());
    ui::ProofView late;

    late.watch(scene.proof.get());

    QCOMPARE(late.message(), scene.view.message());
}

void TestProofView::nothingIsSaidByColourAlone()
{
    QSet<QString> words;
    for (const HopState state : {HopState::Waiting, HopState::Running, HopState::Passed, HopState::Warned,
                                 HopState::Failed, HopState::NotNeeded, HopState::NotTested}) {
        words << ui::hopStateWord(state);
        QVERIFY(!ui::hopIcon(state).isEmpty());
    }
    QCOMPARE(words.size(), 7);
}

void TestProofView::theColoursFollowTheTheme()
{
    Scene scene;
    QVERIFY(scene.run());
    const auto signs = [&scene] { return scene.view.findChild<ui::HopRow *>()->grab().toImage(); };
    const QImage light = signs();

    m_theme->setMode(ui::Theme::Mode::Dark);

    QTRY_VERIFY(signs() != light);
    m_theme->setMode(ui::Theme::Mode::Light);
    QTRY_COMPARE(signs(), light);
}

void TestProofView::theAdviceFitsTheFailure_data()
{
    QTest::addColumn<HopResult>("failure");
    QTest::addColumn<QString>("words");
    const auto failed = [](Hop hop) { return HopResult{.hop = hop, .state = HopState::Failed}; };
    const auto refused = [&failed](Hop hop, const QString &errorClass) {
        HopResult result = failed(hop);
        result.error = refusedWith(errorClass);
        return result;
    };
    const auto broken = [&failed](api::ErrorKind kind) {
        HopResult result = failed(Hop::Reachability);
        result.error = api::ApiError();
        result.error->kind = kind;
        return result;
    };
    QTest::newRow("name") << failed(Hop::Name) << u"typing mistake"_s;
    QTest::newRow("proxy") << failed(Hop::Proxy) << u"proxy's address"_s;
    QTest::newRow("certificate") << failed(Hop::Tls) << u"do not go on"_s;
    QTest::newRow("nobody there") << failed(Hop::Reachability) << u"Check the network"_s;
    QTest::newRow("firewall") << broken(api::ErrorKind::Firewall) << u"only known addresses"_s;
    QTest::newRow("redirect") << broken(api::ErrorKind::Redirected) << u"Check the address"_s;
    QTest::newRow("server") << broken(api::ErrorKind::ServerFault) << u"in a few minutes"_s;
    QTest::newRow("limit") << broken(api::ErrorKind::RateLimited) << u"Wait a minute"_s;
    QTest::newRow("keys") << refused(Hop::Keys, u"ApiKeyNotFound"_s) << u"App-id and the secret"_s;
    QTest::newRow("app key") << refused(Hop::Keys, u"AppsRestricted"_s) << u"service key"_s;
    QTest::newRow("clock") << refused(Hop::Clock, u"RequestExpired"_s) << u"clock"_s;
    QTest::newRow("no signature") << refused(Hop::Signature, u"MissingExpiresAt"_s) << u"Set the signing key"_s;
    QTest::newRow("wrong signature") << refused(Hop::Signature, u"SignatureNotMatch"_s) << u"belongs to this App-id"_s;
    QTest::newRow("version") << refused(Hop::ApiVersion, u"UnsupportedApiVersion"_s) << u"version 5"_s;
    QTest::newRow("permission") << refused(Hop::Permission, u"ActionNotAllowed"_s) << u"over a link"_s;
}

void TestProofView::theAdviceFitsTheFailure()
{
    QFETCH(HopResult, failure);
    QFETCH(QString, words);

    const QString advice = ui::hopAdvice(failure);

    QVERIFY2(advice.contains(words), qPrintable(advice));
    QVERIFY(advice.endsWith(u'.'));
}

void TestProofView::theOutcomeIsToldInWords_data()
{
    QTest::addColumn<Hop>("hop");
    QTest::addColumn<HopState>("state");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<QString>("title");
    QTest::newRow("passed") << Hop::Permission << HopState::Passed << Tone::Good << u"The connection works."_s;
    QTest::newRow("not written") << Hop::Permission << HopState::NotTested << Tone::Good << u"The connection works."_s;
    QTest::newRow("warned") << Hop::Clock << HopState::Warned << Tone::Warning << u"The connection works."_s;
    QTest::newRow("cancelled") << Hop::Keys << HopState::NotTested << Tone::Idle << u"The test was cancelled."_s;
    QTest::newRow("failed") << Hop::Keys << HopState::Failed << Tone::Bad << u"Well."_s;
}

void TestProofView::theOutcomeIsToldInWords()
{
    QFETCH(Hop, hop);
    QFETCH(HopState, state);
    auto results = allPassed();
    results[static_cast<std::size_t>(hop)].state = state;

    const ui::Message message = ui::proofMessage(results);

    QTEST(message.tone, "tone");
    QTEST(message.title, "title");
    QCOMPARE(message.copyText.count(u'\n'), 8);
}

QTEST_MAIN(TestProofView)
#include "tst_ui_proofview.moc"
