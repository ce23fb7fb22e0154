// SPDX-License-Identifier: Apache-2.0
#include "connections/ModelTexts.h"
#include "connections/PageAdoption.h"
#include "support/RowSpec.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

class PageAdoptionTest : public QObject
{
    Q_OBJECT

private slots:
    void textsMoveIntoTheModelsPool();
    void aSecondPageSharesTheTexts();
    void idsThatAreNoNumbersMoveToo();
    void rowsAscendById();
    void ofEqualIdsTheLastOneCounts();
    void anEmptyPageIsNoRows();
    void namesAreSearchableAndMessagesAreNot();
    void aTextThatIsBothIsSearchable();
    void aTextOfAnIdHasAString();
    void clearingForgetsEverything();
};

void PageAdoptionTest::textsMoveIntoTheModelsPool()
{
    ModelTexts texts;
    const auto rows = adoptRows(pageOf({{.id = u"1"_s, .bank = u"بنك"_s, .country = u"XF"_s}}), texts);
    QCOMPARE(texts.text(rows[0].providerName), u"بنك"_s);
    QCOMPARE(texts.text(rows[0].countryCode), u"XF"_s);
    QCOMPARE(QByteArray::fromStdString(std::string(texts.utf8(rows[0].providerName))), u"بنك"_s.toUtf8());
}

void PageAdoptionTest::aSecondPageSharesTheTexts()
{
    ModelTexts texts;
    const auto first = adoptRows(pageOf({{.id = u"1"_s, .bank = u"A"_s}, {.id = u"2"_s, .bank = u"B"_s}}), texts);
    const std::size_t size = texts.size();
    const auto second = adoptRows(pageOf({{.id = u"3"_s, .bank = u"B"_s}, {.id = u"4"_s, .bank = u"A"_s}}), texts);
    QCOMPARE(texts.size(), size);
    QCOMPARE(second[0].providerName, first[1].providerName);
    QCOMPARE(second[1].providerName, first[0].providerName);
}

void PageAdoptionTest::idsThatAreNoNumbersMoveToo()
{
    ModelTexts texts;
    (void)texts.intern("something that shifts the numbers");
    const auto rows = adoptRows(
        pageOf({{.id = u"conn-a"_s, .attempt = u"attempt-a"_s, .stage = u"start"_s, .stageId = u"stage-a"_s}}), texts);
    QCOMPARE(rows[0].id.text(texts.pool()), std::string("conn-a"));
    QCOMPARE(rows[0].attemptId.text(texts.pool()), std::string("attempt-a"));
    QCOMPARE(rows[0].stageId.text(texts.pool()), std::string("stage-a"));
}

void PageAdoptionTest::rowsAscendById()
{
    ModelTexts texts;
    const auto rows = adoptRows(
        pageOf({{.id = u"conn-a"_s}, {.id = u"9223372036854775807"_s}, {.id = u"3"_s}, {.id = u"20"_s}}), texts);
    QStringList ids;
    for (const api::ConnectionRow &row : rows) {
        ids.append(QString::fromStdString(row.id.text(texts.pool())));
    }
    QCOMPARE(ids, QStringList({u"3"_s, u"20"_s, u"9223372036854775807"_s, u"conn-a"_s}));
}

void PageAdoptionTest::ofEqualIdsTheLastOneCounts()
{
    ModelTexts texts;
    const auto rows =
        adoptRows(pageOf({{.id = u"2"_s, .bank = u"old"_s}, {.id = u"1"_s}, {.id = u"2"_s, .bank = u"new"_s}}), texts);
    QCOMPARE(rows.size(), std::size_t{2});
    QCOMPARE(texts.text(rows[1].providerName), u"new"_s);
}

void PageAdoptionTest::anEmptyPageIsNoRows()
{
    ModelTexts texts;
    QVERIFY(adoptRows(pageOf({}), texts).empty());
}

void PageAdoptionTest::namesAreSearchableAndMessagesAreNot()
{
    ModelTexts texts;
    const auto rows = adoptRows(pageOf({{.id = u"1"_s,
                                         .attempt = u"att-1"_s,
                                         .stage = u"finish"_s,
                                         .errorClass = u"ProviderError"_s,
                                         .failMessage = u"Oh no"_s}}),
                                texts);
    QVERIFY(texts.isSearchable(rows[0].providerName));
    QVERIFY(texts.isSearchable(rows[0].stageText));
    QVERIFY(texts.isSearchable(rows[0].failErrorClass));
    QVERIFY(!texts.isSearchable(rows[0].failMessage));
    QVERIFY(!texts.isSearchable(rows[0].attemptId.pooledText()));
}

void PageAdoptionTest::aTextThatIsBothIsSearchable()
{
    ModelTexts texts;
    const auto rows = adoptRows(pageOf({{.id = u"1"_s, .errorClass = u"Same"_s, .failMessage = u"Same"_s}}), texts);
    QCOMPARE(rows[0].failMessage, rows[0].failErrorClass);
    QVERIFY(texts.isSearchable(rows[0].failMessage));
}

void PageAdoptionTest::aTextOfAnIdHasAString()
{
    ModelTexts texts;
    const api::CompactId id = api::CompactId::fromText("späť", texts.pool());
    QCOMPARE(texts.text(id.pooledText()), u"späť"_s);
    QVERIFY(!texts.isSearchable(id.pooledText()));
}

void PageAdoptionTest::clearingForgetsEverything()
{
    ModelTexts texts;
    (void)texts.internSearchable("a");
    texts.clear();
    QCOMPARE(texts.size(), std::size_t{1});
    QCOMPARE(texts.text(0), QString());
    const api::TextIndex index = texts.intern("b");
    QVERIFY(!texts.isSearchable(index));
    QCOMPARE(texts.text(index), u"b"_s);
}

QTEST_GUILESS_MAIN(PageAdoptionTest)
#include "tst_pageadoption.moc"
