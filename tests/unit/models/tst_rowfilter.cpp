// SPDX-License-Identifier: Apache-2.0
#include "connections/RowFilter.h"
#include "support/StoreOf.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(saltdesk::models::Chip)

namespace {

QStringList passing(const QString &text, Chip chip, const QList<RowSpec> &rows,
                    const QString &customer = u"helpdesk-000123"_s)
{
    RowStore store;
    fill(store, rows);
    const RowFilter filter(store, text, chip, customer);
    QStringList ids;
    for (RowIndex row = 0; row < store.size(); ++row) {
        if (filter.matches(row)) {
            ids.append(store.id(row).toString().right(1));
        }
    }
    return ids;
}

} // namespace

class RowFilterTest : public QObject
{
    Q_OBJECT

private slots:
    void theDrawingIsFilteredByText_data();
    void theDrawingIsFilteredByText();
    void theDrawingIsFilteredByChip_data();
    void theDrawingIsFilteredByChip();
    void textAndChipBothHaveToFit();
    void digitsOfIdsCountFromFourOn_data();
    void digitsOfIdsCountFromFourOn();
    void otherScriptsAreFound_data();
    void otherScriptsAreFound();
    void aMessageIsNotLookedInto();
    void theCustomersNameIsInEveryRow();
    void anEmptyFilterLetsAllPass();
    void anUnknownStatusIsFoundByItsText();
};

void RowFilterTest::theDrawingIsFilteredByText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("ids");
    QTest::newRow("nothing") << QString() << u"1234567"_s;
    QTest::newRow("blanks") << u"  \t"_s << u"1234567"_s;
    QTest::newRow("a bank") << u"Demobank"_s << u"3"_s;
    QTest::newRow("in another case") << u"dEMOBANK"_s << u"3"_s;
    QTest::newRow("with blanks around") << u" demobank "_s << u"3"_s;
    QTest::newRow("part of several banks") << u"bank"_s << u"12357"_s;
    QTest::newRow("a bank's code") << u"transilvania_ro"_s << u"4"_s;
    QTest::newRow("a country") << u"xf"_s << u"123"_s;
    QTest::newRow("a state word") << u"needs you"_s << u"1"_s;
    QTest::newRow("another state word") << u"Health"_s << u"456"_s;
    QTest::newRow("a stage") << u"fetch_recent"_s << u"3"_s;
    QTest::newRow("the waiting question") << u"question"_s << u"2"_s;
    QTest::newRow("the stage as the API names it") << u"interactive"_s << u"2"_s;
    QTest::newRow("an error") << u"InvalidCred"_s << u"1"_s;
    QTest::newRow("an error of a disabled one") << u"ProviderDisabled"_s << u"7"_s;
    QTest::newRow("nothing has it") << u"zzz"_s << QString();
    QTest::newRow("a pattern is no pattern") << u".*"_s << QString();
}

void RowFilterTest::theDrawingIsFilteredByText()
{
    QFETCH(QString, text);
    QTEST(passing(text, Chip::All, drawnRows()).join(QString()), "ids");
}

void RowFilterTest::theDrawingIsFilteredByChip_data()
{
    QTest::addColumn<Chip>("chip");
    QTest::addColumn<QString>("ids");
    QTest::newRow("all") << Chip::All << u"1234567"_s;
    QTest::newRow("needs you") << Chip::NeedsYou << u"12"_s;
    QTest::newRow("failing") << Chip::Failing << u"1"_s;
    QTest::newRow("fetching") << Chip::Fetching << u"23"_s;
    QTest::newRow("stale") << Chip::Stale << u"17"_s;
    QTest::newRow("expiring, without consents") << Chip::ExpiringSoon << QString();
}

void RowFilterTest::theDrawingIsFilteredByChip()
{
    QFETCH(Chip, chip);
    QTEST(passing({}, chip, drawnRows()).join(QString()), "ids");
}

void RowFilterTest::textAndChipBothHaveToFit()
{
    QCOMPARE(passing(u"demobank"_s, Chip::Fetching, drawnRows()), QStringList({u"3"_s}));
    QCOMPARE(passing(u"demobank"_s, Chip::Stale, drawnRows()), QStringList());
    QCOMPARE(passing(u"xf"_s, Chip::NeedsYou, drawnRows()), QStringList({u"1"_s, u"2"_s}));
}

void RowFilterTest::digitsOfIdsCountFromFourOn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("ids");
    QTest::newRow("three digits are too few") << u"345"_s << QString();
    QTest::newRow("four digits") << u"3456"_s << u"1"_s;
    QTest::newRow("the end of an id") << u"7891"_s << u"1"_s;
    QTest::newRow("the whole id") << u"9223372036854775802"_s << u"2"_s;
    QTest::newRow("an attempt's id") << u"777000"_s << u"1"_s;
    QTest::newRow("the customer's id is in all") << u"222222"_s << u"12x"_s;
    QTest::newRow("digits inside an odd id") << u"0042"_s << u"x"_s;
    QTest::newRow("letters of an odd id are not looked for") << u"conn"_s << QString();
    QTest::newRow("digits and a letter") << u"3456a"_s << QString();
    QTest::newRow("minus is no digit") << u"-3456"_s << QString();
    QTest::newRow("no such id") << u"987654321"_s << QString();
}

void RowFilterTest::digitsOfIdsCountFromFourOn()
{
    QFETCH(QString, text);
    const QList<RowSpec> rows{
        {.id = u"1234567891"_s, .attempt = u"77700055"_s}, {.id = u"9223372036854775802"_s}, {.id = u"conn-0042-x"_s}};
    QTEST(passing(text, Chip::All, rows).join(QString()), "ids");
}

void RowFilterTest::otherScriptsAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("ids");
    QTest::newRow("arabic, from the middle") << u"الراجح"_s << u"1"_s;
    QTest::newRow("hebrew") << u"לאומי"_s << u"2"_s;
    QTest::newRow("cyrillic in another case") << u"СБЕР"_s << u"3"_s;
    QTest::newRow("beyond the basic plane") << u"🏦"_s << u"4"_s;
    QTest::newRow("a mark by itself") << u"é"_s << u"4"_s;
}

void RowFilterTest::otherScriptsAreFound()
{
    QFETCH(QString, text);
    const QList<RowSpec> rows{{.id = u"1"_s, .bank = u"مصرف الراجحي"_s},
                              {.id = u"2"_s, .bank = u"בנק לאומי"_s},
                              {.id = u"3"_s, .bank = u"Сбербанк"_s},
                              {.id = u"4"_s, .bank = u"Crédit 🏦"_s}};
    QTEST(passing(text, Chip::All, rows).join(QString()), "ids");
}

void RowFilterTest::aMessageIsNotLookedInto()
{
    const QList<RowSpec> rows{{.id = u"1"_s, .errorClass = u"ProviderError"_s, .failMessage = u"secret hint"_s}};
    QCOMPARE(passing(u"hint"_s, Chip::All, rows), QStringList());
}

void RowFilterTest::theCustomersNameIsInEveryRow()
{
    QCOMPARE(passing(u"HELPDESK"_s, Chip::All, drawnRows()).size(), qsizetype{7});
    QCOMPARE(passing(u"HELPDESK"_s, Chip::NeedsYou, drawnRows()).size(), qsizetype{2});
    QCOMPARE(passing(u"000123"_s, Chip::All, drawnRows()).size(), qsizetype{7});
}

void RowFilterTest::anEmptyFilterLetsAllPass()
{
    RowStore store;
    fill(store, drawnRows());
    QVERIFY(RowFilter(store, {}, Chip::All, {}).letsAllPass());
    QVERIFY(!RowFilter(store, u"a"_s, Chip::All, {}).letsAllPass());
    QVERIFY(!RowFilter(store, {}, Chip::Stale, {}).letsAllPass());
}

void RowFilterTest::anUnknownStatusIsFoundByItsText()
{
    const QList<RowSpec> rows{{.id = u"1"_s, .status = u"hibernating"_s}, {.id = u"2"_s}};
    QCOMPARE(passing(u"hibern"_s, Chip::All, rows), QStringList({u"1"_s}));
}

QTEST_GUILESS_MAIN(RowFilterTest)
#include "tst_rowfilter.moc"
