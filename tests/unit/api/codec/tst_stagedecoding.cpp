// SPDX-License-Identifier: Apache-2.0
#include "codec/ConnectionDecoder.h"

#include <QTest>

using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;

namespace {

Stage stageOf(const QByteArray &members)
{
    const Result<ConnectionDocument> document =
        decodeConnection(R"({"data":{"id":"1","last_attempt":{"last_stage":{)" + members + "}}}}");
    return document ? document->connection.lastAttempt->lastStage.value() : Stage();
}

} // namespace

class TestStageDecoding : public QObject
{
    Q_OBJECT

private slots:
    void everyStageHasItsName_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<int>("name");
        const auto row = [](const char *word, StageName name) { QTest::newRow(word) << QByteArray(word) << int(name); };
        row("start", StageName::Start);
        row("connect", StageName::Connect);
        row("interactive", StageName::Interactive);
        row("fetch_holder_info", StageName::FetchHolderInfo);
        row("fetch_accounts", StageName::FetchAccounts);
        row("fetch_recent", StageName::FetchRecent);
        row("fetch_full", StageName::FetchFull);
        row("disconnect", StageName::Disconnect);
        row("finish", StageName::Finish);
        row("fetch_stars", StageName::Unknown);
        row("Finish", StageName::Unknown);
    }

    void everyStageHasItsName()
    {
        QFETCH(QByteArray, word);
        QFETCH(int, name);
        const Stage stage = stageOf("\"name\":\"" + word + '"');
        QCOMPARE(int(stage.name.known), name);
        QCOMPARE(stage.name.text, QString::fromUtf8(word));
    }

    void aQuestionIsReadWhole()
    {
        const Stage stage = stageOf(
            R"("id":"888888888888888884","name":"interactive","interactive_html":"<p>Please select accounts:</p>",)"
            R"("interactive_fields_names":["accounts"],"interactive_fields_options":{"accounts":[)"
            R"({"name":"account1","english_name":"My checking","localized_name":"Mein Giro","option_value":"g1","selected":false},)"
            R"({"name":"account2","english_name":"b","localized_name":"c","option_value":"g2","selected":true}]},)"
            R"("created_at":"2020-09-07T10:35:25Z","updated_at":"2020-09-07T10:35:26Z")");
        QCOMPARE(stage.id, StageId(u"888888888888888884"_s));
        QCOMPARE(stage.interactiveHtml.value(), u"<p>Please select accounts:</p>"_s);
        QCOMPARE(stage.interactiveFieldsNames.value(), QStringList{u"accounts"_s});
        const std::vector<FieldOption> options = stage.interactiveFieldsOptions->value(u"accounts"_s);
        QCOMPARE(options.size(), std::size_t(2));
        QVERIFY((options[0] == FieldOption{u"account1"_s, u"My checking"_s, u"Mein Giro"_s, u"g1"_s, false}));
        QVERIFY((options[1] == FieldOption{u"account2"_s, u"b"_s, u"c"_s, u"g2"_s, true}));
        QCOMPARE(stage.createdAt.value(), QDateTime(QDate(2020, 9, 7), QTime(10, 35, 25), Qt::UTC));
        QCOMPARE(stage.updatedAt.value(), QDateTime(QDate(2020, 9, 7), QTime(10, 35, 26), Qt::UTC));
    }

    void optionsAreReadInAllThreeForms_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("values");
        QTest::newRow("array of options")
            << QByteArray(R"([{"option_value":"a"},{"option_value":"b"}])") << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("one option") << QByteArray(R"({"option_value":"a","name":"n"})") << QStringList{u"a"_s};
        QTest::newRow("array of text") << QByteArray(R"(["a","b"])") << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("one text") << QByteArray(R"("a")") << QStringList{u"a"_s};
        QTest::newRow("number as value") << QByteArray(R"([{"option_value":7}])") << QStringList{u"7"_s};
        QTest::newRow("empty") << QByteArray("[]") << QStringList{};
        QTest::newRow("bad entry among good ones") << QByteArray(R"(["a",null,[],"b"])") << QStringList{u"a"_s, u"b"_s};
    }

    void optionsAreReadInAllThreeForms()
    {
        QFETCH(QByteArray, json);
        QFETCH(QStringList, values);
        const Stage stage = stageOf(R"("interactive_fields_options":{"f":)" + json + '}');
        QVERIFY(stage.interactiveFieldsOptions->contains(u"f"_s));
        QStringList read;
        for (const FieldOption &option : stage.interactiveFieldsOptions->value(u"f"_s)) {
            read.append(option.value);
        }
        QCOMPARE(read, values);
    }

    void aTextAsOptionIsItsOwnLabel()
    {
        const Stage stage = stageOf(R"("interactive_fields_options":{"f":["a"]})");
        QVERIFY((stage.interactiveFieldsOptions->value(u"f"_s).front() ==
                 FieldOption{u"a"_s, u"a"_s, u"a"_s, u"a"_s, false}));
    }

    void absentNullAndEmptyStayApart()
    {
        const Stage absent = stageOf(R"("id":"1")");
        QVERIFY(absent.interactiveHtml.isAbsent() && absent.interactiveFieldsNames.isAbsent());
        QVERIFY(absent.interactiveFieldsOptions.isAbsent());
        const Stage null =
            stageOf(R"("interactive_html":null,"interactive_fields_names":null,"interactive_fields_options":null)");
        QVERIFY(null.interactiveHtml.isNull() && null.interactiveFieldsNames.isNull());
        QVERIFY(null.interactiveFieldsOptions.isNull());
        const Stage empty =
            stageOf(R"("interactive_html":"","interactive_fields_names":[],"interactive_fields_options":{})");
        QVERIFY(empty.interactiveHtml.hasValue() && empty.interactiveFieldsNames.hasValue());
        QVERIFY(empty.interactiveFieldsOptions.hasValue());
    }
};

QTEST_APPLESS_MAIN(TestStageDecoding)
#include "tst_stagedecoding.moc"
