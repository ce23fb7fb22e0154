// SPDX-License-Identifier: Apache-2.0
#include "http/ErrorReply.h"

#include <QJsonDocument>

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class ErrorReplyTest : public QObject
{
    Q_OBJECT

private slots:
    void statusesAreThoseOfTheReference_data();
    void statusesAreThoseOfTheReference();
    void theEnvelopeIsThatOfTheReference();
    void membersBesideErrorStandAtTheTop();
};

void ErrorReplyTest::statusesAreThoseOfTheReference_data()
{
    QTest::addColumn<int>("status");
    const auto rows = [](int status, std::initializer_list<const char *> classes) {
        for (const char *name : classes) {
            QTest::newRow(name) << status;
        }
    };
    rows(400, {"AppIdNotProvided", "ApiKeyNotFound", "ClientNotFound", "AppsRestricted", "SignatureNotMatch",
               "RequestExpired", "WrongRequestFormat", "JsonParseError", "ConnectionDisabled", "AispConsentExpired",
               "SomethingNew"});
    rows(404, {"ConnectionNotFound", "CustomerNotFound", "RouteNotFound", "AttemptNotFound", "AispConsentNotFound",
               "ProviderNotFound", "CountryNotFound"});
    rows(406, {"ConnectionCannotBeRefreshed"});
    rows(409, {"DuplicatedCustomer", "ConnectionDuplicated"});
    rows(429, {"TooManyRequests", "RateLimitExceeded"});
    rows(500, {"InternalServerError"});
}

void ErrorReplyTest::statusesAreThoseOfTheReference()
{
    QTEST(statusOf(QString::fromLatin1(QTest::currentDataTag())), "status");
}

void ErrorReplyTest::theEnvelopeIsThatOfTheReference()
{
    const Reply reply =
        errorReply({u"ConnectionNotFound"_s, u"Not there."_s}, {{u"connection_id"_s, u"987"_s}}, u"r-1"_s);
    QCOMPARE(reply.status, 404);
    QVERIFY(reply.contentType.startsWith("application/json"));
    const QJsonObject expected{
        {u"error"_s, QJsonObject{{u"class"_s, u"ConnectionNotFound"_s},
                                 {u"message"_s, u"Not there."_s},
                                 {u"documentation_url"_s,
                                  u"https://docs.saltedge.com/account_information/v5/#errors-connection_not_found"_s},
                                 {u"request_id"_s, u"r-1"_s}}},
        {u"request"_s, QJsonObject{{u"connection_id"_s, u"987"_s}}}};
    QCOMPARE(QJsonDocument::fromJson(reply.body).object(), expected);
}

void ErrorReplyTest::membersBesideErrorStandAtTheTop()
{
    const Refusal refusal{u"ConnectionCannotBeRefreshed"_s, u"Too early."_s, {{u"next_refresh_possible_at"_s, u"x"_s}}};
    const QJsonObject json = QJsonDocument::fromJson(errorReply(refusal, {}, {}).body).object();
    QCOMPARE(json.keys(), (QStringList{u"error"_s, u"next_refresh_possible_at"_s, u"request"_s}));
}

QTEST_APPLESS_MAIN(ErrorReplyTest)
#include "tst_errorreply.moc"
