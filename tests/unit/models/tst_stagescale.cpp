// SPDX-License-Identifier: Apache-2.0
#include "history/SpokenStages.h"

#include <QTest>

#include <numeric>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime began(QDate(2026, 11, 27), QTime(12, 0), Qt::UTC);
const QDateTime never;
const QDateTime farOff(QDate(9999, 12, 31), QTime(23, 59, 59), Qt::UTC);
const QDateTime longAgo(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC);

QDateTime at(qint64 seconds)
{
    return began.addSecs(seconds);
}

api::StageName known(const QString &name)
{
    return name == u"finish"_s        ? api::StageName::Finish
           : name == u"disconnect"_s  ? api::StageName::Disconnect
           : name == u"interactive"_s ? api::StageName::Interactive
           : name == u"connect"_s     ? api::StageName::Connect
                                      : api::StageName::Unknown;
}

api::Stage stage(const QString &name, const QDateTime &created, const QDateTime &updated = {})
{
    api::Stage made;
    made.name = {known(name), name};
    if (created.isValid()) {
        made.createdAt = created;
    }
    if (updated.isValid()) {
        made.updatedAt = updated;
    }
    return made;
}

api::Attempt attempt(std::vector<api::Stage> stages, bool failed = false)
{
    api::Attempt made;
    made.createdAt = began;
    made.stages = std::move(stages);
    if (failed) {
        made.failErrorClass = u"InvalidCredentials"_s;
    }
    return made;
}

StageScale scaleOf(const std::vector<int> &seconds)
{
    StageScale scale;
    for (const int spent : seconds) {
        StageSpan span{.name = u"stage"_s};
        if (spent >= 0) {
            span.spent = std::chrono::seconds(spent);
        }
        scale.spans.push_back(span);
    }
    return scale;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<int>)

class StageScaleTest : public QObject
{
    Q_OBJECT

private slots:
    void whateverWasSentIsSaidInOrder_data()
    {
        QTest::addColumn<api::Attempt>("attempt");
        QTest::addColumn<QString>("spoken");
        const auto row = [](const char *name, const api::Attempt &attempt, const QString &spoken) {
            QTest::newRow(name) << attempt << spoken;
        };
        const api::Stage start = stage(u"start"_s, at(0));
        const api::Stage ask = stage(u"interactive"_s, at(2));
        const api::Stage end = stage(u"finish"_s, at(42), at(42));
        row("no stages", {}, {});
        row("an empty list", attempt({}), {});
        row("a whole one", attempt({start, ask, end}), u"Start 2 s, Interactive 40 s, Finish"_s);
        row("out of order", attempt({end, ask, start}), u"Start 2 s, Interactive 40 s, Finish"_s);
        row("failed before the end", attempt({start, ask, end}, true),
            u"Start 2 s, Interactive 40 s (failed), Finish"_s);
        row("failed, out of order", attempt({end, start, ask}, true),
            u"Start 2 s, Interactive 40 s (failed), Finish"_s);
        row("failed, nothing but the end", attempt({end}, true), u"Finish (failed)"_s);
        row("running since ten seconds", attempt({start, stage(u"connect"_s, at(50))}), u"Start 50 s, Connect 10 s"_s);
        row("two questions", attempt({start, ask, stage(u"interactive"_s, at(5)), end}),
            u"Start 2 s, Interactive 3 s, Interactive 37 s, Finish"_s);
        row("a name nobody knows", attempt({start, stage(u"teleport_home"_s, at(1)), end}),
            u"Start 1 s, Teleport home 41 s, Finish"_s);
        row("no name", attempt({stage({}, at(0)), end}), u"Stage without a name 42 s, Finish"_s);
        row("no times at all", attempt({stage(u"start"_s, never), stage(u"finish"_s, never)}), u"Start, Finish"_s);
        row("one time is missing", attempt({start, stage(u"connect"_s, never), ask, end}),
            u"Start, Connect, Interactive 40 s, Finish"_s);
        row("the year 9999", attempt({start, stage(u"connect"_s, farOff), ask, end}),
            u"Start, Connect, Interactive 40 s, Finish"_s);
        row("1970", attempt({stage(u"start"_s, longAgo), stage(u"connect"_s, at(2)), end}),
            u"Start, Connect 40 s, Finish"_s);
        row("changed before it began", attempt({stage(u"finish"_s, at(5), at(3))}), u"Finish"_s);
        row("less than a second", attempt({start, stage(u"connect"_s, at(0).addMSecs(400)), end}),
            u"Start 0.4 s, Connect 41 s, Finish"_s);
        row("more than a minute", attempt({start, stage(u"finish"_s, at(61))}), u"Start 1:01, Finish"_s);
    }

    void whateverWasSentIsSaidInOrder()
    {
        QFETCH(const api::Attempt, attempt);
        QTEST(spokenStages(StageScale::of(attempt, at(60))), "spoken");
    }

    void timesOfAnAttemptWithoutABeginningAreStillWeighed()
    {
        api::Attempt made =
            attempt({stage(u"start"_s, longAgo), stage(u"connect"_s, at(0)), stage(u"finish"_s, at(9))});
        made.createdAt = farOff;
        QCOMPARE(spokenStages(StageScale::of(made, at(60))), u"Start, Connect 9 s, Finish"_s);
        made.createdAt = {};
        QCOMPARE(spokenStages(StageScale::of(made, at(60))), u"Start, Connect 9 s, Finish"_s);
    }

    void everyStageKnowsItsKindAndPlace()
    {
        const StageScale running = StageScale::of(
            attempt({stage(u"interactive"_s, at(2)), stage(u"start"_s, at(0)), stage(u"connect"_s, at(9))}), at(10));
        using Kind = StageSpan::Kind;
        QCOMPARE(running.spans.size(), std::size_t{3});
        QCOMPARE(running.spans[0].kind, Kind::Passed);
        QCOMPARE(running.spans[0].place, std::size_t{1});
        QCOMPARE(running.spans[1].kind, Kind::Interactive);
        QCOMPARE(running.spans[1].place, std::size_t{0});
        QCOMPARE(running.spans[2].kind, Kind::Running);
        const StageScale failed = StageScale::of(
            attempt({stage(u"connect"_s, at(0)), stage(u"disconnect"_s, at(2)), stage(u"finish"_s, at(3))}, true),
            at(10));
        QCOMPARE(failed.spans[0].kind, Kind::Failed);
        QCOMPARE(failed.spans[1].kind, Kind::Passed);
        QCOMPARE(failed.spans[2].kind, Kind::Passed);
    }

    void widthsAreInProportionAndFillTheStrip_data()
    {
        QTest::addColumn<std::vector<int>>("seconds");
        QTest::addColumn<int>("whole");
        QTest::addColumn<int>("least");
        QTest::addColumn<std::vector<int>>("widths");
        using List = std::vector<int>;
        QTest::newRow("nothing") << List{} << 100 << 3 << List{};
        QTest::newRow("no room") << List{1, 2} << 0 << 3 << List{0, 0};
        QTest::newRow("less than none") << List{1, 2} << -5 << 3 << List{0, 0};
        QTest::newRow("one") << List{7} << 100 << 3 << List{100};
        QTest::newRow("in proportion") << List{1, 3, 6} << 100 << 0 << List{10, 30, 60};
        QTest::newRow("a short one is seen") << List{0, 1000} << 100 << 4 << List{4, 96};
        QTest::newRow("unknown ones are seen") << List{-1, 10, -1} << 100 << 4 << List{4, 92, 4};
        QTest::newRow("all unknown are alike") << List{-1, -1, -1, -1} << 100 << 4 << List{25, 25, 25, 25};
        QTest::newRow("more than there is room for") << List(200, 1) << 100 << 4 << List{};
    }

    void widthsAreInProportionAndFillTheStrip()
    {
        QFETCH(const std::vector<int>, seconds);
        QFETCH(const int, whole);
        QFETCH(const int, least);
        QFETCH(const std::vector<int>, widths);
        const std::vector<int> made = scaleOf(seconds).widths(whole, least);
        if (!widths.empty()) {
            QCOMPARE(made, widths);
        }
        QVERIFY(std::ranges::all_of(made, [](int width) { return width >= 0; }));
        if (!made.empty()) {
            QCOMPARE(std::accumulate(made.begin(), made.end(), 0), std::max(whole, 0));
        }
    }

    void aTimeThatWasSpentIsSaidShortly_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("words");
        QTest::newRow("a blink") << qint64{1} << u"0.1 s"_s;
        QTest::newRow("nothing") << qint64{0} << u"0 s"_s;
        QTest::newRow("seconds") << qint64{59'999} << u"59 s"_s;
        QTest::newRow("minutes") << qint64{91'000} << u"1:31"_s;
        QTest::newRow("hours") << qint64{3'600'000} << u"1:00:00"_s;
        QTest::newRow("days") << qint64{10} * 24 * 3'600'000 << u"10 days"_s;
    }

    void aTimeThatWasSpentIsSaidShortly()
    {
        QFETCH(const qint64, milliseconds);
        QTEST(spentTime(std::chrono::milliseconds(milliseconds)), "words");
    }

    void manyStagesAreStillOneStrip()
    {
        std::vector<api::Stage> many;
        for (int i = 0; i < 5000; ++i) {
            many.push_back(stage(u"interactive"_s, at(i)));
        }
        const StageScale scale = StageScale::of(attempt(std::move(many)), at(5000));
        const std::vector<int> widths = scale.widths(140, 3);
        QCOMPARE(widths.size(), std::size_t{5000});
        QCOMPARE(std::accumulate(widths.begin(), widths.end(), 0), 140);
    }
};

QTEST_GUILESS_MAIN(StageScaleTest)
#include "tst_stagescale.moc"
