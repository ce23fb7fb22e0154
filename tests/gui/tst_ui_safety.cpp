// SPDX-License-Identifier: Apache-2.0
#include "OpenWindow.h"
#include "audit/AuditDialog.h"
#include "dialogs/ForgetDialog.h"
#include "dialogs/QuitDialog.h"
#include "states/MessageBar.h"
#include "testing/Intervals.h"
#include "window/PendingRemoval.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using namespace std::chrono_literals;
using models::AuditEvent;
using testing::OpenWindow;
using testing::WindowWish;

namespace {

/// A window with a trail in a folder of its own.
struct SafetyScene
{
    explicit SafetyScene(WindowWish wish = {})
    {
        wish.auditPath = path();
        open = std::make_unique<OpenWindow>(wish);
    }

    [[nodiscard]] QString path() const { return folder.path() + u"/own/audit.jsonl"_s; }
    [[nodiscard]] std::vector<models::AuditEntry> entries() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? models::readAudit(file.readAll(), {}).entries
                                              : std::vector<models::AuditEntry>();
    }
    template <class Dialog>
    [[nodiscard]] Dialog *dialog() const
    {
        return open->window().findChild<Dialog *>();
    }
    /// The removal of the chosen connection is confirmed.
    void remove()
    {
        QTest::keyClick(&open->window(), Qt::Key_Delete);
        QTRY_VERIFY(open->window().findChild<QPushButton *>(u"remove"_s) != nullptr);
        QTest::mouseClick(open->window().findChild<QPushButton *>(u"remove"_s), Qt::LeftButton);
        QTRY_VERIFY(open->says(u"is removed in"_s));
        QTRY_VERIFY(open->window().findChild<QPushButton *>(u"remove"_s) == nullptr);
        // The offscreen platform leaves no window active when a dialog goes.
        open->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&open->window()));
    }

    QTemporaryDir folder;
    std::unique_ptr<OpenWindow> open;
};

WindowWish slowRemoval(std::chrono::milliseconds span = 1h)
{
    WindowWish wish;
    wish.removalWaits = span;
    return wish;
}

} // namespace

class TestSafety : public QObject
{
    Q_OBJECT

private slots:
    void theTrailOpensByItsKeyOnce();
    void withoutATrailTheActionSaysSo();
    void aWriteIsInTheTrail();
    void aBrokenTrailIsToldAndDoesNotStopReading();
    void whatCantBeWrittenDownIsNotSent();
    void forgettingAsksAndSaysWhatGoes();
    void forgettingIsNotTheDefault();
    void aForgottenCustomerLeavesTheWindow();
    void withoutACustomerNobodyIsForgotten();
    void aQuietWindowClosesAtOnce();
    void quittingAsksWhileARemovalWaits();
    void quittingWithoutRemovingSendsNothing();
    void keepingItOpenGoesOnWithTheRemoval();
    void theRemovalIsHeldWhileItIsAsked();
    void quittingAsksWhileAWriteIsOnItsWay();
    void theQuestionGoesWhenTheWriteHasEnded();
    void quittingTwiceAsksOnce();
    void anotherRemovalHasToWait();
};

void TestSafety::theTrailOpensByItsKeyOnce()
{
    SafetyScene scene;
    for (int i = 0; i < 2; ++i) {
        QTest::keyClick(&scene.open->window(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(scene.dialog<ui::AuditDialog>() != nullptr);
        QVERIFY(scene.dialog<ui::AuditDialog>()->isVisible());
        QVERIFY(!scene.dialog<ui::AuditDialog>()->isModal());
    }
    QCOMPARE(scene.open->window().findChildren<ui::AuditDialog *>().size(), 1);
}

void TestSafety::withoutATrailTheActionSaysSo()
{
    OpenWindow open;
    QVERIFY(!open.action(u"Audit trail"_s)->isEnabled());
    QVERIFY(open.action(u"Audit trail"_s)->toolTip().contains(u"No audit trail"));
}

void TestSafety::aWriteIsInTheTrail()
{
    SafetyScene scene;
    QVERIFY(scene.open->find(u"helpdesk-000101"_s));
    QTRY_VERIFY(scene.open->action(u"Refresh"_s)->isEnabled());
    QTest::keyClick(&scene.open->window(), Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(scene.entries().size(), std::size_t(2));
    QCOMPARE(scene.entries()[0].operation, u"refresh"_s);
    QCOMPARE(scene.entries()[0].customer, scene.open->workspace().scope().customer()->id.toString());
    QCOMPARE(scene.entries()[1].outcome, u"ok"_s);
}

void TestSafety::aBrokenTrailIsToldAndDoesNotStopReading()
{
    SafetyScene scene;
    QVERIFY(scene.open->trail()->record({.customer = u"1"_s}));
    QVERIFY(scene.open->trail()->record({.customer = u"2"_s}));
    QFile file(scene.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray altered = file.readAll().replace("\"customer\":\"1\"", "\"customer\":\"9\"");
    QVERIFY(file.seek(0) && file.write(altered) == altered.size());
    file.close();
    scene.open->trail()->verify();
    QTRY_VERIFY(scene.open->says(u"The audit trail is not intact"_s));
    QVERIFY(scene.open->says(u"since entry 1: it was altered"_s));
    // It stays until somebody has looked into it.
    const auto bars = scene.open->window().findChildren<ui::MessageBar *>();
    const auto bar = std::ranges::find_if(
        bars, [](const ui::MessageBar *one) { return one->message().title.contains(u"audit trail"); });
    QVERIFY(bar != bars.end());
    const auto crosses = (*bar)->findChildren<QToolButton *>();
    QVERIFY(std::ranges::none_of(crosses, [](const QToolButton *cross) { return cross->isVisible(); }));
    QVERIFY(scene.open->find(u"helpdesk-000101"_s));
    QVERIFY(scene.open->model().total() > 0);
    QVERIFY(scene.open->says(u"The audit trail is not intact"_s));
    QVERIFY(scene.open->press(u"Show audit trail"_s));
    QTRY_VERIFY(scene.dialog<ui::AuditDialog>() != nullptr);
}

void TestSafety::whatCantBeWrittenDownIsNotSent()
{
    SafetyScene scene;
    QVERIFY(scene.open->find(u"helpdesk-000101"_s));
    QTRY_VERIFY(scene.open->action(u"Refresh"_s)->isEnabled());
    QVERIFY(QDir().mkpath(scene.path()));
    QTest::keyClick(&scene.open->window(), Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(scene.open->says(u"The audit trail could not be written"_s));
    QTRY_VERIFY(scene.open->says(u"was not started"_s));
    QVERIFY(scene.open->says(u"so nothing was sent"_s));
    QVERIFY(!scene.open->says(u"Ctrl+L"_s));
    QCOMPARE(scene.open->received("PUT"), 0);
    // Once there is room again, the message goes with the next entry.
    QVERIFY(QDir(scene.path()).removeRecursively());
    QTest::keyClick(&scene.open->window(), Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(scene.open->received("PUT"), 1);
    QTRY_VERIFY(!scene.open->says(u"The audit trail could not be written"_s));
}

void TestSafety::forgettingAsksAndSaysWhatGoes()
{
    SafetyScene scene;
    QVERIFY(scene.open->find(u"helpdesk-000101"_s));
    scene.open->workspace().traces().add(u"the notes of the customer"_s, [](const api::CustomerId &) { return true; });
    scene.open->action(u"Forget this customer"_s)->trigger();
    QTRY_VERIFY(scene.dialog<ui::ForgetDialog>() != nullptr);
    QCOMPARE(scene.dialog<ui::ForgetDialog>()->accessibleName(), u"Forget customer"_s);
    for (const QString &words : {u"helpdesk-000101"_s, u"the notes of the customer"_s, u"attempts that are followed"_s,
                                 u"Salt Edge stays"_s, u"audit trail stays"_s}) {
        QVERIFY2(scene.open->says(words), qPrintable(words));
    }
}

void TestSafety::forgettingIsNotTheDefault()
{
    SafetyScene scene;
    QVERIFY(scene.open->find(u"helpdesk-000101"_s));
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape}) {
        scene.open->action(u"Forget this customer"_s)->trigger();
        QTRY_VERIFY(scene.dialog<ui::ForgetDialog>() != nullptr);
        QTest::keyClick(scene.dialog<ui::ForgetDialog>(), key);
        QTRY_VERIFY(scene.dialog<ui::ForgetDialog>() == nullptr);
    }
    QVERIFY(scene.open->workspace().scope().customer());
    QVERIFY(scene.entries().empty());
}

void TestSafety::aForgottenCustomerLeavesTheWindow()
{
    SafetyScene scene;
    QLineEdit *find = scene.open->field(u"Find customer or connection"_s);
    scene.open->field(u"Filter"_s)->setFocus();
    QVERIFY(scene.open->find(u"helpdesk-000101"_s));
    QTRY_COMPARE(find->text(), u"helpdesk-000101"_s);
    QTRY_COMPARE(scene.open->workspace().client().activeRequests(), 0);
    const qsizetype requests = qsizetype(scene.open->server().requestLog().size());
    scene.open->action(u"Forget this customer"_s)->trigger();
    QTRY_VERIFY(scene.dialog<ui::ForgetDialog>() != nullptr);
    QTest::mouseClick(scene.dialog<ui::ForgetDialog>()->findChild<QPushButton *>(u"forget"_s), Qt::LeftButton);
    QTRY_COMPARE(scene.open->model().total(), 0);
    QVERIFY(find->text().isEmpty());
    QVERIFY(!scene.open->window().windowTitle().contains(u"helpdesk-000101"));
    QVERIFY(!scene.open->says(u"helpdesk-000101"_s));
    QVERIFY(scene.open->window().statusBar()->currentMessage().contains(u"forgotten"));
    QCOMPARE(scene.entries().size(), std::size_t(1));
    QVERIFY(scene.entries()[0].event == AuditEvent::Forgotten);
    QCOMPARE(qsizetype(scene.open->server().requestLog().size()), requests);
}

void TestSafety::withoutACustomerNobodyIsForgotten()
{
    SafetyScene scene;
    QVERIFY(!scene.open->action(u"Forget this customer"_s)->isEnabled());
    QVERIFY(scene.open->action(u"Forget this customer"_s)->toolTip().contains(u"Find a customer first"));
}

void TestSafety::aQuietWindowClosesAtOnce()
{
    SafetyScene scene;
    QVERIFY(scene.open->find(u"helpdesk-000101"_s));
    QVERIFY(scene.open->window().close());
    QVERIFY(scene.dialog<ui::QuitDialog>() == nullptr);
}

void TestSafety::quittingAsksWhileARemovalWaits()
{
    SafetyScene scene(slowRemoval());
    QVERIFY(scene.open->find(u"helpdesk-000101"_s));
    scene.remove();
    QTest::keyClick(&scene.open->window(), Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(scene.dialog<ui::QuitDialog>() != nullptr);
    QVERIFY(scene.open->window().isVisible());
    const auto buttons = scene.dialog<ui::QuitDialog>()->findChildren<QPushButton *>();
    QStringList texts;
    for (const QPushButton *button : buttons) {
        texts << button->text();
        QCOMPARE(button->isDefault(), button->text() == u"Stay");
    }
    texts.sort();
    QCOMPARE(texts, (QStringList{u"Leave without removing"_s, u"Stay"_s}));
    QVERIFY(scene.open->says(u"If you leave now, the connection stays."_s));
}

void TestSafety::quittingWithoutRemovingSendsNothing()
{
    SafetyScene scene(slowRemoval());
    QVERIFY(scene.open->find(u"helpdesk-000101"_s));
    scene.remove();
    QVERIFY(!scene.open->window().close());
    QTRY_VERIFY(scene.dialog<ui::QuitDialog>() != nullptr);
    QTest::mouseClick(scene.dialog<ui::QuitDialog>()->findChild<QPushButton *>(u"quit"_s), Qt::LeftButton);
    QTRY_VERIFY(!scene.open->window().isVisible());
    QCOMPARE(scene.open->received("DELETE"), 0);
}

void TestSafety::keepingItOpenGoesOnWithTheRemoval()
{
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape}) {
        SafetyScene scene(slowRemoval(400ms));
        QVERIFY(scene.open->find(u"helpdesk-000101"_s));
        scene.remove();
        QVERIFY(!scene.open->window().close());
        QTRY_VERIFY(scene.dialog<ui::QuitDialog>() != nullptr);
        QTest::keyClick(scene.dialog<ui::QuitDialog>(), key);
        QTRY_VERIFY(scene.dialog<ui::QuitDialog>() == nullptr);
        QVERIFY(scene.open->window().isVisible());
        QTRY_COMPARE(scene.open->received("DELETE"), 1);
    }
}

void TestSafety::theRemovalIsHeldWhileItIsAsked()
{
    ui::PendingRemoval removal(40ms);
    QSignalSpy due(&removal, &ui::PendingRemoval::due);
    models::ConnectionSummary connection;
    connection.id = api::ConnectionId(u"11"_s);
    removal.hold();
    removal.resume();
    QVERIFY(removal.start(connection));
    removal.hold();
    QVERIFY(testing::passIntervals(20ms));
    QCOMPARE(due.size(), 0);
    QVERIFY(removal.connection());
    QCOMPARE(removal.left(), 1s);
    removal.resume();
    QTRY_COMPARE(due.size(), 1);
    QVERIFY(!removal.connection());
}

void TestSafety::quittingAsksWhileAWriteIsOnItsWay()
{
    SafetyScene scene;
    QVERIFY(scene.open->find(u"helpdesk-000101"_s));
    sandbox::Fault slow;
    slow.kind = sandbox::FaultKind::Latency;
    slow.method = "PUT";
    slow.delay = 2s;
    scene.open->server().faults().add(slow);
    QTRY_VERIFY(scene.open->action(u"Refresh"_s)->isEnabled());
    QTest::keyClick(&scene.open->window(), Qt::Key_R, Qt::ControlModifier);
    QVERIFY(!scene.open->window().close());
    QTRY_VERIFY(scene.dialog<ui::QuitDialog>() != nullptr);
    QVERIFY(scene.open->says(u"you will not see how it ends"_s));
    QTest::mouseClick(scene.dialog<ui::QuitDialog>()->findChild<QPushButton *>(u"quit"_s), Qt::LeftButton);
    QTRY_VERIFY(!scene.open->window().isVisible());
}

void TestSafety::theQuestionGoesWhenTheWriteHasEnded()
{
    SafetyScene scene;
    QVERIFY(scene.open->find(u"helpdesk-000101"_s));
    QTRY_VERIFY(scene.open->action(u"Refresh"_s)->isEnabled());
    QTest::keyClick(&scene.open->window(), Qt::Key_R, Qt::ControlModifier);
    QVERIFY(!scene.open->window().close());
    QTRY_VERIFY(scene.open->says(u"Refresh of"_s));
    QTRY_VERIFY(scene.dialog<ui::QuitDialog>() == nullptr);
    QVERIFY(scene.open->window().isVisible());
    QVERIFY(scene.open->window().close());
}

void TestSafety::quittingTwiceAsksOnce()
{
    SafetyScene scene(slowRemoval());
    QVERIFY(scene.open->find(u"helpdesk-000101"_s));
    scene.remove();
    QVERIFY(!scene.open->window().close());
    QVERIFY(!scene.open->window().close());
    QCOMPARE(scene.open->window().findChildren<ui::QuitDialog *>().size(), 1);
}

void TestSafety::anotherRemovalHasToWait()
{
    SafetyScene scene(slowRemoval());
    QVERIFY(scene.open->find(u"helpdesk-000101"_s));
    scene.open->chooseRow(0);
    scene.remove();
    scene.open->chooseRow(1);
    QTRY_VERIFY(scene.open->action(u"Update"_s)->isEnabled());
    QVERIFY(!scene.open->action(u"Remove"_s)->isEnabled());
    QVERIFY(scene.open->action(u"Remove"_s)->toolTip().contains(u"Another removal waits"));
    QVERIFY(scene.open->press(u"Undo"_s));
    QTRY_VERIFY(scene.open->action(u"Remove"_s)->isEnabled());
}

QTEST_MAIN(TestSafety)
#include "tst_ui_safety.moc"
