// SPDX-License-Identifier: Apache-2.0
#include "OpenWindow.h"

#include <QDialog>
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

} // namespace

class TestWriteLock : public QObject
{
    Q_OBJECT

private slots:
    void liveStartsLocked();
    void unlockingShowsTheClock();
    void theSandboxCantBeLocked();
    void aLockedKeyDoesNothing();
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

void TestWriteLock::unlockingShowsTheClock()
{
    OpenWindow open(live());
    QVERIFY(open.find(u"helpdesk-000101"_s));
    QTest::keyClick(&open.window(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(open.action(u"Lock writes ("_s) != nullptr);
    QVERIFY(open.action(u"Update"_s)->isEnabled());
    const QString first = open.action(u"Lock writes ("_s)->text();
    QTRY_VERIFY(open.action(u"Lock writes ("_s)->text() != first);
    QTest::keyClick(&open.window(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(open.action(u"Unlock writes"_s) != nullptr);
    QVERIFY(!open.action(u"Update"_s)->isEnabled());
}

void TestWriteLock::theSandboxCantBeLocked()
{
    OpenWindow open;
    QVERIFY(open.find(u"helpdesk-000101"_s));
    QVERIFY(!open.action(u"Writes on"_s)->isEnabled());
    QTest::keyClick(&open.window(), Qt::Key_L, Qt::ControlModifier);
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

QTEST_MAIN(TestWriteLock)
#include "tst_ui_writelock.moc"
