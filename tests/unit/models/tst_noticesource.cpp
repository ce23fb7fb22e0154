// SPDX-License-Identifier: Apache-2.0
#include "support/Answers.h"
#include "testing/Arrival.h"
#include "testing/Intervals.h"
#include "testing/ManualClock.h"
#include "workspace/Workspace.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using Kind = Notice::Kind;

namespace {

ConnectionJson running(const QString &stage, const QString &stageId)
{
    return {.attempt = u"78"_s, .stage = stage, .stageId = stageId};
}

/// Customer 22 has connection 11, and what it is doing is told by the test; every notice is kept.
struct Scene
{
    Scene()
        : workspace(network, endpointAt(QUrl(u"http://127.0.0.1:9/api/v5"_s)),
                    {EnvironmentKind::Sandbox, u"hint"_s, true, {}}, clock,
                    {std::chrono::milliseconds{1}, std::chrono::milliseconds{4}}, hastyLimits())
    {
        network.on("GET /customers", customerListAnswer(u"22"_s, u"helpdesk-1"_s));
        network.on("GET /consents", emptyListAnswer());
        is(ConnectionJson{});
        QObject::connect(&workspace.notices(), &NoticeSource::raised, &workspace,
                         [this](const Notice &notice) { raised.append(notice); });
        QObject::connect(&workspace.notices(), &NoticeSource::withdrawn, &workspace,
                         [this](const QString &key) { withdrawn.append(key); });
    }
    void is(const ConnectionJson &connection)
    {
        network.on("GET /connections", listAnswer({connection}));
        network.on("GET /connections/11", connection.answer());
    }
    [[nodiscard]] bool show(const QString &customer = u"helpdesk-1"_s)
    {
        workspace.scope().find(customer);
        return QTest::qWaitFor([this] { return !workspace.scope().isBusy(); }, 10'000);
    }

    RoutedNetwork network;
    ManualClock clock;
    Workspace workspace;
    QList<Notice> raised;
    QStringList withdrawn;
};

} // namespace

class NoticeSourceTest : public QObject
{
    Q_OBJECT

private slots:
    void anAttemptThatEndedIsTold_data()
    {
        QTest::addColumn<QString>("errorClass");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        QTest::newRow("well") << QString() << int(Kind::AttemptSucceeded) << u"Rabobank has given its data."_s;
        QTest::newRow("badly") << u"InvalidCredentials"_s << int(Kind::AttemptFailed)
                               << u"Rabobank: InvalidCredentials"_s;
    }

    void anAttemptThatEndedIsTold()
    {
        QFETCH(const QString, errorClass);
        Scene scene;
        scene.is(running(u"connect"_s, u"1"_s));
        QVERIFY(scene.show());
        QVERIFY(scene.raised.isEmpty());
        ConnectionJson ended = running(u"finish"_s, u"2"_s);
        ended.errorClass = errorClass;
        scene.is(ended);
        QTRY_COMPARE(scene.raised.size(), qsizetype(1));
        QTEST(int(scene.raised[0].kind), "kind");
        QTEST(scene.raised[0].text, "text");
        QCOMPARE(scene.raised[0].connection, api::ConnectionId(u"11"_s));
        QVERIFY(passIntervals(std::chrono::milliseconds{1}));
        QCOMPARE(scene.raised.size(), qsizetype(1));
    }

    void theBankIsNamedThoughAnotherCustomerIsShown()
    {
        Scene scene;
        scene.is(running(u"connect"_s, u"1"_s));
        QVERIFY(scene.show());
        scene.network.on("GET /customers", customerListAnswer(u"23"_s, u"helpdesk-2"_s));
        scene.network.on("GET /connections", emptyListAnswer());
        QVERIFY(scene.show(u"helpdesk-2"_s));
        QCOMPARE(scene.workspace.connections().total(), 0);
        scene.network.on("GET /connections/11", running(u"finish"_s, u"2"_s).answer());
        QTRY_COMPARE(scene.raised.size(), qsizetype(1));
        QCOMPARE(scene.raised[0].text, u"Rabobank has given its data."_s);
    }

    void aQuestionIsToldAndWithdrawnWhenItIsOver()
    {
        Scene scene;
        scene.is(running(u"connect"_s, u"1"_s));
        QVERIFY(scene.show());
        ConnectionJson asking = running(u"interactive"_s, u"2"_s);
        asking.fields = {u"sms"_s};
        scene.is(asking);
        QTRY_COMPARE(scene.raised.size(), qsizetype(1));
        QVERIFY(scene.raised[0].kind == Kind::Question);
        QVERIFY(scene.withdrawn.isEmpty());
        scene.is(running(u"finish"_s, u"3"_s));
        QTRY_COMPARE(scene.withdrawn, QStringList{scene.raised[0].key()});
        QTRY_COMPARE(scene.raised.size(), qsizetype(2));
        QVERIFY(scene.raised[1].kind == Kind::AttemptSucceeded);
    }

    void consentsAreToldOnceTheyAreRead()
    {
        Scene scene;
        scene.network.on("GET /consents", consentAnswer({u"11"_s}));
        QVERIFY(scene.show());
        QCOMPARE(scene.raised.size(), qsizetype(1));
        QVERIFY(scene.raised[0].kind == Kind::ConsentsEnd);
        QCOMPARE(scene.raised[0].text, u"The consent for Rabobank ends in 1 day."_s);
        scene.workspace.readAgain();
        QTRY_VERIFY(!scene.workspace.scope().isBusy());
        QCOMPARE(scene.raised.size(), qsizetype(1));
    }
};

QTEST_GUILESS_MAIN(NoticeSourceTest)
#include "tst_noticesource.moc"
