// SPDX-License-Identifier: Apache-2.0
#include "reading/ListReading.h"
#include "support/Bench.h"

#include "resources/ConsentsApi.h"
#include "resources/CountriesApi.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

using Reading = ListReading<api::Consent>;

struct Scene
{
    std::unique_ptr<Reading> read()
    {
        auto ask = [this](const QString &from) {
            return api::ConsentsApi(bench.client).list(api::CustomerId(u"22"_s), from);
        };
        auto reading = std::make_unique<Reading>(ask, [this](const Reading &done) {
            ++ends;
            complete = done.isComplete();
            warnings = done.warnings();
            error = done.error();
            ids.clear();
            for (const api::Consent &consent : done.records()) {
                ids << consent.id.toString();
            }
            if (destroyAtEnd != nullptr) {
                destroyAtEnd->reset();
            }
        });
        reading->start();
        return reading;
    }

    Bench bench;
    int ends = 0;
    bool complete = false;
    qsizetype warnings = 0;
    QStringList ids;
    std::optional<api::ApiError> error;
    std::unique_ptr<Reading> *destroyAtEnd = nullptr;
};

FakeAnswer page(const QByteArray &ids, const QByteArray &next)
{
    QByteArrayList records;
    for (const QByteArray &id : ids.split(',')) {
        records << R"({"id":)" + id + '}';
    }
    return json(R"({"data":[)" + records.join(',') + R"(],"meta":{"next_id":)" + next + "}}");
}

} // namespace

class ListReadingTest : public QObject
{
    Q_OBJECT

private slots:
    void pagesAreReadInOrderToTheLast()
    {
        Scene scene;
        scene.bench.network.onTurns("GET /consents", {page("1,2", "\"3\""), page("3", "null")});
        const auto reading = scene.read();
        QTRY_COMPARE(scene.ends, 1);
        QCOMPARE(scene.ids, (QStringList{u"1"_s, u"2"_s, u"3"_s}));
        QVERIFY(scene.complete);
        QCOMPARE(scene.bench.network.sent().size(), qsizetype{2});
        QVERIFY(scene.bench.network.sent().at(1).contains(u"from_id=3"_s));
    }

    void aListThatPointsBackIsCutShort()
    {
        Scene scene;
        scene.bench.network.onTurns("GET /consents", {page("1", "\"2\""), page("2", "\"2\"")});
        const auto reading = scene.read();
        QTRY_COMPARE(scene.ends, 1);
        QCOMPARE(scene.error->kind, api::ErrorKind::PagingLoop);
        QCOMPARE(scene.ids, (QStringList{u"1"_s, u"2"_s}));
    }

    void aListThatGoesInACircleIsCutShort()
    {
        Scene scene;
        scene.bench.network.onTurns("GET /consents", {page("1", "\"2\""), page("2", "\"3\""), page("3", "\"2\"")});
        const auto reading = scene.read();
        QTRY_COMPARE(scene.ends, 1);
        QCOMPARE(scene.error->kind, api::ErrorKind::PagingLoop);
        QCOMPARE(scene.bench.network.sent().size(), qsizetype{3});
    }

    void aRecordThatComesTwiceIsKeptOnceAndCounted_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QStringList>("ids");
        QTest::addColumn<int>("warnings");
        QTest::newRow("across pages") << QByteArray("1,2") << QByteArray("2,3") << QStringList{u"1"_s, u"2"_s, u"3"_s}
                                      << 1;
        QTest::newRow("in one page") << QByteArray("1,1") << QByteArray("2") << QStringList{u"1"_s, u"2"_s} << 1;
        QTest::newRow("a whole page") << QByteArray("1,2") << QByteArray("1,2") << QStringList{u"1"_s, u"2"_s} << 2;
        QTest::newRow("once as a number, once as text")
            << QByteArray("7") << QByteArray("\"7\"") << QStringList{u"7"_s} << 1;
        QTest::newRow("nineteen digits that differ in the last")
            << QByteArray("9999999999999999998") << QByteArray("9999999999999999999")
            << QStringList{u"9999999999999999998"_s, u"9999999999999999999"_s} << 0;
    }

    void aRecordThatComesTwiceIsKeptOnceAndCounted()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        Scene scene;
        scene.bench.network.onTurns("GET /consents", {page(first, "\"5\""), page(second, "null")});
        const auto reading = scene.read();
        QTRY_COMPARE(scene.ends, 1);
        QVERIFY(scene.complete);
        QTEST(scene.ids, "ids");
        QTEST(static_cast<int>(scene.warnings), "warnings");
    }

    void aListWithoutMetaHasOnePage()
    {
        Bench bench;
        bench.network.on("GET /countries", json(R"({"data":[{"code":"RO"},{"code":"XF"},{"code":"RO"}]})"));
        std::size_t countries = 0;
        qsizetype warnings = -1;
        ListReading<api::Country> reading([&](const QString &) { return api::CountriesApi(bench.client).list(); },
                                          [&](const ListReading<api::Country> &read) {
                                              countries = read.records().size();
                                              warnings = read.warnings();
                                          });
        reading.start();
        QTRY_COMPARE(warnings, qsizetype{1});
        QCOMPARE(countries, std::size_t(2));
    }

    void anErrorKeepsWhatCameBefore()
    {
        Scene scene;
        scene.bench.network.onTurns("GET /consents", {page("1", "\"2\""), apiError("CustomerLocked")});
        const auto reading = scene.read();
        QTRY_COMPARE(scene.ends, 1);
        QVERIFY(!scene.complete);
        QCOMPARE(scene.error->errorClass, u"CustomerLocked"_s);
        QCOMPARE(scene.ids, QStringList{u"1"_s});
    }

    void unreadableRecordsAreCounted()
    {
        Scene scene;
        scene.bench.network.on("GET /consents", json(R"({"data":[5,{"id":"1","period_days":"x"}],"meta":{}})"));
        const auto reading = scene.read();
        QTRY_COMPARE(scene.ends, 1);
        QCOMPARE(scene.warnings, qsizetype{2});
        QCOMPARE(scene.ids, QStringList{u"1"_s});
    }

    void itMayBeDestroyedAtItsEnd()
    {
        Scene scene;
        scene.bench.network.on("GET /consents", page("1", "null"));
        auto reading = scene.read();
        scene.destroyAtEnd = &reading;
        QTRY_COMPARE(scene.ends, 1);
        QVERIFY(reading == nullptr);
    }

    void destroyedWhileItRunsItStaysSilent()
    {
        Scene scene;
        scene.bench.network.on("GET /consents", silence());
        auto reading = scene.read();
        QTRY_COMPARE(scene.bench.network.open(), 1);
        reading.reset();
        QTRY_COMPARE(scene.bench.network.open(), 0);
        QTRY_COMPARE(scene.bench.client.activeRequests(), 0);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(scene.ends, 0);
    }
};

QTEST_GUILESS_MAIN(ListReadingTest)
#include "tst_listreading.moc"
