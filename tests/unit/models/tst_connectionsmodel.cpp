// SPDX-License-Identifier: Apache-2.0
#include "connections/ConnectionsModel.h"
#include "support/MirrorView.h"
#include "support/RowSpec.h"
#include "testing/ManualClock.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A model that showed these rows in a first reading, watched by the item model tester and the mirror.
struct Table
{
    explicit Table(const QList<RowSpec> &rows = drawnRows())
    {
        model.beginReading(customerNamed(u"helpdesk-000123"_s));
        model.addPage(pageOf(rows));
        model.setConsents(drawnConsents());
        model.endReading(true);
        mirror.forgetCounts();
    }
    [[nodiscard]] QString ids() const
    {
        QString ids;
        for (int row = 0; row < model.rowCount(); ++row) {
            ids += model.idAt(row).toString().right(1);
        }
        return ids;
    }

    ManualClock clock;
    ConnectionsModel model{clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    MirrorView mirror{model};
};

api::ConnectionId id(int number)
{
    return api::ConnectionId(u"11111111111111111%1"_s.arg(number));
}

RowSpec drawn(int number)
{
    return drawnRows()[number - 1];
}

} // namespace

class ConnectionsModelTest : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyModelIsATable();
    void theDrawingsChipsAreCounted();
    void theWorstRowIsTheFirstOfTheWorst();
    void rowsAreFoundByTheirIds();
    void aSummaryTellsTheRowInWords();
    void runningConnectionsAreListed();
    void allConnectionsAreListedFilterOrNot();
    void connectionsOfOneBankAreListed_data();
    void connectionsOfOneBankAreListed();
    void rolesCarryTheRawValues();
    void headersNameTheColumns();
    void indexesOutsideAreEmpty();
    void aFreshSightIsOneChange();
    void anEqualSightIsNoChange();
    void aChangedRowStaysWhereItIs();
    void aNewConnectionOfTheCustomerIsAdded();
    void anotherCustomersConnectionIsNot();
    void aFullAnswerUpdatesTheRow();
    void aRemovedRowIsTold();
    void removingWhatIsNotThereIsNothing();
    void aBetterRefreshTimeIsTold();
    void consentsMayComeBeforeTheRows();
    void consentsAreToldForTheRowsTheyChange();
    void timePassingIsToldAndJudgedAnew();
    void clearingEmptiesEverything();
    void withoutACustomerNothingIsTaken();
};

void ConnectionsModelTest::anEmptyModelIsATable()
{
    ManualClock clock;
    ConnectionsModel model(clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), connectionColumnCount);
    QCOMPARE(model.total(), 0);
    QCOMPARE(model.worstRow(), -1);
    QCOMPARE(model.count(Chip::All), 0);
    QVERIFY(model.idAt(0).isEmpty());
    QVERIFY(!model.summary(id(1)));
    model.sort(1);
    model.setFilter(u"x"_s, Chip::Stale);
    model.refreshTimes();
    QCOMPARE(model.rowCount(), 0);
}

void ConnectionsModelTest::theDrawingsChipsAreCounted()
{
    const Table table;
    QCOMPARE(table.model.count(Chip::All), 7);
    QCOMPARE(table.model.count(Chip::NeedsYou), 2);
    QCOMPARE(table.model.count(Chip::Failing), 1);
    QCOMPARE(table.model.count(Chip::Fetching), 2);
    QCOMPARE(table.model.count(Chip::ExpiringSoon), 1);
    QCOMPARE(table.model.count(Chip::Stale), 2);
    QCOMPARE(table.model.total(), 7);
}

void ConnectionsModelTest::theWorstRowIsTheFirstOfTheWorst()
{
    Table table;
    QCOMPARE(table.model.worstRow(), 0);
    table.model.sort(static_cast<int>(ConnectionColumn::Bank));
    QCOMPARE(table.model.idAt(table.model.worstRow()), id(1));
    table.model.setFilter(u"rabobank"_s, Chip::All);
    QCOMPARE(table.model.idAt(table.model.worstRow()), id(5));
    table.model.setFilter(u"nobody"_s, Chip::All);
    QCOMPARE(table.model.worstRow(), -1);
}

void ConnectionsModelTest::rowsAreFoundByTheirIds()
{
    Table table;
    for (int row = 0; row < table.model.rowCount(); ++row) {
        QCOMPARE(table.model.rowOf(table.model.idAt(row)), row);
    }
    table.model.setFilter(u"rabobank"_s, Chip::All);
    QCOMPARE(table.model.rowOf(id(5)), 0);
    QCOMPARE(table.model.rowOf(id(1)), -1);
    QCOMPARE(table.model.rowOf(api::ConnectionId(u"5"_s)), -1);
    QCOMPARE(table.model.rowOf({}), -1);
}

void ConnectionsModelTest::aSummaryTellsTheRowInWords()
{
    const Table table;
    const auto summary = table.model.summary(id(1));
    QVERIFY(summary);
    QCOMPARE(summary->id, id(1));
    QCOMPARE(summary->customerId.toString(), u"222222222222222222"_s);
    QCOMPARE(summary->customerLabel, u"helpdesk-000123"_s);
    QCOMPARE(summary->providerName, u"Fakebank Simple"_s);
    QCOMPARE(summary->status, api::ConnectionStatus::Inactive);
    QCOMPARE(summary->statusText, u"inactive"_s);
    QCOMPARE(summary->failErrorClass, u"InvalidCredentials"_s);
    QCOMPARE(summary->failMessage, u"Invalid credentials."_s);
    QCOMPARE(summary->attemptId.toString(), u"71"_s);
    QCOMPARE(summary->stageId.toString(), u"81"_s);
    QCOMPARE(summary->stage, api::StageName::Finish);
    QCOMPARE(summary->nextRefreshPossibleAt, startOfTime());
    QCOMPARE(summary->consent.kind, ConsentState::Kind::Active);
    QCOMPARE(summary->assessment.situation, Situation::NeedsCustomer);
    QVERIFY(!summary->fetching);
    QVERIFY(table.model.summary(id(2))->fetching);
    QVERIFY(!table.model.summary(id(9)));
}

void ConnectionsModelTest::runningConnectionsAreListed()
{
    const Table table;
    QCOMPARE(table.model.fetching(), std::vector<api::ConnectionId>({id(2), id(3)}));
}

void ConnectionsModelTest::allConnectionsAreListedFilterOrNot()
{
    // The server's order is not ascending here.
    Table table({drawn(3), drawn(1), RowSpec{.id = u"9"_s}, drawn(2)});
    const std::vector<api::ConnectionId> all{api::ConnectionId(u"9"_s), id(1), id(2), id(3)};
    QCOMPARE(table.model.ids(), all);
    table.model.setFilter(u"Demobank"_s, Chip::All);
    QCOMPARE(table.model.rowCount(), 1);
    QCOMPARE(table.model.ids(), all);
    table.model.removeConnection(id(2));
    QCOMPARE(table.model.ids(), (std::vector<api::ConnectionId>{api::ConnectionId(u"9"_s), id(1), id(3)}));
    table.model.clear();
    QVERIFY(table.model.ids().empty());
}

void ConnectionsModelTest::connectionsOfOneBankAreListed_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("ids");
    QTest::newRow("several, ascending") << u"rabobank_nl"_s << u"2 5 8"_s;
    QTest::newRow("one") << u"revolut_lt"_s << u"6"_s;
    QTest::newRow("none") << u"nowhere_xx"_s << QString();
    QTest::newRow("part of a code is another bank") << u"rabobank"_s << QString();
    QTest::newRow("letters count") << u"RABOBANK_NL"_s << QString();
    QTest::newRow("no code") << QString() << QString();
    QTest::newRow("foreign letters") << u"банк_bg"_s << u"7"_s;
}

void ConnectionsModelTest::connectionsOfOneBankAreListed()
{
    QFETCH(QString, code);
    const auto at = [](const QString &id, const QString &bank) { return RowSpec{.id = id, .bankCode = bank}; };
    Table table({at(u"8"_s, u"rabobank_nl"_s), at(u"2"_s, u"rabobank_nl"_s), at(u"6"_s, u"revolut_lt"_s),
                 at(u"5"_s, u"rabobank_nl"_s), at(u"7"_s, u"банк_bg"_s)});
    table.model.setFilter(u"Revolut"_s, Chip::All);
    QStringList found;
    for (const api::ConnectionId &id : table.model.atBank(code)) {
        found << id.toString();
    }
    QTEST(found.join(u' '), "ids");
}

void ConnectionsModelTest::rolesCarryTheRawValues()
{
    const Table table;
    const QModelIndex cell = table.model.index(0, 0);
    QCOMPARE(cell.data(ConnectionsModel::IdRole).toString(), id(1).toString());
    QCOMPARE(cell.data(ConnectionsModel::SituationRole).toInt(), static_cast<int>(Situation::NeedsCustomer));
    QCOMPARE(cell.data(ConnectionsModel::ToneRole).toInt(), static_cast<int>(Tone::Bad));
    QCOMPARE(cell.data(ConnectionsModel::RawRole).toString(), u"inactive"_s);
    QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), u"Needs you"_s);
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains("inactive"_L1));
    QVERIFY(!cell.data(Qt::DecorationRole).isValid());
    const int success = static_cast<int>(ConnectionColumn::LastSuccess);
    QCOMPARE(table.model.index(0, success).data(ConnectionsModel::RawRole).toDateTime(),
             startOfTime().addDays(-9).addSecs(-7 * 60));
}

void ConnectionsModelTest::headersNameTheColumns()
{
    const Table table;
    QCOMPARE(table.model.headerData(0, Qt::Horizontal).toString(), u"State"_s);
    QCOMPARE(table.model.headerData(8, Qt::Horizontal).toString(), u"Consent ends"_s);
    QVERIFY(!table.model.headerData(connectionColumnCount, Qt::Horizontal).isValid());
    QVERIFY(!table.model.headerData(-1, Qt::Horizontal).isValid());
    QVERIFY(!table.model.headerData(0, Qt::Vertical).isValid());
    QVERIFY(!table.model.headerData(0, Qt::Horizontal, Qt::DecorationRole).isValid());
}

void ConnectionsModelTest::indexesOutsideAreEmpty()
{
    const Table table;
    QVERIFY(!table.model.data({}).isValid());
    QVERIFY(table.model.idAt(-1).isEmpty());
    QVERIFY(table.model.idAt(7).isEmpty());
    QCOMPARE(table.model.rowCount(table.model.index(0, 0)), 0);
    QCOMPARE(table.model.columnCount(table.model.index(0, 0)), 0);
}

void ConnectionsModelTest::aFreshSightIsOneChange()
{
    Table table;
    QSignalSpy changed(&table.model, &QAbstractItemModel::dataChanged);
    QSignalSpy connection(&table.model, &ConnectionsModel::connectionChanged);
    QSignalSpy counts(&table.model, &ConnectionsModel::countsChanged);
    RowSpec row = drawn(3);
    row.stage = u"finish"_s;
    row.finished = true;
    table.model.updateRows(pageOf({row}));
    QCOMPARE(changed.size(), 1);
    const int at = table.model.rowOf(id(3));
    QCOMPARE(changed[0][0].toModelIndex().row(), at);
    QCOMPARE(changed[0][1].toModelIndex().row(), at);
    QCOMPARE(changed[0][1].toModelIndex().column(), connectionColumnCount - 1);
    QCOMPARE(connection.size(), 1);
    QCOMPARE(connection[0][0].value<api::ConnectionId>(), id(3));
    QCOMPARE(counts.size(), 1);
    QCOMPARE(table.model.count(Chip::Fetching), 1);
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelTest::anEqualSightIsNoChange()
{
    Table table;
    QSignalSpy counts(&table.model, &ConnectionsModel::countsChanged);
    table.model.updateRows(pageOf(drawnRows()));
    QCOMPARE(counts.size(), 0);
    QCOMPARE(table.mirror.changes, 0);
}

void ConnectionsModelTest::aChangedRowStaysWhereItIs()
{
    Table table;
    table.model.setFilter({}, Chip::Fetching);
    QCOMPARE(table.ids(), u"23"_s);
    RowSpec row = drawn(2);
    row.stage = u"finish"_s;
    row.finished = true;
    table.model.updateRows(pageOf({row}));
    QCOMPARE(table.ids(), u"23"_s);
    QCOMPARE(table.model.count(Chip::Fetching), 1);
    table.model.setFilter({}, Chip::Fetching);
    QCOMPARE(table.ids(), u"3"_s);
}

void ConnectionsModelTest::aNewConnectionOfTheCustomerIsAdded()
{
    Table table;
    RowSpec row = drawn(5);
    row.id = u"111111111111111118"_s;
    QSignalSpy connection(&table.model, &ConnectionsModel::connectionChanged);
    table.model.updateRows(pageOf({row}));
    QCOMPARE(table.model.rowOf(id(8)), 7);
    QCOMPARE(table.model.total(), 8);
    QCOMPARE(connection.size(), 1);
    QCOMPARE(table.mirror.insertions, 1);
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelTest::anotherCustomersConnectionIsNot()
{
    Table table;
    RowSpec row = drawn(5);
    row.id = u"111111111111111118"_s;
    row.customer = u"333"_s;
    table.model.updateRows(pageOf({row}));
    QCOMPARE(table.model.total(), 7);
}

void ConnectionsModelTest::aFullAnswerUpdatesTheRow()
{
    Table table;
    api::Connection connection;
    connection.id = id(5);
    connection.customerId = api::CustomerId(u"222222222222222222"_s);
    connection.providerName = u"Rabobank Nederland"_s;
    connection.status = {api::ConnectionStatus::Active, u"active"_s};
    table.model.updateConnection(connection);
    QCOMPARE(table.model.summary(id(5))->providerName, u"Rabobank Nederland"_s);
    QCOMPARE(table.mirror.changes, 1);
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelTest::aRemovedRowIsTold()
{
    Table table;
    QSignalSpy connection(&table.model, &ConnectionsModel::connectionChanged);
    table.model.removeConnection(id(4));
    QCOMPARE(table.model.total(), 6);
    QCOMPARE(table.model.count(Chip::ExpiringSoon), 0);
    QCOMPARE(table.model.rowOf(id(4)), -1);
    QCOMPARE(connection.size(), 1);
    QCOMPARE(connection[0][0].value<api::ConnectionId>(), id(4));
    QCOMPARE(table.mirror.removals, 1);
    QCOMPARE(table.mirror.resets, 0);
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelTest::removingWhatIsNotThereIsNothing()
{
    Table table;
    QSignalSpy counts(&table.model, &ConnectionsModel::countsChanged);
    table.model.removeConnection(id(9));
    table.model.removeConnection({});
    QCOMPARE(counts.size(), 0);
    QCOMPARE(table.model.total(), 7);
}

void ConnectionsModelTest::aBetterRefreshTimeIsTold()
{
    Table table;
    const QDateTime when = startOfTime().addSecs(600);
    table.model.setNextRefreshPossibleAt(id(1), when);
    QCOMPARE(table.model.summary(id(1))->nextRefreshPossibleAt, when);
    const QModelIndex cell =
        table.model.index(table.model.rowOf(id(1)), static_cast<int>(ConnectionColumn::NextRefresh));
    QCOMPARE(cell.data().toString(), u"in 10 min"_s);
    QCOMPARE(table.mirror.difference(), QString());
    table.model.setNextRefreshPossibleAt(id(9), when);
    QCOMPARE(table.mirror.changes, 1);
}

void ConnectionsModelTest::consentsMayComeBeforeTheRows()
{
    ManualClock clock;
    ConnectionsModel model(clock);
    model.beginReading(customerNamed(u"a"_s));
    model.setConsents(drawnConsents());
    model.addPage(pageOf(drawnRows()));
    model.endReading(true);
    QCOMPARE(model.count(Chip::ExpiringSoon), 1);
}

void ConnectionsModelTest::consentsAreToldForTheRowsTheyChange()
{
    Table table;
    std::vector<api::Consent> consents = drawnConsents();
    consents[4].expiresAt = startOfTime().addDays(2);
    consents[5].expiresAt = startOfTime().addDays(70);
    QSignalSpy connection(&table.model, &ConnectionsModel::connectionChanged);
    table.model.setConsents(consents);
    QCOMPARE(connection.size(), 2);
    QCOMPARE(connection[0][0].value<api::ConnectionId>(), id(5));
    QCOMPARE(connection[1][0].value<api::ConnectionId>(), id(6));
    QCOMPARE(table.model.count(Chip::ExpiringSoon), 2);
    QCOMPARE(table.mirror.difference(), QString());
    table.model.setConsents(consents);
    QCOMPARE(connection.size(), 2);
}

void ConnectionsModelTest::timePassingIsToldAndJudgedAnew()
{
    Table table;
    QSignalSpy connection(&table.model, &ConnectionsModel::connectionChanged);
    table.clock.advance(5 * 24h);
    table.model.refreshTimes();
    QCOMPARE(table.mirror.changes, 1);
    QCOMPARE(table.mirror.difference(), QString());
    QCOMPARE(table.model.summary(id(4))->assessment.situation, Situation::NeedsCustomer);
    QCOMPARE(table.model.summary(id(5))->assessment.situation, Situation::Stale);
    QVERIFY(connection.size() >= 3);
    QCOMPARE(table.model.count(Chip::Stale), 7);
}

void ConnectionsModelTest::clearingEmptiesEverything()
{
    Table table;
    QSignalSpy counts(&table.model, &ConnectionsModel::countsChanged);
    table.model.clear();
    QCOMPARE(table.model.total(), 0);
    QCOMPARE(table.model.rowCount(), 0);
    QCOMPARE(table.model.count(Chip::All), 0);
    QCOMPARE(counts.size(), 1);
    QCOMPARE(table.mirror.difference(), QString());
}

void ConnectionsModelTest::withoutACustomerNothingIsTaken()
{
    ManualClock clock;
    ConnectionsModel model(clock);
    model.updateRows(pageOf(drawnRows()));
    model.addPage(pageOf(drawnRows()));
    model.endReading(true);
    QCOMPARE(model.total(), 0);
}

QTEST_GUILESS_MAIN(ConnectionsModelTest)
#include "tst_connectionsmodel.moc"
