// SPDX-License-Identifier: Apache-2.0
#include "faults/FaultyReply.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class FaultyReplyTest : public QObject
{
    Q_OBJECT

private slots:
    void someFaultsReplaceTheReply_data();
    void someFaultsReplaceTheReply();
    void errorsHaveTheEnvelope();
    void retryAfterIsOptional();
    void othersSpoilTheReply_data();
    void othersSpoilTheReply();
    void latenciesAddUp();
    void skewsAddUp();
    void aDripHasItsPause_data();
    void aDripHasItsPause();
};

void FaultyReplyTest::someFaultsReplaceTheReply_data()
{
    QTest::addColumn<FaultKind>("kind");
    QTest::addColumn<int>("status");
    QTest::newRow("error") << FaultKind::Error << 503;
    QTest::newRow("rate limit") << FaultKind::RateLimit << 429;
    QTest::newRow("html") << FaultKind::Html << 503;
    QTest::newRow("redirect") << FaultKind::Redirect << 302;
    QTest::newRow("hang up") << FaultKind::HangUp << 200;
    QTest::newRow("latency") << FaultKind::Latency << 0;
    QTest::newRow("lost reply") << FaultKind::LostReply << 0;
    QTest::newRow("drip") << FaultKind::Drip << 0;
    QTest::newRow("clock skew") << FaultKind::ClockSkew << 0;
}

void FaultyReplyTest::someFaultsReplaceTheReply()
{
    QFETCH(FaultKind, kind);
    const auto reply = replyInstead({{.kind = kind, .status = 503}}, u"id"_s);
    QTEST(reply ? reply->status : 0, "status");
    QCOMPARE(reply && reply->contentType.startsWith("text/html"), kind == FaultKind::Html);
    QCOMPARE(reply && reply->wire == WireFault::HangUp, kind == FaultKind::HangUp);
    QCOMPARE(reply && !reply->headers.isEmpty(), kind == FaultKind::Redirect);
}

void FaultyReplyTest::errorsHaveTheEnvelope()
{
    const auto reply =
        replyInstead({{.kind = FaultKind::Error, .status = 400, .errorClass = u"ClientDisabled"_s}}, u"r"_s);
    const QJsonObject error = QJsonDocument::fromJson(reply->body).object().value("error"_L1).toObject();
    QCOMPARE(error.value("class"_L1), u"ClientDisabled"_s);
    QCOMPARE(error.value("request_id"_L1), u"r"_s);
}

void FaultyReplyTest::retryAfterIsOptional()
{
    QVERIFY(replyInstead({{.kind = FaultKind::RateLimit}}, {})->headers.isEmpty());
    const auto reply = replyInstead({{.kind = FaultKind::RateLimit, .retryAfter = std::chrono::seconds(3)}}, {});
    QCOMPARE(reply->headers.first().first, QByteArray("Retry-After"));
    QCOMPARE(reply->headers.first().second, QByteArray("3"));
}

void FaultyReplyTest::othersSpoilTheReply_data()
{
    QTest::addColumn<FaultKind>("kind");
    QTest::addColumn<WireFault>("wire");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("lost reply") << FaultKind::LostReply << WireFault::HangUp << QByteArray("12345678");
    QTest::newRow("hang up in body") << FaultKind::HangUpInBody << WireFault::HangUpInBody << QByteArray("12345678");
    QTest::newRow("wrong length") << FaultKind::WrongLength << WireFault::WrongLength << QByteArray("12345678");
    QTest::newRow("drip") << FaultKind::Drip << WireFault::Drip << QByteArray("12345678");
    QTest::newRow("truncated") << FaultKind::TruncatedJson << WireFault::None << QByteArray("1234");
    QTest::newRow("clock skew") << FaultKind::ClockSkew << WireFault::None << QByteArray("12345678");
}

void FaultyReplyTest::othersSpoilTheReply()
{
    QFETCH(FaultKind, kind);
    Reply reply{.body = "12345678"};
    spoil(reply, {{.kind = kind}});
    QTEST(reply.wire, "wire");
    QTEST(reply.body, "body");
    QCOMPARE(reply.status, 200);
}

void FaultyReplyTest::latenciesAddUp()
{
    Reply reply;
    const Fault fault{.kind = FaultKind::Latency, .delay = std::chrono::milliseconds(20)};
    spoil(reply, {fault, fault});
    QVERIFY(reply.latency == std::chrono::milliseconds(40));
}

void FaultyReplyTest::skewsAddUp()
{
    const Fault fault{.kind = FaultKind::ClockSkew, .delay = std::chrono::minutes(-3)};
    QVERIFY(clockSkew({fault, fault, Fault{.delay = std::chrono::hours(1)}}) == std::chrono::minutes(-6));
    QVERIFY(clockSkew({}) == std::chrono::minutes(0));
}

void FaultyReplyTest::aDripHasItsPause_data()
{
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("pause");
    QTest::newRow("usual") << 0 << 50;
    QTest::newRow("slow") << 4000 << 4000;
}

void FaultyReplyTest::aDripHasItsPause()
{
    QFETCH(int, wanted);
    QFETCH(int, pause);
    Reply reply;
    spoil(reply, {{.kind = FaultKind::Drip, .delay = std::chrono::milliseconds(wanted)}});
    QCOMPARE(reply.trickle.count(), pause);
}

QTEST_APPLESS_MAIN(FaultyReplyTest)
#include "tst_faultyreply.moc"
