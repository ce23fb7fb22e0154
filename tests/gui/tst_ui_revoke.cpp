// SPDX-License-Identifier: Apache-2.0
#include "OpenWindow.h"
#include "dialogs/RevokeDialog.h"
#include "environment/WriteLock.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using models::ConsentState;
using testing::OpenWindow;
using testing::WindowWish;

namespace {

/// The consents of "Revolut" of helpdesk-000101, which has an active one.
struct ConsentsScene
{
    explicit ConsentsScene(const WindowWish &wish = {})
        : open(wish)
    {}

    [[nodiscard]] bool show()
    {
        if (!open.find(u"helpdesk-000101"_s)) {
            return false;
        }
        open.chooseRow(open.rowOf(u"Revolut"_s));
        open.action(u"Next tab"_s)->trigger();
        open.action(u"Next tab"_s)->trigger();
        return QTest::qWaitFor([this] { return consents() != nullptr && consents()->currentIndex().isValid(); });
    }
    [[nodiscard]] QTableView *consents()
    {
        const auto tables = open.window().findChildren<QTableView *>();
        const auto found = std::ranges::find(tables, u"Consents"_s, &QTableView::accessibleName);
        return found == tables.end() ? nullptr : *found;
    }
    [[nodiscard]] ui::RevokeDialog *dialog() { return open.window().findChild<ui::RevokeDialog *>(); }
    [[nodiscard]] QAction *revoke() const { return open.action(u"Revoke consent"_s); }
    void confirm()
    {
        QVERIFY(open.press(u"Revoke consent"_s));
        QTRY_VERIFY(dialog() != nullptr);
        QTest::mouseClick(dialog()->findChild<QPushButton *>(u"revoke"_s), Qt::LeftButton);
    }
    [[nodiscard]] ConsentState::Kind state()
    {
        return open.model().summary(open.model().idAt(open.rowOf(u"Revolut"_s)))->consent.kind;
    }

    OpenWindow open;
};

} // namespace

class TestRevoke : public QObject
{
    Q_OBJECT

private slots:
    void anActiveConsentIsRevokedOnceAndReadAgain()
    {
        ConsentsScene scene;
        QVERIFY(scene.show());
        QVERIFY(scene.state() == ConsentState::Kind::Active);
        QTRY_VERIFY(scene.revoke()->isEnabled());
        scene.confirm();
        QTRY_VERIFY(scene.open.says(u"The consent for Revolut is revoked"_s));
        QVERIFY(scene.open.says(u"no more data until it is reconnected"_s));
        QTRY_COMPARE(scene.consents()->model()->index(0, 0).data().toString(), u"revoked"_s);
        QTRY_VERIFY(scene.state() == ConsentState::Kind::Ended);
        QCOMPARE(scene.open.received("PUT"), 1);
        QTRY_VERIFY(!scene.revoke()->isEnabled());
        QVERIFY(scene.revoke()->toolTip().contains(u"active consent"_s));
    }

    void aLostAnswerIsReadBack()
    {
        ConsentsScene scene;
        QVERIFY(scene.show());
        sandbox::Fault fault;
        fault.kind = sandbox::FaultKind::LostReply;
        fault.method = "PUT";
        scene.open.server().faults().add(fault);
        scene.confirm();
        QTRY_VERIFY(scene.open.says(u"took effect"_s));
        QVERIFY(scene.open.says(u"The consent for Revolut is revoked"_s));
        QCOMPARE(scene.open.received("PUT"), 1);
    }

    void escapeSendsNothing()
    {
        ConsentsScene scene;
        QVERIFY(scene.show());
        QVERIFY(scene.open.press(u"Revoke consent"_s));
        QTRY_VERIFY(scene.dialog() != nullptr);
        QTest::keyClick(scene.dialog(), Qt::Key_Escape);
        QTRY_VERIFY(scene.dialog() == nullptr);
        QCOMPARE(scene.open.received("PUT"), 0);
        QVERIFY(scene.state() == ConsentState::Kind::Active);
    }

    void itIsInTheMenuAndInTheTablesMenuByKey()
    {
        ConsentsScene scene;
        QVERIFY(scene.show());
        bool isInMenu = false;
        for (const QAction *menu : scene.open.window().findChild<QMenuBar *>()->actions()) {
            isInMenu = isInMenu || (menu->menu() != nullptr && menu->menu()->actions().contains(scene.revoke()));
        }
        QVERIFY(isInMenu);
        scene.consents()->setFocus();
        const QPoint place(4, 4);
        QContextMenuEvent byKey(QContextMenuEvent::Keyboard, place, scene.consents()->viewport()->mapToGlobal(place));
        QApplication::sendEvent(scene.consents()->viewport(), &byKey);
        QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()) != nullptr);
        auto *menu = static_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu->actions().contains(scene.revoke()));
        menu->close();
    }

    void itsButtonHasItsName()
    {
        ConsentsScene scene;
        QVERIFY(scene.show());
        const auto buttons = scene.open.window().findChildren<QToolButton *>();
        const auto found = std::ranges::find_if(
            buttons, [&](const QToolButton *button) { return button->defaultAction() == scene.revoke(); });
        QVERIFY(found != buttons.end());
        QCOMPARE((*found)->accessibleName(), u"Revoke consent"_s);
        QVERIFY((*found)->focusPolicy() & Qt::TabFocus);
    }

    void beforeAConsentIsChosenItSaysSo()
    {
        OpenWindow open;
        QVERIFY(open.find(u"helpdesk-000101"_s));
        QVERIFY(!open.action(u"Revoke consent"_s)->isEnabled());
        QVERIFY(open.action(u"Revoke consent"_s)->toolTip().contains(u"under “Consents”"_s));
    }

    void aRevokedConsentCantBeRevoked()
    {
        OpenWindow open;
        QVERIFY(open.find(u"helpdesk-000108"_s));
        open.action(u"Next tab"_s)->trigger();
        open.action(u"Next tab"_s)->trigger();
        QTRY_COMPARE(open.workspace().history().consents().rowCount(), 1);
        QVERIFY(!open.action(u"Revoke consent"_s)->isEnabled());
    }

    void inLiveItIsLockedAtFirst()
    {
        WindowWish wish;
        wish.kind = models::EnvironmentKind::Live;
        ConsentsScene scene(wish);
        QVERIFY(scene.show());
        QVERIFY(!scene.revoke()->isEnabled());
        QVERIFY(scene.revoke()->toolTip().contains(u"Writes are locked"_s));
        QVERIFY(scene.open.workspace().writeLock().unlock(u"ticket 4711"_s));
        QTRY_VERIFY(scene.revoke()->isEnabled());
    }
};

QTEST_MAIN(TestRevoke)
#include "tst_ui_revoke.moc"
