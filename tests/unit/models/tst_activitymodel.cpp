// SPDX-License-Identifier: Apache-2.0
#include "activity/ActivityModel.h"
#include "support/Bench.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using models::ActivityModel;
using Column = ActivityModel::Column;

namespace {

api::Exchange exchangeOf(quint64 number, std::optional<api::ErrorKind> error = {})
{
    api::Exchange exchange;
    exchange.number = number;
    exchange.startedAt = QDateTime(QDate(2026, 11, 28), QTime(10, 42, 7, 5), Qt::UTC);
    exchange.pathTemplate = u"connections/{}"_s;
    exchange.pathArguments = {QString::number(number)};
    exchange.httpStatus = error ? 0 : 200;
    exchange.duration = 84ms;
    exchange.sentBytes = 10;
    exchange.receivedBytes = 2'000;
    exchange.error = error;
    return exchange;
}

QVariant cell(const ActivityModel &model, int row, Column column, int role = Qt::DisplayRole)
{
    return model.index(row, static_cast<int>(column)).data(role);
}

} // namespace

class ActivityModelTest : public QObject
{
    Q_OBJECT

private slots:
    void theNewestIsTheFirst();
    void cellsTellTheExchange();
    void everyCellIsSpokenWithItsTitle();
    void onlyTimesHaveARawValue();
    void theOldestGo();
    void failuresAreCountedWhateverGoes();
    void aRetryIsToldInItsRow();
    void aRetryWithoutAFailureIsNobodys();
    void triesOfARealReadingAreRows();
    void clearingLeavesNothing();
};

void ActivityModelTest::theNewestIsTheFirst()
{
    Bench bench;
    ActivityModel model(bench.client);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    emit bench.client.exchanged(exchangeOf(1));
    emit bench.client.exchanged(exchangeOf(2));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.exchange(0).number, quint64(2));
    QCOMPARE(cell(model, 1, Column::Path).toString(), u"connections/1"_s);
}

void ActivityModelTest::cellsTellTheExchange()
{
    Bench bench;
    ActivityModel model(bench.client);
    api::Exchange exchange = exchangeOf(7, api::ErrorKind::Rejected);
    exchange.method = api::Method::Put;
    exchange.httpStatus = 404;
    exchange.errorClass = u"ConnectionNotFound"_s;
    exchange.requestId = u"313b4518"_s;
    emit bench.client.exchanged(exchange);
    QCOMPARE(cell(model, 0, Column::Time).toString(), u"10:42:07.005"_s);
    QCOMPARE(cell(model, 0, Column::Method).toString(), u"PUT"_s);
    QCOMPARE(cell(model, 0, Column::Status).toString(), u"404"_s);
    QCOMPARE(cell(model, 0, Column::Duration).toString(), u"84 ms"_s);
    QCOMPARE(cell(model, 0, Column::Size).toString(), QLocale().formattedDataSize(2'000));
    QCOMPARE(cell(model, 0, Column::RequestId).toString(), u"313b4518"_s);
    QCOMPARE(cell(model, 0, Column::Error).toString(), u"ConnectionNotFound"_s);
    QCOMPARE(cell(model, 0, Column::Try).toString(), u"1"_s);
    QVERIFY(cell(model, 0, Column::Size, Qt::ToolTipRole).toString().startsWith(u"Sent 10 bytes"_s));
    QVERIFY(cell(model, 0, Column::Method, ActivityModel::FailedRole).toBool());
}

void ActivityModelTest::everyCellIsSpokenWithItsTitle()
{
    Bench bench;
    ActivityModel model(bench.client);
    emit bench.client.exchanged(exchangeOf(1, api::ErrorKind::Network));
    QCOMPARE(model.columnCount(), ActivityModel::columns);
    for (int column = 0; column < ActivityModel::columns; ++column) {
        const QString title = model.headerData(column, Qt::Horizontal).toString();
        const QString spoken = model.index(0, column).data(Qt::AccessibleTextRole).toString();
        QVERIFY(!title.isEmpty());
        QVERIFY2(spoken.startsWith(title + u": ") && spoken.size() > title.size() + 2, qPrintable(spoken));
    }
    QCOMPARE(cell(model, 0, Column::Status, Qt::AccessibleTextRole).toString(), u"Status: none"_s);
}

void ActivityModelTest::onlyTimesHaveARawValue()
{
    Bench bench;
    ActivityModel model(bench.client);
    emit bench.client.exchanged(exchangeOf(1));
    QCOMPARE(cell(model, 0, Column::Time, ActivityModel::RawRole).toDateTime(), exchangeOf(1).startedAt);
    QVERIFY(!cell(model, 0, Column::Path, ActivityModel::RawRole).isValid());
}

void ActivityModelTest::theOldestGo()
{
    Bench bench;
    ActivityModel model(bench.client, nullptr, 3);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (quint64 number = 1; number <= 5; ++number) {
        emit bench.client.exchanged(exchangeOf(number));
    }
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.exchange(0).number, quint64(5));
    QCOMPARE(model.exchange(2).number, quint64(3));
}

void ActivityModelTest::failuresAreCountedWhateverGoes()
{
    Bench bench;
    ActivityModel model(bench.client, nullptr, 2);
    emit bench.client.exchanged(exchangeOf(1, api::ErrorKind::Timeout));
    emit bench.client.exchanged(exchangeOf(2));
    QCOMPARE(model.failures(), 1);
    emit bench.client.exchanged(exchangeOf(3));
    QCOMPARE(model.failures(), 0);
    emit bench.client.exchanged(exchangeOf(4, api::ErrorKind::ReadOnly));
    QCOMPARE(model.failures(), 1);
    QCOMPARE(cell(model, 0, Column::Error).toString(), u"writes locked: not sent"_s);
}

void ActivityModelTest::aRetryIsToldInItsRow()
{
    Bench bench;
    ActivityModel model(bench.client);
    emit bench.client.exchanged(exchangeOf(1));
    emit bench.client.exchanged(exchangeOf(2, api::ErrorKind::RateLimited));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    emit bench.client.retryScheduled(4s, {});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(cell(model, 0, Column::Try).toString(), u"1, again in 4.0 s"_s);
    QCOMPARE(cell(model, 1, Column::Try).toString(), u"1"_s);
}

void ActivityModelTest::aRetryWithoutAFailureIsNobodys()
{
    Bench bench;
    ActivityModel model(bench.client);
    emit bench.client.retryScheduled(4s, {});
    emit bench.client.exchanged(exchangeOf(1));
    emit bench.client.retryScheduled(4s, {});
    QCOMPARE(cell(model, 0, Column::Try).toString(), u"1"_s);
}

void ActivityModelTest::triesOfARealReadingAreRows()
{
    Bench bench;
    ActivityModel model(bench.client);
    bench.network.onTurns("GET /connections/1", {apiError("InternalServerError", 503), json(R"({"data":{}})")});
    Arrival<api::ApiReply> arrival(
        bench.client.send({.pathTemplate = u"connections/{}"_s, .pathArguments = {u"1"_s}, .query = {}, .body = {}}));
    QVERIFY(arrival.wait());
    QVERIFY(arrival.ok());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 0, Column::Status).toString(), u"200"_s);
    QCOMPARE(cell(model, 0, Column::Try).toString(), u"2"_s);
    QCOMPARE(cell(model, 1, Column::Status).toString(), u"503"_s);
    QVERIFY(cell(model, 1, Column::Try).toString().startsWith(u"1, again in "_s));
    QCOMPARE(model.failures(), 1);
}

void ActivityModelTest::clearingLeavesNothing()
{
    Bench bench;
    ActivityModel model(bench.client);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    emit bench.client.exchanged(exchangeOf(1, api::ErrorKind::Timeout));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.failures(), 0);
}

QTEST_GUILESS_MAIN(ActivityModelTest)
#include "tst_activitymodel.moc"
