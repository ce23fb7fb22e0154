// SPDX-License-Identifier: Apache-2.0
#include "Samples.h"
#include "codec/ConnectionDecoder.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::connectionSample;
using testing::page;
using testing::with;

Q_DECLARE_METATYPE(saltdesk::api::ErrorKind)

namespace {

QString textOf(const ConnectionPage &page, TextIndex index)
{
    const std::string_view text = page.texts.text(index);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString idOf(const ConnectionPage &page, CompactId id)
{
    return QString::fromStdString(id.text(page.texts));
}

QStringList idsOf(const ConnectionPage &page)
{
    QStringList ids;
    for (const ConnectionRow &row : page.rows) {
        ids.append(idOf(page, row.id));
    }
    return ids;
}

QByteArray recordWithId(int id)
{
    return with(connectionSample, R"("id":"111111111111111111")", "\"id\":\"" + QByteArray::number(id) + '"');
}

} // namespace

class TestConnectionPage : public QObject
{
    Q_OBJECT

private slots:
    void everythingThatARowNeedsIsRead()
    {
        const Result<ConnectionPage> result = decodeConnectionPage(page({connectionSample}));
        QVERIFY(result);
        QVERIFY(result->warnings.empty());
        QVERIFY(result->nextId.isEmpty());
        QCOMPARE(result->rows.size(), std::size_t(1));
        const ConnectionRow &row = result->rows.front();
        QCOMPARE(idOf(*result, row.id), u"111111111111111111"_s);
        QCOMPARE(idOf(*result, row.customerId), u"222222222222222222"_s);
        QCOMPARE(idOf(*result, row.lastConsentId), u"555555555555555555"_s);
        QCOMPARE(idOf(*result, row.attemptId), u"777777777777777777"_s);
        QCOMPARE(idOf(*result, row.stageId), u"888888888888888888"_s);
        QCOMPARE(row.lastSuccessAt.toDateTime().toString(Qt::ISODate), u"2020-09-07T10:35:46Z"_s);
        QCOMPARE(row.nextRefreshPossibleAt.toDateTime().toString(Qt::ISODate), u"2020-09-07T10:40:46Z"_s);
        QCOMPARE(row.createdAt.toDateTime().toString(Qt::ISODate), u"2020-09-06T11:35:46Z"_s);
        QCOMPARE(row.updatedAt.toDateTime().toString(Qt::ISODate), u"2020-09-07T10:35:46Z"_s);
        QCOMPARE(row.attemptCreatedAt.toDateTime().toString(Qt::ISODate), u"2020-09-07T10:35:20Z"_s);
        QCOMPARE(row.stageCreatedAt.toDateTime().toString(Qt::ISODate), u"2020-09-07T10:35:46Z"_s);
        QVERIFY(row.failAt.isNone());
        QCOMPARE(textOf(*result, row.providerCode), u"fakebank_interactive_xf"_s);
        QCOMPARE(textOf(*result, row.providerName), u"Fake Bank with SMS"_s);
        QCOMPARE(textOf(*result, row.countryCode), u"XF"_s);
        QCOMPARE(textOf(*result, row.statusText), u"active"_s);
        QCOMPARE(textOf(*result, row.stageText), u"finish"_s);
        QCOMPARE(row.failErrorClass, TextIndex(0));
        QCOMPARE(row.failMessage, TextIndex(0));
        QCOMPARE(row.status, ConnectionStatus::Active);
        QCOMPARE(row.stage, StageName::Finish);
        QVERIFY(row.hasAttempt && row.hasStage && row.attemptFinished && row.attemptInteractive);
        QVERIFY(!row.attemptPartial && !row.dailyRefresh && row.storeCredentials);
    }

    void aFailedAttemptIsRead()
    {
        const QByteArray failed =
            with(connectionSample, R"("fail_at":null,"fail_error_class":null,"fail_message":null)",
                 R"("fail_at":"2020-09-07T10:35:31Z","fail_error_class":"InvalidCredentials",)"
                 "\"fail_message\":\"Invalid \\\"credentials\\\".\",\"partial\":true");
        const Result<ConnectionPage> result = decodeConnectionPage(page({with(failed, R"(,"partial":false)", "")}));
        QVERIFY(result);
        const ConnectionRow &row = result->rows.front();
        QCOMPARE(textOf(*result, row.failErrorClass), u"InvalidCredentials"_s);
        QCOMPARE(textOf(*result, row.failMessage), u"Invalid \"credentials\"."_s);
        QVERIFY(!row.failAt.isNone());
        QVERIFY(row.attemptPartial);
    }

    void aRowIsWhatTheWholeObjectSays()
    {
        const Result<ConnectionPage> result = decodeConnectionPage(page({connectionSample}));
        const Connection whole = decodeConnection(testing::enveloped(connectionSample))->connection;
        const ConnectionRow &row = result->rows.front();
        QCOMPARE(idOf(*result, row.id), whole.id.toString());
        QCOMPARE(row.updatedAt.toDateTime(), whole.updatedAt.value());
        QCOMPARE(textOf(*result, row.providerName), whole.providerName.value());
        QCOMPARE(row.stage, whole.lastAttempt->lastStage->name.known);
    }

    void noSecretIsKept()
    {
        const Result<ConnectionPage> result = decodeConnectionPage(page({connectionSample}));
        for (std::size_t i = 0; i < result->texts.size(); ++i) {
            QVERIFY(!textOf(*result, TextIndex(i)).contains("secret"_L1));
        }
    }

    void equalTextsAreKeptOnce()
    {
        QByteArrayList records;
        for (int i = 1; i <= 1000; ++i) {
            records.append(recordWithId(i));
        }
        const Result<ConnectionPage> result = decodeConnectionPage(page(records));
        QVERIFY(result);
        QCOMPARE(result->rows.size(), std::size_t(1000));
        // The empty text, code, name, country, status and stage.
        QCOMPARE(result->texts.size(), std::size_t(6));
    }

    void theOrderIsTheServersOrder()
    {
        const Result<ConnectionPage> result =
            decodeConnectionPage(page({recordWithId(3), recordWithId(1), recordWithId(2)}));
        QCOMPARE(idsOf(*result), (QStringList{u"3"_s, u"1"_s, u"2"_s}));
    }

    void keyOrderIsArbitrary()
    {
        const Result<ConnectionPage> result = decodeConnectionPage(
            R"({"meta":{"next_page":"/x","next_id":"77"},"data":[{"last_attempt":{"last_stage":{"name":"start","id":"3"},)"
            R"("id":"2"},"status":"inactive","id":"1"}]})");
        QVERIFY(result);
        QCOMPARE(result->nextId, u"77"_s);
        const ConnectionRow &row = result->rows.front();
        QCOMPARE(idOf(*result, row.id), u"1"_s);
        QCOMPARE(idOf(*result, row.attemptId), u"2"_s);
        QCOMPARE(idOf(*result, row.stageId), u"3"_s);
        QCOMPARE(row.status, ConnectionStatus::Inactive);
        QCOMPARE(row.stage, StageName::Start);
    }

    void indentedJsonReadsTheSame()
    {
        const QByteArray pretty =
            "{\n  \"data\" : [\n    {\n      \"id\" : \"1\" ,\n      \"status\"\t:\r\n \"active\"\n , "
            "\"last_attempt\" : { \"finished\" : true , \"id\" : 5 }\n    }\n  ],\n"
            "  \"meta\" : { \"next_id\" : \"2\" }\n}\n";
        const Result<ConnectionPage> result = decodeConnectionPage(pretty);
        QVERIFY(result);
        QVERIFY(result->warnings.empty());
        QCOMPARE(idsOf(*result), QStringList{u"1"_s});
        QCOMPARE(result->rows.front().status, ConnectionStatus::Active);
        QVERIFY(result->rows.front().attemptFinished);
        QCOMPARE(idOf(*result, result->rows.front().attemptId), u"5"_s);
        QCOMPARE(result->nextId, u"2"_s);
    }

    void escapedNamesAreNamesToo()
    {
        const Result<ConnectionPage> result = decodeConnectionPage(
            "{\"data\":[{\"\\u0069d\":\"1\",\"st\\u0061tus\":\"disabled\",\"x\\\"y\":{\"a\":1}}]}");
        QVERIFY(result);
        QCOMPARE(result->rows.front().status, ConnectionStatus::Disabled);
        QCOMPARE(idsOf(*result), QStringList{u"1"_s});
    }

    void everyNullableMemberMayBeNullAndEveryOptionalAbsent()
    {
        const Result<ConnectionPage> result = decodeConnectionPage(page(
            {R"({"id":"1","last_consent_id":null,"last_success_at":null,"next_refresh_possible_at":null,)"
             R"("last_attempt":null,"status":null,"daily_refresh":null})",
             R"({"id":"2"})", R"({"id":"3","last_attempt":{}})", R"({"id":"4","last_attempt":{"last_stage":null}})"}));
        QVERIFY(result);
        QVERIFY(result->warnings.empty());
        QCOMPARE(result->rows.size(), std::size_t(4));
        QVERIFY(!result->rows[0].hasAttempt && !result->rows[1].hasAttempt);
        QVERIFY(result->rows[2].hasAttempt && !result->rows[2].hasStage);
        QVERIFY(result->rows[3].hasAttempt && !result->rows[3].hasStage);
        QVERIFY(result->rows[0].lastConsentId.isNone() && result->rows[0].nextRefreshPossibleAt.isNone());
    }

    void idsMayBeNumbersOrOddTexts()
    {
        const Result<ConnectionPage> result = decodeConnectionPage(
            page({R"({"id":7})", R"({"id":9999999999999999999})", R"({"id":123456789012345678901234})",
                  R"({"id":"9999999999999999999"})", R"({"id":"conn-abc"})", R"({"id":"007"})"}));
        QVERIFY(result);
        QVERIFY(result->warnings.empty());
        QCOMPARE(idsOf(*result), (QStringList{u"7"_s, u"9999999999999999999"_s, u"123456789012345678901234"_s,
                                              u"9999999999999999999"_s, u"conn-abc"_s, u"007"_s}));
    }

    void unknownWordsKeepTheirText()
    {
        const Result<ConnectionPage> result = decodeConnectionPage(
            page({R"({"id":"1","status":"archived","last_attempt":{"last_stage":{"name":"fetch_stars"}}})"}));
        QVERIFY(result->warnings.empty());
        const ConnectionRow &row = result->rows.front();
        QCOMPARE(row.status, ConnectionStatus::Unknown);
        QCOMPARE(textOf(*result, row.statusText), u"archived"_s);
        QCOMPARE(row.stage, StageName::Unknown);
        QCOMPARE(textOf(*result, row.stageText), u"fetch_stars"_s);
    }

    void namesKeepEveryCharacter_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("expected");
        QTest::newRow("hebrew") << QByteArray("בנק הפועלים") << u"בנק הפועלים"_s;
        QTest::newRow("escaped emoji") << QByteArray(R"(a \ud83c\udfe6 b)") << u"a 🏦 b"_s;
        QTest::newRow("markup") << QByteArray("<img src=x onerror=alert(1)>") << u"<img src=x onerror=alert(1)>"_s;
        QTest::newRow("escaped backslash at the end") << QByteArray(R"(a\\)") << u"a\\"_s;
        QTest::newRow("long") << QByteArray(500, 'x') << QString(500, u'x');
    }

    void namesKeepEveryCharacter()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const Result<ConnectionPage> result =
            decodeConnectionPage(page({with(connectionSample, "Fake Bank with SMS", json)}));
        QVERIFY(result);
        QVERIFY(result->warnings.empty());
        QCOMPARE(textOf(*result, result->rows.front().providerName), expected);
    }

    void oneBadRecordAmongAThousandHidesNothing_data()
    {
        QTest::addColumn<QByteArray>("bad");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("number") << QByteArray("42");
        QTest::newRow("text") << QByteArray("\"}],[{\"");
        QTest::newRow("array") << QByteArray(R"([{"id":"x"}])");
        QTest::newRow("empty object") << QByteArray("{}");
        QTest::newRow("no id") << QByteArray(R"({"status":"active","last_attempt":{"id":"1"}})");
        QTest::newRow("id null") << QByteArray(R"({"id":null})");
        QTest::newRow("id empty") << QByteArray(R"({"id":""})");
    }

    void oneBadRecordAmongAThousandHidesNothing()
    {
        QFETCH(QByteArray, bad);
        QByteArrayList records;
        for (int i = 1; i <= 1000; ++i) {
            records.append(i == 500 ? bad : recordWithId(i));
        }
        const Result<ConnectionPage> result = decodeConnectionPage(page(records, R"({"next_id":"1001"})"));
        QVERIFY(result);
        QCOMPARE(result->rows.size(), std::size_t(999));
        QCOMPARE(idOf(*result, result->rows.back().id), u"1000"_s);
        QCOMPARE(result->warnings.size(), std::size_t(1));
        QCOMPARE(result->warnings.front().record, qsizetype(499));
        QCOMPARE(result->nextId, u"1001"_s);
    }

    void aMemberOfAWrongTypeCostsOnlyItself_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QString>("path");
        QTest::newRow("number") << QByteArray(R"("provider_name":5)") << u"provider_name"_s;
        QTest::newRow("object") << QByteArray(R"("provider_name":{"s3cr3t":[1,2]})") << u"provider_name"_s;
        QTest::newRow("array") << QByteArray(R"("status":["active"])") << u"status"_s;
        QTest::newRow("flag") << QByteArray(R"("daily_refresh":"s3cr3t")") << u"daily_refresh"_s;
        QTest::newRow("time") << QByteArray(R"("created_at":"s3cr3t")") << u"created_at"_s;
        QTest::newRow("fraction as id") << QByteArray(R"("customer_id":1.5)") << u"customer_id"_s;
        QTest::newRow("negative id") << QByteArray(R"("customer_id":-15)") << u"customer_id"_s;
        QTest::newRow("attempt") << QByteArray(R"("last_attempt":[1])") << u"last_attempt"_s;
        QTest::newRow("stage") << QByteArray(R"("last_attempt":{"last_stage":"s3cr3t"})")
                               << u"last_attempt.last_stage"_s;
        QTest::newRow("in the stage") << QByteArray(R"("last_attempt":{"last_stage":{"created_at":false}})")
                                      << u"last_attempt.last_stage.created_at"_s;
        QTest::newRow("bad escape") << QByteArray("\"provider_name\":\"s3cr3t\\q\"") << u"provider_name"_s;
        QTest::newRow("lone surrogate") << QByteArray("\"provider_name\":\"\\ud83c\"") << u"provider_name"_s;
    }

    void aMemberOfAWrongTypeCostsOnlyItself()
    {
        QFETCH(QByteArray, member);
        QFETCH(QString, path);
        const Result<ConnectionPage> result =
            decodeConnectionPage(page({R"({)" + member + R"(,"country_code":"XF","id":"9"})", recordWithId(10)}));
        QVERIFY(result);
        QCOMPARE(idsOf(*result), (QStringList{u"9"_s, u"10"_s}));
        QCOMPARE(textOf(*result, result->rows.front().countryCode), u"XF"_s);
        QCOMPARE(result->warnings.size(), std::size_t(1));
        QCOMPARE(result->warnings.front().id, u"9"_s);
        QVERIFY(result->warnings.front().problem.contains(u"“"_s + path + u"”"_s));
        QVERIFY(!result->warnings.front().problem.contains("s3cr3t"_L1));
    }

    void warningsAreBounded()
    {
        const Result<ConnectionPage> result = decodeConnectionPage(page(QByteArrayList(5000, "1")));
        QVERIFY(result);
        QCOMPARE(result->warnings.size(), std::size_t(1001));
        QVERIFY(result->warnings.back().problem.contains("4000"_L1));
    }

    void anEmptyListIsAList()
    {
        for (const char *body : {R"({"data":[]})", R"({"data":[],"meta":null})", R"({"data":[],"meta":{}})",
                                 R"({"data":[],"meta":{"next_id":null,"next_page":null}})"}) {
            const Result<ConnectionPage> result = decodeConnectionPage(body);
            QVERIFY(result);
            QVERIFY(result->rows.empty());
            QVERIFY(result->nextId.isEmpty());
        }
    }

    void whatIsNoListHasAName_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        const QByteArray whole = page({connectionSample, connectionSample});
        QTest::newRow("empty") << QByteArray() << ErrorKind::Malformed;
        QTest::newRow("html") << QByteArray("<html></html>") << ErrorKind::Malformed;
        QTest::newRow("scalar") << QByteArray("7") << ErrorKind::Malformed;
        QTest::newRow("array") << QByteArray("[]") << ErrorKind::Malformed;
        QTest::newRow("no data") << QByteArray(R"({"meta":{}})") << ErrorKind::Malformed;
        QTest::newRow("data null") << QByteArray(R"({"data":null})") << ErrorKind::Malformed;
        QTest::newRow("data object") << QByteArray(R"({"data":{"id":"1"}})") << ErrorKind::Malformed;
        QTest::newRow("trailing") << whole + "{}" << ErrorKind::Malformed;
        QTest::newRow("two ends") << whole + "}" << ErrorKind::Malformed;
        QTest::newRow("invalid UTF-8") << with(whole, "Fake Bank", "Fake \xFF Bank") << ErrorKind::Malformed;
        QTest::newRow("missing comma") << with(whole, R"("country_code":"XF",)", R"("country_code":"XF")")
                                       << ErrorKind::Malformed;
        QTest::newRow("10,000 levels as a record") << page({testing::nested(10'000)}) << ErrorKind::TooLarge;
        QTest::newRow("10,000 levels in a member")
            << page({R"({"id":"1","x":)" + testing::nested(10'000) + '}'}) << ErrorKind::TooLarge;
        QTest::newRow("10,000 levels in a known member")
            << page({R"({"id":"1","status":)" + testing::nested(10'000) + '}'}) << ErrorKind::TooLarge;
        QTest::newRow("10,000 levels beside data")
            << QByteArray(R"({"x":)" + testing::nested(10'000) + R"(,"data":[]})") << ErrorKind::TooLarge;
    }

    void whatIsNoListHasAName()
    {
        QFETCH(QByteArray, body);
        QFETCH(ErrorKind, kind);
        const Result<ConnectionPage> result = decodeConnectionPage(body);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, kind);
        QVERIFY(!result.error().message.isEmpty());
    }

    void aPageThatIsCutAnywhereIsMalformed()
    {
        const QByteArray whole = page({connectionSample, connectionSample});
        for (qsizetype length = 0; length < whole.size(); ++length) {
            QVERIFY2(!decodeConnectionPage(whole.first(length)), whole.first(length).right(30).constData());
        }
        QVERIFY(decodeConnectionPage(whole));
    }

    void spareCapacityChangesNothing()
    {
        QByteArray roomy = page({connectionSample});
        roomy.reserve(roomy.size() + 64);
        QByteArray tight = page({connectionSample});
        tight.squeeze();
        QVERIFY(decodeConnectionPage(roomy)->rows == decodeConnectionPage(tight)->rows);
    }
};

QTEST_APPLESS_MAIN(TestConnectionPage)
#include "tst_connectionpage.moc"
