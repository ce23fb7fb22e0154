// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditDialog.h"
#include "audit/AuditTrail.h"
#include "audit/AuditWords.h"
#include "states/MessageBar.h"
#include "states/StatePage.h"
#include "testing/ManualClock.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using namespace std::chrono_literals;
using models::AuditEvent;

namespace {

/// A trail with three entries on three days, and the window on it.
struct ViewerScene
{
    explicit ViewerScene(bool withEntries = true)
        : trail(folder.path() + u"/audit.jsonl"_s, clock)
    {
        if (withEntries) {
            write({.profile = u"Bank A"_s, .customer = u"11"_s, .operation = u"refresh"_s});
            clock.advance(24h);
            write({.profile = u"Bank A"_s,
                   .customer = u"22"_s,
                   .operation = u"remove"_s,
                   .event = AuditEvent::Ended,
                   .outcome = u"ok"_s});
            clock.advance(24h);
            write({.profile = u"Bank B"_s, .reason = u"=ticket"_s, .event = AuditEvent::Unlocked});
        }
    }

    void write(const models::AuditEntry &entry) { QVERIFY(trail.record(entry)); }
    void open()
    {
        dialog = std::make_unique<ui::AuditDialog>(trail);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
        QTRY_VERIFY(dialog->findChild<ui::MessageBar *>()->isVisible());
    }
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    template <class Field>
    [[nodiscard]] Field *field(const QString &name) const
    {
        const auto fields = dialog->findChildren<Field *>();
        const auto found = std::ranges::find(fields, name, &Field::accessibleName);
        return found == fields.end() ? nullptr : *found;
    }
    [[nodiscard]] int rows() const { return field<QTableView>(u"Audit trail"_s)->model()->rowCount(); }
    void press(const QString &text) const
    {
        const auto buttons = dialog->findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(
            buttons, [&](const QPushButton *button) { return button->text().remove(u'&') == text; });
        QVERIFY(found != buttons.end());
        QTest::mouseClick(*found, Qt::LeftButton);
    }

    QTemporaryDir folder;
    testing::ManualClock clock;
    models::AuditTrail trail;
    std::unique_ptr<ui::AuditDialog> dialog;
};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestAuditDialog : public QObject
{
    Q_OBJECT

private slots:
    void itShowsTheVerdictAndTheNewestFirst();
    void everyControlHasItsName();
    void anEmptyTrailSaysWhatWillBeHere();
    void aBrokenChainSaysWhatSinceWhenAndWhatToDo();
    void theFilterHoldsTheFocusAndFilters();
    void theFiltersWorkTogether();
    void theDaysAreThoseOfTheTrail();
    void aFilterThatHidesAllCanBeCleared();
    void aNewEntryComesWhileItIsOpen();
    void rowsAreCopiedWithTitles();
    void whatIsShownIsExported_data();
    void whatIsShownIsExported();
    void anExportThatFailsSaysSo();
    void escapeClosesIt();
};

void TestAuditDialog::itShowsTheVerdictAndTheNewestFirst()
{
    ViewerScene scene;
    scene.open();
    QCOMPARE(scene.dialog->windowTitle(), u"Audit trail"_s);
    QVERIFY(scene.says(u"3 entries, chain intact"_s));
    QVERIFY(scene.says(u"3 shown"_s));
    const QTableView *table = scene.field<QTableView>(u"Audit trail"_s);
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->index(0, 2).data().toString(), u"Unlocked"_s);
    QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
}

void TestAuditDialog::everyControlHasItsName()
{
    ViewerScene scene;
    scene.open();
    const auto widgets = scene.dialog->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const bool isPart =
            widget->objectName().startsWith(u"qt_") || qobject_cast<const QPushButton *>(widget) != nullptr;
        if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !isPart) {
            QVERIFY2(!widget->accessibleName().isEmpty() || widget->parentWidget()->accessibleName() != QString(),
                     widget->metaObject()->className());
        }
    }
    QVERIFY(scene.field<QLineEdit>(u"Filter"_s) != nullptr);
    QVERIFY(scene.field<QComboBox>(u"Profile"_s) != nullptr);
    QVERIFY(scene.field<QComboBox>(u"Event"_s) != nullptr);
    QVERIFY(scene.field<QDateEdit>(u"From day"_s) != nullptr);
    QVERIFY(scene.field<QDateEdit>(u"To day"_s) != nullptr);
}

void TestAuditDialog::anEmptyTrailSaysWhatWillBeHere()
{
    ViewerScene scene(false);
    scene.open();
    QVERIFY(scene.says(u"No entries yet"_s));
    QVERIFY(scene.says(u"is written down here"_s));
    QVERIFY(!scene.field<QTableView>(u"Audit trail"_s)->isVisible());
}

void TestAuditDialog::aBrokenChainSaysWhatSinceWhenAndWhatToDo()
{
    ViewerScene scene;
    QByteArray altered = contents(scene.trail.path());
    altered.replace("\"remove\"", "\"update\"");
    QFile file(scene.trail.path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(altered) > 0);
    file.close();
    scene.open();
    QVERIFY(scene.says(u"broken since entry 2: it was altered"_s));
    QVERIFY(scene.says(u"Tell whoever is responsible"_s));
    QCOMPARE(scene.rows(), 3);
    const auto *bar = scene.dialog->findChild<ui::MessageBar *>();
    QCOMPARE(bar->message().tone, models::Tone::Bad);
}

void TestAuditDialog::theFilterHoldsTheFocusAndFilters()
{
    ViewerScene scene;
    scene.open();
    auto *filter = scene.field<QLineEdit>(u"Filter"_s);
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"22"_s);
    QTRY_COMPARE(scene.rows(), 1);
    QVERIFY(scene.says(u"1 of 3 shown"_s));
    filter->clear();
    QTRY_COMPARE(scene.rows(), 3);
}

void TestAuditDialog::theFiltersWorkTogether()
{
    ViewerScene scene;
    scene.open();
    auto *profile = scene.field<QComboBox>(u"Profile"_s);
    QCOMPARE(profile->count(), 3);
    profile->setCurrentText(u"Bank A"_s);
    QCOMPARE(scene.rows(), 2);
    auto *event = scene.field<QComboBox>(u"Event"_s);
    QCOMPARE(event->count(), 1 + int(models::allAuditEvents().size()));
    event->setCurrentText(u"Ended"_s);
    QCOMPARE(scene.rows(), 1);
    profile->setCurrentText(u"Bank B"_s);
    QCOMPARE(scene.rows(), 0);
}

void TestAuditDialog::theDaysAreThoseOfTheTrail()
{
    ViewerScene scene;
    scene.open();
    auto *from = scene.field<QDateEdit>(u"From day"_s);
    auto *to = scene.field<QDateEdit>(u"To day"_s);
    QCOMPARE(from->date(), QDate(2026, 11, 23));
    QCOMPARE(to->date(), to->maximumDate());
    from->setDate(QDate(2026, 11, 24));
    QCOMPARE(scene.rows(), 2);
    to->setDate(QDate(2026, 11, 24));
    QCOMPARE(scene.rows(), 1);
}

void TestAuditDialog::aFilterThatHidesAllCanBeCleared()
{
    ViewerScene scene;
    scene.open();
    QTest::keyClicks(scene.field<QLineEdit>(u"Filter"_s), u"zebra"_s);
    QTRY_VERIFY(scene.says(u"No entry passes the filter"_s));
    QVERIFY(scene.says(u"The trail has 3 entries."_s));
    scene.press(u"Clear filters"_s);
    QTRY_COMPARE(scene.rows(), 3);
    QVERIFY(scene.field<QTableView>(u"Audit trail"_s)->isVisible());
}

void TestAuditDialog::aNewEntryComesWhileItIsOpen()
{
    ViewerScene scene;
    scene.open();
    scene.write({.customer = u"44"_s});
    QCOMPARE(scene.rows(), 4);
    QVERIFY(scene.says(u"4 entries, chain intact"_s));
    QVERIFY(scene.says(u"4 shown"_s));
}

void TestAuditDialog::rowsAreCopiedWithTitles()
{
    ViewerScene scene;
    scene.open();
    auto *table = scene.field<QTableView>(u"Audit trail"_s);
    table->selectRow(1);
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(u"No.\tTime\tEvent"));
    QVERIFY2(lines[1].startsWith(u"2\t2026-11-24T10:42:07Z\tEnded\tRemove connection\tok"), qPrintable(lines[1]));
    QGuiApplication::clipboard()->clear();
    scene.press(u"Copy rows"_s);
    QCOMPARE(QGuiApplication::clipboard()->text().split(u'\n').size(), 2);
}

void TestAuditDialog::whatIsShownIsExported_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("csv") << u"trail.csv"_s << QByteArray("number,time,") << QByteArray(",'=ticket,");
    QTest::newRow("json") << u"trail.json"_s << QByteArray("[\n") << QByteArray("\"=ticket\"");
}

void TestAuditDialog::whatIsShownIsExported()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, start);
    QFETCH(const QByteArray, reason);
    ViewerScene scene;
    scene.open();
    scene.field<QComboBox>(u"Profile"_s)->setCurrentText(u"Bank B"_s);
    scene.press(u"Export…"_s);
    auto *chooser = scene.dialog->findChild<QFileDialog *>();
    QVERIFY(chooser != nullptr);
    QTRY_VERIFY(chooser->isVisible());
    emit chooser->fileSelected(scene.folder.filePath(name));
    const QByteArray exported = contents(scene.folder.filePath(name));
    QVERIFY(exported.startsWith(start));
    QVERIFY2(exported.contains(reason), exported.constData());
    QVERIFY(!exported.contains("Bank A"));
    QVERIFY(scene.says(u"Exported 1 entry to"_s));
}

void TestAuditDialog::anExportThatFailsSaysSo()
{
    ViewerScene scene;
    scene.open();
    scene.press(u"Export…"_s);
    emit scene.dialog->findChild<QFileDialog *>()->fileSelected(scene.folder.filePath(u"none/trail.csv"_s));
    QVERIFY(scene.says(u"The export was not saved"_s));
    QVERIFY(scene.says(u"Choose another place"_s));
}

void TestAuditDialog::escapeClosesIt()
{
    ViewerScene scene;
    scene.open();
    QTest::keyClick(scene.dialog.get(), Qt::Key_Escape);
    QVERIFY(!scene.dialog->isVisible());
}

QTEST_MAIN(TestAuditDialog)
#include "tst_ui_auditdialog.moc"
