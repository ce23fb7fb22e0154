// SPDX-License-Identifier: Apache-2.0
#include "Samples.h"
#include "codec/ConnectionDecoder.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::connectionSample;
using testing::enveloped;
using testing::with;

Q_DECLARE_METATYPE(saltdesk::api::ErrorKind)

namespace {

QDateTime utc(int day, int hour, int minute, int second)
{
    return {QDate(2020, 9, day), QTime(hour, minute, second), Qt::UTC};
}

Connection decoded(const QByteArray &object)
{
    const Result<ConnectionDocument> document = decodeConnection(enveloped(object));
    return document ? document->connection : Connection();
}

} // namespace

class TestConnectionDecoder : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldOfAConnectionIsRead()
    {
        const Result<ConnectionDocument> document = decodeConnection(enveloped(connectionSample));
        QVERIFY(document);
        QVERIFY(document->warnings.empty());
        const Connection &c = document->connection;
        QCOMPARE(c.id, ConnectionId(u"111111111111111111"_s));
        QCOMPARE(c.customerId.value(), CustomerId(u"222222222222222222"_s));
        QCOMPARE(c.providerId.value(), ProviderId(u"67"_s));
        QCOMPARE(c.providerCode.value(), u"fakebank_interactive_xf"_s);
        QCOMPARE(c.providerName.value(), u"Fake Bank with SMS"_s);
        QCOMPARE(c.countryCode.value(), u"XF"_s);
        QVERIFY(c.secret.value() == Secret::copyOf("secret-of-the-connection-sample"));
        QCOMPARE(c.status.known, ConnectionStatus::Active);
        QCOMPARE(c.status.text, u"active"_s);
        QCOMPARE(c.categorization.value(), u"personal"_s);
        QCOMPARE(c.dailyRefresh, Member<bool>(false));
        QCOMPARE(c.storeCredentials, Member<bool>(true));
        QCOMPARE(c.showConsentConfirmation, Member<bool>(true));
        QCOMPARE(c.lastConsentId.value(), ConsentId(u"555555555555555555"_s));
        QCOMPARE(c.lastSuccessAt.value(), utc(7, 10, 35, 46));
        QCOMPARE(c.nextRefreshPossibleAt.value(), utc(7, 10, 40, 46));
        QCOMPARE(c.createdAt.value(), utc(6, 11, 35, 46));
        QCOMPARE(c.updatedAt.value(), utc(7, 10, 35, 46));
        QVERIFY(c.lastAttempt.hasValue());
        QVERIFY(c.holderInfo.isAbsent());
    }

    void everyFieldOfAnAttemptIsRead()
    {
        const Attempt a = decoded(connectionSample).lastAttempt.value();
        QCOMPARE(a.id, AttemptId(u"777777777777777777"_s));
        QCOMPARE(a.apiMode.value(), u"service"_s);
        QCOMPARE(a.apiVersion.value(), u"5"_s);
        QCOMPARE(a.automaticFetch, Member<bool>(false));
        QCOMPARE(a.interactive, Member<bool>(true));
        QCOMPARE(a.categorization.value(), u"personal"_s);
        QCOMPARE(a.consentId.value(), ConsentId(u"555555555555555555"_s));
        QCOMPARE(a.createdAt.value(), utc(7, 10, 35, 20));
        QCOMPARE(a.updatedAt.value(), utc(7, 10, 35, 46));
        QVERIFY(a.customerLastLoggedAt.isNull());
        QCOMPARE(a.successAt.value(), utc(7, 10, 35, 46));
        QVERIFY(a.failAt.isNull() && a.failErrorClass.isNull() && a.failMessage.isNull());
        QCOMPARE(a.customFields.value(), QByteArray(R"({"ticket":"SUP-1042"})"));
        QCOMPARE(a.dailyRefresh, Member<bool>(false));
        QCOMPARE(a.deviceType.value(), u"desktop"_s);
        QVERIFY(a.excludeAccounts.hasValue() && a.excludeAccounts->isEmpty());
        QCOMPARE(a.fetchScopes.value(), (QStringList{u"accounts"_s, u"transactions"_s}));
        QCOMPARE(a.finished, Member<bool>(true));
        QCOMPARE(a.finishedRecent, Member<bool>(true));
        QCOMPARE(a.partial, Member<bool>(false));
        QCOMPARE(a.fromDate.value(), QDate(2020, 6, 9));
        QCOMPARE(a.toDate.value(), QDate(2020, 9, 7));
        QVERIFY(a.includeNatures.isNull());
        QCOMPARE(a.locale.value(), u"en"_s);
        QCOMPARE(a.remoteIp.value(), u"192.0.2.10"_s);
        QCOMPARE(a.showConsentConfirmation, Member<bool>(true));
        QCOMPARE(a.storeCredentials, Member<bool>(true));
        QCOMPARE(a.userPresent, Member<bool>(true));
        QVERIFY(a.returnTo.isAbsent() && a.unduplicationStrategy.isAbsent() && a.userAgent.isAbsent());
        QVERIFY(a.stages.isAbsent());
        QCOMPARE(a.lastStage->name.known, StageName::Finish);
    }

    void optionalMembersAreReadWhenTheyAreThere()
    {
        const Connection c = decoded(
            with(with(connectionSample, R"("user_present":true)",
                      "\"user_present\":true,\"return_to\":\"https://"
                      "a\",\"unduplication_strategy\":\"mark_as_pending\",\"user_agent\":\"ua\""),
                 R"("status":"active")", R"("status":"active","holder_info":{"names":["A"],"extra":{"ssn":"1234"}})"));
        QCOMPARE(c.holderInfo.value(), QByteArray(R"({"names":["A"],"extra":{"ssn":"1234"}})"));
        QCOMPARE(c.lastAttempt->returnTo.value(), u"https://a"_s);
        QCOMPARE(c.lastAttempt->unduplicationStrategy.value(), u"mark_as_pending"_s);
        QCOMPARE(c.lastAttempt->userAgent.value(), u"ua"_s);
    }

    void aConnectionMayHaveAnIdAndNothingElse()
    {
        const Result<ConnectionDocument> document = decodeConnection(R"({"data":{"id":"1"}})");
        QVERIFY(document);
        QVERIFY(document->warnings.empty());
        Connection bare;
        bare.id = ConnectionId(u"1"_s);
        QVERIFY(document->connection == bare);
        QVERIFY(document->connection.lastAttempt.isAbsent());
    }

    void everyNullableMemberMayBeNull()
    {
        const Result<ConnectionDocument> document = decodeConnection(enveloped(
            R"({"id":"1","last_consent_id":null,"last_success_at":null,"next_refresh_possible_at":null,"last_attempt":null,)"
            R"("holder_info":null,"secret":null,"provider_name":null,"status":null,"daily_refresh":null})"));
        QVERIFY(document);
        QVERIFY(document->warnings.empty());
        const Connection &c = document->connection;
        QVERIFY(c.lastConsentId.isNull() && c.lastSuccessAt.isNull() && c.nextRefreshPossibleAt.isNull());
        QVERIFY(c.lastAttempt.isNull() && c.holderInfo.isNull() && c.secret.isNull() && c.providerName.isNull());
        QVERIFY(c.dailyRefresh.isNull());
        QCOMPARE(c.status.known, ConnectionStatus::Unknown);
    }

    void anAttemptMayHaveNoStage()
    {
        const Connection c = decoded(R"({"id":"1","last_attempt":{"id":"2"}})");
        QVERIFY(c.lastAttempt.hasValue());
        QVERIFY(c.lastAttempt->lastStage.isAbsent());
        QVERIFY(decoded(R"({"id":"1","last_attempt":{"last_stage":null}})").lastAttempt->lastStage.isNull());
    }

    void stagesOfTheAttemptRoutesAreRead()
    {
        const Connection c = decoded(
            R"({"id":"1","last_attempt":{"id":"2","stages":[{"id":"3","name":"start"},{"id":"4","name":"connect"},7]}})");
        QCOMPARE(c.lastAttempt->stages->size(), std::size_t(2));
        QCOMPARE(c.lastAttempt->stages->at(1).name.known, StageName::Connect);
        QVERIFY(decoded(R"({"id":"1","last_attempt":{"stages":null}})").lastAttempt->stages.isNull());
        QVERIFY(decoded(R"({"id":"1","last_attempt":{"stages":[]}})").lastAttempt->stages.hasValue());
    }

    void idsMayBeNumbersOfNineteenDigits_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QString>("expected");
        QTest::newRow("small") << QByteArray("7") << u"7"_s;
        QTest::newRow("over 2^53") << QByteArray("9007199254740993") << u"9007199254740993"_s;
        QTest::newRow("nineteen digits") << QByteArray("9999999999999999999") << u"9999999999999999999"_s;
        QTest::newRow("over 64 bits") << QByteArray("123456789012345678901234") << u"123456789012345678901234"_s;
        QTest::newRow("text") << QByteArray(R"("9999999999999999999")") << u"9999999999999999999"_s;
    }

    void idsMayBeNumbersOfNineteenDigits()
    {
        QFETCH(QByteArray, id);
        QFETCH(QString, expected);
        const Connection c = decoded(R"({"id":)" + id + R"(,"customer_id":)" + id + R"(,"last_attempt":{"id":)" + id +
                                     R"(,"exclude_accounts":[)" + id + "]}}");
        QCOMPARE(c.id.toString(), expected);
        QCOMPARE(c.customerId->toString(), expected);
        QCOMPARE(c.lastAttempt->id.toString(), expected);
        QCOMPARE(c.lastAttempt->excludeAccounts.value(), QStringList{expected});
    }

    void hugeNumbersElsewhereHideNothing()
    {
        const Connection c =
            decoded(R"({"id":"1","x":1e999,"last_attempt":{"custom_fields":{"n":123456789012345678901}}})");
        QCOMPARE(c.id.toString(), u"1"_s);
        QVERIFY(c.lastAttempt->customFields->contains("123456789012345678901"));
    }

    void anUnknownStatusKeepsItsText()
    {
        const Connection c = decoded(with(connectionSample, R"("status":"active")", R"("status":"archived")"));
        QCOMPARE(c.status.known, ConnectionStatus::Unknown);
        QCOMPARE(c.status.text, u"archived"_s);
    }

    void categorizeOfOlderTrafficReadsAsCategorization_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QString>("expected");
        QTest::newRow("true") << QByteArray(R"("categorize":true)") << u"personal"_s;
        QTest::newRow("false") << QByteArray(R"("categorize":false)") << u"none"_s;
        QTest::newRow("both: the newer one")
            << QByteArray(R"("categorize":true,"categorization":"business")") << u"business"_s;
    }

    void categorizeOfOlderTrafficReadsAsCategorization()
    {
        QFETCH(QByteArray, member);
        QFETCH(QString, expected);
        const Connection c = decoded(R"({"id":"1","last_attempt":{)" + member + "}}");
        QCOMPARE(c.lastAttempt->categorization.value(), expected);
    }

    void datesAndDatetimesStandForEachOther()
    {
        const Connection c =
            decoded(R"({"id":"1","last_success_at":"2020-09-07","created_at":"2020-09-07T13:35:46.500+03:00",)"
                    R"("last_attempt":{"to_date":"2020-09-07T21:00:00Z","from_date":"2020-06-09"}})");
        QCOMPARE(c.lastSuccessAt.value(), utc(7, 0, 0, 0));
        QCOMPARE(c.createdAt.value(), utc(7, 10, 35, 46).addMSecs(500));
        QCOMPARE(c.lastAttempt->toDate.value(), QDate(2020, 9, 7));
    }

    void aMemberOfAWrongTypeIsAbsentAndNamed_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QString>("path");
        QTest::newRow("text") << QByteArray(R"("provider_name":5)") << u"provider_name"_s;
        QTest::newRow("flag") << QByteArray(R"("daily_refresh":"yes")") << u"daily_refresh"_s;
        QTest::newRow("time") << QByteArray(R"("created_at":"yesterday")") << u"created_at"_s;
        QTest::newRow("time as number") << QByteArray(R"("created_at":1599474946)") << u"created_at"_s;
        QTest::newRow("id as object") << QByteArray(R"("customer_id":{"id":"s3cr3t"})") << u"customer_id"_s;
        QTest::newRow("id as fraction") << QByteArray(R"("customer_id":1.5)") << u"customer_id"_s;
        QTest::newRow("secret") << QByteArray(R"("secret":["s3cr3t"])") << u"secret"_s;
        QTest::newRow("attempt") << QByteArray(R"("last_attempt":"s3cr3t")") << u"last_attempt"_s;
        QTest::newRow("in the attempt") << QByteArray(R"("last_attempt":{"finished":"s3cr3t"})")
                                        << u"last_attempt.finished"_s;
        QTest::newRow("list") << QByteArray(R"("last_attempt":{"fetch_scopes":"s3cr3t"})")
                              << u"last_attempt.fetch_scopes"_s;
        QTest::newRow("entry") << QByteArray(R"("last_attempt":{"fetch_scopes":["accounts",{"a":"s3cr3t"}]})")
                               << u"last_attempt.fetch_scopes"_s;
        QTest::newRow("custom fields") << QByteArray(R"("last_attempt":{"custom_fields":[1]})")
                                       << u"last_attempt.custom_fields"_s;
        QTest::newRow("in the stage") << QByteArray(R"("last_attempt":{"last_stage":{"name":7}})")
                                      << u"last_attempt.last_stage.name"_s;
        QTest::newRow("date") << QByteArray(R"("last_attempt":{"to_date":"2020-02-30"})") << u"last_attempt.to_date"_s;
    }

    void aMemberOfAWrongTypeIsAbsentAndNamed()
    {
        QFETCH(QByteArray, member);
        QFETCH(QString, path);
        const Result<ConnectionDocument> document =
            decodeConnection(enveloped(R"({"id":"9","country_code":"XF",)" + member + '}'));
        QVERIFY(document);
        QCOMPARE(document->connection.countryCode.value(), u"XF"_s);
        QCOMPARE(document->warnings.size(), std::size_t(1));
        const DecodeWarning &warning = document->warnings.front();
        QCOMPARE(warning.id, u"9"_s);
        QVERIFY2(warning.problem.contains(u"“"_s + path + u"”"_s), qPrintable(warning.problem));
        QVERIFY(!warning.problem.contains("s3cr3t"_L1));
    }

    void unknownMembersChangeNothing()
    {
        const Connection c = decoded(with(with(connectionSample, R"("status":"active")",
                                               R"("new":{"deep":[{"id":"x"}]},"status":"active","more":null)"),
                                          R"("name":"finish")", R"("colour":"red","name":"finish")"));
        QVERIFY(c == decoded(connectionSample));
    }

    void namesKeepEveryCharacter_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("expected");
        QTest::newRow("arabic") << QByteArray("بنك") << u"بنك"_s;
        QTest::newRow("emoji") << QByteArray("🏦👩‍👩‍👧") << u"🏦👩‍👩‍👧"_s;
        QTest::newRow("escaped emoji") << QByteArray(R"(\ud83c\udfe6)") << u"🏦"_s;
        QTest::newRow("markup") << QByteArray(R"(<b>Bank</b> &amp; <script>alert(1)</script>)")
                                << u"<b>Bank</b> &amp; <script>alert(1)</script>"_s;
        QTest::newRow("escapes") << QByteArray(R"(a\"b\\c\/d\n\t\u00e9)") << u"a\"b\\c/d\n\té"_s;
        QTest::newRow("long") << QByteArray(500, 'x') << QString(500, u'x');
        QTest::newRow("empty") << QByteArray() << u""_s;
    }

    void namesKeepEveryCharacter()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const Connection c = decoded(with(connectionSample, "Fake Bank with SMS", json));
        QCOMPARE(c.providerName.value(), expected);
    }

    void whatIsNoAnswerHasAName_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("empty") << QByteArray() << ErrorKind::Malformed;
        QTest::newRow("space") << QByteArray("  \n") << ErrorKind::Malformed;
        QTest::newRow("html") << QByteArray("<html><body>403</body></html>") << ErrorKind::Malformed;
        QTest::newRow("cut off") << enveloped(connectionSample).chopped(20) << ErrorKind::Malformed;
        QTest::newRow("trailing") << enveloped(connectionSample) + "x" << ErrorKind::Malformed;
        QTest::newRow("invalid UTF-8") << enveloped(with(connectionSample, "Fake Bank", "Fake \xC3\x28 Bank"))
                                       << ErrorKind::Malformed;
        QTest::newRow("no data") << QByteArray(R"({"connection":{"id":"1"}})") << ErrorKind::Malformed;
        QTest::newRow("data null") << QByteArray(R"({"data":null})") << ErrorKind::Malformed;
        QTest::newRow("data array") << QByteArray(R"({"data":[{"id":"1"}]})") << ErrorKind::Malformed;
        QTest::newRow("array") << QByteArray("[]") << ErrorKind::Malformed;
        QTest::newRow("scalar") << QByteArray("12") << ErrorKind::Malformed;
        QTest::newRow("no id") << QByteArray(R"({"data":{"status":"active"}})") << ErrorKind::Malformed;
        QTest::newRow("empty id") << QByteArray(R"({"data":{"id":""}})") << ErrorKind::Malformed;
        QTest::newRow("id of a wrong type") << QByteArray(R"({"data":{"id":true}})") << ErrorKind::Malformed;
        QTest::newRow("10,000 levels") << testing::nested(10'000) << ErrorKind::TooLarge;
        QTest::newRow("10,000 levels in a member")
            << enveloped(R"({"id":"1","x":)" + testing::nested(10'000) + '}') << ErrorKind::TooLarge;
        QTest::newRow("10,000 open levels") << QByteArray(10'000, '[') << ErrorKind::Malformed;
    }

    void whatIsNoAnswerHasAName()
    {
        QFETCH(QByteArray, body);
        QFETCH(ErrorKind, kind);
        const Result<ConnectionDocument> document = decodeConnection(body);
        QVERIFY(!document);
        QCOMPARE(document.error().kind, kind);
        QVERIFY(!document.error().message.isEmpty());
        QVERIFY(!document.error().message.contains("secret"_L1));
    }

    void aFewLevelsInCustomFieldsAreFine()
    {
        const Result<ConnectionDocument> document = decodeConnection(
            enveloped(R"({"id":"1","last_attempt":{"custom_fields":{"a":)" + testing::nested(40) + "}}}"));
        QVERIFY(document);
    }

    void spareCapacityChangesNothing()
    {
        QByteArray roomy = enveloped(connectionSample);
        roomy.reserve(roomy.size() + 64);
        QByteArray tight = enveloped(connectionSample);
        tight.squeeze();
        QVERIFY(decodeConnection(roomy)->connection == decodeConnection(tight)->connection);
        const QByteArray borrowed = QByteArray::fromRawData(tight.constData(), tight.size());
        QVERIFY(decodeConnection(borrowed)->connection == decodeConnection(tight)->connection);
    }

    void theRawTextHasNoSecret()
    {
        const Result<ConnectionDocument> document = decodeConnection(enveloped(connectionSample));
        QVERIFY(!document->raw.bytes().contains("secret-of-the-connection-sample"));
        QVERIFY(document->raw.bytes().contains(R"("secret":"•••")"));
        QVERIFY(document->raw.bytes().contains("fakebank_interactive_xf"));
    }

    void removalIsReadInEitherWord_data()
    {
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<bool>("removed");
        QTest::newRow("removed") << QByteArray(R"({"id":"1","removed":true})") << true;
        QTest::newRow("deleted") << QByteArray(R"({"id":1,"deleted":true})") << true;
        QTest::newRow("not removed") << QByteArray(R"({"id":"1","removed":false})") << false;
        QTest::newRow("says nothing") << QByteArray(R"({"id":"1"})") << false;
    }

    void removalIsReadInEitherWord()
    {
        QFETCH(QByteArray, object);
        QFETCH(bool, removed);
        const Result<RemovedConnection> answer = decodeRemovedConnection(enveloped(object));
        QVERIFY(answer);
        QCOMPARE(answer->id.toString(), u"1"_s);
        QCOMPARE(answer->removed, removed);
        QVERIFY(!decodeRemovedConnection(R"({"data":{"removed":true}})"));
    }
};

QTEST_APPLESS_MAIN(TestConnectionDecoder)
#include "tst_connectiondecoder.moc"
