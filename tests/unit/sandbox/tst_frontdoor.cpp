// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class FrontDoorTest : public QObject
{
    Q_OBJECT

private slots:
    void everyReplyHasTheServersDate();
    void skewedClocksShowInTheDateOnly();
    void requestsAreLogged();
    void aRefusedWriteChangesNothing();
    void aFaultInsteadChangesNothing_data();
    void aFaultInsteadChangesNothing();
    void aLostReplyHasChangedTheState();
    void adminIsClosedUnlessOpened();
    void adminAddsAndClearsFaults();
    void adminCountsFaults();
    void faultsOfTheOptionsAreThereFromTheStart();
    void picturesAreServedToAnybody_data();
    void picturesAreServedToAnybody();
    void onlyAddressesGetIntoThePage_data();
    void onlyAddressesGetIntoThePage();
    void requestIdsAreUnique();
    void timeRunsOnlyWithTheClock();
};

void FrontDoorTest::everyReplyHasTheServersDate()
{
    Desk desk;
    QCOMPARE(desk.get(u"/customers"_s).header("Date"), QByteArray("Mon, 23 Nov 2026 00:00:00 GMT"));
    desk.pass(std::chrono::seconds(61));
    QCOMPARE(desk.get(u"/nothing"_s).header("Date"), QByteArray("Mon, 23 Nov 2026 00:01:01 GMT"));
}

void FrontDoorTest::skewedClocksShowInTheDateOnly()
{
    Desk desk;
    desk.door.faults().add({.kind = FaultKind::ClockSkew, .delay = std::chrono::hours(2)});
    const Answer answer = desk.putData(u"/connections/"_s + Desk::refusedId(), {{u"daily_refresh"_s, true}});
    QCOMPARE(answer.header("Date"), QByteArray("Mon, 23 Nov 2026 02:00:00 GMT"));
    QCOMPARE(answer.data().value("updated_at"_L1), u"2026-11-23T00:00:00Z"_s);
}

void FrontDoorTest::requestsAreLogged()
{
    Desk desk;
    (void)desk.get(u"/customers/987"_s);
    (void)desk.put(u"/connections/1/refresh"_s, "{}");
    const auto log = desk.door.log();
    QCOMPARE(log.size(), 2);
    QCOMPARE(log[0].target, QByteArray("/api/v5/customers/987"));
    QCOMPARE(log[1].method, QByteArray("PUT"));
    QCOMPARE(log[1].status, 404);
    desk.door.clearLog();
    QVERIFY(desk.door.log().isEmpty());
}

void FrontDoorTest::aRefusedWriteChangesNothing()
{
    Desk desk;
    const QString list = u"/connections?customer_id="_s + Desk::demoId();
    const QJsonObject before = desk.get(list).json;
    for (const char *body : {"", "{", "[]", "null", R"({"data":null})", R"({"data":{"status":"active"}})"}) {
        QCOMPARE(desk.put(u"/connections/"_s + Desk::refusedId(), body).status(), 400);
        QCOMPARE(desk.post(u"/connections"_s, body).status(), 400);
    }
    QCOMPARE(desk.get(list).json, before);
}

void FrontDoorTest::aFaultInsteadChangesNothing_data()
{
    QTest::addColumn<FaultKind>("kind");
    QTest::newRow("error") << FaultKind::Error;
    QTest::newRow("hang up") << FaultKind::HangUp;
    QTest::newRow("rate limit") << FaultKind::RateLimit;
    QTest::newRow("html") << FaultKind::Html;
    QTest::newRow("redirect") << FaultKind::Redirect;
}

void FrontDoorTest::aFaultInsteadChangesNothing()
{
    QFETCH(FaultKind, kind);
    Desk desk;
    desk.door.faults().add({.kind = kind, .method = "DELETE"});
    const Answer answer = desk.remove(u"/connections/"_s + Desk::refusedId());
    QVERIFY(answer.status() != 200 || answer.reply.wire == WireFault::HangUp);
    QCOMPARE(desk.get(u"/connections/"_s + Desk::refusedId()).status(), 200);
    QCOMPARE(desk.remove(u"/connections/"_s + Desk::refusedId()).status(), 200);
}

void FrontDoorTest::aLostReplyHasChangedTheState()
{
    Desk desk;
    desk.door.faults().add({.kind = FaultKind::LostReply, .method = "POST"});
    const Answer lost = desk.postData(u"/connections"_s, desk.createData());
    QVERIFY(lost.reply.wire == WireFault::HangUp);
    QCOMPARE(desk.get(u"/connections?customer_id="_s + desk.customer(u"helpdesk-000112"_s)).rows().size(), 1);
    QCOMPARE(desk.postData(u"/connections"_s, desk.createData()).errorClass(), u"ConnectionDuplicated"_s);
}

void FrontDoorTest::adminIsClosedUnlessOpened()
{
    Desk desk;
    Request request = Desk::request("POST", {}, R"({"kind":"hang_up"})");
    request.target = "/sandbox/faults";
    QCOMPARE(desk.send(request).errorClass(), u"RouteNotFound"_s);
    QCOMPARE(desk.door.faults().pending(), 0);
}

void FrontDoorTest::adminAddsAndClearsFaults()
{
    Desk desk({.admin = true});
    Request request{
        .method = "POST", .target = "/sandbox/faults", .origin = {}, .body = R"({"kind":"error","times":-1})"};
    QCOMPARE(desk.send(request).data().value("pending"_L1), QJsonValue(1));
    QCOMPARE(desk.get(u"/customers"_s).status(), 500);
    request.body = R"({"kind":"fire"})";
    QCOMPARE(desk.send(request).status(), 400);
    request.method = "PUT";
    QCOMPARE(desk.send(request).status(), 404);
    request.method = "DELETE";
    QCOMPARE(desk.send(request).status(), 200);
    QCOMPARE(desk.get(u"/customers"_s).status(), 200);
}

void FrontDoorTest::adminCountsFaults()
{
    Desk desk({.admin = true});
    desk.door.faults().add({.times = Fault::always});
    const Request count{.method = "GET", .target = "/sandbox/faults", .origin = {}};
    QCOMPARE(desk.send(count).data().value("pending"_L1), QJsonValue(1));
    QCOMPARE(desk.send(count).data().value("pending"_L1), QJsonValue(1));
}

void FrontDoorTest::faultsOfTheOptionsAreThereFromTheStart()
{
    Desk desk({.faults = {{.kind = FaultKind::RateLimit, .retryAfter = std::chrono::seconds(9)}}});
    const Answer limited = desk.get(u"/customers"_s);
    QCOMPARE(limited.status(), 429);
    QCOMPARE(limited.header("Retry-After"), QByteArray("9"));
    QCOMPARE(desk.get(u"/customers"_s).status(), 200);
}

void FrontDoorTest::picturesAreServedToAnybody_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<bool>("served");
    const QByteArray picture = "/pictures/fakebank_remote_image_xf.png";
    QTest::newRow("picture") << QByteArray("GET") << picture << true;
    QTest::newRow("written to") << QByteArray("PUT") << picture << false;
    QTest::newRow("bank without") << QByteArray("GET") << QByteArray("/pictures/fakebank_simple_xf.png") << false;
    QTest::newRow("no bank") << QByteArray("GET") << QByteArray("/pictures/x.png") << false;
    QTest::newRow("upwards") << QByteArray("GET") << QByteArray("/pictures/../customers.png") << false;
    QTest::newRow("other kind") << QByteArray("GET") << QByteArray("/pictures/fakebank_remote_image_xf.svg") << false;
}

void FrontDoorTest::picturesAreServedToAnybody()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(bool, served);
    Desk desk;
    const Answer answer = desk.send({.method = method, .target = target, .origin = {}});
    QCOMPARE(answer.status(), served ? 200 : 400);
    QCOMPARE(answer.reply.contentType == "image/png", served);
    QCOMPARE(answer.errorClass(), served ? QString() : u"AppIdNotProvided"_s);
}

void FrontDoorTest::onlyAddressesGetIntoThePage_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("taken");
    QTest::newRow("address") << QByteArray("http://127.0.0.1:8080") << true;
    QTest::newRow("tls and name") << QByteArray("https://localhost:8443") << true;
    QTest::newRow("no host") << QByteArray("http://") << false;
    QTest::newRow("quote") << QByteArray("http://a\"b") << false;
    QTest::newRow("markup") << QByteArray("http://<script>") << false;
}

void FrontDoorTest::onlyAddressesGetIntoThePage()
{
    QFETCH(QByteArray, origin);
    QFETCH(bool, taken);
    Desk desk;
    const QString id = desk.fetchedConnection(u"fakebank_remote_image_xf"_s);
    Request request = Desk::request("GET", u"/connections/"_s + id);
    request.origin = origin;
    const Answer shown = desk.send(request);
    QCOMPARE(shown.status(), 200);
    const QString html = shown.attempt().value("last_stage"_L1).toObject().value("interactive_html"_L1).toString();
    QCOMPARE(html.contains(u"src=\""_s + QString::fromLatin1(origin) + u"/pictures/"_s), taken);
    QCOMPARE(html.contains(u"{{sandbox}}"_s), !taken);
}

void FrontDoorTest::requestIdsAreUnique()
{
    Desk desk;
    const auto id = [&] {
        return desk.get(u"/nothing"_s).json.value("error"_L1).toObject().value("request_id"_L1).toString();
    };
    const QString first = id();
    QCOMPARE(first.size(), 36);
    QVERIFY(id() != first);
}

void FrontDoorTest::timeRunsOnlyWithTheClock()
{
    Desk desk;
    const QString path = u"/connections?customer_id="_s + desk.customer(u"helpdesk-000103"_s);
    const QJsonArray before = desk.get(path).rows();
    QCOMPARE(desk.get(path).rows(), before);
    desk.pass(std::chrono::hours(1));
    for (const auto &row : desk.get(path).rows()) {
        QVERIFY(row.toObject().value("last_attempt"_L1).toObject().value("finished"_L1).toBool());
    }
}

QTEST_APPLESS_MAIN(FrontDoorTest)
#include "tst_frontdoor.moc"
