// SPDX-License-Identifier: Apache-2.0
#include "customer/CustomerScope.h"
#include "support/Bench.h"

#include <QSignalSpy>
#include <QTest>

#include <utility>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using State = CustomerScope::State;

namespace {

/// A bench on which customer 22 has connections 11 and 12.
struct Scene
{
    explicit Scene(bool withKeys = true)
        : bench(withKeys)
        , scope(bench.client, bench.connections)
    {
        bench.network.on("GET /customers", customerListAnswer(u"22"_s, u"helpdesk-1"_s));
        bench.network.on("GET /customers/22", customerAnswer());
        bench.network.on("GET /connections", listAnswer({{.id = u"11"_s}, {.id = u"12"_s}}));
        bench.network.on("GET /connections/12", ConnectionJson{.id = u"12"_s}.answer());
        bench.network.on("GET /consents", consentAnswer({u"11"_s}));
        QObject::connect(&scope, &CustomerScope::changed, &scope, [this] { states.append(scope.state()); });
    }
    [[nodiscard]] bool settle() const
    {
        return QTest::qWaitFor([this] { return !scope.isBusy(); }, 10'000);
    }

    Bench bench;
    CustomerScope scope;
    QList<State> states;
};

} // namespace

class CustomerScopeTest : public QObject
{
    Q_OBJECT

private slots:
    void withoutKeysNothingIsAsked();
    void itBeginsNotSearched();
    void aBlankSearchDoesNothing();
    void anIdentifierIsFoundAndItsListRead();
    void theStatesComeInOrder();
    void aConnectionIsOpenedThroughItsCustomer();
    void aConnectionThatIsNotThereIsNobody();
    void nobodyIsNotAnError();
    void anErrorOfTheSearchFails();
    void aCustomerWithoutConnectionsIsEmpty();
    void aListThatFailsFails();
    void aListCutShortShowsWhatCameAndWhy();
    void failingConsentsNeverFailTheList();
    void consentsOfAllPagesAreTaken();
    void consentsThatPointInACircleEnd();
    void readingAgainKeepsTheRows();
    void aFailedReReadingLeavesTheRowsAndSaysWhy();
    void readingAgainWhileReadingDoesNothing();
    void findingAnotherAbortsTheFirst();
    void cancellingASearchIsNotSearched();
    void cancellingAReReadingKeepsWhatWasShown();
    void theLastRemovedRowLeavesItEmpty();
    void theReadingTimeIsTheServersClock();
    void destroyingItEndsItsRequests();
};

void CustomerScopeTest::withoutKeysNothingIsAsked()
{
    Scene scene(false);
    QCOMPARE(scene.scope.state(), State::NotConfigured);
    scene.scope.find(u"helpdesk-1"_s);
    scene.scope.openConnection(api::ConnectionId(u"12"_s));
    scene.scope.readAgain();
    QCoreApplication::processEvents();
    QCOMPARE(scene.scope.state(), State::NotConfigured);
    QVERIFY(scene.bench.network.sent().isEmpty());
}

void CustomerScopeTest::itBeginsNotSearched()
{
    const Scene scene;
    QCOMPARE(scene.scope.state(), State::NotSearched);
    QVERIFY(!scene.scope.customer());
    QVERIFY(!scene.scope.isBusy());
    QVERIFY(!scene.scope.readAt().isValid());
    QCOMPARE(scene.scope.customerLabel(), QString());
}

void CustomerScopeTest::aBlankSearchDoesNothing()
{
    Scene scene;
    scene.scope.find({});
    scene.scope.find(u" \t "_s);
    scene.scope.openConnection({});
    QCOMPARE(scene.scope.state(), State::NotSearched);
    QVERIFY(scene.bench.network.sent().isEmpty());
}

void CustomerScopeTest::anIdentifierIsFoundAndItsListRead()
{
    Scene scene;
    QSignalSpy first(&scene.scope, &CustomerScope::firstReadingEnded);
    scene.scope.find(u"  helpdesk-1 "_s);
    QVERIFY(scene.settle());
    QCOMPARE(scene.scope.state(), State::Shown);
    QCOMPARE(scene.scope.searchedFor(), u"helpdesk-1"_s);
    QCOMPARE(scene.scope.customerLabel(), u"helpdesk-1"_s);
    QCOMPARE(scene.scope.customer()->id.toString(), u"22"_s);
    QCOMPARE(scene.bench.connections.total(), 2);
    QCOMPARE(first.size(), 1);
    QVERIFY(!scene.scope.error());
    QVERIFY(scene.scope.wantedConnection().isEmpty());
    QCOMPARE(scene.bench.network.count(u"GET /connections?customer_id=22"_s), 1);
    QTRY_COMPARE(scene.bench.connections.count(Chip::ExpiringSoon), 1);
}

void CustomerScopeTest::theStatesComeInOrder()
{
    Scene scene;
    scene.scope.find(u"helpdesk-1"_s);
    QVERIFY(scene.settle());
    QList<State> states = scene.states;
    states.erase(std::unique(states.begin(), states.end()), states.end());
    QCOMPARE(states, QList<State>({State::Searching, State::Loading, State::Shown}));
}

void CustomerScopeTest::aConnectionIsOpenedThroughItsCustomer()
{
    Scene scene;
    scene.scope.openConnection(api::ConnectionId(u"12"_s));
    QVERIFY(scene.settle());
    QCOMPARE(scene.scope.state(), State::Shown);
    QCOMPARE(scene.scope.wantedConnection().toString(), u"12"_s);
    QCOMPARE(scene.scope.customerLabel(), u"helpdesk-1"_s);
    scene.scope.find(u"helpdesk-1"_s);
    QVERIFY(scene.scope.wantedConnection().isEmpty());
}

void CustomerScopeTest::aConnectionThatIsNotThereIsNobody()
{
    Scene scene;
    scene.bench.network.on("GET /connections/99", apiError("ConnectionNotFound", 404));
    scene.scope.openConnection(api::ConnectionId(u"99"_s));
    QVERIFY(scene.settle());
    QCOMPARE(scene.scope.state(), State::NotFound);
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{1});
}

void CustomerScopeTest::nobodyIsNotAnError()
{
    Scene scene;
    QSignalSpy first(&scene.scope, &CustomerScope::firstReadingEnded);
    scene.scope.find(u"somebody-else"_s);
    QVERIFY(scene.settle());
    QCOMPARE(scene.scope.state(), State::NotFound);
    QVERIFY(!scene.scope.error());
    QVERIFY(!scene.scope.customer());
    QCOMPARE(first.size(), 0);
}

void CustomerScopeTest::anErrorOfTheSearchFails()
{
    Scene scene;
    scene.bench.network.on("GET /customers", apiError("ApiKeyNotFound"));
    scene.scope.find(u"helpdesk-1"_s);
    QVERIFY(scene.settle());
    QCOMPARE(scene.scope.state(), State::Failed);
    QCOMPARE(scene.scope.error()->errorClass, u"ApiKeyNotFound"_s);
}

void CustomerScopeTest::aCustomerWithoutConnectionsIsEmpty()
{
    Scene scene;
    QSignalSpy first(&scene.scope, &CustomerScope::firstReadingEnded);
    scene.bench.network.on("GET /connections", emptyListAnswer());
    scene.scope.find(u"helpdesk-1"_s);
    QVERIFY(scene.settle());
    QCOMPARE(scene.scope.state(), State::Empty);
    QVERIFY(scene.scope.customer());
    QVERIFY(scene.scope.readAt().isValid());
    QCOMPARE(first.size(), 1);
}

void CustomerScopeTest::aListThatFailsFails()
{
    Scene scene;
    QSignalSpy first(&scene.scope, &CustomerScope::firstReadingEnded);
    scene.bench.network.on("GET /connections", apiError("ClientDisabled"));
    scene.scope.find(u"helpdesk-1"_s);
    QVERIFY(scene.settle());
    QCOMPARE(scene.scope.state(), State::Failed);
    QCOMPARE(scene.scope.error()->errorClass, u"ClientDisabled"_s);
    QVERIFY(!scene.scope.readAt().isValid());
    QCOMPARE(first.size(), 1);
}

void CustomerScopeTest::aListCutShortShowsWhatCameAndWhy()
{
    Scene scene;
    scene.bench.network.onTurns("GET /connections",
                                {listAnswer({{.id = u"11"_s}}, u"12"_s), apiError("ClientDisabled")});
    scene.scope.find(u"helpdesk-1"_s);
    QVERIFY(scene.settle());
    QCOMPARE(scene.scope.state(), State::Shown);
    QCOMPARE(scene.bench.connections.total(), 1);
    QCOMPARE(scene.scope.error()->errorClass, u"ClientDisabled"_s);
}

void CustomerScopeTest::failingConsentsNeverFailTheList()
{
    Scene scene;
    scene.bench.network.on("GET /consents", apiError("ActionNotAllowed"));
    scene.scope.find(u"helpdesk-1"_s);
    QVERIFY(scene.settle());
    QCOMPARE(scene.scope.state(), State::Shown);
    QVERIFY(!scene.scope.error());
    QCOMPARE(scene.bench.connections.total(), 2);
}

void CustomerScopeTest::consentsOfAllPagesAreTaken()
{
    Scene scene;
    scene.bench.network.onTurns("GET /consents", {consentAnswer({u"11"_s}, u"512"_s), consentAnswer({u"12"_s})});
    scene.scope.find(u"helpdesk-1"_s);
    QVERIFY(scene.settle());
    QCOMPARE(scene.bench.connections.count(Chip::ExpiringSoon), 2);
    QCOMPARE(scene.bench.network.count(u"GET /consents"_s), 2);
}

void CustomerScopeTest::consentsThatPointInACircleEnd()
{
    Scene scene;
    scene.bench.network.on("GET /consents", consentAnswer({u"11"_s}, u"511"_s));
    scene.scope.find(u"helpdesk-1"_s);
    QVERIFY(scene.settle());
    QCOMPARE(scene.bench.network.count(u"GET /consents"_s), 2);
    QCOMPARE(scene.scope.state(), State::Shown);
}

void CustomerScopeTest::readingAgainKeepsTheRows()
{
    Scene scene;
    scene.scope.find(u"helpdesk-1"_s);
    QVERIFY(scene.settle());
    QSignalSpy first(&scene.scope, &CustomerScope::firstReadingEnded);
    QSignalSpy reset(&scene.bench.connections, &QAbstractItemModel::modelReset);
    scene.bench.network.on("GET /connections", listAnswer({{.id = u"11"_s}, {.id = u"13"_s}}));
    scene.scope.readAgain();
    QVERIFY(scene.scope.isBusy());
    QCOMPARE(scene.scope.state(), State::Shown);
    QCOMPARE(scene.bench.connections.total(), 2);
    QVERIFY(scene.settle());
    QVERIFY(scene.bench.connections.summary(api::ConnectionId(u"13"_s)));
    QVERIFY(!scene.bench.connections.summary(api::ConnectionId(u"12"_s)));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(first.size(), 0);
}

void CustomerScopeTest::aFailedReReadingLeavesTheRowsAndSaysWhy()
{
    Scene scene;
    scene.scope.find(u"helpdesk-1"_s);
    QVERIFY(scene.settle());
    const QDateTime readAt = scene.scope.readAt();
    scene.bench.clock.advance(60s);
    scene.bench.network.on("GET /connections", apiError("ClientDisabled"));
    scene.scope.readAgain();
    QVERIFY(scene.settle());
    QCOMPARE(scene.scope.state(), State::Shown);
    QCOMPARE(scene.scope.error()->errorClass, u"ClientDisabled"_s);
    QCOMPARE(scene.bench.connections.total(), 2);
    QCOMPARE(scene.scope.readAt(), readAt);
}

void CustomerScopeTest::readingAgainWhileReadingDoesNothing()
{
    Scene scene;
    scene.scope.readAgain();
    QVERIFY(scene.bench.network.sent().isEmpty());
    // In the moment in which it begins: a look every few milliseconds could come too late.
    bool askedWhileLoading = false;
    QObject::connect(&scene.scope, &CustomerScope::changed, &scene.scope, [&scene, &askedWhileLoading] {
        if (scene.scope.state() == State::Loading && !std::exchange(askedWhileLoading, true)) {
            scene.scope.readAgain();
        }
    });
    scene.scope.find(u"helpdesk-1"_s);
    scene.scope.readAgain();
    QVERIFY(scene.settle());
    QVERIFY(askedWhileLoading);
    QCOMPARE(scene.bench.network.count(u"GET /connections?"_s), 1);
}

void CustomerScopeTest::findingAnotherAbortsTheFirst()
{
    Scene scene;
    scene.bench.network.on("GET /connections", silence());
    scene.bench.network.on("GET /consents", silence());
    scene.scope.find(u"helpdesk-1"_s);
    QTRY_COMPARE(scene.bench.network.open(), 2);
    scene.scope.find(u"somebody-else"_s);
    QVERIFY(!scene.scope.customer());
    QCOMPARE(scene.bench.connections.total(), 0);
    QTRY_COMPARE(scene.bench.network.open(), 0);
    QVERIFY(scene.settle());
    QCOMPARE(scene.scope.state(), State::NotFound);
    QCOMPARE(scene.scope.searchedFor(), u"somebody-else"_s);
}

void CustomerScopeTest::cancellingASearchIsNotSearched()
{
    Scene scene;
    scene.bench.network.on("GET /customers", silence());
    scene.scope.find(u"helpdesk-1"_s);
    QTRY_COMPARE(scene.bench.network.open(), 1);
    scene.scope.cancel();
    QCOMPARE(scene.scope.state(), State::NotSearched);
    QVERIFY(!scene.scope.isBusy());
    QTRY_COMPARE(scene.bench.network.open(), 0);
    QCOMPARE(scene.scope.state(), State::NotSearched);
}

void CustomerScopeTest::cancellingAReReadingKeepsWhatWasShown()
{
    Scene scene;
    scene.scope.find(u"helpdesk-1"_s);
    QVERIFY(scene.settle());
    scene.bench.network.on("GET /connections", silence());
    scene.scope.readAgain();
    scene.scope.cancel();
    QCOMPARE(scene.scope.state(), State::Shown);
    QCOMPARE(scene.bench.connections.total(), 2);
    QVERIFY(!scene.scope.isBusy());
    scene.bench.network.on("GET /connections", listAnswer({{.id = u"11"_s}}));
    scene.scope.readAgain();
    QVERIFY(scene.settle());
    QCOMPARE(scene.bench.connections.total(), 1);
}

void CustomerScopeTest::theLastRemovedRowLeavesItEmpty()
{
    Scene scene;
    scene.scope.find(u"helpdesk-1"_s);
    QVERIFY(scene.settle());
    scene.bench.connections.removeConnection(api::ConnectionId(u"11"_s));
    QCOMPARE(scene.scope.state(), State::Shown);
    scene.bench.connections.removeConnection(api::ConnectionId(u"12"_s));
    QCOMPARE(scene.scope.state(), State::Empty);
    QCOMPARE(scene.states.last(), State::Empty);
}

void CustomerScopeTest::theReadingTimeIsTheServersClock()
{
    Scene scene;
    FakeAnswer answer = listAnswer({{.id = u"11"_s}});
    answer.headers = {{"Date", "Mon, 23 Nov 2026 11:42:07 GMT"}};
    scene.bench.network.on("GET /connections", answer);
    scene.scope.find(u"helpdesk-1"_s);
    QVERIFY(scene.settle());
    QCOMPARE(scene.scope.readAt(), scene.bench.clock.now().addSecs(3600));
}

void CustomerScopeTest::destroyingItEndsItsRequests()
{
    Bench bench;
    bench.network.on("GET /customers", customerListAnswer(u"22"_s, u"helpdesk-1"_s));
    bench.network.on("GET /connections", silence());
    bench.network.on("GET /consents", silence());
    {
        CustomerScope scope(bench.client, bench.connections);
        scope.find(u"helpdesk-1"_s);
        QTRY_COMPARE(bench.network.open(), 2);
    }
    QTRY_COMPARE(bench.network.open(), 0);
}

QTEST_GUILESS_MAIN(CustomerScopeTest)
#include "tst_customerscope.moc"
