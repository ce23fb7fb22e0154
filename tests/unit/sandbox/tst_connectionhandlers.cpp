// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;
using std::chrono::minutes;
using std::chrono::seconds;

class ConnectionHandlersTest : public QObject
{
    Q_OBJECT

private slots:
    void theListIsOneCustomersInOrder();
    void theListNeedsAKnownUnlockedCustomer_data();
    void theListNeedsAKnownUnlockedCustomer();
    void dataComesBeforeMeta();
    void smallPagesCoverTheWholeList_data();
    void smallPagesCoverTheWholeList();
    void nextPageKeepsTheOtherParameters();
    void showIsTheRowOfTheList();
    void unknownConnectionsAreNotFound_data();
    void unknownConnectionsAreNotFound();
    void updateSetsTheThreeFlags_data();
    void updateSetsTheThreeFlags();
    void updateRefusesTheRest_data();
    void updateRefusesTheRest();
    void updateStartsNoFetch();
    void inactiveCannotBeRefreshedAnyMore();
    void forgettingCredentialsStopsRefreshing();
    void forgettingWhileRunningWaitsForTheEnd();
    void aDisabledConnectionCannotBeUpdatedButRemoved();
    void removeIsFinal();
    void removeRevokesTheConsent();
    void aLockedCustomersConnectionsAreLocked_data();
    void aLockedCustomersConnectionsAreLocked();
};

static QStringList idsOf(const Answer &answer)
{
    QStringList ids;
    for (const auto &row : answer.rows()) {
        ids.append(row.toObject().value("id"_L1).toString());
    }
    return ids;
}

void ConnectionHandlersTest::theListIsOneCustomersInOrder()
{
    Desk desk;
    const Answer answer = desk.get(u"/connections?customer_id="_s + Desk::demoId());
    QCOMPARE(answer.status(), 200);
    QCOMPARE(answer.rows().size(), 7);
    QStringList ids = idsOf(answer);
    QVERIFY(std::is_sorted(ids.begin(), ids.end(), IdOrder()));
    QCOMPARE(ids.first(), Desk::refusedId());
    for (const auto &row : answer.rows()) {
        QCOMPARE(row.toObject().value("customer_id"_L1), Desk::demoId());
    }
    QVERIFY(answer.json.value("meta"_L1).toObject().value("next_id"_L1).isNull());
    QVERIFY(answer.json.value("meta"_L1).toObject().contains("next_page"_L1));
}

void ConnectionHandlersTest::theListNeedsAKnownUnlockedCustomer_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<int>("status");
    QTest::newRow("none") << u""_s << u"WrongRequestFormat"_s << 400;
    QTest::newRow("empty") << u"?customer_id="_s << u"WrongRequestFormat"_s << 400;
    QTest::newRow("unknown") << u"?customer_id=987"_s << u"CustomerNotFound"_s << 404;
    QTest::newRow("identifier") << u"?customer_id=helpdesk-000123"_s << u"CustomerNotFound"_s << 404;
    QTest::newRow("too large") << u"?customer_id=99999999999999999999"_s << u"ValueOutOfRange"_s << 400;
    QTest::newRow("unknown parameter") << u"?customer_id=222222222222222222&status=active"_s << u"WrongRequestFormat"_s
                                       << 400;
    QTest::newRow("page size") << u"?customer_id=222222222222222222&per_page=5"_s << u"ValueOutOfRange"_s << 400;
}

void ConnectionHandlersTest::theListNeedsAKnownUnlockedCustomer()
{
    QFETCH(QString, query);
    Desk desk;
    const Answer answer = desk.get(u"/connections"_s + query);
    QTEST(answer.errorClass(), "errorClass");
    QTEST(answer.status(), "status");
}

void ConnectionHandlersTest::dataComesBeforeMeta()
{
    Desk desk;
    const QStringList paths{u"/customers"_s, u"/connections?customer_id="_s + Desk::demoId(),
                            u"/consents?customer_id="_s + Desk::demoId(),
                            u"/attempts?connection_id="_s + Desk::refusedId()};
    for (const QString &path : paths) {
        const QByteArray body = desk.get(path).reply.body;
        QVERIFY(body.startsWith("{\"data\":["));
        QVERIFY(body.lastIndexOf("\"meta\":{") > body.lastIndexOf("\"id\":"));
    }
}

void ConnectionHandlersTest::smallPagesCoverTheWholeList_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 7, 59, 60, 61, 1000}) {
        QTest::addRow("%d", size) << size;
    }
}

void ConnectionHandlersTest::smallPagesCoverTheWholeList()
{
    QFETCH(int, size);
    Desk desk({.pageSize = size});
    Desk whole;
    const QString path = u"/connections?customer_id="_s + desk.customer(u"helpdesk-000114"_s);
    const QStringList expected = idsOf(whole.get(path));
    QCOMPARE(expected.size(), 60);
    QStringList met;
    QString next = path;
    while (!next.isEmpty() && met.size() <= 60) {
        const Answer page = desk.get(next);
        QVERIFY(page.rows().size() <= size);
        met += idsOf(page);
        next = page.nextId().isEmpty() ? QString() : path + u"&from_id="_s + page.nextId();
    }
    QCOMPARE(met, expected);
}

void ConnectionHandlersTest::nextPageKeepsTheOtherParameters()
{
    Desk desk({.pageSize = 20});
    const QString customer = desk.customer(u"helpdesk-000114"_s);
    const Answer first = desk.get(u"/connections?per_page=200&customer_id="_s + customer);
    QVERIFY(first.nextPage().startsWith(u"/api/v5/connections?"_s));
    QVERIFY(first.nextPage().contains(u"per_page=200"_s));
    QVERIFY(first.nextPage().contains(u"customer_id="_s + customer));
    QVERIFY(first.nextPage().contains(u"from_id="_s + first.nextId()));
    const Answer second = desk.get(first.nextPage().mid(7));
    QCOMPARE(idsOf(second).first(), first.nextId());
    QCOMPARE(second.nextPage().count(u"from_id"_s), 1);
}

void ConnectionHandlersTest::showIsTheRowOfTheList()
{
    Desk desk;
    for (const auto &row : desk.get(u"/connections?customer_id="_s + Desk::demoId()).rows()) {
        const QString id = row.toObject().value("id"_L1).toString();
        QCOMPARE(desk.get(u"/connections/"_s + id).data(), row.toObject());
    }
}

void ConnectionHandlersTest::unknownConnectionsAreNotFound_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("show") << QByteArray("GET") << u""_s << QByteArray();
    QTest::newRow("update") << QByteArray("PUT") << u""_s << QByteArray(R"({"data":{"daily_refresh":true}})");
    QTest::newRow("remove") << QByteArray("DELETE") << u""_s << QByteArray();
    QTest::newRow("refresh") << QByteArray("PUT") << u"/refresh"_s << QByteArray("{}");
    QTest::newRow("reconnect") << QByteArray("PUT") << u"/reconnect"_s << QByteArray(R"({"data":{}})");
    QTest::newRow("interactive") << QByteArray("PUT") << u"/interactive"_s
                                 << QByteArray(R"({"data":{"credentials":{}}})");
}

void ConnectionHandlersTest::unknownConnectionsAreNotFound()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, suffix);
    QFETCH(QByteArray, body);
    Desk desk;
    const Answer answer = desk.send(Desk::request(method, u"/connections/987"_s + suffix, body));
    QCOMPARE(answer.status(), 404);
    QCOMPARE(answer.errorClass(), u"ConnectionNotFound"_s);
    QVERIFY(answer.message().contains(u"987"_s));
    QCOMPARE(answer.json.value("request"_L1).toObject().value("connection_id"_L1), u"987"_s);
}

void ConnectionHandlersTest::updateSetsTheThreeFlags_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("daily on") << u"daily_refresh"_s << QJsonValue(true);
    QTest::newRow("daily off") << u"daily_refresh"_s << QJsonValue(false);
    QTest::newRow("store off") << u"store_credentials"_s << QJsonValue(false);
    QTest::newRow("store on") << u"store_credentials"_s << QJsonValue(true);
    QTest::newRow("inactive") << u"status"_s << QJsonValue(u"inactive"_s);
}

void ConnectionHandlersTest::updateSetsTheThreeFlags()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    Desk desk;
    const QString path = u"/connections/"_s + desk.connection(u"helpdesk-000101"_s, u"fakebank_simple_xf"_s);
    QJsonObject expected = desk.get(path).data();
    const Answer answer = desk.putData(path, {{name, value}});
    QCOMPARE(answer.status(), 200);
    QCOMPARE(answer.data().value(name), value);
    QCOMPARE(answer.data().value("updated_at"_L1), u"2026-11-23T00:00:00Z"_s);
    for (const char *changing : {"updated_at", "next_refresh_possible_at"}) {
        expected.insert(QString::fromLatin1(changing), answer.data().value(QLatin1String(changing)));
    }
    expected.insert(name, value);
    QCOMPARE(answer.data(), expected);
    QCOMPARE(desk.get(path).data(), expected);
}

void ConnectionHandlersTest::updateRefusesTheRest_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("errorClass");
    const QString format = u"WrongRequestFormat"_s;
    QTest::newRow("active") << QByteArray(R"({"data":{"status":"active"}})") << format;
    QTest::newRow("disabled") << QByteArray(R"({"data":{"status":"disabled"}})") << format;
    QTest::newRow("null") << QByteArray(R"({"data":{"status":null}})") << format;
    QTest::newRow("empty") << QByteArray(R"({"data":{}})") << format;
    QTest::newRow("text flag") << QByteArray(R"({"data":{"daily_refresh":"true"}})") << format;
    QTest::newRow("number flag") << QByteArray(R"({"data":{"store_credentials":1}})") << format;
    QTest::newRow("unknown") << QByteArray(R"({"data":{"categorization":"none"}})") << format;
    QTest::newRow("beside data") << QByteArray(R"({"data":{"daily_refresh":true},"meta":1})") << format;
    QTest::newRow("no envelope") << QByteArray(R"({"daily_refresh":true})") << format;
    QTest::newRow("array") << QByteArray(R"({"data":[]})") << format;
    QTest::newRow("nothing") << QByteArray() << u"JsonParseError"_s;
    QTest::newRow("not json") << QByteArray("daily_refresh=true") << u"JsonParseError"_s;
    QTest::newRow("cut json") << QByteArray(R"({"data":{)") << u"JsonParseError"_s;
}

void ConnectionHandlersTest::updateRefusesTheRest()
{
    QFETCH(QByteArray, body);
    Desk desk;
    const QString path = u"/connections/"_s + desk.connection(u"helpdesk-000101"_s, u"fakebank_simple_xf"_s);
    const QJsonObject before = desk.get(path).json;
    const Answer answer = desk.put(path, body);
    QTEST(answer.errorClass(), "errorClass");
    QCOMPARE(answer.status(), 400);
    QCOMPARE(desk.get(path).json, before);
}

void ConnectionHandlersTest::updateStartsNoFetch()
{
    Desk desk;
    const QString path = u"/connections/"_s + desk.connection(u"helpdesk-000101"_s, u"fakebank_simple_xf"_s);
    const QJsonValue attempt = desk.get(path).attempt().value("id"_L1);
    QCOMPARE(desk.putData(path, {{u"daily_refresh"_s, true}}).attempt().value("id"_L1), attempt);
}

void ConnectionHandlersTest::inactiveCannotBeRefreshedAnyMore()
{
    Desk desk;
    const QString path = u"/connections/"_s + desk.connection(u"helpdesk-000101"_s, u"fakebank_simple_xf"_s);
    QCOMPARE(desk.putData(path, {{u"status"_s, u"inactive"_s}}).status(), 200);
    const Answer answer = desk.put(path + u"/refresh"_s, "{}");
    QCOMPARE(answer.status(), 406);
    QVERIFY(answer.json.contains("next_refresh_possible_at"_L1));
    QVERIFY(answer.json.value("next_refresh_possible_at"_L1).isNull());
}

void ConnectionHandlersTest::forgettingCredentialsStopsRefreshing()
{
    Desk desk;
    const QString path = u"/connections/"_s + desk.connection(u"helpdesk-000101"_s, u"fakebank_simple_xf"_s);
    QCOMPARE(desk.putData(path, {{u"store_credentials"_s, false}}).data().value("next_refresh_possible_at"_L1),
             QJsonValue());
    QCOMPARE(desk.put(path + u"/refresh"_s, "{}").status(), 406);
    // What was forgotten stays forgotten: any login reconnects now.
    const QJsonObject credentials{{u"login"_s, u"somebody"_s}, {u"password"_s, u"else"_s}};
    QCOMPARE(desk.putData(path + u"/reconnect"_s, {{u"credentials"_s, credentials}}).status(), 200);
}

void ConnectionHandlersTest::forgettingWhileRunningWaitsForTheEnd()
{
    Desk desk;
    const QString path = u"/connections/"_s + desk.connection(u"helpdesk-000101"_s, u"fakebank_simple_xf"_s);
    QCOMPARE(desk.put(path + u"/refresh"_s, "{}").status(), 200);
    QCOMPARE(desk.putData(path, {{u"store_credentials"_s, false}}).status(), 200);
    desk.pass(minutes(1));
    const Answer finished = desk.get(path);
    QVERIFY(finished.attempt().value("success_at"_L1).isString());
    QVERIFY(finished.data().value("next_refresh_possible_at"_L1).isNull());
}

void ConnectionHandlersTest::aDisabledConnectionCannotBeUpdatedButRemoved()
{
    Desk desk;
    const QString path = u"/connections/"_s + desk.connection(u"helpdesk-000109"_s, u"fakebank_simple_xf"_s);
    QCOMPARE(desk.putData(path, {{u"daily_refresh"_s, true}}).errorClass(), u"ConnectionDisabled"_s);
    QCOMPARE(desk.remove(path).status(), 200);
}

void ConnectionHandlersTest::removeIsFinal()
{
    Desk desk;
    const QString id = desk.connection(u"helpdesk-000103"_s, u"fakebank_simple_xf"_s);
    const Answer removed = desk.remove(u"/connections/"_s + id);
    QCOMPARE(removed.json, (QJsonObject{{u"data"_s, QJsonObject{{u"id"_s, id}, {u"removed"_s, true}}}}));
    QCOMPARE(desk.get(u"/connections/"_s + id).status(), 404);
    QCOMPARE(desk.remove(u"/connections/"_s + id).status(), 404);
    QCOMPARE(desk.connection(u"helpdesk-000103"_s, u"fakebank_simple_xf"_s), QString());
    QCOMPARE(desk.get(u"/attempts?connection_id="_s + id).status(), 404);
}

void ConnectionHandlersTest::removeRevokesTheConsent()
{
    Desk desk;
    QCOMPARE(desk.remove(u"/connections/"_s + Desk::refusedId()).status(), 200);
    const QJsonObject consent = desk.get(u"/consents?customer_id="_s + Desk::demoId()).rows().first().toObject();
    QCOMPARE(consent.value("connection_id"_L1), Desk::refusedId());
    QCOMPARE(consent.value("status"_L1), u"revoked"_s);
    QCOMPARE(consent.value("revoke_reason"_L1), u"client"_s);
}

void ConnectionHandlersTest::aLockedCustomersConnectionsAreLocked_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("suffix");
    QTest::newRow("show") << QByteArray("GET") << u""_s;
    QTest::newRow("remove") << QByteArray("DELETE") << u""_s;
    QTest::newRow("refresh") << QByteArray("PUT") << u"/refresh"_s;
}

void ConnectionHandlersTest::aLockedCustomersConnectionsAreLocked()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, suffix);
    Desk desk;
    const QString locked = desk.customer(u"helpdesk-000113"_s);
    QCOMPARE(desk.get(u"/connections?customer_id="_s + locked).errorClass(), u"CustomerLocked"_s);
    // The connection that follows the locked customer in the order of ids is its own.
    State numbers;
    QString id = numbers.nextId();
    while (!IdOrder()(locked, id)) {
        id = numbers.nextId();
    }
    const Answer answer = desk.send(Desk::request(method, u"/connections/"_s + id + suffix));
    QCOMPARE(answer.errorClass(), u"CustomerLocked"_s);
}

QTEST_APPLESS_MAIN(ConnectionHandlersTest)
#include "tst_connectionhandlers.moc"
