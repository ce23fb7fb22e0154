// SPDX-License-Identifier: Apache-2.0
#include "codec/LargeNumbers.h"

#include <QTest>

using saltdesk::api::quoteLargeNumbers;

class TestLargeNumbers : public QObject
{
    Q_OBJECT

private slots:
    void onlyLargeNumbersArePutInQuotes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("expected");
        const auto same = [](const char *name, const QByteArray &json) { QTest::newRow(name) << json << json; };
        same("small", R"({"a":1,"b":-2.5,"c":123456789012345678})");
        same("in a text", "{\"a\":\"1234567890123456789012345\",\"b\":\"\\\"1234567890123456789012345\"}");
        same("words", R"([true,false,null])");
        same("not a number: two points", "[1.2.3456789012345678901234]");
        same("not a number: leading zero", "[0123456789012345678901234]");
        same("not a number: no digits", "[-e123456789012345678901234]");
        same("not a number: open exponent", "[12345678901234567890e]");
        same("not a number: letters", "[12345678901234567890abc]");
        QTest::newRow("large") << QByteArray("[1234567890123456789012345]")
                               << QByteArray("[\"1234567890123456789012345\"]");
        QTest::newRow("negative") << QByteArray("{\"a\":-99999999999999999999}")
                                  << QByteArray("{\"a\":\"-99999999999999999999\"}");
        QTest::newRow("exponent") << QByteArray("[1e400 ,2]") << QByteArray("[\"1e400\" ,2]");
        QTest::newRow("signed exponent") << QByteArray("[1.5E+400]") << QByteArray("[\"1.5E+400\"]");
        QTest::newRow("alone") << QByteArray("99999999999999999999") << QByteArray("\"99999999999999999999\"");
    }

    void onlyLargeNumbersArePutInQuotes()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, expected);
        QCOMPARE(quoteLargeNumbers(json), expected);
    }
};

QTEST_APPLESS_MAIN(TestLargeNumbers)
#include "tst_largenumbers.moc"
