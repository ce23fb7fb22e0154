// SPDX-License-Identifier: Apache-2.0
#include "OpenWindow.h"
#include "window/FilterBar.h"
#include "window/FilterChip.h"

#include <QLineEdit>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using models::Chip;
using testing::OpenWindow;
using ui::FilterChip;

namespace {

FilterChip *chip(OpenWindow &open, Chip wanted)
{
    const auto chips = open.window().findChildren<FilterChip *>();
    const auto found = std::ranges::find(chips, wanted, &FilterChip::chip);
    return found == chips.end() ? nullptr : *found;
}

} // namespace

Q_DECLARE_METATYPE(saltdesk::models::Chip)

class TestFilterBar : public QObject
{
    Q_OBJECT

private slots:
    void aChipShowsItsCountAndOnlyItsRows_data();
    void aChipShowsItsCountAndOnlyItsRows();
    void typingFiltersAtOnce();
    void chipAndTextFilterTogether();
    void whatIsFilteredAwayCanBeBroughtBack();
    void theChoiceComesBackWithItsRow();
    void anotherSearchClearsTheFilter();
};

void TestFilterBar::aChipShowsItsCountAndOnlyItsRows_data()
{
    QTest::addColumn<Chip>("wanted");
    QTest::newRow("all") << Chip::All;
    QTest::newRow("needs you") << Chip::NeedsYou;
    QTest::newRow("failing") << Chip::Failing;
    QTest::newRow("fetching") << Chip::Fetching;
    QTest::newRow("expiring") << Chip::ExpiringSoon;
    QTest::newRow("stale") << Chip::Stale;
}

void TestFilterBar::aChipShowsItsCountAndOnlyItsRows()
{
    QFETCH(const Chip, wanted);
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    FilterChip *pressed = chip(open, wanted);
    const int count = open.model().count(wanted);
    QVERIFY(count > 0);
    QVERIFY2(pressed->text().endsWith(QString::number(count)), qPrintable(pressed->text()));
    QTest::mouseClick(pressed, Qt::LeftButton);
    QVERIFY(pressed->isChecked());
    QCOMPARE(open.model().filterChip(), wanted);
    QCOMPARE(open.model().rowCount(), count);
    QCOMPARE(open.model().total(), 7);
}

void TestFilterBar::typingFiltersAtOnce()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    QTest::keyClicks(open.field(u"Filter"_s), u"rabo"_s);
    QCOMPARE(open.model().rowCount(), 1);
    QVERIFY(open.rowOf(u"Rabobank"_s) == 0);
    QTRY_VERIFY(open.says(u"1 of 7 connections"_s));
}

void TestFilterBar::chipAndTextFilterTogether()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    QTest::mouseClick(chip(open, Chip::Fetching), Qt::LeftButton);
    QTest::keyClicks(open.field(u"Filter"_s), u"demobank"_s);
    QCOMPARE(open.model().rowCount(), 1);
    QTest::mouseClick(chip(open, Chip::ExpiringSoon), Qt::LeftButton);
    QVERIFY(open.model().rowCount() <= 1);
    QCOMPARE(open.model().filterText(), u"demobank"_s);
}

void TestFilterBar::whatIsFilteredAwayCanBeBroughtBack()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    QTest::keyClicks(open.field(u"Filter"_s), u"nothing is called so"_s);
    QTRY_VERIFY(open.says(u"Filtered away"_s));
    QVERIFY(!open.table()->isVisible());
    QVERIFY(open.press(u"Clear filters"_s));
    QTRY_VERIFY(open.table()->isVisible());
    QCOMPARE(open.model().rowCount(), 7);
    QVERIFY(open.field(u"Filter"_s)->text().isEmpty());
}

void TestFilterBar::theChoiceComesBackWithItsRow()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    open.chooseRow(open.rowOf(u"Revolut"_s));
    QLineEdit *field = open.field(u"Filter"_s);
    QTest::keyClicks(field, u"rabo"_s);
    QTRY_COMPARE(open.chosenBank(), u"Rabobank"_s);
    field->clear();
    QTRY_COMPARE(open.model().rowCount(), 7);
    QTRY_COMPARE(open.chosenBank(), u"Revolut"_s);
}

void TestFilterBar::anotherSearchClearsTheFilter()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    QTest::keyClicks(open.field(u"Filter"_s), u"rabo"_s);
    QLineEdit *find = open.field(u"Find customer or connection"_s);
    find->setFocus();
    find->setText(u"helpdesk-000114"_s);
    QTest::keyClick(find, Qt::Key_Return);
    QTRY_COMPARE(open.model().rowCount(), 60);
    QVERIFY(open.field(u"Filter"_s)->text().isEmpty());
}

QTEST_MAIN(TestFilterBar)
#include "tst_ui_filterbar.moc"
