// SPDX-License-Identifier: Apache-2.0
#include "OpenWindow.h"
#include "dialogs/UnlockDialog.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using testing::OpenWindow;
using testing::WindowWish;

namespace {

WindowWish live()
{
    WindowWish wish;
    wish.kind = models::EnvironmentKind::Live;
    return wish;
}

void pressLockKey(OpenWindow &open)
{
    QTest::keyClick(&open.window(), Qt::Key_L, Qt::ControlModifier);
}

ui::UnlockDialog *unlockDialog(OpenWindow &open)
{
    return open.window().findChild<ui::UnlockDialog *>();
}

QLineEdit *reasonField(OpenWindow &open)
{
    return unlockDialog(open)->findChild<QLineEdit *>();
}

} // namespace

class TestWriteLock : public QObject
{
    Q_OBJECT

private slots:
    void liveStartsLocked();
    void unlockingAsksForTheReason();
    void withoutAReasonNothingUnlocks_data();
    void withoutAReasonNothingUnlocks();
    void escapeLeavesItLocked();
    void unlockingShowsTheClock();
    void theReasonIsAskedAgainForTheNextUnlock();
    void theSandboxCantBeLocked();
    void aLockedKeyDoesNothing();
    void aQuestionSaysThatItCannotBeAnswered();
    void whateverIsTriggeredNoWriteLeaves();
    void aPolicyCantBeUnlocked();
};

void TestWriteLock::liveStartsLocked()
{
    OpenWindow open(live());
    QVERIFY(open.find(u"helpdesk-000101"_s));
    for (const QString &name : {u"Refresh"_s, u"Update"_s, u"Remove"_s}) {
        QVERIFY(!open.action(name)->isEnabled());
        QVERIFY2(open.action(name)->toolTip().contains(u"Ctrl+L"_s), qPrintable(open.action(name)->toolTip()));
    }
    const auto buttons = open.window().findChildren<QToolButton *>();
    QVERIFY(std::ranges::any_of(buttons, [](const QToolButton *button) { return button->text() == u"Unlock writes"; }));
}

void TestWriteLock::unlockingAsksForTheReason()
{
    OpenWindow open(live());
    pressLockKey(open);
    QTRY_VERIFY(unlockDialog(open) != nullptr && unlockDialog(open)->isVisible());
    const ui::UnlockDialog *dialog = unlockDialog(open);
    QCOMPARE(dialog->windowTitle(), u"Unlock writes"_s);
    QCOMPARE(dialog->accessibleName(), u"Unlock writes"_s);
    QCOMPARE(reasonField(open)->accessibleName(), u"Reason or ticket number"_s);
    QTRY_VERIFY(reasonField(open)->hasFocus());
    QVERIFY(open.workspace().writeLock().isLocked());
    const auto labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [&](const QLabel *label) { return label->buddy() == reasonField(open); }));
    QTest::keyClicks(reasonField(open), u"ticket 4711"_s);
    QPushButton *unlock = dialog->findChild<QPushButton *>(u"unlock"_s);
    QCOMPARE(unlock->text(), u"Unlock for 10 minutes"_s);
    QTest::mouseClick(unlock, Qt::LeftButton);
    QVERIFY(!open.workspace().writeLock().isLocked());
    QCOMPARE(open.workspace().writeLock().reason(), u"ticket 4711"_s);
    QTRY_VERIFY(unlockDialog(open) == nullptr);
}

void TestWriteLock::withoutAReasonNothingUnlocks_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << QString() << u"what the change is for"_s;
    QTest::newRow("spaces") << u"   "_s << u"what the change is for"_s;
    QTest::newRow("too long") << QString(201, u'x') << u"no longer than 200 characters"_s;
}

void TestWriteLock::withoutAReasonNothingUnlocks()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, words);
    OpenWindow open(live());
    pressLockKey(open);
    QTRY_VERIFY(unlockDialog(open) != nullptr);
    reasonField(open)->setText(typed);
    QVERIFY(!unlockDialog(open)->findChild<QPushButton *>(u"unlock"_s)->isEnabled());
    QTest::keyClick(reasonField(open), Qt::Key_Return);
    QVERIFY(unlockDialog(open)->isVisible());
    const QString said = unlockDialog(open)->findChild<QLabel *>(u"objection"_s)->text();
    QVERIFY2(said.contains(words), qPrintable(said));
    QVERIFY(open.workspace().writeLock().isLocked());
}

void TestWriteLock::escapeLeavesItLocked()
{
    OpenWindow open(live());
    pressLockKey(open);
    QTRY_VERIFY(unlockDialog(open) != nullptr);
    QTest::keyClicks(reasonField(open), u"4711"_s);
    QTest::keyClick(reasonField(open), Qt::Key_Escape);
    QTRY_VERIFY(unlockDialog(open) == nullptr);
    QVERIFY(open.workspace().writeLock().isLocked());
}

void TestWriteLock::unlockingShowsTheClock()
{
    OpenWindow open(live());
    QVERIFY(open.find(u"helpdesk-000101"_s));
    pressLockKey(open);
    QTRY_VERIFY(unlockDialog(open) != nullptr);
    QTest::keyClicks(reasonField(open), u"4711"_s);
    QTest::keyClick(reasonField(open), Qt::Key_Return);
    QTRY_VERIFY(open.action(u"Lock writes ("_s) != nullptr);
    QTRY_VERIFY(unlockDialog(open) == nullptr);
    QVERIFY(open.action(u"Update"_s)->isEnabled());
    const QString first = open.action(u"Lock writes ("_s)->text();
    QTRY_VERIFY(open.action(u"Lock writes ("_s)->text() != first);
    // The offscreen platform leaves no window active when a dialog goes.
    open.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&open.window()));
    pressLockKey(open);
    QTRY_VERIFY(open.action(u"Unlock writes"_s) != nullptr);
    QVERIFY(!open.action(u"Update"_s)->isEnabled());
    QVERIFY(unlockDialog(open) == nullptr);
}

void TestWriteLock::theReasonIsAskedAgainForTheNextUnlock()
{
    OpenWindow open(live());
    QVERIFY(open.workspace().writeLock().unlock(u"4711"_s));
    QTRY_VERIFY(open.action(u"Lock writes ("_s) != nullptr);
    pressLockKey(open);
    QTRY_VERIFY(open.workspace().writeLock().isLocked());
    pressLockKey(open);
    QTRY_VERIFY(unlockDialog(open) != nullptr);
    QVERIFY(reasonField(open)->text().isEmpty());
}

void TestWriteLock::theSandboxCantBeLocked()
{
    OpenWindow open;
    QVERIFY(open.find(u"helpdesk-000101"_s));
    QVERIFY(!open.action(u"Writes on"_s)->isEnabled());
    pressLockKey(open);
    QVERIFY(!open.workspace().writeLock().isLocked());
    QVERIFY(open.action(u"Update"_s)->isEnabled());
}

void TestWriteLock::aLockedKeyDoesNothing()
{
    OpenWindow open(live());
    QVERIFY(open.find(u"helpdesk-000101"_s));
    QTest::keyClick(&open.window(), Qt::Key_Delete);
    QTest::keyClick(&open.window(), Qt::Key_E, Qt::ControlModifier);
    QTest::keyClick(&open.window(), Qt::Key_R, Qt::ControlModifier);
    QCoreApplication::processEvents();
    QVERIFY(open.window().findChild<QDialog *>() == nullptr);
    QCOMPARE(open.received("GET"), int(open.server().requestLog().size()));
}

void TestWriteLock::whateverIsTriggeredNoWriteLeaves()
{
    OpenWindow open(live());
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    for (int row = 0; row < open.model().rowCount(); ++row) {
        open.chooseRow(row);
        const auto actions = open.window().findChildren<QAction *>();
        for (QAction *action : actions) {
            if (action->menuRole() != QAction::QuitRole) {
                action->trigger();
            }
        }
        const auto dialogs = open.window().findChildren<QDialog *>();
        for (QDialog *dialog : dialogs) {
            dialog->accept();
            dialog->reject();
        }
        // And past all buttons, at what they would have called.
        const api::ConnectionId id = open.model().idAt(row);
        std::ignore = open.workspace().operations().refresh(id);
        QTRY_VERIFY(!open.workspace().operations().isBusy(id));
        std::ignore = open.workspace().operations().remove(id);
        QTRY_VERIFY(!open.workspace().operations().isBusy(id));
    }
    QVERIFY(open.workspace().writeLock().isLocked());
    QTRY_COMPARE(open.workspace().client().activeRequests(), 0);
    QVERIFY(open.received("GET") > 0);
    QCOMPARE(open.received("GET"), int(open.server().requestLog().size()));
}

void TestWriteLock::aPolicyCantBeUnlocked()
{
    WindowWish wish = live();
    wish.readOnlyByPolicy = true;
    OpenWindow open(wish);
    QVERIFY(open.find(u"helpdesk-000101"_s));
    const QAction *lock = open.action(u"Writes locked by policy"_s);
    QVERIFY(lock != nullptr);
    QVERIFY(!lock->isEnabled());
    QVERIFY2(lock->toolTip().contains(u"policy"_s), qPrintable(lock->toolTip()));
    QVERIFY2(open.action(u"Update"_s)->toolTip().contains(u"policy"_s),
             qPrintable(open.action(u"Update"_s)->toolTip()));
    pressLockKey(open);
    QCoreApplication::processEvents();
    QVERIFY(unlockDialog(open) == nullptr);
    QVERIFY(open.workspace().writeLock().isLocked());
}

void TestWriteLock::aQuestionSaysThatItCannotBeAnswered()
{
    OpenWindow open(live());
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    QTRY_VERIFY(!open.workspace().questions().waiting().empty());
    open.action(u"Answer"_s)->trigger();
    QTRY_VERIFY(open.says(u"Writes are locked, so nothing can be sent."_s));
    QVERIFY(open.workspace().writeLock().unlock(u"ticket 4711"_s).has_value());
    QTRY_VERIFY(!open.says(u"Writes are locked, so nothing can be sent."_s));
}

QTEST_MAIN(TestWriteLock)
#include "tst_ui_writelock.moc"
