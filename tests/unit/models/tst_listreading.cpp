// SPDX-License-Identifier: Apache-2.0
#include "reading/ListReading.h"
#include "support/Bench.h"

#include "resources/AccountsApi.h"
#include "resources/CountriesApi.h"

#include <QTest>

#include <memory>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace Qt::Literals::StringLiterals;
using testing::Bench;
using testing::FakeAnswer;

namespace {

/// A page of accounts; an entry that is no number stands as it is.
FakeAnswer accountsAnswer(const QByteArrayList &ids, const QByteArray &nextId = "null")
{
    QByteArrayList records;
    for (const QByteArray &id : ids) {
        records.append(id.startsWith('{') || id == "null" ? id : "{\"id\":" + id + '}');
    }
    return testing::json("{\"data\":[" + records.join(',') + "],\"meta\":{\"next_id\":" + nextId + "}}");
}

/// A reading of accounts and what it came to.
struct Scene
{
    Scene()
    {
        const auto ask = [this](const QString &from) {
            return api::AccountsApi(bench.client).list(api::CustomerId(u"22"_s), from);
        };
        reading = std::make_unique<ListReading<api::Account>>(ask, [this](const ListReading<api::Account> &read) {
            ++ends;
            complete = read.isComplete();
            warnings = read.warnings();
            error = read.error().value_or(api::ApiError());
            for (const api::Account &account : read.records()) {
                ids.append(account.id.toString());
            }
        });
    }

    void answer(const QList<FakeAnswer> &answers) { bench.network.onTurns("GET /accounts", answers); }
    [[nodiscard]] qsizetype requests() const { return bench.network.count(u"GET /accounts"_s); }

    Bench bench;
    std::unique_ptr<ListReading<api::Account>> reading;
    int ends = 0;
    bool complete = false;
    qsizetype warnings = 0;
    api::ApiError error;
    QStringList ids;
};

} // namespace

class ListReadingTest : public QObject
{
    Q_OBJECT

private slots:
    void allPagesAreReadInTheirOrder();
    void anEmptyListIsComplete();
    void aListWithoutMetaHasOnePage();
    void aRecordThatComesTwiceIsKeptOnceAndCounted_data();
    void aRecordThatComesTwiceIsKeptOnceAndCounted();
    void whatAPageCouldNotReadIsCounted();
    void aListThatPointsBackIntoItselfEnds_data();
    void aListThatPointsBackIntoItselfEnds();
    void anErrorKeepsWhatCameBefore();
    void nothingIsSaidBeforeTheEventLoopTurned();
    void destroyingItAborts();
    void itsEndMayDestroyIt();
};

void ListReadingTest::allPagesAreReadInTheirOrder()
{
    Scene scene;
    scene.answer({accountsAnswer({"1", "2"}, "\"3\""), accountsAnswer({}, "9999999999999999999"),
                  accountsAnswer({"9999999999999999999"})});
    scene.reading->start();
    QTRY_COMPARE(scene.ends, 1);
    QVERIFY(scene.complete);
    QCOMPARE(scene.ids, (QStringList{u"1"_s, u"2"_s, u"9999999999999999999"_s}));
    QCOMPARE(scene.requests(), 3);
    QCOMPARE(scene.warnings, 0);
}

void ListReadingTest::anEmptyListIsComplete()
{
    Scene scene;
    scene.answer({accountsAnswer({})});
    scene.reading->start();
    QTRY_COMPARE(scene.ends, 1);
    QVERIFY(scene.complete && scene.ids.isEmpty());
}

void ListReadingTest::aListWithoutMetaHasOnePage()
{
    Bench bench;
    bench.network.on("GET /countries", testing::json(R"({"data":[{"code":"RO"},{"code":"XF"},{"code":"RO"}]})"));
    std::vector<api::Country> countries;
    qsizetype warnings = -1;
    ListReading<api::Country> reading([&](const QString &) { return api::CountriesApi(bench.client).list(); },
                                      [&](const ListReading<api::Country> &read) {
                                          countries = read.records();
                                          warnings = read.warnings();
                                      });
    reading.start();
    QTRY_COMPARE(warnings, 1);
    QCOMPARE(countries.size(), std::size_t(2));
    QCOMPARE(bench.network.count(u"GET /countries"_s), 1);
}

void ListReadingTest::aRecordThatComesTwiceIsKeptOnceAndCounted_data()
{
    QTest::addColumn<QByteArrayList>("first");
    QTest::addColumn<QByteArrayList>("second");
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<int>("warnings");
    QTest::newRow("across pages") << QByteArrayList{"1", "2"} << QByteArrayList{"2", "3"}
                                  << QStringList{u"1"_s, u"2"_s, u"3"_s} << 1;
    QTest::newRow("in one page") << QByteArrayList{"1", "1"} << QByteArrayList{"2"} << QStringList{u"1"_s, u"2"_s} << 1;
    QTest::newRow("a whole page") << QByteArrayList{"1", "2"} << QByteArrayList{"1", "2"} << QStringList{u"1"_s, u"2"_s}
                                  << 2;
    QTest::newRow("once as a number, once as text")
        << QByteArrayList{"7"} << QByteArrayList{R"({"id":"7"})"} << QStringList{u"7"_s} << 1;
    QTest::newRow("nineteen digits that differ in the last")
        << QByteArrayList{"9999999999999999998"} << QByteArrayList{"9999999999999999999"}
        << QStringList{u"9999999999999999998"_s, u"9999999999999999999"_s} << 0;
}

void ListReadingTest::aRecordThatComesTwiceIsKeptOnceAndCounted()
{
    QFETCH(QByteArrayList, first);
    QFETCH(QByteArrayList, second);
    Scene scene;
    scene.answer({accountsAnswer(first, "\"5\""), accountsAnswer(second)});
    scene.reading->start();
    QTRY_COMPARE(scene.ends, 1);
    QVERIFY(scene.complete);
    QTEST(scene.ids, "ids");
    QTEST(static_cast<int>(scene.warnings), "warnings");
}

void ListReadingTest::whatAPageCouldNotReadIsCounted()
{
    Scene scene;
    scene.answer({accountsAnswer({"1", "null"}, "\"2\""), accountsAnswer({R"({"id":"2","name":[]})", "{}"})});
    scene.reading->start();
    QTRY_COMPARE(scene.ends, 1);
    QCOMPARE(scene.ids, (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(scene.warnings, 3);
}

void ListReadingTest::aListThatPointsBackIntoItselfEnds_data()
{
    QTest::addColumn<QByteArrayList>("nextIds");
    QTest::newRow("to the same page") << QByteArrayList{"\"2\"", "\"2\""};
    QTest::newRow("in a circle") << QByteArrayList{"\"2\"", "\"3\"", "\"2\""};
}

void ListReadingTest::aListThatPointsBackIntoItselfEnds()
{
    QFETCH(QByteArrayList, nextIds);
    Scene scene;
    QList<FakeAnswer> answers;
    for (const QByteArray &nextId : nextIds) {
        answers.append(accountsAnswer({QByteArray::number(answers.size() + 1)}, nextId));
    }
    scene.answer(answers);
    scene.reading->start();
    QTRY_COMPARE(scene.ends, 1);
    QCOMPARE(scene.error.kind, api::ErrorKind::PagingLoop);
    QVERIFY(!scene.complete);
    QCOMPARE(scene.requests(), nextIds.size());
    QCOMPARE(scene.ids.size(), nextIds.size());
}

void ListReadingTest::anErrorKeepsWhatCameBefore()
{
    Scene scene;
    scene.answer({accountsAnswer({"1"}, "\"2\""), testing::apiError("ClientDisabled")});
    scene.reading->start();
    QTRY_COMPARE(scene.ends, 1);
    QVERIFY(!scene.complete);
    QCOMPARE(scene.error.errorClass, u"ClientDisabled"_s);
    QCOMPARE(scene.ids, QStringList{u"1"_s});
}

void ListReadingTest::nothingIsSaidBeforeTheEventLoopTurned()
{
    Scene scene;
    scene.answer({accountsAnswer({"1"})});
    scene.reading->start();
    QCOMPARE(scene.ends, 0);
    QTRY_COMPARE(scene.ends, 1);
}

void ListReadingTest::destroyingItAborts()
{
    Scene scene;
    scene.answer({testing::silence()});
    scene.reading->start();
    QTRY_COMPARE(scene.requests(), 1);
    QCOMPARE(scene.bench.client.activeRequests(), 1);
    scene.reading.reset();
    QTRY_COMPARE(scene.bench.client.activeRequests(), 0);
    QCOMPARE(scene.ends, 0);
}

void ListReadingTest::itsEndMayDestroyIt()
{
    Bench bench;
    bench.network.on("GET /accounts", accountsAnswer({"1"}));
    int ends = 0;
    std::unique_ptr<ListReading<api::Account>> reading;
    reading = std::make_unique<ListReading<api::Account>>(
        [&](const QString &from) { return api::AccountsApi(bench.client).list(api::CustomerId(u"22"_s), from); },
        [&](const ListReading<api::Account> &) {
            ++ends;
            reading.reset();
        });
    reading->start();
    QTRY_COMPARE(ends, 1);
    QVERIFY(!reading);
}

QTEST_GUILESS_MAIN(ListReadingTest)
#include "tst_listreading.moc"
