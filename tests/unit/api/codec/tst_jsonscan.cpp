// SPDX-License-Identifier: Apache-2.0
#include "codec/JsonScan.h"

#include <QTest>

#include <string>

using namespace saltdesk::api;

Q_DECLARE_METATYPE(std::string)

class TestJsonScan : public QObject
{
    Q_OBJECT

private slots:
    void aValueEndsWhereItEnds_data()
    {
        QTest::addColumn<std::string>("value");
        for (const char *value : {R"("")", R"("text")", "\"a\\\"b\"", "\"a\\\\\"", "\"}{][\"", "12", "-1.5e3", "true",
                                  "null", "{}", "[]", "{\"a\":{\"b\":[1,\"]\"]}}", "[[],[{}],\"\\\"]\"]"}) {
            QTest::newRow(value) << std::string(value);
        }
    }

    void aValueEndsWhereItEnds()
    {
        QFETCH(std::string, value);
        for (const char *behind : {",", "}", "]", " ", "\n", ",\"x\":1}"}) {
            QCOMPARE(json::endOfValue("[" + value + behind, 1), value.size() + 1);
        }
        QCOMPARE(json::endOfValue(value, 0), value.size());
    }

    void everyStepEndsInsideTheText_data()
    {
        QTest::addColumn<std::string>("text");
        for (const char *text : {"\"open", "\"\\", "{", "[[[", "}", "]", ":", ",", "{\"a\":\"", "{\"a\\", "\""}) {
            QTest::newRow(text) << std::string(text);
        }
    }

    void everyStepEndsInsideTheText()
    {
        QFETCH(std::string, text);
        for (std::size_t at = 0; at <= text.size(); ++at) {
            QVERIFY(json::skipSpace(text, at) <= text.size());
            QVERIFY(json::endOfValue(text, at) <= text.size());
            QVERIFY(at == text.size() || json::endOfValue(text, at) > at);
        }
        QVERIFY(json::depthOf(text) <= text.size());
    }

    void depthCountsBracketsOutsideTexts()
    {
        QCOMPARE(json::depthOf("1"), std::size_t(0));
        QCOMPARE(json::depthOf("{}"), std::size_t(1));
        QCOMPARE(json::depthOf(R"({"a":[[1],[2]],"b":{}})"), std::size_t(3));
        QCOMPARE(json::depthOf("{\"a\":\"[[[[\\\"[[[\"}"), std::size_t(1));
        QCOMPARE(json::depthOf("]]][["), std::size_t(2));
        QCOMPARE(json::depthOf(std::string(10'000, '[')), std::size_t(10'000));
    }
};

QTEST_APPLESS_MAIN(TestJsonScan)
#include "tst_jsonscan.moc"
