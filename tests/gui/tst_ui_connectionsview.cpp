// SPDX-License-Identifier: Apache-2.0
#include "OpenWindow.h"
#include "connections/ColumnFit.h"
#include "connections/ConnectionsHeader.h"
#include "connections/ConnectionsView.h"
#include "connections/CopiedRows.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using models::ConnectionColumn;
using testing::OpenWindow;

namespace {

constexpr int column(ConnectionColumn which)
{
    return static_cast<int>(which);
}

QStringList banks(const OpenWindow &open)
{
    QStringList names;
    for (int row = 0; row < open.table()->model()->rowCount(); ++row) {
        names << open.table()->model()->index(row, column(ConnectionColumn::Bank)).data().toString();
    }
    return names;
}

void clickHeader(const OpenWindow &open, ConnectionColumn which)
{
    QHeaderView *header = open.table()->horizontalHeader();
    const int x = header->sectionViewportPosition(column(which)) + header->sectionSize(column(which)) / 2;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, header->height() / 2));
}

} // namespace

class TestConnectionsView : public QObject
{
    Q_OBJECT

private slots:
    void theThirdClickRestoresTheCustomaryOrder();
    void sortingKeepsTheChoice();
    void arrowKeysWalkAndHomeAndEndJump();
    void lettersLookForABank();
    void rowsAreCopiedWithTitlesAndAbsoluteTimes();
    void aCellNeverBreaksALine();
    void columnsAreChosenInTheHeadersMenu();
    void theLastColumnStays();
    void columnsFillTheWidth();
    void theScrollPositionSurvivesAReading();
    void aRemovedConnectionHandsTheChoiceToItsNeighbour();
    void theContextMenuOffersTheActions();
    void rowsAre32PixelsHigh();
};

void TestConnectionsView::theThirdClickRestoresTheCustomaryOrder()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    const QStringList customary = banks(open);
    QStringList sorted = customary;
    std::ranges::sort(sorted);
    clickHeader(open, ConnectionColumn::Bank);
    QCOMPARE(banks(open), sorted);
    clickHeader(open, ConnectionColumn::Bank);
    std::ranges::reverse(sorted);
    QCOMPARE(banks(open), sorted);
    clickHeader(open, ConnectionColumn::Bank);
    QCOMPARE(open.table()->horizontalHeader()->sortIndicatorSection(), -1);
    QCOMPARE(banks(open), customary);
}

void TestConnectionsView::sortingKeepsTheChoice()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    open.chooseRow(open.rowOf(u"Revolut"_s));
    clickHeader(open, ConnectionColumn::LastSuccess);
    QTRY_COMPARE(open.chosenBank(), u"Revolut"_s);
    clickHeader(open, ConnectionColumn::LastSuccess);
    QTRY_COMPARE(open.chosenBank(), u"Revolut"_s);
}

void TestConnectionsView::arrowKeysWalkAndHomeAndEndJump()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    open.table()->setFocus();
    QTest::keyClick(open.table(), Qt::Key_Down);
    QCOMPARE(open.table()->currentIndex().row(), 1);
    QTest::keyClick(open.table(), Qt::Key_End);
    QCOMPARE(open.table()->currentIndex().row(), 6);
    QTest::keyClick(open.table(), Qt::Key_Home);
    QCOMPARE(open.table()->currentIndex().row(), 0);
    QTRY_COMPARE(open.workspace().openConnection().id(), open.model().idAt(0));
}

void TestConnectionsView::lettersLookForABank()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    open.table()->setFocus();
    QTest::keyClicks(open.table(), u"rab"_s);
    QCOMPARE(open.chosenBank(), u"Rabobank"_s);
}

void TestConnectionsView::rowsAreCopiedWithTitlesAndAbsoluteTimes()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    open.table()->setFocus();
    open.chooseRow(1);
    QTest::keyClick(open.table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(open.table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QStringList titles;
    for (int i = 0; i < models::connectionColumnCount - 1; ++i) {
        titles << models::columnTitle(static_cast<ConnectionColumn>(i));
    }
    QCOMPARE(lines[0].split(u'\t'), titles);
    const QStringList cells = lines[1].split(u'\t');
    QCOMPARE(cells[column(ConnectionColumn::Bank)], banks(open)[1]);
    const QString success = cells[column(ConnectionColumn::LastSuccess)];
    QVERIFY2(QDateTime::fromString(success, Qt::ISODate).isValid() && success.endsWith(u'Z'), qPrintable(success));
}

void TestConnectionsView::aCellNeverBreaksALine()
{
    QStandardItemModel model(1, 2);
    model.setItem(0, 0, new QStandardItem(u"a\tb\nc\rd"_s));
    model.setItem(0, 1, new QStandardItem(u"plain"_s));
    const QString copied = ui::tabSeparated(model, {0}, {0, 1});
    QCOMPARE(copied.split(u'\n').at(1), u"a b c d\tplain"_s);
}

void TestConnectionsView::columnsAreChosenInTheHeadersMenu()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    auto *header = qobject_cast<ui::ConnectionsHeader *>(open.table()->horizontalHeader());
    QVERIFY(header->isSectionHidden(column(ConnectionColumn::ConnectionId)));
    header->showColumnChooser(header->mapToGlobal(QPoint(10, 10)));
    auto *menu = header->findChild<QMenu *>();
    QTRY_VERIFY(menu->isVisible());
    for (QAction *action : menu->actions()) {
        if (action->text() == models::columnTitle(ConnectionColumn::ConnectionId) ||
            action->text() == models::columnTitle(ConnectionColumn::Country)) {
            action->trigger();
        }
    }
    QVERIFY(!header->isSectionHidden(column(ConnectionColumn::ConnectionId)));
    QVERIFY(header->isSectionHidden(column(ConnectionColumn::Country)));
    menu->close();
}

void TestConnectionsView::theLastColumnStays()
{
    OpenWindow open;
    auto *header = qobject_cast<ui::ConnectionsHeader *>(open.table()->horizontalHeader());
    for (int i = 1; i < models::connectionColumnCount; ++i) {
        header->setSectionHidden(i, true);
    }
    header->showColumnChooser({});
    auto *menu = header->findChild<QMenu *>();
    const auto actions = menu->actions();
    const auto first = std::ranges::find_if(actions, &QAction::isChecked);
    QVERIFY(first != actions.end());
    QVERIFY(!(*first)->isEnabled());
    menu->close();
}

void TestConnectionsView::columnsFillTheWidth()
{
    OpenWindow open;
    const ui::ConnectionsHeader header;
    const auto *shown = open.table()->horizontalHeader();
    for (const int width : {1000, 1230, 1600, 2400}) {
        const std::vector<int> widths = ui::fittedColumns(width, open.table()->fontMetrics(), *shown);
        int sum = 0;
        for (int i = 0; i < models::connectionColumnCount; ++i) {
            sum += shown->isSectionHidden(i) ? 0 : widths[size_t(i)];
        }
        QVERIFY2(std::abs(sum - width) <= 10, qPrintable(QString::number(width - sum)));
    }
    const std::vector<int> least = ui::fittedColumns(100, open.table()->fontMetrics(), *shown);
    QVERIFY(std::ranges::all_of(least, [](int width) { return width > 40; }));
}

void TestConnectionsView::theScrollPositionSurvivesAReading()
{
    OpenWindow open;
    QVERIFY(open.find(u"helpdesk-000114"_s));
    QCOMPARE(open.model().rowCount(), 60);
    open.table()->verticalScrollBar()->setValue(20 * 32 + 7);
    const int before = open.table()->verticalScrollBar()->value();
    QVERIFY(before > 0);
    const QDateTime first = open.workspace().scope().readAt();
    QTest::keyClick(&open.window(), Qt::Key_F5);
    QTRY_VERIFY(!open.workspace().scope().isBusy() && open.workspace().scope().readAt() > first);
    QCoreApplication::processEvents();
    QCOMPARE(open.table()->verticalScrollBar()->value(), before);
}

void TestConnectionsView::aRemovedConnectionHandsTheChoiceToItsNeighbour()
{
    OpenWindow open;
    // Nobody with a running attempt: the poller would bring the removed one back.
    QVERIFY(open.find(u"helpdesk-000101"_s));
    open.chooseRow(1);
    const QString next = banks(open)[2];
    open.model().removeConnection(open.model().idAt(1));
    QTRY_COMPARE(open.chosenBank(), next);
    QCOMPARE(open.table()->currentIndex().row(), 1);
    QTRY_COMPARE(open.workspace().openConnection().id(), open.model().idAt(1));
}

void TestConnectionsView::theContextMenuOffersTheActions()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    const auto menus = open.window().findChildren<QMenu *>(Qt::FindDirectChildrenOnly).size();
    open.table()->setFocus();
    QTest::keyClick(open.table(), Qt::Key_Menu);
    const auto now = open.window().findChildren<QMenu *>(Qt::FindDirectChildrenOnly);
    QCOMPARE(now.size(), menus + 1);
    QVERIFY(now.back()->actions().contains(open.action(u"Remove"_s)));
    now.back()->close();
}

void TestConnectionsView::rowsAre32PixelsHigh()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    QCOMPARE(open.table()->rowHeight(0), 32);
    QVERIFY(open.table()->isVisible());
}

QTEST_MAIN(TestConnectionsView)
#include "tst_ui_connectionsview.moc"
