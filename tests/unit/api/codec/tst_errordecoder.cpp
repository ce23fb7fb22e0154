// SPDX-License-Identifier: Apache-2.0
#include "Samples.h"
#include "codec/ErrorDecoder.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(saltdesk::api::ErrorKind)

class TestErrorDecoder : public QObject
{
    Q_OBJECT

private slots:
    void theEnvelopeIsReadAndTheRequestIsNot()
    {
        const std::optional<ApiError> error = decodeError(
            "{\"error\":{\"class\":\"ConnectionNotFound\",\"message\":\"Connection with id: '987' was not found.\","
            "\"documentation_url\":\"https://docs.saltedge.com/account_information/v5/#errors-connection_not_found\","
            R"("request_id":"313b4518-10d4-4c15-a18e-34ddd583ebdf"},"request":{"credentials":{"password":"s3cr3t"}}})");
        QVERIFY(error);
        QCOMPARE(error->kind, ErrorKind::Rejected);
        QCOMPARE(error->errorClass, u"ConnectionNotFound"_s);
        QCOMPARE(error->message, u"Connection with id: '987' was not found."_s);
        QCOMPARE(error->documentationUrl.host(), u"docs.saltedge.com"_s);
        QCOMPARE(error->requestId, u"313b4518-10d4-4c15-a18e-34ddd583ebdf"_s);
        QVERIFY(!error->nextRefreshPossibleAt);
        QVERIFY(!error->outcomeUnknown);
        for (const QString &text :
             {error->errorClass, error->message, error->requestId, error->documentationUrl.toString()}) {
            QVERIFY(!text.contains("s3cr3t"_L1));
        }
    }

    void theHourOfTheNextRefreshStandsBesideTheError()
    {
        const std::optional<ApiError> error =
            decodeError(R"({"error":{"class":"ConnectionCannotBeRefreshed","message":"m"},)"
                        R"("next_refresh_possible_at":"2020-09-07T11:35:46Z","request":{}})");
        QVERIFY(error);
        QCOMPARE(error->nextRefreshPossibleAt, QDateTime(QDate(2020, 9, 7), QTime(11, 35, 46), Qt::UTC));
        QVERIFY(!decodeError(R"({"error":{"class":"X"},"next_refresh_possible_at":null})")->nextRefreshPossibleAt);
        QVERIFY(!decodeError(R"({"error":{"class":"X"},"next_refresh_possible_at":"soon"})")->nextRefreshPossibleAt);
    }

    void theFlatFormOfOlderVersionsIsRead()
    {
        const std::optional<ApiError> error =
            decodeError(R"({"error_class":"LoginNotFound","error_message":"Gone.","request":{"id":"s3cr3t"}})");
        QVERIFY(error);
        QCOMPARE(error->errorClass, u"LoginNotFound"_s);
        QCOMPARE(error->message, u"Gone."_s);
    }

    void theKindFollowsTheClass_data()
    {
        QTest::addColumn<QByteArray>("errorClass");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("RateLimitExceeded") << QByteArray("RateLimitExceeded") << ErrorKind::RateLimited;
        QTest::newRow("TooManyRequests") << QByteArray("TooManyRequests") << ErrorKind::RateLimited;
        QTest::newRow("InternalServerError") << QByteArray("InternalServerError") << ErrorKind::ServerFault;
        QTest::newRow("BackgroundFetchLimitExceeded")
            << QByteArray("BackgroundFetchLimitExceeded") << ErrorKind::Rejected;
        QTest::newRow("unheard of") << QByteArray("StarsMisaligned") << ErrorKind::Rejected;
    }

    void theKindFollowsTheClass()
    {
        QFETCH(QByteArray, errorClass);
        QFETCH(ErrorKind, kind);
        QCOMPARE(decodeError("{\"error\":{\"class\":\"" + errorClass + "\"}}")->kind, kind);
    }

    void onlyAWebAddressIsALink_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<bool>("kept");
        QTest::newRow("https") << QByteArray("https://docs.saltedge.com/x") << true;
        QTest::newRow("http") << QByteArray("http://docs.saltedge.com/x") << false;
        QTest::newRow("file") << QByteArray("file:///etc/passwd") << false;
        QTest::newRow("script") << QByteArray("javascript:alert(1)") << false;
        QTest::newRow("no host") << QByteArray("https:///x") << false;
        QTest::newRow("empty") << QByteArray("") << false;
    }

    void onlyAWebAddressIsALink()
    {
        QFETCH(QByteArray, url);
        QFETCH(bool, kept);
        const auto error = decodeError("{\"error\":{\"class\":\"X\",\"documentation_url\":\"" + url + "\"}}");
        QVERIFY(error);
        QCOMPARE(!error->documentationUrl.isEmpty(), kept);
    }

    void anythingElseIsNoEnvelope_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << QByteArray("<html>403 Forbidden</html>");
        QTest::newRow("data") << testing::enveloped(testing::connectionSample);
        QTest::newRow("array") << QByteArray(R"([{"error":{"class":"X"}}])");
        QTest::newRow("no class") << QByteArray(R"({"error":{"message":"m"}})");
        QTest::newRow("class of a wrong type") << QByteArray(R"({"error":{"class":5}})");
        QTest::newRow("error as text") << QByteArray(R"({"error":"X"})");
        QTest::newRow("deep") << testing::nested(10'000);
    }

    void anythingElseIsNoEnvelope()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!decodeError(body));
    }
};

QTEST_APPLESS_MAIN(TestErrorDecoder)
#include "tst_errordecoder.moc"
