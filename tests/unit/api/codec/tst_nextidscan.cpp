// SPDX-License-Identifier: Apache-2.0
#include "Samples.h"
#include "codec/ConnectionDecoder.h"

#include <QTest>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;

class TestNextIdScan : public QObject
{
    Q_OBJECT

private slots:
    void theScanFindsWhatIsPlainToSee_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("id");
        const auto body = [](const QByteArray &meta) { return testing::page({testing::connectionSample}, meta); };
        const QByteArray path = R"("next_page":"/api/v5/connections?customer_id=1&from_id=123")";
        QTest::newRow("id first") << body(R"({"next_id":"123",)" + path + '}') << u"123"_s;
        QTest::newRow("id last") << body('{' + path + R"(,"next_id":"123"})") << u"123"_s;
        QTest::newRow("number") << body(R"({"next_id":9999999999999999999})") << u"9999999999999999999"_s;
        QTest::newRow("spaced") << body("\n{ \"next_id\" : \"123\" ,\n \"next_page\" : null } ") + " \n" << u"123"_s;
        QTest::newRow("unknown members") << body(R"({"total":{"a":[1]},"next_id":"123","x":true})") << u"123"_s;
        QTest::newRow("last page") << body(R"({"next_id":null,"next_page":null})") << QString();
        QTest::newRow("no next_id") << body(R"({"next_page":null})") << QString();
        QTest::newRow("empty id") << body(R"({"next_id":""})") << QString();
        QTest::newRow("meta null") << body("null") << QString();
        QTest::newRow("meta empty") << body("{}") << QString();
        QTest::newRow("escaped id") << body("{\"next_id\":\"1\\u0032\"}") << QString();
        QTest::newRow("object as id") << body(R"({"next_id":{"a":1}})") << QString();
        QTest::newRow("fraction") << body(R"({"next_id":1.5})") << QString();
        QTest::newRow("meta is not last") << QByteArray(R"({"meta":{"next_id":"123"},"data":[]})") << QString();
        QTest::newRow("meta inside a record")
            << QByteArray(R"({"data":[{"id":"1","meta":{"next_id":"123"}}]})") << QString();
        QTest::newRow("cut off") << QByteArray(R"({"data":[],"meta":{"next_id":"123")") << QString();
        QTest::newRow("cut in the id") << QByteArray("{\"data\":[],\"meta\":{\"next_id\":\"12") << QString();
        QTest::newRow("no colon") << QByteArray(R"({"data":[],"meta")") << QString();
        QTest::newRow("behind the end") << QByteArray(R"({"data":[],"meta":{"next_id":"123"}}})") << QString();
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("html") << QByteArray("<html></html>") << QString();
    }

    void theScanFindsWhatIsPlainToSee()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, id);
        QCOMPARE(api::scanNextId(body), id);
    }

    void theParseSaysTheSame()
    {
        const QByteArray body = testing::page({testing::connectionSample}, R"({"next_id":"123","next_page":"/x"})");
        QCOMPARE(api::decodeConnectionPage(body)->nextId, api::scanNextId(body));
    }
};

QTEST_APPLESS_MAIN(TestNextIdScan)
#include "tst_nextidscan.moc"
