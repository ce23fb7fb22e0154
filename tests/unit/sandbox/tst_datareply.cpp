// SPDX-License-Identifier: Apache-2.0
#include "http/DataReply.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class DataReplyTest : public QObject
{
    Q_OBJECT

private slots:
    void listsPutTheRowsBeforeTheMeta_data();
    void listsPutTheRowsBeforeTheMeta();
    void objectsAreWrapped();
};

void DataReplyTest::listsPutTheRowsBeforeTheMeta_data()
{
    QTest::addColumn<QList<QByteArray>>("rows");
    QTest::addColumn<QString>("nextId");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QList<QByteArray>() << QString()
                           << QByteArray(R"({"data":[],"meta":{"next_id":null,"next_page":null}})");
    QTest::newRow("one") << QList<QByteArray>{"1"} << QString()
                         << QByteArray(R"({"data":[1],"meta":{"next_id":null,"next_page":null}})");
    QTest::newRow("more") << QList<QByteArray>{"1", "2"} << u"3"_s
                          << QByteArray(R"({"data":[1,2],"meta":{"next_id":"3","next_page":"/x?from_id=3"}})");
}

void DataReplyTest::listsPutTheRowsBeforeTheMeta()
{
    QFETCH(QList<QByteArray>, rows);
    QFETCH(QString, nextId);
    const Page page{
        .rows = rows, .nextId = nextId, .nextPage = nextId.isEmpty() ? QString() : u"/x?from_id="_s + nextId};
    QTEST(listBody(page), "body");
}

void DataReplyTest::objectsAreWrapped()
{
    QCOMPARE(objectBody({{u"id"_s, u"1"_s}}), QByteArray(R"({"data":{"id":"1"}})"));
}

QTEST_APPLESS_MAIN(DataReplyTest)
#include "tst_datareply.moc"
