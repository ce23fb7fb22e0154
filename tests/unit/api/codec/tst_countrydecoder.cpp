// SPDX-License-Identifier: Apache-2.0
#include "OddMembers.h"
#include "Samples.h"
#include "codec/CountryDecoder.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::countrySample;

using Row = testing::OddRow<Country>;
Q_DECLARE_METATYPE(Row)

namespace {

std::vector<Row> oddRows()
{
    return {
        {"nothing but the code", R"("x":[{}])", [](Country &) {}},
        {"all null", R"("name":null,"refresh_start_time":null)",
         [](Country &c) {
             c.name = Member<QString>::null();
             c.refreshStartTime = Member<qint64>::null();
         }},
        {"midnight", R"("refresh_start_time":0)", [](Country &c) { c.refreshStartTime = 0; }},
        {"an hour as text",
         R"("refresh_start_time":"2","name":"A")",
         [](Country &c) { c.name = u"A"_s; },
         {u"refresh_start_time"_s}},
        {"a name of a wrong type",
         R"("name":["s3cr3t"],"refresh_start_time":2)",
         [](Country &c) { c.refreshStartTime = 2; },
         {u"name"_s}},
    };
}

} // namespace

class TestCountryDecoder : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldIsRead()
    {
        const Result<CountryPage> page = decodeCountryPage(testing::page({countrySample}));
        QVERIFY(page);
        QVERIFY(page->warnings.empty());
        QVERIFY((page->records.front() == Country{u"XF"_s, u"Fake Country"_s, qint64(2)}));
    }

    void metaIsNotNeeded_data()
    {
        QTest::addColumn<QByteArray>("meta");
        QTest::newRow("absent") << QByteArray();
        QTest::newRow("null") << QByteArray(R"(,"meta":null)");
        QTest::newRow("empty") << QByteArray(R"(,"meta":{})");
        QTest::newRow("both null") << QByteArray(R"(,"meta":{"next_id":null,"next_page":null})");
        QTest::newRow("of a wrong type") << QByteArray(R"(,"meta":[7])");
    }

    void metaIsNotNeeded()
    {
        QFETCH(QByteArray, meta);
        const Result<CountryPage> page = decodeCountryPage(R"({"data":[)" + countrySample + ']' + meta + '}');
        QVERIFY(page);
        QCOMPARE(page->records.size(), std::size_t(1));
        QVERIFY(page->nextId.isEmpty() && page->warnings.empty());
    }

    void oddButLegalMembersAreRead_data() { testing::addRows(oddRows()); }

    void oddButLegalMembersAreRead()
    {
        QFETCH(Row, row);
        Country bare;
        bare.code = u"RO"_s;
        const QByteArray record = R"({"code":"RO",)" + row.members + '}';
        QVERIFY(testing::readsAs(decodeCountryPage(testing::page({record})), bare, row));
    }

    void namesKeepEveryCharacter_data() { testing::addOddTexts(); }

    void namesKeepEveryCharacter()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const Result<CountryPage> page =
            decodeCountryPage(testing::page({R"({"code":"RO","name":")" + json + R"("})"}));
        QVERIFY(page);
        QCOMPARE(page->records.front().name.value(), expected);
    }

    void aCountryWithoutACodeIsLeftOutAndNoted_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::newRow("absent") << QByteArray(R"({"name":"A"})");
        QTest::newRow("null") << QByteArray(R"({"name":"A","code":null})");
        QTest::newRow("empty") << QByteArray(R"({"name":"A","code":""})");
        QTest::newRow("no object") << QByteArray("\"RO\"");
        QTest::newRow("an id instead") << QByteArray(R"({"id":"1","name":"A"})");
    }

    void aCountryWithoutACodeIsLeftOutAndNoted()
    {
        QFETCH(QByteArray, record);
        const Result<CountryPage> page = decodeCountryPage(testing::page({record, countrySample}));
        QVERIFY(page);
        QCOMPARE(page->records.size(), std::size_t(1));
        QCOMPARE(page->records.front().code, u"XF"_s);
        QCOMPARE(page->warnings.size(), std::size_t(1));
        QCOMPARE(page->warnings.front().record, qsizetype(0));
    }

    void whatIsNoListIsMalformed()
    {
        for (const char *body : {"", "[]", R"({"data":null})", R"({"data":{"code":"RO"}})", R"({"countries":[]})"}) {
            QCOMPARE(decodeCountryPage(body).error().kind, ErrorKind::Malformed);
        }
    }
};

QTEST_APPLESS_MAIN(TestCountryDecoder)
#include "tst_countrydecoder.moc"
