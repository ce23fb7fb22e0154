// SPDX-License-Identifier: Apache-2.0
#include "OpenWindow.h"

#include "situation/Diagnosis.h"

#include <QAccessible>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using testing::OpenWindow;
using testing::WindowWish;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void theWorstConnectionIsChosenAndItsDetailsOpen();
    void theConnectionThatWasLookedForIsChosen();
    void theEndOfTheFirstLoadIsToldOnce_data();
    void theEndOfTheFirstLoadIsToldOnce();
    void nothingIsAskedForWithoutKeys();
    void everyControlHasAName();
    void everyFieldHasALabel();
    void theNamesAreAsAgreed();
    void everyActionIsInAMenu();
    void noTwoActionsShareAKey();
    void theKeysLeadToTheFields();
    void f6GoesRoundThePanes();
    void altReturnHidesTheDetails();
    void aNarrowWindowPutsTheDetailsBelow();
    void liveNamesNoCustomerInTheTitle();
    void readingAgainKeepsTheChoice();
    void readingAgainNeverWrites();
    void escapeGoesFromTheFilterToTheRows();
    void theSentenceIsCopied();
    void theShortcutSheetOpens();
};

void TestMainWindow::theWorstConnectionIsChosenAndItsDetailsOpen()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    QCOMPARE(open.model().rowCount(), 7);
    QCOMPARE(open.chosenBank(), u"Fakebank Simple"_s);
    QCOMPARE(open.table()->currentIndex().row(), open.model().worstRow());
    QTRY_VERIFY(open.workspace().openConnection().document().has_value());
    QVERIFY(open.says(u"The bank refused the login"_s));
}

void TestMainWindow::theConnectionThatWasLookedForIsChosen()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    const api::ConnectionId last = open.model().idAt(6);
    OpenWindow other;
    QVERIFY(other.find(sandbox::Server::demoCustomer()));
    other.workspace().scope().openConnection(last);
    QTRY_COMPARE(other.workspace().scope().wantedConnection(), last);
    QTRY_COMPARE(other.model().idAt(other.table()->currentIndex().row()), last);
}

void TestMainWindow::theEndOfTheFirstLoadIsToldOnce_data()
{
    QTest::addColumn<QString>("customer");
    QTest::addColumn<bool>("keys");
    QTest::addColumn<bool>("serverRuns");
    QTest::newRow("rows") << u"helpdesk-000101"_s << true << true;
    QTest::newRow("no connections") << u"helpdesk-000112"_s << true << true;
    QTest::newRow("nobody") << u"nobody-here"_s << true << true;
    QTest::newRow("failed") << u"helpdesk-000101"_s << true << false;
    QTest::newRow("not searched") << QString() << true << true;
    QTest::newRow("no keys") << QString() << false << true;
}

void TestMainWindow::theEndOfTheFirstLoadIsToldOnce()
{
    QFETCH(const QString, customer);
    QFETCH(const bool, keys);
    QFETCH(const bool, serverRuns);
    WindowWish wish;
    wish.hasKeys = keys;
    OpenWindow open(wish);
    QSignalSpy ended(&open.window(), &ui::MainWindow::firstLoadEnded);
    if (!serverRuns) {
        open.server().stop();
    }
    if (!customer.isEmpty()) {
        open.workspace().scope().find(customer);
    }
    QTRY_COMPARE(ended.count(), 1);
    if (serverRuns && keys) {
        QVERIFY(open.find(u"helpdesk-000102"_s));
    }
    QCoreApplication::processEvents();
    QCOMPARE(ended.count(), 1);
}

void TestMainWindow::nothingIsAskedForWithoutKeys()
{
    WindowWish wish;
    wish.hasKeys = false;
    OpenWindow open(wish);
    QTRY_VERIFY(open.says(u"SALTDESK_SECRET is not set."_s));
    open.workspace().scope().find(u"helpdesk-000101"_s);
    QTest::keyClick(&open.window(), Qt::Key_F5);
    QTRY_VERIFY(open.says(u"No keys yet"_s));
    QVERIFY(open.server().requestLog().isEmpty());
}

void TestMainWindow::everyControlHasAName()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    int looked = 0;
    for (QWidget *widget : open.window().findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) {
            continue;
        }
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(face != nullptr, widget->metaObject()->className());
        QVERIFY2(
            !face->text(QAccessible::Name).isEmpty(),
            qPrintable(QString(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName())));
        ++looked;
    }
    QVERIFY(looked > 12);
}

void TestMainWindow::everyFieldHasALabel()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    for (QLineEdit *field : open.window().findChildren<QLineEdit *>()) {
        const auto labels = open.window().findChildren<QLabel *>();
        QVERIFY2(std::ranges::any_of(labels, [&](const QLabel *label) { return label->buddy() == field; }),
                 qPrintable(field->accessibleName()));
    }
}

void TestMainWindow::theNamesAreAsAgreed()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    const auto name = [](QObject *object) {
        return QAccessible::queryAccessibleInterface(object)->text(QAccessible::Name);
    };
    QCOMPARE(name(open.table()), u"Connections"_s);
    QVERIFY(open.field(u"Find customer or connection"_s) != nullptr);
    QVERIFY(open.field(u"Filter"_s) != nullptr);
    QStringList buttons;
    for (QToolButton *button : open.window().findChildren<QToolButton *>()) {
        buttons << name(button);
    }
    QVERIFY(buttons.contains(u"Update"_s));
    QVERIFY(buttons.contains(u"Remove"_s));
    QVERIFY(std::ranges::any_of(buttons, [](const QString &button) { return button.startsWith(u"Refresh"); }));
}

void TestMainWindow::everyActionIsInAMenu()
{
    OpenWindow open;
    QSet<QAction *> inMenus;
    for (QMenu *menu : open.window().findChildren<QMenu *>()) {
        for (QAction *action : menu->actions()) {
            inMenus.insert(action);
        }
    }
    int looked = 0;
    for (QAction *action : open.window().actions() + open.table()->actions()) {
        QVERIFY2(inMenus.contains(action), qPrintable(action->text()));
        ++looked;
    }
    QVERIFY(looked >= 15);
}

void TestMainWindow::noTwoActionsShareAKey()
{
    OpenWindow open;
    QSet<QKeySequence> keys;
    for (const QAction *action : open.window().actions() + open.table()->actions()) {
        for (const QKeySequence &sequence : action->shortcuts()) {
            QVERIFY2(!keys.contains(sequence), qPrintable(sequence.toString()));
            keys.insert(sequence);
        }
    }
    for (const QString &agreed :
         {u"Ctrl+K"_s, u"Ctrl+F"_s, u"F5"_s, u"Ctrl+R"_s, u"Ctrl+E"_s, u"Del"_s, u"F2"_s, u"Ctrl+C"_s, u"Alt+Return"_s,
          u"F6"_s, u"Ctrl+L"_s, u"Ctrl+Q"_s, u"F1"_s, u"Ctrl+/"_s}) {
        QVERIFY2(keys.contains(QKeySequence(agreed)), qPrintable(agreed));
    }
}

void TestMainWindow::theKeysLeadToTheFields()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    open.table()->setFocus();
    QTest::keyClick(&open.window(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(open.field(u"Find customer or connection"_s)->hasFocus());
    QTest::keyClick(&open.window(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(open.field(u"Filter"_s)->hasFocus());
    QLineEdit *find = open.field(u"Find customer or connection"_s);
    QTest::keyClick(&open.window(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(find->hasFocus());
    QTest::keyClicks(find, u"  helpdesk-000101 "_s);
    QTest::keyClick(find, Qt::Key_Return);
    QTRY_COMPARE(open.workspace().scope().customerLabel(), u"helpdesk-000101"_s);
    QTRY_COMPARE(open.model().rowCount(), 3);
}

void TestMainWindow::f6GoesRoundThePanes()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    QLineEdit *find = open.field(u"Find customer or connection"_s);
    find->setFocus();
    QList<QWidget *> seen;
    for (int press = 0; press < 4; ++press) {
        QTest::keyClick(&open.window(), Qt::Key_F6);
        QCoreApplication::processEvents();
        QVERIFY(!seen.contains(open.window().focusWidget()));
        seen << open.window().focusWidget();
    }
    QVERIFY(seen.contains(open.table()));
    QCOMPARE(seen.back(), find);
}

void TestMainWindow::altReturnHidesTheDetails()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    auto *tabs = open.window().findChild<QTabWidget *>();
    QTRY_VERIFY(tabs->isVisible());
    QTest::keyClick(&open.window(), Qt::Key_Return, Qt::AltModifier);
    QTRY_VERIFY(!tabs->isVisible());
    QTest::keyClick(&open.window(), Qt::Key_Return, Qt::AltModifier);
    QTRY_VERIFY(tabs->isVisible());
    QTest::keyClick(&open.window(), Qt::Key_Tab, Qt::ControlModifier);
    QTRY_COMPARE(tabs->currentIndex(), 1);
}

void TestMainWindow::aNarrowWindowPutsTheDetailsBelow()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    auto *splitter = open.window().findChild<QSplitter *>();
    open.window().resize(1280, 800);
    QTRY_COMPARE(splitter->orientation(), Qt::Horizontal);
    open.window().resize(900, 760);
    QTRY_COMPARE(splitter->orientation(), Qt::Vertical);
    QTRY_VERIFY(open.table()->height() > 120);
    for (QToolButton *button : open.window().findChildren<QToolButton *>()) {
        QVERIFY(!button->isVisible() || button->mapTo(&open.window(), button->rect().bottomRight()).x() < 900);
    }
}

void TestMainWindow::liveNamesNoCustomerInTheTitle()
{
    OpenWindow calm;
    QVERIFY(calm.find(u"helpdesk-000101"_s));
    QVERIFY(calm.window().windowTitle().contains(u"helpdesk-000101"_s));
    QVERIFY(calm.window().windowTitle().contains(u"SANDBOX"_s));
    WindowWish wish;
    wish.kind = models::EnvironmentKind::Live;
    OpenWindow live(wish);
    QVERIFY(live.find(u"helpdesk-000101"_s));
    QVERIFY(!live.window().windowTitle().contains(u"helpdesk-000101"_s));
    QVERIFY(live.window().windowTitle().contains(u"LIVE"_s));
}

void TestMainWindow::readingAgainKeepsTheChoice()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    open.chooseRow(open.rowOf(u"Revolut"_s));
    QCOMPARE(open.chosenBank(), u"Revolut"_s);
    const QDateTime first = open.workspace().scope().readAt();
    QTest::keyClick(&open.window(), Qt::Key_F5);
    QTRY_VERIFY(!open.workspace().scope().isBusy() && open.workspace().scope().readAt() > first);
    QTRY_COMPARE(open.chosenBank(), u"Revolut"_s);
}

void TestMainWindow::readingAgainNeverWrites()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    open.server().clearRequestLog();
    QTest::keyClick(&open.window(), Qt::Key_F5);
    QTRY_VERIFY(open.received("GET") > 0);
    QTRY_VERIFY(!open.workspace().scope().isBusy());
    QCOMPARE(open.received("GET"), int(open.server().requestLog().size()));
}

void TestMainWindow::escapeGoesFromTheFilterToTheRows()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    QLineEdit *filter = open.field(u"Filter"_s);
    filter->setFocus();
    QTest::keyClicks(filter, u"rabo"_s);
    QTRY_COMPARE(open.model().rowCount(), 1);
    QTest::keyClick(filter, Qt::Key_Escape);
    QTRY_COMPARE(open.model().rowCount(), 7);
    QVERIFY(filter->hasFocus());
    QTest::keyClick(filter, Qt::Key_Escape);
    QTRY_VERIFY(open.table()->hasFocus());
}

void TestMainWindow::theSentenceIsCopied()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(&open.window(), Qt::Key_F2);
    QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
    const auto summary = open.model().summary(open.model().idAt(open.table()->currentIndex().row()));
    QCOMPARE(QGuiApplication::clipboard()->text(),
             models::diagnose(*summary, open.workspace().clock().now()).sentenceForCustomer);
}

void TestMainWindow::theShortcutSheetOpens()
{
    OpenWindow open;
    QTest::keyClick(&open.window(), Qt::Key_Slash, Qt::ControlModifier);
    QTRY_VERIFY(open.window().findChild<QDialog *>() != nullptr);
    auto *sheet = open.window().findChild<QDialog *>();
    QTRY_VERIFY(sheet->isVisible());
    QTest::keyClick(sheet, Qt::Key_Escape);
    QTRY_VERIFY(open.window().findChild<QDialog *>() == nullptr);
}

QTEST_MAIN(TestMainWindow)
#include "tst_ui_mainwindow.moc"
