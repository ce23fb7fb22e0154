// SPDX-License-Identifier: Apache-2.0
#include "OpenWindow.h"

#include "history/NoteDialog.h"
#include "history/RetentionMenu.h"
#include "localhistory/HistorySchema.h"
#include "window/FindField.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString demo = u"helpdesk-000123"_s;

ui::NoteDialog *noteDialog(OpenWindow &open)
{
    auto *dialog = open.window().findChild<ui::NoteDialog *>();
    return dialog != nullptr && dialog->isVisible() ? dialog : nullptr;
}

/// By its accessible name, wherever it starts so.
QToolButton *removeButton(OpenWindow &open)
{
    for (auto *button : open.window().findChildren<QToolButton *>()) {
        if (button->isVisible() && button->accessibleName().startsWith(u"Remove the note"_s)) {
            return button;
        }
    }
    return nullptr;
}

} // namespace

class LocalHistoryUiTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void nOpensANoteThatIsKeptAndShown();
    void aNoteThatIsNotKeptStaysInItsDialogWithTheReason();
    void aNoteIsRemovedOnlyAfterAQuestion();
    void aLetterOfATypeAheadIsNoKeyOfAnAction();
    void whatChangedIsToldWithBothValues();
    void aFailureIsComparedWithOthersAtItsBank();
    void aBankOrANoteIsFoundFromTheFindField();
    void presenterModeOffersNothingAlsoWhereTheFieldHasTheKeys();
    void howLongItIsKeptIsRemembered();
    void whatIsWrongWithTheFileIsSaidAboveTheTable();

private:
    void addNote(OpenWindow &open, const QString &text);
    QTemporaryDir m_folder;
};

void LocalHistoryUiTest::initTestCase()
{
    QCoreApplication::setOrganizationName(u"Saltdesk tests"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
}

void LocalHistoryUiTest::init()
{
    QSettings().clear();
}

void LocalHistoryUiTest::addNote(OpenWindow &open, const QString &text)
{
    open.table()->setFocus();
    QTest::keyClick(open.table(), Qt::Key_N);
    QTRY_VERIFY(noteDialog(open) != nullptr);
    auto *field = noteDialog(open)->findChild<QPlainTextEdit *>();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

void LocalHistoryUiTest::nOpensANoteThatIsKeptAndShown()
{
    OpenWindow open;
    QVERIFY(!open.action(u"Add note"_s)->isEnabled());
    QVERIFY(open.find(demo));
    addNote(open, u"Called twice #vip"_s);
    QTRY_VERIFY(noteDialog(open) == nullptr);
    QTRY_VERIFY(open.says(u"Called twice #vip"_s));
    // It is about the customer, so every connection of his shows it.
    open.chooseRow(open.rowOf(u"Revolut"_s));
    QTRY_VERIFY(open.says(u"Called twice #vip"_s));
    QCOMPARE(open.received("POST") + open.received("PUT"), 0);
}

void LocalHistoryUiTest::aNoteThatIsNotKeptStaysInItsDialogWithTheReason()
{
    OpenWindow open;
    QVERIFY(open.find(demo));
    const auto refuse = [](const QString &) {
        QPromise<HistoryResult<void>> promise;
        promise.start();
        promise.addResult(HistoryResult<void>(tl::unexpected(HistoryFault{HistoryFault::Kind::Full, {}})));
        promise.finish();
        return HistoryAnswer<void>(promise.future());
    };
    auto *dialog = new ui::NoteDialog(demo, EnvironmentKind::Sandbox, refuse, &open.window());
    dialog->open();
    auto *field = dialog->findChild<QPlainTextEdit *>();
    QVERIFY(!dialog->findChild<QPushButton *>(u"save"_s)->isEnabled());
    QTest::keyClicks(field, u"words"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(open.says(u"The disk is full"_s));
    QVERIFY(dialog->isVisible());
    QCOMPARE(field->toPlainText(), u"words"_s);
    QVERIFY(dialog->findChild<QPushButton *>(u"save"_s)->isEnabled());
}

void LocalHistoryUiTest::aNoteIsRemovedOnlyAfterAQuestion()
{
    OpenWindow open;
    QVERIFY(open.find(demo));
    addNote(open, u"wrong customer"_s);
    QTRY_VERIFY(removeButton(open) != nullptr);
    for (const bool sure : {false, true}) {
        removeButton(open)->click();
        auto *question = open.window().findChild<QMessageBox *>();
        QVERIFY(question != nullptr && question->isVisible());
        QCOMPARE(question->defaultButton(), question->button(QMessageBox::Cancel));
        if (sure) {
            QVERIFY(open.press(u"Remove note"_s));
        } else {
            QTest::keyClick(question, Qt::Key_Escape);
        }
        QTRY_VERIFY(open.window().findChild<QMessageBox *>() == nullptr);
        QTRY_COMPARE(open.says(u"wrong customer"_s), !sure);
    }
}

void LocalHistoryUiTest::aLetterOfATypeAheadIsNoKeyOfAnAction()
{
    OpenWindow open;
    QVERIFY(open.find(demo));
    open.table()->setFocus();
    QTest::keyClick(open.table(), Qt::Key_H);
    QTest::keyClick(open.table(), Qt::Key_N);
    QVERIFY(noteDialog(open) == nullptr);
}

void LocalHistoryUiTest::whatChangedIsToldWithBothValues()
{
    OpenWindow open;
    QVERIFY(open.find(demo));
    open.chooseRow(open.rowOf(u"Rabobank"_s));
    QTRY_VERIFY(open.says(u"Nothing has changed."_s));
    QVERIFY(open.says(u"what was before that is not known"_s));
    const api::ConnectionId id = open.model().idAt(open.rowOf(u"Rabobank"_s));
    const auto flags = open.model().summary(id);
    api::UpdateConnectionRequest request;
    request.dailyRefresh = !flags->dailyRefresh;
    QVERIFY(open.workspace().operations().update(id, request));
    QTRY_VERIFY(open.says(flags->dailyRefresh ? u"on → off · seen"_s : u"off → on · seen"_s));
    auto *since = open.window().findChild<QComboBox *>();
    QCOMPARE(since->accessibleName(), u"Changed since"_s);
}

void LocalHistoryUiTest::aFailureIsComparedWithOthersAtItsBank()
{
    OpenWindow open;
    QVERIFY(open.find(demo));
    open.chooseRow(open.rowOf(u"Fakebank Simple"_s));
    QTRY_VERIFY(open.says(u"Nothing points to it: the only connection"_s));
    open.chooseRow(open.rowOf(u"Revolut"_s));
    QTRY_VERIFY(!open.says(u"Is it the bank?"_s));
}

void LocalHistoryUiTest::aBankOrANoteIsFoundFromTheFindField()
{
    OpenWindow open;
    QVERIFY(open.find(demo));
    addNote(open, u"card was stolen"_s);
    QTRY_VERIFY(open.says(u"card was stolen"_s));
    auto *field = open.window().findChild<ui::FindField *>();
    const auto offers = [field] {
        QStringList labels;
        const QAbstractItemView *popup = field->completer() == nullptr ? nullptr : field->completer()->popup();
        for (int row = 0; popup != nullptr && popup->isVisible() && row < popup->model()->rowCount(); ++row) {
            labels << popup->model()->index(row, 0).data().toString();
        }
        return labels;
    };
    open.workspace().scope().close();
    open.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&open.window()));
    for (const auto &[typed, offer, bank] :
         {std::tuple(u"stolen"_s, u"Note: card was stolen · helpdesk-000123"_s, u"Fakebank Simple"_s),
          std::tuple(u"revol"_s, u"Revolut · helpdesk-000123"_s, u"Revolut"_s)}) {
        field->setFocus();
        field->clear();
        QTest::keyClicks(field, typed);
        QTRY_COMPARE(offers(), QStringList{offer});
        QAbstractItemView *popup = field->completer()->popup();
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QTRY_COMPARE(open.workspace().scope().customerLabel(), demo);
        QTRY_COMPARE(open.chosenBank(), bank);
    }
}

void LocalHistoryUiTest::presenterModeOffersNothingAlsoWhereTheFieldHasTheKeys()
{
    OpenWindow open;
    QVERIFY(open.find(demo));
    auto *field = open.window().findChild<ui::FindField *>();
    field->setFocus();
    QVERIFY(field->completer() != nullptr);
    open.action(u"Presenter mode"_s)->trigger();
    QVERIFY(field->completer() == nullptr);
    field->clear();
    QTest::keyClicks(field, u"revol"_s);
    field->offerHits({{.customer = api::CustomerId(u"1"_s), .customerLabel = u"revolver"_s}}, u"revol"_s);
    QVERIFY(field->completer() == nullptr);
    open.action(u"Presenter mode"_s)->trigger();
    QVERIFY(field->completer() != nullptr);
}

void LocalHistoryUiTest::howLongItIsKeptIsRemembered()
{
    const api::SystemClock clock;
    for (const bool isFirst : {true, false}) {
        LocalHistory history({}, clock);
        QMenu menu;
        ui::addRetentionMenu(menu, history);
        const QList<QAction *> spans = menu.actions().constFirst()->menu()->actions();
        const auto chosen = std::ranges::find_if(spans, &QAction::isChecked);
        QVERIFY(chosen != spans.end());
        QCOMPARE((*chosen)->text(), isFirst ? u"For 90 days"_s : u"Keep &none"_s);
        QCOMPARE(int(history.retention().count()), isFirst ? 90 : 0);
        spans.constLast()->trigger();
        QCOMPARE(history.retention().count(), 0);
    }
}

void LocalHistoryUiTest::whatIsWrongWithTheFileIsSaidAboveTheTable()
{
    WindowWish wish;
    wish.kind = EnvironmentKind::Test;
    const QString folder = QFileInfo(LocalHistory::pathOf(u"x"_s)).path();
    QVERIFY(QDir().mkpath(folder));
    // A file in the way of the folder, so that nothing can be kept in it.
    const QString aside = folder + u"-aside"_s;
    QVERIFY(QDir().rename(folder, aside));
    QFile inTheWay(folder);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    {
        OpenWindow open(wish);
        QTRY_VERIFY(open.says(u"can't be read and written"_s));
        QVERIFY(open.find(demo));
        addNote(open, u"for now"_s);
        QTRY_VERIFY(open.says(u"for now"_s));
    }
    QVERIFY(inTheWay.remove());
    QVERIFY(QDir().rename(aside, folder));
}

QTEST_MAIN(LocalHistoryUiTest)

#include "tst_ui_localhistory.moc"
