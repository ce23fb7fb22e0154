// SPDX-License-Identifier: Apache-2.0
#include "raw/JsonTreeModel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace saltdesk::models;
using namespace Qt::Literals::StringLiterals;

namespace {

// moc 6.4 loses its way in a raw string with escaped quotes.
const QByteArray document = "{\n"
                            "  \"data\": {\n"
                            "    \"id\": \"1\",\n"
                            "    \"amount\": 1.10,\n"
                            "    \"last_attempt\": {\"stages\": [{\"name\": \"start\"}, "
                            "{\"name\": \"caf\\u00e9 \\\"x\\\"\"}]},\n"
                            "    \"odd key\": [[], {}, null, -0.0e-5, 12345678901234567890123]\n"
                            "  }\n"
                            "}";

JsonTree::Part partAt(const JsonTree &tree, const QByteArray &text)
{
    return tree.at(tree.json().indexOf(text));
}

} // namespace

class JsonTreeTest : public QObject
{
    Q_OBJECT

private slots:
    void everyPartKnowsItsPathAndItsSpelling_data()
    {
        QTest::addColumn<QByteArray>("place");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("plain");
        QTest::newRow("text") << QByteArray("\"1\"") << u"data.id"_s << QByteArray("\"1\"") << u"1"_s;
        QTest::newRow("its name") << QByteArray("id\"") << u"data.id"_s << QByteArray("\"1\"") << u"1"_s;
        QTest::newRow("number") << QByteArray("1.10") << u"data.amount"_s << QByteArray("1.10") << u"1.10"_s;
        QTest::newRow("deep") << QByteArray("\"start\"") << u"data.last_attempt.stages[0].name"_s
                              << QByteArray("\"start\"") << u"start"_s;
        QTest::newRow("escapes") << QByteArray("caf") << u"data.last_attempt.stages[1].name"_s
                                 << QByteArray("\"caf\\u00e9 \\\"x\\\"\"") << u"café \"x\""_s;
        QTest::newRow("odd name") << QByteArray("[[") << u"data[\"odd key\"]"_s
                                  << QByteArray("[[], {}, null, -0.0e-5, 12345678901234567890123]")
                                  << u"[[], {}, null, -0.0e-5, 12345678901234567890123]"_s;
        QTest::newRow("inside it") << QByteArray("null") << u"data[\"odd key\"][2]"_s << QByteArray("null")
                                   << u"null"_s;
        QTest::newRow("exponent") << QByteArray("-0.0e-5") << u"data[\"odd key\"][3]"_s << QByteArray("-0.0e-5")
                                  << u"-0.0e-5"_s;
        QTest::newRow("more digits than a double has")
            << QByteArray("123456789") << u"data[\"odd key\"][4]"_s << QByteArray("12345678901234567890123")
            << u"12345678901234567890123"_s;
        QTest::newRow("an empty object") << QByteArray("{},") << u"data[\"odd key\"][1]"_s << QByteArray("{}")
                                         << u"{}"_s;
        QTest::newRow("between parts") << QByteArray(",\n    \"amount") << u"data"_s << QByteArray() << QString();
        QTest::newRow("the whole") << QByteArray("{\n  \"data") << QString() << document << QString::fromUtf8(document);
    }

    void everyPartKnowsItsPathAndItsSpelling()
    {
        QFETCH(const QByteArray, place);
        QFETCH(const QByteArray, value);
        QFETCH(const QString, plain);
        const JsonTree tree(document);
        const JsonTree::Part part = partAt(tree, place);
        QTEST(tree.path(part), "path");
        if (!value.isEmpty()) {
            QCOMPARE(tree.value(part).toByteArray(), value);
            QCOMPARE(tree.plainValue(part), plain);
        }
    }

    void theTreeIsAWellBehavedModel()
    {
        JsonTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setTree(JsonTree(document));
        QCOMPARE(model.rowCount(), 1);
        const QModelIndex data = model.index(0, JsonTreeModel::Name);
        QCOMPARE(data.data().toString(), u"data"_s);
        QCOMPARE(data.siblingAtColumn(JsonTreeModel::Value).data().toString(), u"4 members"_s);
        const QModelIndex amount = model.index(1, JsonTreeModel::Value, data);
        QCOMPARE(amount.data().toString(), u"1.10"_s);
        QCOMPARE(amount.data(Qt::ToolTipRole).toString(), u"data.amount"_s);
        QCOMPARE(model.indexOf(JsonTreeModel::partOf(amount), JsonTreeModel::Value), amount);
        model.setTree({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aLongValueIsCutInTheTreeAlone()
    {
        const QString word = u"é"_s.repeated(5000);
        JsonTreeModel model;
        model.setTree(JsonTree("{\"picture\":\"" + word.toUtf8() + "\"}"));
        const QString shown = model.index(0, JsonTreeModel::Value).data().toString();
        QVERIFY(shown.size() < 400);
        QVERIFY(shown.endsWith(u"é…"_s));
        QCOMPARE(model.tree().plainValue(1), word);
    }

    void whatIsNotJsonNeverLeadsOutsideTheText_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", " ", "]", "}", "{", "[", "\"", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":{\"b\":[",
                                 "[1,", "[}{]", "{1:2}", "{:}", "[,,]", "This is a sentence.", "\\", "[\"\\"}) {
            QTest::newRow(text) << QByteArray(text);
        }
    }

    void whatIsNotJsonNeverLeadsOutsideTheText()
    {
        QFETCH(const QByteArray, text);
        const JsonTree tree(text);
        for (JsonTree::Part part = 0; part < tree.count(); ++part) {
            QVERIFY(tree.value(part).size() <= text.size());
            QVERIFY(tree.path(part).size() <= 4 * text.size() + 8);
            static_cast<void>(tree.plainValue(part));
            static_cast<void>(tree.name(part));
        }
        for (qsizetype place = -1; place <= text.size() + 1 && tree.count() > 0; ++place) {
            QVERIFY(tree.at(place) < tree.count());
        }
    }

    void depthIsNoRecursion()
    {
        const int depth = 200'000;
        const JsonTree tree(QByteArray(depth, '[') + QByteArray(depth, ']'));
        QCOMPARE(tree.count(), JsonTree::Part(depth));
        QCOMPARE(tree.at(depth), JsonTree::Part(depth - 1));
    }
};

QTEST_GUILESS_MAIN(JsonTreeTest)
#include "tst_jsontree.moc"
