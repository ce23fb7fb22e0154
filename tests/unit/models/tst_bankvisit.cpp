// SPDX-License-Identifier: Apache-2.0
#include "connecting/BankVisit.h"
#include "support/Bench.h"
#include "support/Browser.h"
#include "testing/Intervals.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using Mode = api::ProviderMode;

namespace {

FakeAnswer sessionAnswer()
{
    return json(R"({"data":{"connection_id":"11","connection_secret":"canary","attempt_id":"77","token":"canary",)"
                R"("expires_at":"2026-11-23T10:52:07Z","redirect_url":"https://bank.example/?state=1"}})");
}

api::Provider bankOf(Mode mode, bool clientOwned = false, bool interactive = false)
{
    api::Provider bank;
    bank.code = u"bank_code"_s;
    bank.mode = {mode, {}};
    bank.interactive = interactive;
    bank.identificationMode = clientOwned ? u"client"_s : u"saltedge"_s;
    return bank;
}

ConnectionChoices choices(bool again = false)
{
    ConnectionChoices chosen;
    chosen.customer = api::CustomerId(u"22"_s);
    chosen.countryCode = u"NL"_s;
    chosen.providerCode = u"bank_code"_s;
    chosen.consent.scopes = {u"account_details"_s};
    if (again) {
        chosen.reconnects = api::ConnectionId(u"11"_s);
    }
    return chosen;
}

struct Scene
{
    Scene()
        : visit(std::make_unique<BankVisit>(bench.client))
        , started(visit.get(), &BankVisit::started)
        , refused(visit.get(), &BankVisit::refused)
        , returned(visit.get(), &BankVisit::returned)
        , notReturned(visit.get(), &BankVisit::notReturned)
    {
        bench.network.on("POST /oauth_providers/create", sessionAnswer());
        bench.network.on("POST /oauth_providers/reconnect", sessionAnswer());
    }
    [[nodiscard]] bool begin(bool clientOwned = false)
    {
        return visit->begin(choices(), bankOf(Mode::OAuth, clientOwned)) &&
               QTest::qWaitFor([this] { return !started.isEmpty(); }, 10'000);
    }
    /// Where the request that was sent lets the browser come back to.
    [[nodiscard]] QUrl returnTo() const { return returnAddressIn(bench.network.lastBody(u"POST /oauth_providers"_s)); }

    Bench bench;
    std::unique_ptr<BankVisit> visit;
    QSignalSpy started;
    QSignalSpy refused;
    QSignalSpy returned;
    QSignalSpy notReturned;
};

} // namespace

class BankVisitTest : public QObject
{
    Q_OBJECT

private slots:
    void aBankThatSendsTheBrowserBackNeedsAnAddress_data();
    void aBankThatSendsTheBrowserBackNeedsAnAddress();
    void aVisitTellsThePageAndWhatBegan();
    void aReconnectIsAskedForAsOne();
    void thePageIsNotKnownBeforeTheAnswer();
    void aRefusalIsTold_data();
    void aRefusalIsTold();
    void theAddressIsOursAndOpen();
    void theBrowserThatComesBackIsTold();
    void aBanksAnswerIsHandedOnWhereTheRegistrationIsOurs();
    void returnedComesAfterTheHandingOn();
    void anAnswerThatCouldNotBeHandedOnSaysWhy();
    void asSaltEdgesClientNothingIsHandedOn();
    void theBrowserComesBackOnce();
    void afterARefusalNobodyIsWaitedFor();
    void aVisitBeginsOnce();
    void destroyingItClosesTheAddress();
};

void BankVisitTest::aBankThatSendsTheBrowserBackNeedsAnAddress_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<bool>("interactive");
    QTest::addColumn<bool>("needs");
    QTest::newRow("oauth") << Mode::OAuth << false << true;
    QTest::newRow("oauth, interactive") << Mode::OAuth << true << true;
    QTest::newRow("api") << Mode::Api << false << false;
    QTest::newRow("api, interactive") << Mode::Api << true << true;
    QTest::newRow("web") << Mode::Web << false << false;
    QTest::newRow("web, interactive") << Mode::Web << true << false;
    QTest::newRow("file") << Mode::File << false << false;
    QTest::newRow("a mode of the future") << Mode::Unknown << true << false;
}

void BankVisitTest::aBankThatSendsTheBrowserBackNeedsAnAddress()
{
    QFETCH(Mode, mode);
    QFETCH(bool, interactive);
    QTEST(needsReturn(bankOf(mode, false, interactive)), "needs");
    QVERIFY(!needsReturn({}));
}

void BankVisitTest::aVisitTellsThePageAndWhatBegan()
{
    Scene scene;
    QVERIFY(scene.begin());
    QCOMPARE(scene.started[0][0].value<api::ConnectionId>().toString(), u"11"_s);
    QCOMPARE(scene.started[0][1].value<api::AttemptId>().toString(), u"77"_s);
    QCOMPARE(scene.visit->page().reveal().toByteArray(), QByteArray("https://bank.example/?state=1"));
    QVERIFY(!scene.visit->hasReturned());
    QVERIFY(!scene.visit->authorizeError());
    QCOMPARE(scene.refused.size(), qsizetype{0});
    QCOMPARE(scene.bench.network.sent(), QStringList{u"POST /oauth_providers/create"_s});
}

void BankVisitTest::aReconnectIsAskedForAsOne()
{
    Scene scene;
    QVERIFY(scene.visit->begin(choices(true), bankOf(Mode::OAuth)));
    QTRY_COMPARE(scene.started.size(), qsizetype{1});
    QCOMPARE(scene.bench.network.sent(), QStringList{u"POST /oauth_providers/reconnect"_s});
    QVERIFY(scene.returnTo().isValid());
}

void BankVisitTest::thePageIsNotKnownBeforeTheAnswer()
{
    Scene scene;
    QVERIFY(scene.visit->begin(choices(), bankOf(Mode::OAuth)));
    QVERIFY(scene.visit->page().isEmpty());
    QCOMPARE(scene.started.size(), qsizetype{0});
    QTRY_COMPARE(scene.started.size(), qsizetype{1});
}

void BankVisitTest::aRefusalIsTold_data()
{
    QTest::addColumn<QString>("errorClass");
    QTest::newRow("the API says no") << u"ProviderInactive"_s;
    QTest::newRow("the answer is lost") << QString();
}

void BankVisitTest::aRefusalIsTold()
{
    QFETCH(QString, errorClass);
    Scene scene;
    scene.bench.network.on("POST /oauth_providers/create",
                           errorClass.isEmpty() ? hangUp() : apiError(errorClass.toLatin1()));
    QVERIFY(scene.visit->begin(choices(), bankOf(Mode::OAuth)));
    QTRY_COMPARE(scene.refused.size(), qsizetype{1});
    const auto error = scene.refused[0][0].value<api::ApiError>();
    QCOMPARE(error.errorClass, errorClass);
    QCOMPARE(error.outcomeUnknown, errorClass.isEmpty());
    QVERIFY(scene.visit->page().isEmpty());
    QVERIFY(passIntervals(std::chrono::milliseconds{1}));
    QCOMPARE(scene.started.size(), qsizetype{0});
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{1});
}

void BankVisitTest::theAddressIsOursAndOpen()
{
    Scene scene;
    QVERIFY(scene.begin());
    const QUrl address = scene.returnTo();
    QCOMPARE(address.scheme(), u"http"_s);
    QCOMPARE(address.host(), u"127.0.0.1"_s);
    QVERIFY(isOpen(address));
    QVERIFY2(!scene.bench.network.sent().join(u' ').contains(address.path()), "the state is in the body only");
}

void BankVisitTest::theBrowserThatComesBackIsTold()
{
    Scene scene;
    QVERIFY(scene.begin());
    Browser browser(scene.returnTo());
    QTRY_COMPARE(scene.returned.size(), qsizetype{1});
    QVERIFY(scene.visit->hasReturned());
    QCOMPARE(scene.notReturned.size(), qsizetype{0});
}

void BankVisitTest::aBanksAnswerIsHandedOnWhereTheRegistrationIsOurs()
{
    Scene scene;
    scene.bench.network.on("PUT /oauth_providers/authorize", ConnectionJson{}.answer());
    QVERIFY(scene.begin(true));
    Browser browser(scene.returnTo(), "code=a%2Bb&state=1");
    QTRY_COMPARE(scene.returned.size(), qsizetype{1});
    const QJsonObject data =
        QJsonDocument::fromJson(scene.bench.network.lastBody(u"PUT"_s)).object()["data"_L1].toObject();
    QCOMPARE(data, (QJsonObject{{u"connection_id"_s, u"11"_s}, {u"query_string"_s, u"code=a%2Bb&state=1"_s}}));
    QCOMPARE(scene.bench.network.count(u"PUT"_s), 1);
    QVERIFY(!scene.visit->authorizeError());
}

void BankVisitTest::returnedComesAfterTheHandingOn()
{
    Scene scene;
    scene.bench.network.on("PUT /oauth_providers/authorize", silence());
    QVERIFY(scene.begin(true));
    Browser browser(scene.returnTo(), "code=1");
    QTRY_COMPARE(scene.bench.network.count(u"PUT"_s), 1);
    QVERIFY(passIntervals(std::chrono::milliseconds{1}));
    QVERIFY(scene.visit->hasReturned());
    QCOMPARE(scene.returned.size(), qsizetype{0});
}

void BankVisitTest::anAnswerThatCouldNotBeHandedOnSaysWhy()
{
    Scene scene;
    scene.bench.network.on("PUT /oauth_providers/authorize", apiError("ConnectionAlreadyAuthorized"));
    QVERIFY(scene.begin(true));
    Browser browser(scene.returnTo(), "code=1");
    QTRY_COMPARE(scene.returned.size(), qsizetype{1});
    QVERIFY(scene.visit->authorizeError());
    QCOMPARE(scene.visit->authorizeError()->errorClass, u"ConnectionAlreadyAuthorized"_s);
}

void BankVisitTest::asSaltEdgesClientNothingIsHandedOn()
{
    Scene scene;
    QVERIFY(scene.begin(false));
    Browser browser(scene.returnTo(), "code=1");
    QTRY_COMPARE(scene.returned.size(), qsizetype{1});
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{1});
}

void BankVisitTest::theBrowserComesBackOnce()
{
    Scene scene;
    QVERIFY(scene.begin());
    const QUrl address = scene.returnTo();
    Browser browser(address);
    QTRY_COMPARE(scene.returned.size(), qsizetype{1});
    QVERIFY(!isOpen(address));
    Browser again(address);
    QVERIFY(passIntervals(std::chrono::milliseconds{1}));
    QCOMPARE(scene.returned.size(), qsizetype{1});
}

void BankVisitTest::afterARefusalNobodyIsWaitedFor()
{
    Scene scene;
    scene.bench.network.on("POST /oauth_providers/create", apiError("ProviderInactive"));
    QVERIFY(scene.visit->begin(choices(), bankOf(Mode::OAuth)));
    QTRY_COMPARE(scene.refused.size(), qsizetype{1});
    // BankVisit.h: either refused, or started and then returned or notReturned. The loopback goes on after a refusal,
    // so notReturned comes ten minutes later.
    QVERIFY(!isOpen(scene.returnTo()));
}

void BankVisitTest::aVisitBeginsOnce()
{
    Scene scene;
    QVERIFY(scene.begin());
    QVERIFY(!scene.visit->begin(choices(), bankOf(Mode::OAuth)));
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{1});
}

void BankVisitTest::destroyingItClosesTheAddress()
{
    Scene scene;
    QVERIFY(scene.begin());
    const QUrl address = scene.returnTo();
    QVERIFY(isOpen(address));
    scene.visit.reset();
    QVERIFY(!isOpen(address));
    Scene asking;
    asking.bench.network.on("POST /oauth_providers/create", silence());
    QVERIFY(asking.visit->begin(choices(), bankOf(Mode::OAuth)));
    asking.visit.reset();
    QVERIFY(passIntervals(std::chrono::milliseconds{1}));
    QCOMPARE(asking.started.size() + asking.refused.size(), qsizetype{0});
}

QTEST_GUILESS_MAIN(BankVisitTest)
#include "tst_bankvisit.moc"
