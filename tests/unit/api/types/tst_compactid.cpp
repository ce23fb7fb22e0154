// SPDX-License-Identifier: Apache-2.0
#include "types/CompactId.h"

#include <QTest>

using saltdesk::api::CompactId;
using saltdesk::api::TextPool;

Q_DECLARE_METATYPE(std::string)

class TestCompactId : public QObject
{
    Q_OBJECT

private slots:
    void aTextComesBackAsItWas_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<bool>("pooled");
        QTest::newRow("one digit") << std::string("1") << false;
        QTest::newRow("eighteen digits") << std::string("111111111111111111") << false;
        QTest::newRow("largest of nineteen digits") << std::string("9999999999999999999") << false;
        QTest::newRow("last below the fallback") << std::string("17293822569102704639") << false;
        QTest::newRow("first of the fallback") << std::string("17293822569102704640") << true;
        QTest::newRow("over 64 bits") << std::string("99999999999999999999") << true;
        QTest::newRow("zero") << std::string("0") << true;
        QTest::newRow("leading zero") << std::string("007") << true;
        QTest::newRow("negative") << std::string("-5") << true;
        QTest::newRow("plus") << std::string("+5") << true;
        QTest::newRow("space") << std::string(" 5") << true;
        QTest::newRow("letters") << std::string("12ab") << true;
        QTest::newRow("uuid") << std::string("313b4518-10d4-4c15-a18e-34ddd583ebdf") << true;
    }

    void aTextComesBackAsItWas()
    {
        QFETCH(std::string, text);
        QFETCH(bool, pooled);
        TextPool pool;
        const CompactId id = CompactId::fromText(text, pool);
        QCOMPARE(id.isPooled(), pooled);
        QVERIFY(!id.isNone());
        QCOMPARE(id.text(pool), text);
    }

    void noTextIsNoId()
    {
        TextPool pool;
        QVERIFY(CompactId::fromText("", pool).isNone());
        QVERIFY(CompactId().text(pool).empty());
        QCOMPARE(CompactId::fromText("", pool), CompactId());
    }

    void aNumberIsTheSameIdAsItsText()
    {
        TextPool pool;
        const std::uint64_t numbers[] = {0, 1, 1234567890123456789ULL, 9999999999999999999ULL, ~0ULL};
        for (const std::uint64_t number : numbers) {
            QCOMPARE(CompactId::fromNumber(number, pool), CompactId::fromText(std::to_string(number), pool));
        }
    }

    void idsOrderAsNumbersAndFallbacksComeLast()
    {
        TextPool pool;
        const CompactId nine = CompactId::fromText("9", pool);
        const CompactId ten = CompactId::fromText("10", pool);
        const CompactId odd = CompactId::fromText("abc", pool);
        QVERIFY(nine < ten);
        QVERIFY(ten < odd);
    }

    void movingTakesTheFallbackTextAlong()
    {
        TextPool source;
        TextPool target;
        (void)target.intern("something else");
        const CompactId odd = CompactId::fromText("abc", source);
        QCOMPARE(odd.movedTo(target, source).text(target), std::string("abc"));
        QCOMPARE(odd.movedTo(target, source), CompactId::fromText("abc", target));
        const CompactId number = CompactId::fromText("42", source);
        QCOMPARE(number.movedTo(target, source), number);
        QVERIFY(CompactId().movedTo(target, source).isNone());
    }
};

QTEST_APPLESS_MAIN(TestCompactId)
#include "tst_compactid.moc"
