// SPDX-License-Identifier: Apache-2.0
#include "faults/FaultReader.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class FaultReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void everyKindHasAName_data();
    void everyKindHasAName();
    void theMembersAreRead();
    void defaultsAreUsual();
    void wrongOnesAreRefused_data();
    void wrongOnesAreRefused();
    void theStatusIsThatOfTheClass_data();
    void theStatusIsThatOfTheClass();
    void aTextIsReadLikeTheBody();
    void wrongTextsAreRefused_data();
    void wrongTextsAreRefused();
    void theHelpNamesEveryKind();
};

void FaultReaderTest::everyKindHasAName_data()
{
    QTest::addColumn<FaultKind>("kind");
    QTest::newRow("latency") << FaultKind::Latency;
    QTest::newRow("error") << FaultKind::Error;
    QTest::newRow("rate_limit") << FaultKind::RateLimit;
    QTest::newRow("html") << FaultKind::Html;
    QTest::newRow("redirect") << FaultKind::Redirect;
    QTest::newRow("hang_up") << FaultKind::HangUp;
    QTest::newRow("lost_reply") << FaultKind::LostReply;
    QTest::newRow("hang_up_in_body") << FaultKind::HangUpInBody;
    QTest::newRow("wrong_length") << FaultKind::WrongLength;
    QTest::newRow("truncated_json") << FaultKind::TruncatedJson;
    QTest::newRow("drip") << FaultKind::Drip;
    QTest::newRow("clock_skew") << FaultKind::ClockSkew;
}

void FaultReaderTest::everyKindHasAName()
{
    const auto fault = readFault(QByteArray("{\"kind\":\"") + QTest::currentDataTag() + "\"}");
    QVERIFY(fault.has_value());
    QTEST(fault->kind, "kind");
}

void FaultReaderTest::theMembersAreRead()
{
    const auto fault = readFault(R"({"kind":"error","method":"PUT","path":"/a/*","times":-1,"status":418,"class":"Tea",
        "milliseconds":-5,"retry_after":7,"location":"https://x/"})");
    QVERIFY(fault.has_value());
    QCOMPARE(fault->method, QByteArray("PUT"));
    QCOMPARE(fault->path, u"/a/*"_s);
    QCOMPARE(fault->times, Fault::always);
    QCOMPARE(fault->status, 418);
    QCOMPARE(fault->errorClass, u"Tea"_s);
    QVERIFY(fault->delay == std::chrono::milliseconds(-5));
    QVERIFY(fault->retryAfter == std::chrono::seconds(7));
    QCOMPARE(fault->location, u"https://x/"_s);
}

void FaultReaderTest::defaultsAreUsual()
{
    QCOMPARE(readFault(R"({"kind":"error"})")->status, 500);
    QCOMPARE(readFault(R"({"kind":"html"})")->status, 403);
    QCOMPARE(readFault(R"({"kind":"error"})")->times, 1);
    QVERIFY(!readFault(R"({"kind":"rate_limit"})")->retryAfter.has_value());
}

void FaultReaderTest::wrongOnesAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    QTest::newRow("nothing") << QByteArray() << u"kind"_s;
    QTest::newRow("no json") << QByteArray("latency") << u"kind"_s;
    QTest::newRow("unknown") << QByteArray(R"({"kind":"fire"})") << u"kind"_s;
    QTest::newRow("never") << QByteArray(R"({"kind":"drip","times":0})") << u"times"_s;
    QTest::newRow("below always") << QByteArray(R"({"kind":"drip","times":-2})") << u"times"_s;
    QTest::newRow("unknown member") << QByteArray(R"({"kind":"drip","colour":1})") << u"colour"_s;
    QTest::newRow("text for a number") << QByteArray(R"({"kind":"drip","times":"2"})") << u"times"_s;
    QTest::newRow("number for a text") << QByteArray(R"({"kind":"error","class":5})") << u"class"_s;
    QTest::newRow("negative wait") << QByteArray(R"({"kind":"latency","milliseconds":-1})") << u"milliseconds"_s;
    QTest::newRow("status") << QByteArray(R"({"kind":"error","status":99})") << u"status"_s;
}

void FaultReaderTest::wrongOnesAreRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const auto fault = readFault(json);
    QVERIFY(!fault);
    QVERIFY(fault.error().message.startsWith(named));
}

void FaultReaderTest::theStatusIsThatOfTheClass_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("ConnectionNotFound") << 404;
    QTest::newRow("ActionNotAllowed") << 400;
    QTest::newRow("RateLimitExceeded") << 429;
    QTest::newRow("InternalServerError") << 500;
}

void FaultReaderTest::theStatusIsThatOfTheClass()
{
    const QByteArray json = QByteArray(R"({"kind":"error","class":")") + QTest::currentDataTag() + "\"";
    QTEST(readFault(json + "}")->status, "status");
    QCOMPARE(readFault(json + R"(,"status":418})")->status, 418);
}

void FaultReaderTest::aTextIsReadLikeTheBody()
{
    const auto fault = readFaultText(u"error,class=ProviderError,method=PUT,path=/api/v5/*=x,times=-1,status=503"_s);
    QVERIFY(fault.has_value());
    QVERIFY(fault->kind == FaultKind::Error);
    QCOMPARE(fault->errorClass, u"ProviderError"_s);
    QCOMPARE(fault->method, QByteArray("PUT"));
    QCOMPARE(fault->path, u"/api/v5/*=x"_s);
    QCOMPARE(fault->times, Fault::always);
    QCOMPARE(fault->status, 503);
    QVERIFY(readFaultText(u"rate_limit,retry_after=7"_s)->retryAfter == std::chrono::seconds(7));
    QVERIFY(readFaultText(u"clock_skew,milliseconds=-60000"_s)->delay == std::chrono::minutes(-1));
    QCOMPARE(readFaultText(u"hang_up"_s)->times, 1);
}

void FaultReaderTest::wrongTextsAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("empty") << QString() << u"kind"_s;
    QTest::newRow("unknown") << u"fire"_s << u"kind"_s;
    QTest::newRow("unknown member") << u"drip,colour=red"_s << u"colour"_s;
    QTest::newRow("words for a number") << u"latency,milliseconds=long"_s << u"milliseconds"_s;
    QTest::newRow("no value") << u"latency,times"_s << u"times"_s;
    QTest::newRow("trailing comma") << u"hang_up,"_s << u" is not known"_s;
}

void FaultReaderTest::wrongTextsAreRefused()
{
    QFETCH(QString, text);
    QFETCH(QString, named);
    const auto fault = readFaultText(text);
    QVERIFY(!fault);
    QVERIFY2(fault.error().message.startsWith(named), qPrintable(fault.error().message));
}

void FaultReaderTest::theHelpNamesEveryKind()
{
    const QString refusal = readFaultText({}).error().message;
    const QStringList kinds = refusal.section(u": "_s, 1).split(u", "_s);
    QCOMPARE(kinds.size(), 12);
    for (const QString &kind : kinds) {
        QVERIFY2(readFaultText(kind).has_value(), qPrintable(kind));
        QVERIFY2(faultHelp().contains(u"  "_s + kind + u' '), qPrintable(kind));
    }
}

QTEST_APPLESS_MAIN(FaultReaderTest)
#include "tst_faultreader.moc"
