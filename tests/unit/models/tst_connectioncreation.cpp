// SPDX-License-Identifier: Apache-2.0
#include "connecting/ConnectionCreation.h"
#include "support/Bench.h"
#include "testing/Intervals.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using Kind = CreationOutcome::Kind;

namespace {

const QString now = u"2026-11-23T10:42:07Z"_s;

ConnectionJson old(const QString &id = u"11"_s)
{
    return {.id = id};
}

ConnectionJson fresh(const QString &id = u"13"_s)
{
    return {.id = id, .bank = u"Seen"_s, .attempt = u"79"_s, .stage = u"connect"_s, .createdAt = now};
}

api::CreateConnectionRequest request(const QString &customer = u"22"_s)
{
    api::CreateConnectionRequest request;
    request.customerId = api::CustomerId(customer);
    request.countryCode = u"NL"_s;
    request.providerCode = u"bank_code"_s;
    request.consent.scopes = {u"account_details"_s};
    return request;
}

/// Customer 22 with connection 11 is shown; everything the creation said is kept.
struct Scene
{
    Scene()
        : creation(std::make_unique<ConnectionCreation>(bench.client, bench.connections))
    {
        api::Customer customer;
        customer.id = api::CustomerId(u"22"_s);
        bench.connections.beginReading(customer);
        bench.connections.addPage(*api::decodeConnectionPage(listAnswer({old()}).body));
        bench.connections.endReading(true);
        QObject::connect(creation.get(), &ConnectionCreation::lookingBack, creation.get(),
                         [this] { said.append(u"looking back"_s); });
        QObject::connect(creation.get(), &ConnectionCreation::ended, creation.get(),
                         [this](const CreationOutcome &outcome) {
                             said.append(u"ended"_s);
                             rowsWhenEnded = bench.connections.total();
                             outcomes.append(outcome);
                         });
    }
    [[nodiscard]] bool create(const api::CreateConnectionRequest &what = request())
    {
        return creation->create(what) && QTest::qWaitFor([this] { return !outcomes.isEmpty(); }, 10'000);
    }
    [[nodiscard]] const CreationOutcome &outcome() const { return outcomes.last(); }

    Bench bench;
    std::unique_ptr<ConnectionCreation> creation;
    QStringList said;
    QList<CreationOutcome> outcomes;
    int rowsWhenEnded = 0;
};

} // namespace

class ConnectionCreationTest : public QObject
{
    Q_OBJECT

private slots:
    void anAnsweredCreationIsCreated();
    void aConnectionWithoutAttemptIsCreatedToo();
    void aNoIsRefusedAndNotLookedUp_data();
    void aNoIsRefusedAndNotLookedUp();
    void whileWritesAreLockedNothingLeaves();
    void aLostAnswerIsLookedUpInTheList_data();
    void aLostAnswerIsLookedUpInTheList();
    void anAnswerThatCannotBeReadIsLookedUpToo();
    void aListThatCannotBeReadLeavesItUnknown();
    void whatWasFoundBeforeAListBrokeOffCounts();
    void theNewcomerMayStandOnAnyPage_data();
    void theNewcomerMayStandOnAnyPage();
    void theRequestIsSentOnceWhateverHappens_data();
    void theRequestIsSentOnceWhateverHappens();
    void anotherCustomersConnectionStaysOutOfTheTable();
    void anotherCustomersOldConnectionIsNoNewcomer();
    void oneAtATime();
    void afterOneAnotherMayBeCreated();
    void aCreationOfAnotherKindIsLookedUpAlike();
    void theNewcomerIsDescribedByWhatIsShown();
    void endedIsHeardOnceAndLater();
    void destroyingItLetsNothingBeHeard();
};

void ConnectionCreationTest::anAnsweredCreationIsCreated()
{
    Scene scene;
    scene.bench.network.on("POST /connections", fresh().answer());
    QVERIFY(scene.create());
    QCOMPARE(scene.outcome().kind, Kind::Created);
    QCOMPARE(scene.outcome().connection.toString(), u"13"_s);
    QCOMPARE(scene.outcome().attempt.toString(), u"79"_s);
    QVERIFY(!scene.outcome().error);
    // The model knows it before anybody is told.
    QCOMPARE(scene.rowsWhenEnded, 2);
    QCOMPARE(scene.said, QStringList{u"ended"_s});
    QVERIFY(!scene.creation->isRunning());
    QCOMPARE(scene.bench.network.sent(), QStringList{u"POST /connections"_s});
}

void ConnectionCreationTest::aConnectionWithoutAttemptIsCreatedToo()
{
    Scene scene;
    scene.bench.network.on("POST /connections", ConnectionJson{.id = u"13"_s, .attempt = {}}.answer());
    QVERIFY(scene.create());
    QCOMPARE(scene.outcome().kind, Kind::Created);
    QVERIFY(scene.outcome().attempt.isEmpty());
}

void ConnectionCreationTest::aNoIsRefusedAndNotLookedUp_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("InvalidCredentials") << 400;
    QTest::newRow("ClientRestricted") << 403;
    QTest::newRow("CustomerNotFound") << 404;
    QTest::newRow("ConnectionDuplicated") << 409;
    QTest::newRow("TooManyRequests") << 429;
}

void ConnectionCreationTest::aNoIsRefusedAndNotLookedUp()
{
    QFETCH(int, status);
    Scene scene;
    scene.bench.network.on("POST /connections", apiError(QTest::currentDataTag(), status));
    QVERIFY(scene.create());
    QCOMPARE(scene.outcome().kind, Kind::Refused);
    QVERIFY(scene.outcome().connection.isEmpty());
    QCOMPARE(scene.outcome().error->errorClass, QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{1});
    QCOMPARE(scene.bench.connections.total(), 1);
}

void ConnectionCreationTest::whileWritesAreLockedNothingLeaves()
{
    Scene scene;
    scene.bench.client.setReadOnly(true);
    QVERIFY(scene.create());
    QCOMPARE(scene.outcome().kind, Kind::Refused);
    QCOMPARE(scene.outcome().error->kind, api::ErrorKind::ReadOnly);
    QVERIFY(scene.bench.network.sent().isEmpty());
}

void ConnectionCreationTest::aLostAnswerIsLookedUpInTheList_data()
{
    QTest::addColumn<ConnectionJson>("second");
    QTest::addColumn<Kind>("kind");
    ConnectionJson other = fresh();
    other.bankCode = u"other_code"_s;
    ConnectionJson earlier = fresh();
    earlier.createdAt = u"2026-11-23T09:00:00Z"_s;
    QTest::newRow("a newcomer") << fresh() << Kind::FoundCreated;
    QTest::newRow("only what was there") << old() << Kind::FoundNothing;
    QTest::newRow("a newcomer at another bank") << other << Kind::FoundNothing;
    QTest::newRow("one that is older than the request") << earlier << Kind::FoundNothing;
}

void ConnectionCreationTest::aLostAnswerIsLookedUpInTheList()
{
    QFETCH(ConnectionJson, second);
    QFETCH(Kind, kind);
    Scene scene;
    scene.bench.network.on("POST /connections", hangUp());
    scene.bench.network.on("GET /connections", listAnswer({old(), second}));
    QVERIFY(scene.create());
    QCOMPARE(scene.outcome().kind, kind);
    QVERIFY(scene.outcome().error->outcomeUnknown);
    const bool found = kind == Kind::FoundCreated;
    QCOMPARE(scene.outcome().connection.toString(), found ? u"13"_s : QString());
    QCOMPARE(scene.outcome().attempt.toString(), found ? u"79"_s : QString());
    QCOMPARE(scene.said, QStringList({u"looking back"_s, u"ended"_s}));
    // What the list showed is in the table, ours or not.
    QCOMPARE(scene.rowsWhenEnded, second.id == old().id ? 1 : 2);
    QCOMPARE(scene.bench.network.sent(), QStringList({u"POST /connections"_s, u"GET /connections?customer_id=22"_s}));
}

void ConnectionCreationTest::anAnswerThatCannotBeReadIsLookedUpToo()
{
    Scene scene;
    scene.bench.network.on("POST /connections", json("not json"));
    scene.bench.network.on("GET /connections", listAnswer({old(), fresh()}));
    QVERIFY(scene.create());
    QCOMPARE(scene.outcome().kind, Kind::FoundCreated);
    QCOMPARE(scene.bench.network.count(u"POST"_s), 1);
}

void ConnectionCreationTest::aListThatCannotBeReadLeavesItUnknown()
{
    Scene scene;
    scene.bench.network.on("POST /connections", hangUp());
    scene.bench.network.on("GET /connections", apiError("ClientDisabled", 403));
    QVERIFY(scene.create());
    QCOMPARE(scene.outcome().kind, Kind::Unknown);
    QVERIFY(scene.outcome().connection.isEmpty());
    // Why the creation was lost, not why the list was.
    QVERIFY(scene.outcome().error->outcomeUnknown);
    QVERIFY(scene.outcome().error->errorClass.isEmpty());
    QVERIFY(!scene.creation->isRunning());
}

void ConnectionCreationTest::whatWasFoundBeforeAListBrokeOffCounts()
{
    Scene scene;
    scene.bench.network.on("POST /connections", hangUp());
    scene.bench.network.onTurns("GET /connections", {listAnswer({fresh()}, u"14"_s), apiError("ClientDisabled", 403)});
    QVERIFY(scene.create());
    QCOMPARE(scene.outcome().kind, Kind::FoundCreated);
    QCOMPARE(scene.outcome().connection.toString(), u"13"_s);
}

void ConnectionCreationTest::theNewcomerMayStandOnAnyPage_data()
{
    QTest::addColumn<QList<ConnectionJson>>("first");
    QTest::addColumn<QList<ConnectionJson>>("second");
    QTest::addColumn<QString>("found");
    using Page = QList<ConnectionJson>;
    QTest::newRow("on the first") << Page{old(), fresh()} << Page{old(u"12"_s)} << u"13"_s;
    QTest::newRow("on the second") << Page{old(), old(u"12"_s)} << Page{fresh()} << u"13"_s;
    QTest::newRow("on both: the youngest") << Page{fresh(u"13"_s)} << Page{fresh(u"14"_s)} << u"14"_s;
    QTest::newRow("on none") << Page{old()} << Page{old(u"12"_s)} << QString();
}

void ConnectionCreationTest::theNewcomerMayStandOnAnyPage()
{
    QFETCH(QList<ConnectionJson>, first);
    QFETCH(QList<ConnectionJson>, second);
    Scene scene;
    scene.bench.network.on("POST /connections", hangUp());
    scene.bench.network.onTurns("GET /connections", {listAnswer(first, u"12"_s), listAnswer(second)});
    QVERIFY(scene.create());
    QTEST(scene.outcome().connection.toString(), "found");
    QCOMPARE(scene.bench.network.count(u"GET"_s), 2);
}

void ConnectionCreationTest::theRequestIsSentOnceWhateverHappens_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::newRow("the connection closes") << hangUp();
    QTest::newRow("500") << json("{}", 500);
    QTest::newRow("503") << apiError("InternalServerError", 503);
    QTest::newRow("429") << apiError("TooManyRequests", 429);
    QTest::newRow("no JSON") << json("<html>", 200);
    QTest::newRow("an empty object") << json("{}");
    QTest::newRow("no id") << json(R"({"data":{}})");
    QTest::newRow("elsewhere") << json("{}", 302);
}

void ConnectionCreationTest::theRequestIsSentOnceWhateverHappens()
{
    QFETCH(FakeAnswer, answer);
    Scene scene;
    scene.bench.network.on("POST /connections", answer);
    scene.bench.network.on("GET /connections", listAnswer({old()}));
    QVERIFY(scene.create());
    QVERIFY(passIntervals(std::chrono::milliseconds{5}));
    QCOMPARE(scene.bench.network.count(u"POST"_s), 1);
    QCOMPARE(scene.outcomes.size(), qsizetype{1});
    QVERIFY(scene.outcome().kind == Kind::Refused || scene.outcome().kind == Kind::FoundNothing);
}

void ConnectionCreationTest::anotherCustomersConnectionStaysOutOfTheTable()
{
    Scene scene;
    ConnectionJson theirs = fresh();
    theirs.customer = u"33"_s;
    scene.bench.network.on("POST /connections", hangUp());
    scene.bench.network.on("GET /connections", listAnswer({theirs}));
    QVERIFY(scene.create(request(u"33"_s)));
    QCOMPARE(scene.outcome().kind, Kind::FoundCreated);
    QCOMPARE(scene.bench.network.sent().last(), u"GET /connections?customer_id=33"_s);
    QCOMPARE(scene.bench.connections.total(), 1);
}

void ConnectionCreationTest::anotherCustomersOldConnectionIsNoNewcomer()
{
    // Nobody remembered what customer 33 had before: only the creation time tells.
    Scene scene;
    ConnectionJson theirs = old(u"31"_s);
    theirs.customer = u"33"_s;
    scene.bench.network.on("POST /connections", hangUp());
    scene.bench.network.on("GET /connections", listAnswer({theirs}));
    QVERIFY(scene.create(request(u"33"_s)));
    QCOMPARE(scene.outcome().kind, Kind::FoundNothing);
}

void ConnectionCreationTest::oneAtATime()
{
    Scene scene;
    scene.bench.network.on("POST /connections", hangUp());
    scene.bench.network.on("GET /connections", silence());
    QVERIFY(scene.creation->create(request()));
    QVERIFY(scene.creation->isRunning());
    QVERIFY(!scene.creation->create(request()));
    QTRY_COMPARE(scene.said, QStringList{u"looking back"_s});
    QVERIFY(scene.creation->isRunning());
    QVERIFY(!scene.creation->create(request()));
    QCOMPARE(scene.bench.network.count(u"POST"_s), 1);
}

void ConnectionCreationTest::afterOneAnotherMayBeCreated()
{
    Scene scene;
    scene.bench.network.onTurns("POST /connections", {hangUp(), hangUp()});
    scene.bench.network.onTurns("GET /connections", {listAnswer({old(), fresh()}), listAnswer({old(), fresh()})});
    QVERIFY(scene.create());
    QCOMPARE(scene.outcome().kind, Kind::FoundCreated);
    // What the first one brought is known now, and is not taken for the second.
    QVERIFY(scene.creation->create(request()));
    QTRY_COMPARE(scene.outcomes.size(), qsizetype{2});
    QCOMPARE(scene.outcome().kind, Kind::FoundNothing);
    QVERIFY(scene.outcome().connection.isEmpty());
}

void ConnectionCreationTest::aCreationOfAnotherKindIsLookedUpAlike()
{
    Scene scene;
    scene.bench.network.on("GET /connections", listAnswer({old(), fresh()}));
    api::ApiError lost;
    lost.outcomeUnknown = true;
    lost.message = u"lost"_s;
    scene.creation->lookBack(api::CustomerId(u"22"_s), scene.creation->newcomer(u"bank_code"_s), lost);
    QVERIFY(scene.creation->isRunning());
    QTRY_COMPARE(scene.outcomes.size(), qsizetype{1});
    QCOMPARE(scene.outcome().kind, Kind::FoundCreated);
    QCOMPARE(scene.outcome().error->message, u"lost"_s);
    QCOMPARE(scene.bench.network.count(u"POST"_s), 0);
}

void ConnectionCreationTest::theNewcomerIsDescribedByWhatIsShown()
{
    Scene scene;
    const Newcomer newcomer = scene.creation->newcomer(u"bank_code"_s);
    QCOMPARE(newcomer.providerCode, u"bank_code"_s);
    QCOMPARE(newcomer.sentAt, scene.bench.clock.now());
    QCOMPARE(newcomer.known, QSet<api::ConnectionId>{api::ConnectionId(u"11"_s)});
}

void ConnectionCreationTest::endedIsHeardOnceAndLater()
{
    Scene scene;
    scene.bench.network.on("POST /connections", fresh().answer());
    QVERIFY(scene.creation->create(request()));
    QVERIFY(scene.said.isEmpty());
    QTRY_COMPARE(scene.said, QStringList{u"ended"_s});
    QVERIFY(passIntervals(std::chrono::milliseconds{1}));
    QCOMPARE(scene.said, QStringList{u"ended"_s});
}

void ConnectionCreationTest::destroyingItLetsNothingBeHeard()
{
    Scene scene;
    scene.bench.network.on("POST /connections", fresh().answer());
    QVERIFY(scene.creation->create(request()));
    scene.creation.reset();
    QTRY_COMPARE(scene.bench.client.activeRequests(), 0);
    QVERIFY(passIntervals(std::chrono::milliseconds{1}));
    QVERIFY(scene.said.isEmpty());
    Scene looking;
    looking.bench.network.on("POST /connections", hangUp());
    looking.bench.network.on("GET /connections", silence());
    QVERIFY(looking.creation->create(request()));
    QTRY_COMPARE(looking.said, QStringList{u"looking back"_s});
    looking.creation.reset();
    QTRY_COMPARE(looking.bench.network.open(), 0);
    QCOMPARE(looking.said.size(), qsizetype{1});
}

QTEST_GUILESS_MAIN(ConnectionCreationTest)
#include "tst_connectioncreation.moc"
