// SPDX-License-Identifier: Apache-2.0
#include "OpenWindow.h"
#include "testing/EveryWrite.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTest>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using testing::OpenWindow;
using testing::WindowWish;

/// Live and locked: whatever is clicked or typed, and whatever the program itself would like to send, not one write
/// reaches the server. The buttons' being grey is not what is tested: they are made usable first.
class TestClosedGate : public QObject
{
    Q_OBJECT

private slots:
    void noActionWrites();
    void noKeyWrites();
    void noButtonOfADialogWrites_data();
    void noButtonOfADialogWrites();
    void noOperationWrites();
    void noWriteOfAnyResourceLeaves();
    void openedItWrites();

private:
    [[nodiscard]] static std::unique_ptr<OpenWindow> locked();
    [[nodiscard]] static int writes(const OpenWindow &open);
    static void closeDialogs();
    [[nodiscard]] static QList<QAction *> actionsOf(const OpenWindow &open);
    static void fillEveryField(QWidget &dialog);
};

namespace {

/// What ends the program, or what leaves it.
bool isSpared(const QAction &action)
{
    const QString text = action.text().remove(u'&');
    return text == u"Quit" || action.menu() != nullptr || action.isSeparator();
}

/// What is pressed may take others along.
template <class Object>
QList<QPointer<Object>> guarded(const QList<Object *> &objects)
{
    return QList<QPointer<Object>>(objects.begin(), objects.end());
}

QDialog *openDialog()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<QDialog *>(window); dialog != nullptr && dialog->isVisible()) {
            return dialog;
        }
    }
    return nullptr;
}

} // namespace

std::unique_ptr<OpenWindow> TestClosedGate::locked()
{
    WindowWish wish;
    wish.kind = models::EnvironmentKind::Live;
    auto open = std::make_unique<OpenWindow>(wish);
    if (!open->find(sandbox::Server::demoCustomer()) || !open->workspace().writeLock().isLocked()) {
        qFatal("the window is not locked");
    }
    return open;
}

int TestClosedGate::writes(const OpenWindow &open)
{
    return open.received("POST") + open.received("PUT") + open.received("DELETE");
}

void TestClosedGate::closeDialogs()
{
    while (QDialog *dialog = openDialog()) {
        dialog->close();
        QTRY_VERIFY(!dialog->isVisible() || openDialog() != dialog);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

QList<QAction *> TestClosedGate::actionsOf(const OpenWindow &open)
{
    auto actions = const_cast<OpenWindow &>(open).window().findChildren<QAction *>();
    actions.removeIf([](const QAction *action) { return isSpared(*action); });
    return actions;
}

void TestClosedGate::fillEveryField(QWidget &dialog)
{
    for (QLineEdit *line : dialog.findChildren<QLineEdit *>()) {
        if (line->isVisible() && line->isEnabled() && !line->isReadOnly()) {
            line->setText(u"123456"_s);
        }
    }
    for (QAbstractButton *box : dialog.findChildren<QAbstractButton *>()) {
        if (box->isVisible() && box->isEnabled() && box->isCheckable()) {
            box->setChecked(true);
        }
    }
}

void TestClosedGate::noActionWrites()
{
    const auto open = locked();
    int triggered = 0;
    for (int row = 0; row < open->model().rowCount(); ++row) {
        open->chooseRow(row);
        for (const QPointer<QAction> &action : guarded(actionsOf(*open))) {
            if (!action || action->text().remove(u'&').startsWith(u"Unlock")) {
                continue;
            }
            action->setEnabled(true);
            action->trigger();
            ++triggered;
            closeDialogs();
        }
    }
    QVERIFY(triggered > 100);
    QTRY_COMPARE(open->workspace().client().activeRequests(), 0);
    QCOMPARE(writes(*open), 0);
}

void TestClosedGate::noKeyWrites()
{
    const auto open = locked();
    open->table()->setFocus();
    for (const QPointer<QAction> &action : guarded(actionsOf(*open))) {
        if (!action || action->text().remove(u'&').startsWith(u"Unlock")) {
            continue;
        }
        for (const QKeySequence &keys : action->shortcuts()) {
            QTest::keySequence(&open->window(), keys);
            closeDialogs();
        }
    }
    QTRY_COMPARE(open->workspace().client().activeRequests(), 0);
    QCOMPARE(writes(*open), 0);
}

void TestClosedGate::noButtonOfADialogWrites_data()
{
    QTest::addColumn<QString>("action");
    for (const char *name :
         {"New connection", "Reconnect", "Refresh", "Answer", "Connect link…", "Refresh link…", "Update", "Remove"}) {
        QTest::newRow(name) << QString::fromUtf8(name);
    }
}

void TestClosedGate::noButtonOfADialogWrites()
{
    QFETCH(const QString, action);
    const auto open = locked();
    QAction *wanted = open->action(action);
    QVERIFY(wanted != nullptr);
    wanted->setEnabled(true);
    wanted->trigger();
    // From page to page, as far as the dialog lets itself be led.
    for (int page = 0; page < 6 && openDialog() != nullptr; ++page) {
        fillEveryField(*openDialog());
        QTRY_COMPARE(open->workspace().client().activeRequests(), 0);
        for (const auto &button : guarded(openDialog()->findChildren<QAbstractButton *>())) {
            const bool usable = button && button->isVisible() && !button->isCheckable();
            const QString text = usable ? button->text().remove(u'&') : QString();
            if (usable && text != u"Cancel" && text != u"Close" && text != u"Back" && openDialog() != nullptr) {
                button->setEnabled(true);
                button->click();
                QTRY_COMPARE(open->workspace().client().activeRequests(), 0);
            }
        }
    }
    closeDialogs();
    // A removal waits a moment before it is sent.
    QTRY_VERIFY(!open->says(u"is removed in"_s));
    QTRY_COMPARE(open->workspace().client().activeRequests(), 0);
    QCOMPARE(writes(*open), 0);
}

void TestClosedGate::noOperationWrites()
{
    const auto open = locked();
    models::ConnectionOperations &operations = open->workspace().operations();
    const api::ConnectionId id = open->model().ids().front();
    api::UpdateConnectionRequest flags;
    flags.dailyRefresh = true;
    int ended = 0;
    connect(&operations, &models::ConnectionOperations::ended, this, [&](const models::OperationOutcome &outcome) {
        ++ended;
        QVERIFY(outcome.error.has_value());
        QCOMPARE(int(outcome.error->kind), int(api::ErrorKind::ReadOnly));
    });
    const std::function<bool()> all[] = {
        [&] { return operations.refresh(id); }, [&] { return operations.update(id, flags); },
        [&] { return operations.remove(id); }, [&] { return operations.reconnect(id, {}); },
        [&] { return operations.answer(id, {}, {}, {}); }};
    for (const auto &write : all) {
        const int before = ended;
        QVERIFY(write());
        QTRY_COMPARE(ended, before + 1);
    }
    QCOMPARE(writes(*open), 0);
}

void TestClosedGate::noWriteOfAnyResourceLeaves()
{
    const auto open = locked();
    const auto all = testing::everyWrite();
    QVERIFY(all.size() >= 15);
    for (const testing::EveryWrite &write : all) {
        const auto error = write.send(open->workspace().client());
        QVERIFY2(error.has_value(), write.name);
        QCOMPARE(int(error->kind), int(api::ErrorKind::ReadOnly));
        QVERIFY2(!error->outcomeUnknown, write.name);
    }
    QCOMPARE(writes(*open), 0);
}

/// The tests above would pass as well if nothing ever reached the server.
void TestClosedGate::openedItWrites()
{
    WindowWish wish;
    const auto open = std::make_unique<OpenWindow>(wish);
    QVERIFY(open->find(u"helpdesk-000101"_s));
    open->chooseRow(0);
    open->action(u"Refresh"_s)->setEnabled(true);
    open->action(u"Refresh"_s)->trigger();
    QTRY_COMPARE(open->received("PUT"), 1);
}

QTEST_MAIN(TestClosedGate)
#include "tst_ui_closedgate.moc"
