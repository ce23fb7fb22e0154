// SPDX-License-Identifier: Apache-2.0
#include "ConnectSteps.h"
#include "OpenWindow.h"
#include "activity/ActivityPanel.h"
#include "credentials/FieldEntry.h"
#include "privacy/IdleLock.h"
#include "privacy/IdleWatch.h"
#include "privacy/LockCover.h"
#include "window/PrivacyCommands.h"

#include "testing/Intervals.h"
#include "testing/ManualClock.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace saltdesk;
using testing::ConnectSteps;
using testing::OpenWindow;
using testing::WindowWish;

namespace {

const QString customer = u"helpdesk-000123"_s;

models::IdleLock &idleLock(OpenWindow &open)
{
    return open.window().findChild<ui::PrivacyCommands *>()->idleLock();
}

void hideNow(OpenWindow &open)
{
    QTest::keyClick(&open.window(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
}

/// The names of everything that a screen reader finds on the screen below this.
void collectVisible(QAccessibleInterface *node, QStringList &names)
{
    if (node == nullptr || node->state().invisible) {
        return;
    }
    names << node->text(QAccessible::Name) << node->text(QAccessible::Value) << node->text(QAccessible::Description);
    for (int i = 0; i < node->childCount(); ++i) {
        collectVisible(node->child(i), names);
    }
}

QString spoken(QWidget &window)
{
    QStringList names;
    collectVisible(QAccessible::queryAccessibleInterface(&window), names);
    return names.join(u'\n');
}

} // namespace

class TestHiding : public QObject
{
    Q_OBJECT

private slots:
    void hidingShowsTheCoverAlone();
    void nothingIsSpokenOfTheCustomer();
    void enterShowsEverythingAgain();
    void theFocusAndThePanelComeBack();
    void keysDoNothingMeanwhile();
    void dialogsGoAndComeBack();
    void theKeyWorksInADialogToo();
    void aRemovalIsNotSentWhileNobodyCanUndoIt();
    void aDialogThatEndsMeanwhileStaysAway();
    void whatWasTypedIsWiped();
    void aQuestionThatComesMeanwhileStaysHidden();
    void writesAreLocked();
    void theTitleDoesNotNameTheCustomer();
    void theCoverFillsTheWindow();
    void anOpenMenuGoes();
    void closingWhileHiddenForgetsNoPanel();
    void idlingHidesAndActivityPutsItOff();
};

void TestHiding::hidingShowsTheCoverAlone()
{
    OpenWindow open;
    QVERIFY(open.find(customer));
    QVERIFY(open.table()->isVisible());
    hideNow(open);
    QTRY_VERIFY(open.says(u"Saltdesk is hidden"_s));
    QVERIFY(!open.table()->isVisible());
    for (const QLabel *label : open.window().findChildren<QLabel *>()) {
        QVERIFY2(!label->isVisible() || !label->text().contains(u"helpdesk"_s), qPrintable(label->text()));
    }
    QVERIFY(open.press(u"Show again"_s));
    QTRY_VERIFY(open.table()->isVisible());
    QTRY_VERIFY(open.window().findChild<ui::LockCover *>() == nullptr);
}

void TestHiding::nothingIsSpokenOfTheCustomer()
{
    OpenWindow open;
    QVERIFY(open.find(customer));
    QVERIFY(spoken(open.window()).contains(customer));
    hideNow(open);
    const QString words = spoken(open.window());
    QVERIFY2(!words.contains(u"helpdesk"_s) && !words.contains(u"Revolut"_s), qPrintable(words));
    QVERIFY2(words.contains(u"Show again"_s), qPrintable(words));
}

void TestHiding::enterShowsEverythingAgain()
{
    OpenWindow open;
    QVERIFY(open.find(customer));
    hideNow(open);
    QTRY_VERIFY(qobject_cast<QPushButton *>(QApplication::focusWidget()) != nullptr);
    QCOMPARE(qobject_cast<QPushButton *>(QApplication::focusWidget())->text(), u"&Show again"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(open.table()->isVisible());
    QVERIFY(!idleLock(open).isLocked());
}

void TestHiding::theFocusAndThePanelComeBack()
{
    OpenWindow open;
    QVERIFY(open.find(customer));
    QTest::keyClick(&open.window(), Qt::Key_F12);
    auto *panel = open.window().findChild<ui::ActivityPanel *>();
    QTRY_VERIFY(panel->isVisible());
    open.table()->setFocus();
    const int height = panel->height();
    hideNow(open);
    QVERIFY(!panel->isVisible());
    QVERIFY(open.press(u"Show again"_s));
    QTRY_VERIFY(panel->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), open.table());
    QTRY_COMPARE(panel->height(), height);
    QVERIFY(open.action(u"Activity"_s)->isChecked());
}

void TestHiding::keysDoNothingMeanwhile()
{
    OpenWindow open;
    QVERIFY(open.find(customer));
    // Its key is the whole program's, so it would work in any window.
    QTRY_VERIFY(open.action(u"Answer"_s)->isEnabled());
    QGuiApplication::clipboard()->setText(u"before"_s);
    hideNow(open);
    QStringList triggered;
    for (const QAction *action : open.window().findChildren<QAction *>()) {
        connect(action, &QAction::triggered, &open.window(), [&triggered, action] { triggered << action->text(); });
    }
    const auto cover = [&open]() -> QWidget * { return open.window().findChild<ui::LockCover *>(); };
    QTRY_VERIFY(cover() != nullptr && cover()->isVisible());
    const std::pair<Qt::Key, Qt::KeyboardModifiers> keys[] = {
        {Qt::Key_F2, {}},
        {Qt::Key_N, Qt::ControlModifier},
        {Qt::Key_Return, Qt::ControlModifier},
        {Qt::Key_Delete, {}},
        {Qt::Key_F12, {}},
        {Qt::Key_K, Qt::ControlModifier},
        {Qt::Key_Q, Qt::ControlModifier},
        {Qt::Key_C, Qt::ControlModifier},
        {Qt::Key_Escape, {}},
    };
    for (const auto &[key, modifiers] : keys) {
        QTest::keyClick(open.window().windowHandle(), key, modifiers);
    }
    QCoreApplication::processEvents();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    QVERIFY(open.window().isVisible());
    QVERIFY2(triggered.isEmpty(), qPrintable(triggered.join(u", ")));
    QVERIFY(!open.window().findChild<ui::ActivityPanel *>()->isVisible());
    QVERIFY(cover()->isVisible());
}

void TestHiding::dialogsGoAndComeBack()
{
    OpenWindow open;
    QVERIFY(open.find(customer));
    open.chooseRow(open.rowOf(u"Revolut"_s));
    QTest::keyClick(&open.window(), Qt::Key_E, Qt::ControlModifier);
    ConnectSteps steps(open);
    QVERIFY(steps.waitFor(u"Update connection"_s) != nullptr);
    QPointer<QDialog> dialog = steps.dialog(u"Update connection"_s);
    const QRect place = dialog->geometry();
    idleLock(open).lock();
    QVERIFY(!dialog->isVisible());
    QVERIFY(open.press(u"Show again"_s));
    QTRY_VERIFY(dialog->isVisible());
    QCOMPARE(dialog->geometry(), place);
    QVERIFY(dialog->isModal());
}

void TestHiding::theKeyWorksInADialogToo()
{
    OpenWindow open;
    QVERIFY(open.find(customer));
    open.chooseRow(open.rowOf(u"Revolut"_s));
    QTest::keyClick(&open.window(), Qt::Key_E, Qt::ControlModifier);
    ConnectSteps steps(open);
    QVERIFY(steps.waitFor(u"Update connection"_s) != nullptr);
    QPointer<QDialog> dialog = steps.dialog(u"Update connection"_s);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(idleLock(open).isLocked());
    QVERIFY(!dialog->isVisible());
}

void TestHiding::aRemovalIsNotSentWhileNobodyCanUndoIt()
{
    WindowWish wish;
    wish.removalWaits = 100ms;
    OpenWindow open(wish);
    QVERIFY(open.find(customer));
    open.chooseRow(open.rowOf(u"Revolut"_s));
    open.action(u"Remove"_s)->trigger();
    QVERIFY(open.press(u"Remove connection"_s));
    QTRY_VERIFY(open.says(u"is removed in"_s));
    hideNow(open);
    QVERIFY(testing::passIntervals(50ms, 6));
    QCOMPARE(open.received("DELETE"), 0);
    QVERIFY(open.press(u"Show again"_s));
    QTRY_COMPARE(open.received("DELETE"), 1);
}

void TestHiding::aDialogThatEndsMeanwhileStaysAway()
{
    OpenWindow open;
    QDialog dialog(&open.window());
    dialog.open();
    QTRY_VERIFY(dialog.isVisible());
    idleLock(open).lock();
    QVERIFY(!dialog.isVisible());
    dialog.reject();
    idleLock(open).unlock();
    QCoreApplication::processEvents();
    QVERIFY(!dialog.isVisible());
}

void TestHiding::whatWasTypedIsWiped()
{
    OpenWindow open;
    ConnectSteps steps(open);
    QVERIFY(steps.makeCustomer(u"hidden-typing"_s));
    QVERIFY(steps.openNew() && steps.chooseBank(u"fakebank_simple_xf"_s) && steps.agree());
    QVERIFY(steps.fill({{u"login"_s, u"canary-login"_s}, {u"password"_s, u"canary-password"_s}}));
    QDialog *dialog = steps.dialog(u"New connection"_s);
    idleLock(open).lock();
    for (const auto *entry : dialog->findChildren<ui::FieldEntry *>()) {
        QVERIFY2(!entry->isFilled(), qPrintable(entry->field().name));
    }
    idleLock(open).unlock();
    QTRY_VERIFY(dialog->isVisible());
    // Nothing empty can be sent.
    const auto buttons = dialog->findChildren<QPushButton *>();
    const auto main = std::ranges::find_if(
        buttons, [](const QPushButton *button) { return button->isVisible() && button->isDefault(); });
    QVERIFY(main != buttons.end() && !(*main)->isEnabled());
}

void TestHiding::aQuestionThatComesMeanwhileStaysHidden()
{
    WindowWish wish;
    wish.timeScale = 20;
    OpenWindow open(wish);
    ConnectSteps steps(open);
    QVERIFY(steps.makeCustomer(u"hidden-question"_s));
    QVERIFY(
        steps.connectNew(u"fakebank_interactive_xf"_s, {{u"login"_s, u"username"_s}, {u"password"_s, u"secret"_s}}));
    idleLock(open).lock();
    QTRY_VERIFY_WITH_TIMEOUT(!open.workspace().questions().waiting().empty(), 30'000);
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    for (const QDialog *dialog : open.window().findChildren<QDialog *>()) {
        QVERIFY2(!dialog->isVisible(), qPrintable(dialog->windowTitle()));
    }
    idleLock(open).unlock();
    QVERIFY(steps.waitFor(u"Answer the bank"_s) != nullptr);
}

void TestHiding::writesAreLocked()
{
    WindowWish wish;
    wish.kind = models::EnvironmentKind::Live;
    OpenWindow open(wish);
    QVERIFY(open.workspace().writeLock().unlock(u"ticket 4711"_s).has_value());
    QVERIFY(!open.workspace().writeLock().isLocked());
    hideNow(open);
    QVERIFY(open.workspace().writeLock().isLocked());
    QVERIFY(open.press(u"Show again"_s));
    QVERIFY(open.workspace().writeLock().isLocked());
}

void TestHiding::theTitleDoesNotNameTheCustomer()
{
    OpenWindow open;
    QVERIFY(open.find(customer));
    QVERIFY(open.window().windowTitle().contains(customer));
    hideNow(open);
    QVERIFY(!open.window().windowTitle().contains(customer));
    QVERIFY(open.press(u"Show again"_s));
    QVERIFY(open.window().windowTitle().contains(customer));
}

void TestHiding::theCoverFillsTheWindow()
{
    OpenWindow open;
    hideNow(open);
    const auto *cover = open.window().findChild<ui::LockCover *>();
    QCOMPARE(cover->geometry(), open.window().rect());
    open.window().resize(700, 600);
    QTRY_COMPARE(open.window().size(), QSize(700, 600));
    QTRY_COMPARE(cover->geometry(), open.window().rect());
}

void TestHiding::anOpenMenuGoes()
{
    OpenWindow open;
    QMenu menu(&open.window());
    menu.addAction(u"helpdesk"_s);
    menu.popup(open.window().geometry().center());
    QVERIFY(menu.isVisible());
    idleLock(open).lock();
    QVERIFY(!menu.isVisible());
    idleLock(open).unlock();
    QVERIFY(!menu.isVisible());
}

void TestHiding::closingWhileHiddenForgetsNoPanel()
{
    QCoreApplication::setOrganizationName(u"saltdesk-test"_s);
    QCoreApplication::setApplicationName(u"saltdesk-hiding"_s);
    const auto close = [](bool hidden) {
        OpenWindow open;
        auto *panel = open.window().findChild<ui::ActivityPanel *>();
        const bool was = panel->isVisible();
        panel->show();
        if (hidden) {
            hideNow(open);
        }
        open.window().close();
        return was;
    };
    close(false);
    QVERIFY(close(true));
    QVERIFY(close(false));
    QSettings(QSettings::IniFormat, QSettings::UserScope, u"saltdesk-test"_s, u"saltdesk-hiding"_s).clear();
    QCoreApplication::setOrganizationName({});
}

void TestHiding::idlingHidesAndActivityPutsItOff()
{
    testing::ManualClock clock;
    models::IdleLock lock(clock, 10min);
    const ui::IdleWatch watch(lock);
    QWidget widget;
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    clock.advance(6min);
    QTest::keyClick(widget.windowHandle(), Qt::Key_A);
    clock.advance(6min);
    QTest::mouseMove(widget.windowHandle(), {3, 3});
    QCoreApplication::processEvents();
    clock.advance(6min);
    QTest::mouseClick(widget.windowHandle(), Qt::LeftButton);
    QVERIFY(!lock.isLocked());
    // What the program does by itself is not activity.
    clock.advance(6min);
    QKeyEvent own(QEvent::KeyPress, Qt::Key_B, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &own);
    clock.advance(4min);
    QTest::keyClick(widget.windowHandle(), Qt::Key_A);
    QVERIFY(lock.isLocked());
}

QTEST_MAIN(TestHiding)
#include "tst_ui_hiding.moc"
