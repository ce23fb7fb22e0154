// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditModel.h"
#include "audit/AuditTrail.h"
#include "support/Trails.h"
#include "testing/ManualClock.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Column = AuditModel::Column;

Q_DECLARE_METATYPE(saltdesk::models::AuditFilter)

namespace {

struct ModelScene
{
    ModelScene()
        : trail(folder.path() + u"/audit.jsonl"_s, clock)
        , model(trail)
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {}

    void write(const QString &customer, AuditEvent event = AuditEvent::Asked, const QString &profile = u"A"_s)
    {
        const auto written = trail.record({.profile = profile,
                                           .environment = EnvironmentKind::Live,
                                           .customer = customer,
                                           .operation = u"refresh"_s,
                                           .event = event,
                                           .outcome = event == AuditEvent::Ended ? u"ok"_s : QString()});
        QVERIFY(written);
    }
    [[nodiscard]] bool load()
    {
        QSignalSpy loaded(&model, &AuditModel::loaded);
        model.read();
        return loaded.wait(20'000);
    }
    [[nodiscard]] QStringList customers() const
    {
        QStringList customers;
        for (int row = 0; row < model.rowCount(); ++row) {
            customers << text(row, Column::Customer);
        }
        return customers;
    }
    [[nodiscard]] QString text(int row, Column column) const { return model.index(row, int(column)).data().toString(); }

    QTemporaryDir folder;
    ManualClock clock;
    AuditTrail trail;
    AuditModel model;
    QAbstractItemModelTester tester;
};

} // namespace

class AuditModelTest : public QObject
{
    Q_OBJECT

private slots:
    void theNewestIsFirst();
    void everyColumnSaysItsPart();
    void anEntryThatIsWrittenNowComesOnTop();
    void whatIsWrittenWhileItReadsIsThereOnce();
    void aFilterDecidesWhatIsShown_data();
    void aFilterDecidesWhatIsShown();
    void aNewEntryIsFilteredToo();
    void theVerdictComesWithTheRows();
    void aMissingFileIsEmpty();
    void theProfilesAreNamedOnce();
    void aHundredThousandEntriesAreFilteredQuickly();
};

void AuditModelTest::theNewestIsFirst()
{
    ModelScene scene;
    scene.write(u"1"_s);
    scene.write(u"2"_s);
    scene.write(u"3"_s);
    QCOMPARE(scene.model.rowCount(), 3);
    QVERIFY(scene.load());
    QCOMPARE(scene.customers(), (QStringList{u"3"_s, u"2"_s, u"1"_s}));
    QCOMPARE(scene.model.entryAt(0).number, quint64(3));
    QCOMPARE(scene.model.filtered().front().number, quint64(1));
}

void AuditModelTest::everyColumnSaysItsPart()
{
    ModelScene scene;
    overwrite(scene.trail.path(), Chain(1).file());
    QVERIFY(scene.load());
    const QStringList expected{u"1"_s,
                               u"2026-11-23 10:42:08"_s,
                               u"Ended"_s,
                               u"Refresh"_s,
                               u"ok"_s,
                               u"ticket 4711, größer\\kleiner"_s,
                               u"222"_s,
                               u"111"_s,
                               u"LIVE Bank \"A\" · =1+1"_s,
                               u"jane@helpdesk-7"_s,
                               u"5a1f6b2e-0d5c"_s};
    QSet<QString> titles;
    for (int column = 0; column < AuditModel::columns; ++column) {
        QCOMPARE(scene.text(0, Column(column)), expected.at(column));
        titles.insert(scene.model.headerData(column, Qt::Horizontal).toString());
    }
    QCOMPARE(titles.size(), AuditModel::columns);
    const QModelIndex time = scene.model.index(0, int(Column::Time));
    QCOMPARE(time.data(AuditModel::RawRole).toDateTime(), fullAuditEntry(1).time);
    QVERIFY(time.data(Qt::ToolTipRole).toString().contains(u"UTC"));
}

void AuditModelTest::anEntryThatIsWrittenNowComesOnTop()
{
    ModelScene scene;
    scene.write(u"1"_s);
    QVERIFY(scene.load());
    QSignalSpy inserted(&scene.model, &QAbstractItemModel::rowsInserted);
    scene.write(u"2"_s);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.front().at(1).toInt(), 0);
    QCOMPARE(scene.customers(), (QStringList{u"2"_s, u"1"_s}));
    QCOMPARE(scene.model.verdict().entries, 2);
}

void AuditModelTest::whatIsWrittenWhileItReadsIsThereOnce()
{
    ModelScene scene;
    scene.write(u"1"_s);
    QSignalSpy loaded(&scene.model, &AuditModel::loaded);
    scene.model.read();
    scene.write(u"2"_s);
    QVERIFY(loaded.wait(20'000));
    QCOMPARE(scene.customers(), (QStringList{u"2"_s, u"1"_s}));
}

void AuditModelTest::aFilterDecidesWhatIsShown_data()
{
    QTest::addColumn<AuditFilter>("filter");
    QTest::addColumn<QStringList>("customers");
    const QStringList all{u"33"_s, u"22"_s, u"11"_s};
    QTest::newRow("none") << AuditFilter{} << all;
    QTest::newRow("customer") << AuditFilter{.text = u" 22 "_s} << QStringList{u"22"_s};
    QTest::newRow("operation, any case") << AuditFilter{.text = u"REFR"_s} << all;
    QTest::newRow("nothing of it") << AuditFilter{.text = u"zebra"_s} << QStringList{};
    QTest::newRow("profile") << AuditFilter{.profile = u"B"_s} << QStringList{u"33"_s};
    QTest::newRow("event") << AuditFilter{.event = AuditEvent::Ended} << QStringList{u"22"_s};
    QTest::newRow("from") << AuditFilter{.from = QDate(2026, 11, 24)} << QStringList{u"33"_s, u"22"_s};
    QTest::newRow("to") << AuditFilter{.to = QDate(2026, 11, 24)} << QStringList{u"22"_s, u"11"_s};
    QTest::newRow("one day") << AuditFilter{.from = QDate(2026, 11, 24), .to = QDate(2026, 11, 24)}
                             << QStringList{u"22"_s};
    QTest::newRow("no day") << AuditFilter{.from = QDate(2026, 11, 25), .to = QDate(2026, 11, 24)} << QStringList{};
    QTest::newRow("two of them") << AuditFilter{.text = u"ok"_s, .profile = u"A"_s} << QStringList{u"22"_s};
}

void AuditModelTest::aFilterDecidesWhatIsShown()
{
    QFETCH(const AuditFilter, filter);
    ModelScene scene;
    scene.write(u"11"_s);
    scene.clock.advance(24h);
    scene.write(u"22"_s, AuditEvent::Ended);
    scene.clock.advance(24h);
    scene.write(u"33"_s, AuditEvent::Asked, u"B"_s);
    QVERIFY(scene.load());
    scene.model.setFilter(filter);
    QTEST(scene.customers(), "customers");
    QCOMPARE(scene.model.total(), 3);
    QCOMPARE(int(scene.model.filtered().size()), scene.model.rowCount());
    scene.model.setFilter({});
    QCOMPARE(scene.model.rowCount(), 3);
}

void AuditModelTest::aNewEntryIsFilteredToo()
{
    ModelScene scene;
    QVERIFY(scene.load());
    scene.model.setFilter({.text = u"77"_s});
    scene.write(u"1"_s);
    QCOMPARE(scene.model.rowCount(), 0);
    scene.write(u"77"_s);
    QCOMPARE(scene.customers(), QStringList{u"77"_s});
    QCOMPARE(scene.model.total(), 2);
}

void AuditModelTest::theVerdictComesWithTheRows()
{
    ModelScene scene;
    overwrite(scene.trail.path(), Chain(5).file() + "half a li");
    QVERIFY(scene.load());
    QCOMPARE(scene.model.rowCount(), 5);
    QCOMPARE(int(scene.model.verdict().flaw->kind), int(AuditFlaw::Kind::HalfLine));
    QCOMPARE(scene.model.verdict().entries, 5);
}

void AuditModelTest::aMissingFileIsEmpty()
{
    ModelScene scene;
    QVERIFY(scene.load());
    QCOMPARE(scene.model.rowCount(), 0);
    QVERIFY(scene.model.verdict().isIntact());
    QVERIFY(scene.model.profiles().isEmpty());
}

void AuditModelTest::theProfilesAreNamedOnce()
{
    ModelScene scene;
    for (const QString &profile : {u"b"_s, u"A"_s, u"b"_s, QString()}) {
        scene.write(u"1"_s, AuditEvent::Asked, profile);
    }
    QVERIFY(scene.load());
    QCOMPARE(scene.model.profiles(), (QStringList{u"A"_s, u"b"_s}));
}

void AuditModelTest::aHundredThousandEntriesAreFilteredQuickly()
{
    ModelScene scene;
    overwrite(scene.trail.path(), Chain(100'000).file());
    QElapsedTimer timer;
    timer.start();
    QVERIFY(scene.load());
    qInfo("read: %lld ms", qlonglong(timer.restart()));
    QCOMPARE(scene.model.rowCount(), 100'000);
    scene.model.setFilter({.text = u"nothing has this"_s});
    qInfo("filtered: %lld ms", qlonglong(timer.elapsed()));
    QCOMPARE(scene.model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(AuditModelTest)
#include "tst_auditmodel.moc"
