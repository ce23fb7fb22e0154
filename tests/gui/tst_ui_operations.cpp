// SPDX-License-Identifier: Apache-2.0
#include "OpenWindow.h"
#include "Specimen.h"
#include "states/MessageBar.h"
#include "window/PendingRemoval.h"

#include <QCheckBox>
#include <QDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using namespace std::chrono_literals;
using testing::OpenWindow;
using testing::WindowWish;

namespace {

QDialog *dialog(OpenWindow &open, const QString &title)
{
    for (QDialog *found : open.window().findChildren<QDialog *>()) {
        if (found->isVisible() && found->windowTitle() == title) {
            return found;
        }
    }
    return nullptr;
}

void chooseBank(OpenWindow &open, const QString &bank)
{
    open.chooseRow(open.rowOf(bank));
    QCOMPARE(open.chosenBank(), bank);
}

} // namespace

class TestOperations : public QObject
{
    Q_OBJECT

private slots:
    void aRefreshIsToldFromStartToEnd();
    void aRefreshThatIsTooEarlyCountsDown();
    void aRefusedRefreshTeachesTheCountdown();
    void anInactiveConnectionCantBeRefreshed();
    void anUpdateSendsOnlyTheChange();
    void aCancelledUpdateSendsNothing();
    void aFailedUpdateSaysWhy();
    void aLostAnswerIsReadBack();
    void aRemovalCanBeUndone();
    void aRemovalIsSentAfterItsMoment();
    void escapeCancelsARemoval();
    void aRemovalThatWaitsLocksItsConnection();
    void aClosedWindowRemovesNothing();
    void onlyOneRemovalWaits();
};

void TestOperations::aRefreshIsToldFromStartToEnd()
{
    WindowWish wish;
    wish.timeScale = 20;
    OpenWindow open(wish);
    QVERIFY(open.find(u"helpdesk-000101"_s));
    chooseBank(open, u"Fakebank Simple"_s);
    QTRY_VERIFY(open.action(u"Refresh"_s)->isEnabled());
    QTest::keyClick(&open.window(), Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(open.says(u"Refresh of Fakebank Simple started"_s));
    QTRY_VERIFY_WITH_TIMEOUT(open.says(u"Fakebank Simple is refreshed"_s), 30'000);
    QVERIFY(open.says(u"last success"_s));
    QCOMPARE(open.received("PUT"), 1);
}

void TestOperations::aRefreshThatIsTooEarlyCountsDown()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    chooseBank(open, u"Rabobank"_s);
    QAction *refresh = open.action(u"Refresh"_s);
    QTRY_VERIFY2(refresh->text().startsWith(u"Refresh in 4"), qPrintable(refresh->text()));
    QVERIFY(!refresh->isEnabled());
    QVERIFY(refresh->toolTip().contains(u"again at"_s));
    const QString first = refresh->text();
    QTRY_VERIFY(refresh->text() != first);
    const auto buttons = open.window().findChildren<QToolButton *>();
    QVERIFY(std::ranges::any_of(buttons, [&](const QToolButton *button) { return button->text() == refresh->text(); }));
}

void TestOperations::aRefusedRefreshTeachesTheCountdown()
{
    OpenWindow open;
    QVERIFY(open.find(u"helpdesk-000105"_s));
    // The list says "now"; the bank was asked three minutes ago, so the API knows better.
    const api::ConnectionId id = open.model().idAt(0);
    open.model().setNextRefreshPossibleAt(id, QDateTime::currentDateTimeUtc().addSecs(-60));
    QTRY_VERIFY(open.action(u"Refresh"_s)->isEnabled());
    QTest::keyClick(&open.window(), Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(open.says(u"The refresh of Fakebank Simple was not started"_s));
    QVERIFY(open.says(u"The bank may be asked again at"_s));
    QVERIFY(open.says(u"ConnectionCannotBeRefreshed"_s));
    QTRY_VERIFY(open.action(u"Refresh"_s)->text().startsWith(u"Refresh in "));
}

void TestOperations::anInactiveConnectionCantBeRefreshed()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    chooseBank(open, u"Fakebank Simple"_s);
    const QAction *refresh = open.action(u"Refresh"_s);
    QVERIFY(!refresh->isEnabled());
    QVERIFY2(refresh->toolTip().contains(u"reconnect"_s), qPrintable(refresh->toolTip()));
    QVERIFY(refresh->statusTip().contains(u"reconnect"_s));
    QTest::keyClick(&open.window(), Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(open.received("PUT"), 0);
}

void TestOperations::anUpdateSendsOnlyTheChange()
{
    OpenWindow open;
    QVERIFY(open.find(u"helpdesk-000101"_s));
    chooseBank(open, u"Revolut"_s);
    QTest::keyClick(&open.window(), Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(dialog(open, u"Update connection"_s) != nullptr);
    QDialog *update = dialog(open, u"Update connection"_s);
    QTest::keyClick(update->findChild<QCheckBox *>(u"dailyRefresh"_s), Qt::Key_Space);
    QTest::keyClick(update, Qt::Key_Return);
    QTRY_VERIFY(open.says(u"Revolut updated"_s));
    QVERIFY(open.says(u"daily refresh off → on"_s));
    QCOMPARE(open.received("PUT"), 1);
    QVERIFY(open.model().summary(open.model().idAt(open.rowOf(u"Revolut"_s)))->dailyRefresh);
}

void TestOperations::aCancelledUpdateSendsNothing()
{
    OpenWindow open;
    QVERIFY(open.find(u"helpdesk-000101"_s));
    QTest::keyClick(&open.window(), Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(dialog(open, u"Update connection"_s) != nullptr);
    QDialog *update = dialog(open, u"Update connection"_s);
    update->findChild<QCheckBox *>(u"dailyRefresh"_s)->toggle();
    QTest::keyClick(update, Qt::Key_Escape);
    QTRY_VERIFY(open.window().findChild<QDialog *>() == nullptr);
    QCOMPARE(open.received("PUT"), 0);
}

void TestOperations::aFailedUpdateSaysWhy()
{
    OpenWindow open;
    QVERIFY(open.find(u"helpdesk-000101"_s));
    sandbox::Fault fault;
    fault.method = "PUT";
    fault.status = 400;
    fault.errorClass = u"SomethingIsWrong"_s;
    open.server().faults().add(fault);
    QTest::keyClick(&open.window(), Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(dialog(open, u"Update connection"_s) != nullptr);
    QDialog *update = dialog(open, u"Update connection"_s);
    update->findChild<QCheckBox *>(u"dailyRefresh"_s)->toggle();
    QTest::mouseClick(update->findChild<QPushButton *>(u"update"_s), Qt::LeftButton);
    QTRY_VERIFY(open.says(u"was not updated"_s));
    QVERIFY(open.says(u"SomethingIsWrong · HTTP 400 · request "_s));
}

void TestOperations::aLostAnswerIsReadBack()
{
    OpenWindow open;
    QVERIFY(open.find(u"helpdesk-000101"_s));
    sandbox::Fault fault;
    fault.kind = sandbox::FaultKind::LostReply;
    fault.method = "PUT";
    open.server().faults().add(fault);
    QTest::keyClick(&open.window(), Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(dialog(open, u"Update connection"_s) != nullptr);
    QDialog *update = dialog(open, u"Update connection"_s);
    update->findChild<QCheckBox *>(u"dailyRefresh"_s)->toggle();
    QTest::mouseClick(update->findChild<QPushButton *>(u"update"_s), Qt::LeftButton);
    QTRY_VERIFY(open.says(u"took effect"_s));
    QCOMPARE(open.received("PUT"), 1);
}

void TestOperations::aRemovalCanBeUndone()
{
    WindowWish wish;
    wish.removalWaits = 1h;
    OpenWindow open(wish);
    QVERIFY(open.find(u"helpdesk-000101"_s));
    chooseBank(open, u"Revolut"_s);
    QTest::keyClick(&open.window(), Qt::Key_Delete);
    QTRY_VERIFY(dialog(open, u"Remove connection"_s) != nullptr);
    QTest::mouseClick(dialog(open, u"Remove connection"_s)->findChild<QPushButton *>(u"remove"_s), Qt::LeftButton);
    QTRY_VERIFY(open.says(u"Revolut is removed in 3600 s"_s));
    QVERIFY(open.press(u"Undo"_s));
    QTRY_VERIFY(!open.says(u"is removed in"_s));
    QCOMPARE(open.received("DELETE"), 0);
    QCOMPARE(open.model().rowCount(), 3);
    QVERIFY(open.action(u"Remove"_s)->isEnabled());
}

void TestOperations::aRemovalIsSentAfterItsMoment()
{
    OpenWindow open;
    QVERIFY(open.find(u"helpdesk-000101"_s));
    chooseBank(open, u"Revolut"_s);
    QTest::keyClick(&open.window(), Qt::Key_Delete);
    QTRY_VERIFY(dialog(open, u"Remove connection"_s) != nullptr);
    QTest::mouseClick(dialog(open, u"Remove connection"_s)->findChild<QPushButton *>(u"remove"_s), Qt::LeftButton);
    QTRY_COMPARE(open.model().rowCount(), 2);
    QCOMPARE(open.received("DELETE"), 1);
    QCOMPARE(open.rowOf(u"Revolut"_s), -1);
    QTRY_VERIFY(open.says(u"Revolut removed"_s));
    QTRY_VERIFY(open.table()->currentIndex().isValid());
}

void TestOperations::escapeCancelsARemoval()
{
    OpenWindow open;
    QVERIFY(open.find(u"helpdesk-000101"_s));
    QTest::keyClick(&open.window(), Qt::Key_Delete);
    QTRY_VERIFY(dialog(open, u"Remove connection"_s) != nullptr);
    QTest::keyClick(dialog(open, u"Remove connection"_s), Qt::Key_Escape);
    QTRY_VERIFY(open.window().findChild<QDialog *>() == nullptr);
    QVERIFY(!open.says(u"is removed in"_s));
    QCOMPARE(open.received("DELETE"), 0);
}

void TestOperations::aRemovalThatWaitsLocksItsConnection()
{
    WindowWish wish;
    wish.removalWaits = 1h;
    OpenWindow open(wish);
    QVERIFY(open.find(u"helpdesk-000101"_s));
    chooseBank(open, u"Revolut"_s);
    QTest::keyClick(&open.window(), Qt::Key_Delete);
    QTRY_VERIFY(dialog(open, u"Remove connection"_s) != nullptr);
    QTest::mouseClick(dialog(open, u"Remove connection"_s)->findChild<QPushButton *>(u"remove"_s), Qt::LeftButton);
    QTRY_VERIFY(!open.action(u"Remove"_s)->isEnabled());
    QVERIFY(!open.action(u"Update"_s)->isEnabled());
    QVERIFY(open.action(u"Update"_s)->toolTip().contains(u"under way"_s));
    chooseBank(open, u"Rabobank"_s);
    QTRY_VERIFY(open.action(u"Update"_s)->isEnabled());
}

void TestOperations::aClosedWindowRemovesNothing()
{
    auto removal = std::make_unique<ui::PendingRemoval>(20ms);
    QSignalSpy due(removal.get(), &ui::PendingRemoval::due);
    QVERIFY(removal->start(testing::specimen()));
    QTRY_COMPARE(due.count(), 1);
    QVERIFY(!removal->connection());
    QVERIFY(removal->start(testing::specimen()));
    removal.reset();
    ui::PendingRemoval later(20ms);
    QSignalSpy laterDue(&later, &ui::PendingRemoval::due);
    QVERIFY(later.start(testing::specimen()));
    QTRY_COMPARE(laterDue.count(), 1);
    QCOMPARE(due.count(), 1);
}

void TestOperations::onlyOneRemovalWaits()
{
    ui::PendingRemoval removal(8s);
    QVERIFY(removal.start(testing::specimen()));
    QVERIFY(!removal.start(testing::specimen()));
    QCOMPARE(removal.left(), 8s);
    removal.undo();
    QCOMPARE(removal.left(), 0s);
    QVERIFY(removal.start(testing::specimen()));
}

QTEST_MAIN(TestOperations)
#include "tst_ui_operations.moc"
