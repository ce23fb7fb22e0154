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

QTEST_APPLESS_MAIN(FaultReaderTest)
#include "tst_faultreader.moc"
