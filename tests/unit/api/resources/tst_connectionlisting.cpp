// SPDX-License-Identifier: Apache-2.0
#include "ApiFixture.h"
#include "resources/ConnectionListing.h"
#include "resources/ConnectionsApi.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::ApiFixture;
using testing::pageOf;

namespace {

/// What a listing said, in the order in which it did.
class Listener
{
public:
    explicit Listener(ConnectionListing &listing)
    {
        QObject::connect(&listing, &ConnectionListing::pageReady, &m_context, [this](const auto &page) {
            QVERIFY(!result);
            pages.push_back(page);
        });
        QObject::connect(&listing, &ConnectionListing::ended, &m_context, [this](const auto &end) {
            ++timesEnded;
            result = end;
        });
    }

    [[nodiscard]] QStringList ids() const
    {
        QStringList ids;
        for (const auto &page : pages) {
            for (const ConnectionRow &row : page->rows) {
                ids.append(QString::fromStdString(row.id.text(page->texts)));
            }
        }
        return ids;
    }
    [[nodiscard]] bool waitForEnd() const
    {
        return QTest::qWaitFor([this] { return result.has_value(); });
    }

    std::vector<std::shared_ptr<const ConnectionPage>> pages;
    std::optional<Result<ListingSummary>> result;
    int timesEnded = 0;

private:
    QObject m_context;
};

std::unique_ptr<ConnectionListing> listing(ApiFixture &api)
{
    return ConnectionsApi(api.client).list(CustomerId(u"222"_s), 250);
}

void settle()
{
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
}

} // namespace

class TestConnectionListing : public QObject
{
    Q_OBJECT

private slots:
    void onePageIsOneRequest()
    {
        ApiFixture api;
        api.network.answerJson(pageOf({"1", "2"}));
        const auto list = listing(api);
        Listener listener(*list);
        QVERIFY(listener.waitForEnd());
        QCOMPARE(listener.ids(), (QStringList{u"1"_s, u"2"_s}));
        QVERIFY(*listener.result);
        QVERIFY((**listener.result == ListingSummary{2, 1}));
        QCOMPARE(api.network.sent().size(), 1);
        QCOMPARE(api.path(0), u"/api/v5/connections"_s);
        QCOMPARE(api.queried(0, u"customer_id"_s), u"222"_s);
        QCOMPARE(api.queried(0, u"per_page"_s), u"250"_s);
        QVERIFY(api.queried(0, u"from_id"_s).isNull());
    }

    void pagesComeInOrder()
    {
        ApiFixture api;
        for (int i = 0; i < 20; ++i) {
            const QByteArray next = i < 19 ? '"' + QByteArray::number(i + 101) + '"' : QByteArray("null");
            api.network.answerJson(pageOf({QByteArray::number(i + 1)}, next));
        }
        const auto list = listing(api);
        Listener listener(*list);
        QVERIFY(listener.waitForEnd());
        QVERIFY(*listener.result);
        QVERIFY((**listener.result == ListingSummary{20, 20}));
        QStringList expected;
        for (int i = 0; i < 20; ++i) {
            expected.append(QString::number(i + 1));
        }
        QCOMPARE(listener.ids(), expected);
        QCOMPARE(api.network.sent().size(), 20);
        for (int i = 1; i < 20; ++i) {
            QCOMPARE(api.queried(i, u"from_id"_s), QString::number(i + 100));
            QCOMPARE(api.queried(i, u"customer_id"_s), u"222"_s);
            QCOMPARE(api.queried(i, u"per_page"_s), u"250"_s);
        }
    }

    void theNextPageIsAskedForBeforeThisOneIsParsed()
    {
        ApiFixture api;
        // The tail is plain, but the records before it are broken: only the scan can have asked for more.
        api.network.answerJson("{\"data\":[{\"id\" \"1\"}],\"meta\":{\"next_id\":\"2\"}}");
        api.hang();
        const auto list = listing(api);
        Listener listener(*list);
        QVERIFY(listener.waitForEnd());
        QCOMPARE(listener.result->error().kind, ErrorKind::Malformed);
        QCOMPARE(listener.result->error().httpStatus, 200);
        QCOMPARE(api.network.sent().size(), 2);
        QCOMPARE(api.queried(1, u"from_id"_s), u"2"_s);
        QTRY_COMPARE(api.client.activeRequests(), 0);
    }

    void aPageThatTheParseDisownsIsDropped()
    {
        ApiFixture api;
        // The scan takes 007 for an id; to the parser it is no number.
        api.network.answerJson(pageOf({"1"}, "007"));
        api.network.answerJson(pageOf({"666"}));
        const auto list = listing(api);
        Listener listener(*list);
        QVERIFY(listener.waitForEnd());
        settle();
        QVERIFY(*listener.result);
        QCOMPARE(api.network.sent().size(), 2);
        QCOMPARE(listener.ids(), QStringList{u"1"_s});
        QCOMPARE(listener.timesEnded, 1);
    }

    void anIdThatTheScanDidNotSeeIsFollowed()
    {
        ApiFixture api;
        api.network.answerJson("{\"meta\":{\"next_id\":\"2\"},\"data\":[{\"id\":\"1\"}]}");
        api.network.answerJson(pageOf({"2"}));
        const auto list = listing(api);
        Listener listener(*list);
        QVERIFY(listener.waitForEnd());
        QVERIFY(*listener.result);
        QCOMPARE(listener.ids(), (QStringList{u"1"_s, u"2"_s}));
        QCOMPARE(api.queried(1, u"from_id"_s), u"2"_s);
    }

    void aListThatPointsBackEnds_data()
    {
        QTest::addColumn<QByteArrayList>("nextIds");
        QTest::addColumn<int>("pages");
        QTest::newRow("to itself") << QByteArrayList{"\"5\"", "\"5\""} << 2;
        QTest::newRow("in a circle") << QByteArrayList{"\"5\"", "\"6\"", "\"5\""} << 3;
    }

    void aListThatPointsBackEnds()
    {
        QFETCH(QByteArrayList, nextIds);
        QFETCH(int, pages);
        ApiFixture api;
        for (qsizetype i = 0; i < nextIds.size(); ++i) {
            api.network.answerJson(pageOf({QByteArray::number(i + 1)}, nextIds.at(i)));
        }
        const auto list = listing(api);
        Listener listener(*list);
        QVERIFY(listener.waitForEnd());
        QVERIFY(!*listener.result);
        QCOMPARE(listener.result->error().kind, ErrorKind::PagingLoop);
        QVERIFY(!listener.result->error().message.isEmpty());
        QCOMPARE(listener.pages.size(), std::size_t(pages));
        QCOMPARE(api.network.sent().size(), pages);
    }

    void aConnectionThatComesTwiceIsShownOnce()
    {
        ApiFixture api;
        api.network.answerJson(pageOf({"1", "2", "1", "odd"}, "\"9\""));
        api.network.answerJson(pageOf({"3", "2", "odd"}));
        const auto list = listing(api);
        Listener listener(*list);
        QVERIFY(listener.waitForEnd());
        QCOMPARE(listener.ids(), (QStringList{u"1"_s, u"2"_s, u"odd"_s, u"3"_s}));
        QVERIFY((**listener.result == ListingSummary{4, 2}));
        QCOMPARE(listener.pages[0]->warnings.size(), std::size_t(1));
        QCOMPARE(listener.pages[0]->warnings[0].id, u"1"_s);
        QCOMPARE(listener.pages[0]->warnings[0].record, qsizetype(2));
        QCOMPARE(listener.pages[1]->warnings.size(), std::size_t(2));
        QCOMPARE(listener.pages[1]->warnings[1].id, u"odd"_s);
    }

    void anEmptyListIsAPageOfNothing()
    {
        ApiFixture api;
        api.network.answerJson(pageOf({}));
        const auto list = listing(api);
        Listener listener(*list);
        QVERIFY(listener.waitForEnd());
        QVERIFY((**listener.result == ListingSummary{0, 1}));
    }

    void afterAnErrorThePagesBeforeStay()
    {
        ApiFixture api;
        api.network.answerJson(pageOf({"1"}, "\"2\""));
        api.network.answerJson(R"({"error":{"class":"CustomerNotFound","message":"m"}})", 404);
        const auto list = listing(api);
        Listener listener(*list);
        QVERIFY(listener.waitForEnd());
        QCOMPARE(listener.ids(), QStringList{u"1"_s});
        QCOMPARE(listener.result->error().errorClass, u"CustomerNotFound"_s);
        QCOMPARE(listener.timesEnded, 1);
    }

    void anAbortEndsOnceAndLater()
    {
        ApiFixture api;
        api.hang();
        const auto list = listing(api);
        Listener listener(*list);
        list->abort();
        list->abort();
        QVERIFY(!listener.result);
        QVERIFY(listener.waitForEnd());
        settle();
        QCOMPARE(listener.result->error().kind, ErrorKind::Aborted);
        QCOMPARE(listener.timesEnded, 1);
        QTRY_COMPARE(api.client.activeRequests(), 0);
    }

    void anAbortAtAPageStopsTheRest()
    {
        ApiFixture api;
        api.network.answerJson(pageOf({"1"}, "\"2\""));
        api.network.answerJson(pageOf({"2"}, "\"3\""));
        api.network.answerJson(pageOf({"3"}));
        const auto list = listing(api);
        Listener listener(*list);
        connect(list.get(), &ConnectionListing::pageReady, list.get(), &ConnectionListing::abort);
        QVERIFY(listener.waitForEnd());
        settle();
        QCOMPARE(listener.ids(), QStringList{u"1"_s});
        QCOMPARE(listener.result->error().kind, ErrorKind::Aborted);
        QCOMPARE(listener.timesEnded, 1);
    }

    void anAbortAfterTheEndIsNothing()
    {
        ApiFixture api;
        api.network.answerJson(pageOf({"1"}));
        const auto list = listing(api);
        Listener listener(*list);
        QVERIFY(listener.waitForEnd());
        list->abort();
        settle();
        QCOMPARE(listener.timesEnded, 1);
        QVERIFY(*listener.result);
    }

    void destroyingItAbortsWithoutAWord()
    {
        ApiFixture api;
        api.hang();
        auto list = listing(api);
        Listener listener(*list);
        QCOMPARE(api.client.activeRequests(), 1);
        list.reset();
        QTRY_COMPARE(api.client.activeRequests(), 0);
        settle();
        QCOMPARE(listener.timesEnded, 0);
    }

    void itMayBeDestroyedWhileItParses()
    {
        ApiFixture api;
        api.network.answerJson(pageOf({"1"}, "\"2\""));
        api.hang();
        auto list = listing(api);
        Listener listener(*list);
        QTRY_COMPARE(api.network.sent().size(), 2);
        list.reset();
        settle();
        QCOMPARE(listener.timesEnded, 0);
    }

    void itMayBeDestroyedByWhoGetsThePage()
    {
        ApiFixture api;
        api.network.answerJson(pageOf({"1"}, "\"2\""));
        api.network.answerJson(pageOf({"2"}));
        auto list = listing(api);
        connect(list.get(), &ConnectionListing::pageReady, this, [&list] { list.reset(); });
        QTRY_VERIFY(!list);
        settle();
    }

    void itOutlivesItsClient()
    {
        ApiFixture api;
        auto client = std::make_unique<ApiClient>(api.network, api.client.endpoint(), api.clock);
        api.hang();
        const auto list = ConnectionsApi(*client).list(CustomerId(u"1"_s));
        Listener listener(*list);
        client.reset();
        QVERIFY(listener.waitForEnd());
        QCOMPARE(listener.result->error().kind, ErrorKind::Aborted);
    }

    void theClientMayGoWhileAPageIsParsed()
    {
        ApiFixture api;
        auto client = std::make_unique<ApiClient>(api.network, api.client.endpoint(), api.clock);
        // The scan does not see this id, so the second request is due after the parse, when the client has gone.
        api.network.answerJson("{\"meta\":{\"next_id\":\"2\"},\"data\":[{\"id\":\"1\"}]}");
        const auto list = ConnectionsApi(*client).list(CustomerId(u"1"_s));
        Listener listener(*list);
        connect(client.get(), &ApiClient::activeChanged, this, [&client](int requests) {
            if (requests == 0) {
                client.release()->deleteLater();
            }
        });
        QVERIFY(listener.waitForEnd());
        QVERIFY(!*listener.result);
        QCOMPARE(listener.result->error().kind, ErrorKind::Aborted);
    }

    void withoutKeysItEndsWithoutARequest()
    {
        ApiFixture api;
        ApiEndpoint endpoint = api.client.endpoint();
        endpoint.appId.clear();
        ApiClient client(api.network, endpoint, api.clock);
        const auto list = ConnectionsApi(client).list(CustomerId(u"1"_s));
        Listener listener(*list);
        QVERIFY(!listener.result);
        QVERIFY(listener.waitForEnd());
        QCOMPARE(listener.result->error().kind, ErrorKind::NotConfigured);
        QVERIFY(api.network.sent().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestConnectionListing)
#include "tst_connectionlisting.moc"
