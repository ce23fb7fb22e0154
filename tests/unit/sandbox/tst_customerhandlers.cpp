// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class CustomerHandlersTest : public QObject
{
    Q_OBJECT

private slots:
    void aboutTwentyCustomersAreListed();
    void identifiersAreMatchedExactly_data();
    void identifiersAreMatchedExactly();
    void showFindsById();
    void aLockedCustomerIsShownWithItsDate();
    void smallPagesCoverTheList();
    void theFilterWorksAcrossPages();
    void createAnswersTheNewCustomer();
    void identifiersAreUniqueAndFilled_data();
    void identifiersAreUniqueAndFilled();
    void removeTakesTheConnectionsAlong();
    void removeTakesGeneratedConnectionsAlong();
    void lockAndUnlockSayWhatTheyDid();
    void whatALockedCustomerRefuses_data();
    void whatALockedCustomerRefuses();
    void unknownCustomersAreNotFound_data();
    void unknownCustomersAreNotFound();
};

void CustomerHandlersTest::aboutTwentyCustomersAreListed()
{
    Desk desk;
    const Answer answer = desk.get(u"/customers"_s);
    QVERIFY(answer.rows().size() >= 20);
    QStringList ids;
    QSet<QString> identifiers;
    for (const auto &row : answer.rows()) {
        ids.append(row.toObject().value("id"_L1).toString());
        identifiers.insert(row.toObject().value("identifier"_L1).toString());
        QVERIFY(!row.toObject().value("secret"_L1).toString().isEmpty());
    }
    QVERIFY(std::is_sorted(ids.begin(), ids.end(), IdOrder()));
    QCOMPARE(identifiers.size(), answer.rows().size());
}

void CustomerHandlersTest::identifiersAreMatchedExactly_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("found");
    QTest::newRow("one") << u"helpdesk-000123"_s << 1;
    QTest::newRow("prefix") << u"helpdesk"_s << 0;
    QTest::newRow("case") << u"HELPDESK-000123"_s << 0;
    QTest::newRow("right to left") << u"%D8%B9%D9%85%D9%8A%D9%84-000116"_s << 1;
    QTest::newRow("unknown") << u"nobody"_s << 0;
}

void CustomerHandlersTest::identifiersAreMatchedExactly()
{
    QFETCH(QString, query);
    Desk desk;
    const Answer answer = desk.get(u"/customers?identifier="_s + query);
    QCOMPARE(answer.status(), 200);
    QTEST(static_cast<int>(answer.rows().size()), "found");
}

void CustomerHandlersTest::showFindsById()
{
    Desk desk;
    const Answer answer = desk.get(u"/customers/"_s + Desk::demoId());
    QCOMPARE(answer.data().value("identifier"_L1), u"helpdesk-000123"_s);
    QCOMPARE(answer.data(), desk.get(u"/customers?identifier=helpdesk-000123"_s).rows().first().toObject());
    const Answer unknown = desk.get(u"/customers/987"_s);
    QCOMPARE(unknown.status(), 404);
    QCOMPARE(unknown.errorClass(), u"CustomerNotFound"_s);
    QCOMPARE(unknown.json.value("request"_L1).toObject().value("customer_id"_L1), u"987"_s);
}

void CustomerHandlersTest::aLockedCustomerIsShownWithItsDate()
{
    Desk desk;
    const Answer answer = desk.get(u"/customers/"_s + desk.customer(u"helpdesk-000113"_s));
    QCOMPARE(answer.data().value("blocked_at"_L1), u"2026-11-22T18:00:00Z"_s);
}

void CustomerHandlersTest::smallPagesCoverTheList()
{
    Desk whole;
    Desk desk({.pageSize = 4});
    QJsonArray met;
    for (QString next = u"/customers"_s; !next.isEmpty() && met.size() < 100;) {
        const Answer page = desk.get(next);
        for (const auto &row : page.rows()) {
            met.append(row);
        }
        next = page.nextPage().mid(7);
    }
    QCOMPARE(met, whole.get(u"/customers"_s).rows());
}

void CustomerHandlersTest::theFilterWorksAcrossPages()
{
    Desk desk({.pageSize = 1});
    const Answer answer = desk.get(u"/customers?identifier=helpdesk-000121"_s);
    QCOMPARE(answer.rows().size(), 1);
    QVERIFY(answer.nextId().isEmpty());
}

void CustomerHandlersTest::createAnswersTheNewCustomer()
{
    Desk desk;
    const Answer created = desk.postData(u"/customers"_s, {{u"identifier"_s, u"new-1"_s}});
    QCOMPARE(created.status(), 200);
    QCOMPARE(created.data().value("identifier"_L1), u"new-1"_s);
    QCOMPARE(created.data().value("created_at"_L1), u"2026-11-23T00:00:00Z"_s);
    QCOMPARE(created.data().value("blocked_at"_L1), QJsonValue());
    const QString id = created.data().value("id"_L1).toString();
    QCOMPARE(desk.get(u"/customers/"_s + id).data(), created.data());
    QCOMPARE(desk.get(u"/connections?customer_id="_s + id).rows().size(), 0);
}

void CustomerHandlersTest::identifiersAreUniqueAndFilled_data()
{
    QTest::addColumn<QJsonValue>("identifier");
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<int>("status");
    const QString invalid = u"IdentifierInvalid"_s;
    QTest::newRow("taken") << QJsonValue(u"helpdesk-000123"_s) << u"DuplicatedCustomer"_s << 409;
    QTest::newRow("other case") << QJsonValue(u"HELPDESK-000123"_s) << QString() << 200;
    QTest::newRow("longest") << QJsonValue(QString(255, u'x')) << QString() << 200;
    QTest::newRow("too long") << QJsonValue(QString(256, u'x')) << invalid << 400;
    QTest::newRow("empty") << QJsonValue(u""_s) << invalid << 400;
    QTest::newRow("blank") << QJsonValue(u" \t"_s) << invalid << 400;
    QTest::newRow("number") << QJsonValue(5) << invalid << 400;
    QTest::newRow("null") << QJsonValue() << invalid << 400;
    QTest::newRow("absent") << QJsonValue(QJsonValue::Undefined) << u"WrongRequestFormat"_s << 400;
}

void CustomerHandlersTest::identifiersAreUniqueAndFilled()
{
    QFETCH(QJsonValue, identifier);
    Desk desk;
    QJsonObject data;
    if (!identifier.isUndefined()) {
        data.insert(u"identifier"_s, identifier);
    }
    const qsizetype before = desk.get(u"/customers"_s).rows().size();
    const Answer answer = desk.postData(u"/customers"_s, data);
    QTEST(answer.errorClass(), "errorClass");
    QTEST(answer.status(), "status");
    QCOMPARE(desk.get(u"/customers"_s).rows().size(), before + (answer.status() == 200 ? 1 : 0));
}

void CustomerHandlersTest::removeTakesTheConnectionsAlong()
{
    Desk desk;
    const Answer removed = desk.remove(u"/customers/"_s + Desk::demoId());
    QCOMPARE(removed.data(), (QJsonObject{{u"id"_s, Desk::demoId()}, {u"deleted"_s, true}}));
    QCOMPARE(desk.get(u"/customers/"_s + Desk::demoId()).errorClass(), u"CustomerNotFound"_s);
    QCOMPARE(desk.get(u"/connections?customer_id="_s + Desk::demoId()).errorClass(), u"CustomerNotFound"_s);
    QCOMPARE(desk.get(u"/connections/"_s + Desk::refusedId()).errorClass(), u"ConnectionNotFound"_s);
    QCOMPARE(desk.remove(u"/customers/"_s + Desk::demoId()).status(), 404);
    // The identifier is free again.
    QCOMPARE(desk.postData(u"/customers"_s, {{u"identifier"_s, u"helpdesk-000123"_s}}).status(), 200);
}

void CustomerHandlersTest::removeTakesGeneratedConnectionsAlong()
{
    Desk desk({.customers = 2, .connections = 10});
    const auto firstOf = [&](const QString &identifier) -> QString {
        const Answer list = desk.get(u"/connections?customer_id="_s + desk.customer(identifier));
        return u"/connections/"_s + list.rows().first().toObject().value("id"_L1).toString();
    };
    const QString gone = firstOf(u"load-000001"_s);
    const QString kept = firstOf(u"load-000002"_s);
    QCOMPARE(desk.remove(u"/customers/"_s + desk.customer(u"load-000001"_s)).status(), 200);
    QCOMPARE(desk.get(gone).errorClass(), u"ConnectionNotFound"_s);
    QCOMPARE(desk.get(kept).status(), 200);
}

void CustomerHandlersTest::lockAndUnlockSayWhatTheyDid()
{
    Desk desk;
    const QString path = u"/customers/"_s + Desk::demoId();
    QCOMPARE(desk.put(path + u"/lock"_s, {}).data(), (QJsonObject{{u"id"_s, Desk::demoId()}, {u"locked"_s, true}}));
    QCOMPARE(desk.get(path).data().value("blocked_at"_L1), u"2026-11-23T00:00:00Z"_s);
    QCOMPARE(desk.get(u"/customers?identifier=helpdesk-000123"_s).rows().size(), 1);
    QCOMPARE(desk.put(path + u"/unlock"_s, {}).data(), (QJsonObject{{u"id"_s, Desk::demoId()}, {u"unlocked"_s, true}}));
    QCOMPARE(desk.get(path).data().value("blocked_at"_L1), QJsonValue());
    QCOMPARE(desk.get(u"/connections/"_s + Desk::refusedId()).status(), 200);
}

void CustomerHandlersTest::whatALockedCustomerRefuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    const QByteArray consent = R"("consent":{"scopes":["account_details"]})";
    const auto row = [](const QByteArray &line, const QByteArray &body = {}) {
        QTest::newRow(line.constData()) << line.left(line.indexOf(' ')) << body;
    };
    row("GET /connections?customer_id=222222222222222222");
    row("GET /connections/111111111111111111");
    row("PUT /connections/111111111111111111", R"({"data":{"daily_refresh":true}})");
    row("DELETE /connections/111111111111111111");
    row("PUT /connections/111111111111111111/reconnect", R"({"data":{}})");
    row("PUT /connections/111111111111111111/interactive", R"({"data":{"credentials":{}}})");
    row("PUT /connections/111111111111111111/refresh");
    row("POST /connections", R"({"data":{"customer_id":"222222222222222222","country_code":"XF","provider_code":)"
                             R"("fakebank_simple_xf",)" +
                                 consent + "}}");
    row("GET /attempts?connection_id=111111111111111111");
    row("GET /consents?customer_id=222222222222222222");
    row("PUT /consents/1/revoke?customer_id=222222222222222222");
    row("GET /accounts?customer_id=222222222222222222");
    row("GET /holder_info?connection_id=111111111111111111");
    row("POST /oauth_providers/create", R"({"data":{"customer_id":"222222222222222222","country_code":"XF",)"
                                        R"("provider_code":"fakebank_oauth_xf",)" +
                                            consent + "}}");
    row("POST /oauth_providers/reconnect", R"({"data":{"connection_id":"111111111111111111",)" + consent + "}}");
    row("PUT /oauth_providers/authorize", R"({"data":{"connection_id":"111111111111111111","query_string":"code=1"}})");
    row("POST /connect_sessions/create", R"({"data":{"customer_id":"222222222222222222",)" + consent + "}}");
    row("POST /connect_sessions/reconnect", R"({"data":{"connection_id":"111111111111111111",)" + consent + "}}");
    row("POST /connect_sessions/refresh", R"({"data":{"connection_id":"111111111111111111"}})");
    row("DELETE /customers/222222222222222222");
    row("PUT /customers/222222222222222222/lock");
}

void CustomerHandlersTest::whatALockedCustomerRefuses()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    Desk desk;
    const QString path = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 1);
    QCOMPARE(desk.put(u"/customers/222222222222222222/lock"_s, {}).status(), 200);
    const Answer answer = desk.send(Desk::request(method, path, body));
    QCOMPARE(answer.errorClass(), u"CustomerLocked"_s);
    QCOMPARE(answer.status(), 400);
}

void CustomerHandlersTest::unknownCustomersAreNotFound_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("/customers/987") << QByteArray("DELETE");
    QTest::newRow("/customers/987/lock") << QByteArray("PUT");
    QTest::newRow("/customers/987/unlock") << QByteArray("PUT");
}

void CustomerHandlersTest::unknownCustomersAreNotFound()
{
    QFETCH(QByteArray, method);
    Desk desk;
    const Answer answer = desk.send(Desk::request(method, QString::fromLatin1(QTest::currentDataTag())));
    QCOMPARE(answer.errorClass(), u"CustomerNotFound"_s);
    QCOMPARE(answer.json.value("request"_L1).toObject().value("customer_id"_L1), u"987"_s);
}

QTEST_APPLESS_MAIN(CustomerHandlersTest)
#include "tst_customerhandlers.moc"
