// SPDX-License-Identifier: Apache-2.0
#include "OddMembers.h"
#include "Samples.h"
#include "codec/AttemptDecoder.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;

using Row = testing::OddRow<Attempt>;
Q_DECLARE_METATYPE(Row)

namespace {

Attempt decoded(const QByteArray &members)
{
    return decodeAttempt(R"({"data":{"id":"1",)" + members + "}}").value_or(Attempt());
}

/// On its own routes an attempt has `stages` instead of `last_stage` (reference 3.2).
const QByteArray failed =
    R"({"id":"777777777777777777","created_at":"2020-09-07T10:35:20Z","custom_fields":{},)"
    R"("fail_at":"2020-09-07T10:35:31Z","fail_error_class":"InvalidCredentials","fail_message":"Invalid credentials.",)"
    R"("finished":true,"success_at":null,"to_date":null,"stages":[)"
    R"({"id":"888888888888888881","name":"start","created_at":"2020-09-07T10:35:20Z"},)"
    R"({"id":"888888888888888882","name":"connect","interactive_html":null},)"
    R"({"id":"888888888888888883","name":"finish"}]})";

void nullTimes(Attempt &a)
{
    a.createdAt = a.updatedAt = a.successAt = a.failAt = a.customerLastLoggedAt = Member<QDateTime>::null();
    a.fromDate = a.toDate = Member<QDate>::null();
}

void nullTexts(Attempt &a)
{
    a.failErrorClass = a.failMessage = a.remoteIp = a.returnTo = a.categorization = Member<QString>::null();
    a.consentId = Member<ConsentId>::null();
    a.customFields = Member<QByteArray>::null();
    a.excludeAccounts = a.includeNatures = a.fetchScopes = Member<QStringList>::null();
}

std::vector<Row> oddRows()
{
    return {
        {"nothing but the id", R"("x":null)", [](Attempt &) {}},
        {"unknown members", R"("new":{"stages":[1]},"priority":9)", [](Attempt &) {}},
        {"times null",
         R"("created_at":null,"updated_at":null,"success_at":null,"fail_at":null,"customer_last_logged_at":null,)"
         R"("from_date":null,"to_date":null)",
         nullTimes},
        {"texts and lists null",
         R"("fail_error_class":null,"fail_message":null,"remote_ip":null,"return_to":null,"categorization":null,)"
         R"("consent_id":null,"custom_fields":null,"exclude_accounts":null,"include_natures":null,"fetch_scopes":null)",
         nullTexts},
        {"lists empty", R"("exclude_accounts":[],"include_natures":[],"stages":[])",
         [](Attempt &a) {
             a.excludeAccounts = a.includeNatures = QStringList();
             a.stages = std::vector<Stage>();
         }},
        {"no stages", R"("stages":null,"last_stage":null)",
         [](Attempt &a) {
             a.stages = Member<std::vector<Stage>>::null();
             a.lastStage = Member<Stage>::null();
         }},
        {"an empty stage", R"("last_stage":{})", [](Attempt &a) { a.lastStage = Stage(); }},
        {"excluded accounts as numbers", R"("exclude_accounts":[9999999999999999999,"7"])",
         [](Attempt &a) {
             a.excludeAccounts = QStringList{u"9999999999999999999"_s, u"7"_s};
         }},
        {"a version as number", R"("api_version":5)", [](Attempt &a) { a.apiVersion = u"5"_s; }},
        {"categorize of older traffic", R"("categorize":true)", [](Attempt &a) { a.categorization = u"personal"_s; }},
        {"categorize null", R"("categorize":null)", [](Attempt &a) { a.categorization = Member<QString>::null(); }},
        {"categorize beside its successor", R"("categorize":true,"categorization":null)",
         [](Attempt &a) { a.categorization = Member<QString>::null(); }},
        {"datetimes where dates are declared",
         R"("from_date":"2020-09-07T21:00:00Z","to_date":"2020-09-08T10:00:00.5Z")",
         [](Attempt &a) {
             a.fromDate = QDate(2020, 9, 7);
             a.toDate = QDate(2020, 9, 8);
         }},
        {"a bad stage among good ones",
         R"("stages":[{"id":1},"s3cr3t",{"id":2}])",
         [](Attempt &a) {
             std::vector<Stage> stages(2);
             stages[0].id = StageId(u"1"_s);
             stages[1].id = StageId(u"2"_s);
             a.stages = stages;
         },
         {u"stages"_s}},
        {"a flag of a wrong type in a stage",
         R"("stages":[{"id":"1","created_at":7}])",
         [](Attempt &a) {
             std::vector<Stage> stages(1);
             stages[0].id = StageId(u"1"_s);
             a.stages = stages;
         },
         {u"stages.created_at"_s}},
    };
}

} // namespace

class TestAttemptDecoder : public QObject
{
    Q_OBJECT

private slots:
    void anAttemptComesWithAllItsStages()
    {
        const Result<Attempt> attempt = decodeAttempt(testing::enveloped(failed));
        QVERIFY(attempt);
        QCOMPARE(attempt->id, AttemptId(u"777777777777777777"_s));
        QCOMPARE(attempt->failErrorClass.value(), u"InvalidCredentials"_s);
        QCOMPARE(attempt->failAt.value(), QDateTime(QDate(2020, 9, 7), QTime(10, 35, 31), Qt::UTC));
        QVERIFY(attempt->successAt.isNull() && attempt->toDate.isNull() && attempt->lastStage.isAbsent());
        QCOMPARE(attempt->customFields.value(), QByteArray("{}"));
        QCOMPARE(attempt->stages->size(), std::size_t(3));
        QCOMPARE(attempt->stages->at(0).name.known, StageName::Start);
        QCOMPARE(attempt->stages->at(1).id, StageId(u"888888888888888882"_s));
        QVERIFY(attempt->stages->at(1).interactiveHtml.isNull());
        QCOMPARE(attempt->stages->at(2).name.known, StageName::Finish);
    }

    void oddButLegalMembersAreRead_data() { testing::addRows(oddRows()); }

    void oddButLegalMembersAreRead()
    {
        QFETCH(Row, row);
        Attempt bare;
        bare.id = AttemptId(u"1"_s);
        const QByteArray record = R"({"id":"1",)" + row.members + '}';
        QVERIFY(testing::readsAs(decodeAttemptPage(testing::page({record})), bare, row));
    }

    void textsKeepEveryCharacter_data() { testing::addOddTexts(); }

    void textsKeepEveryCharacter()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const QByteArray text = '"' + json + '"';
        const Attempt attempt = decoded(R"("fail_message":)" + text + R"(,"last_stage":{"interactive_html":)" + text +
                                        R"(,"interactive_fields_names":[)" + text + "]}");
        QCOMPARE(attempt.failMessage.value(), expected);
        QCOMPARE(attempt.lastStage->interactiveHtml.value(), expected);
        QCOMPARE(attempt.lastStage->interactiveFieldsNames.value(), QStringList{expected});
    }

    void momentsAreReadInEveryForm_data() { testing::addOddMoments(); }

    void momentsAreReadInEveryForm()
    {
        QFETCH(QByteArray, json);
        QFETCH(QDateTime, expected);
        const Attempt attempt = decoded(R"("fail_at":)" + json + R"(,"last_stage":{"updated_at":)" + json + '}');
        QCOMPARE(attempt.failAt.value(), expected);
        QCOMPARE(attempt.lastStage->updatedAt.value(), expected);
    }

    void idsMayBeNumbers_data() { testing::addOddIds(); }

    void idsMayBeNumbers()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const Attempt attempt = decoded(R"("consent_id":)" + json + R"(,"stages":[{"id":)" + json + "}]");
        QCOMPARE(attempt.consentId->toString(), expected);
        QCOMPARE(attempt.stages->front().id.toString(), expected);
        QCOMPARE(decodeAttempt(R"({"data":{"id":)" + json + "}}").value().id.toString(), expected);
    }

    void aBadRecordHidesNoOther()
    {
        const Result<AttemptPage> page =
            decodeAttemptPage(testing::page({"7", failed, R"({"finished":true})", R"({"id":2})"}, R"({"next_id":3})"));
        QVERIFY(page);
        QCOMPARE(page->records.size(), std::size_t(2));
        QCOMPARE(page->warnings.size(), std::size_t(2));
        QCOMPARE(page->nextId, u"3"_s);
    }

    void whatIsNoAttemptIsMalformed()
    {
        for (const char *body : {"", "[]", R"({"data":null})", R"({"data":[]})", R"({"data":{"finished":true}})"}) {
            QCOMPARE(decodeAttempt(body).error().kind, ErrorKind::Malformed);
        }
        QCOMPARE(decodeAttemptPage(testing::enveloped(failed)).error().kind, ErrorKind::Malformed);
    }
};

QTEST_APPLESS_MAIN(TestAttemptDecoder)
#include "tst_attemptdecoder.moc"
