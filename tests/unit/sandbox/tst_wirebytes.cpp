// SPDX-License-Identifier: Apache-2.0
#include "server/WireBytes.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class WireBytesTest : public QObject
{
    Q_OBJECT

private slots:
    void repliesAreMistreated_data();
    void repliesAreMistreated();
    void repliesWithoutLengthAreLeftAlone();
};

void WireBytesTest::repliesAreMistreated_data()
{
    QTest::addColumn<WireFault>("fault");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<bool>("trickles");
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\nX: y\r\n\r\n";
    const QByteArray wrong = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX: y\r\n\r\n";
    const QByteArray body = "0123456789";
    QTest::newRow("none") << WireFault::None << head + body << false << false;
    QTest::newRow("hang up") << WireFault::HangUp << QByteArray() << true << false;
    QTest::newRow("in body") << WireFault::HangUpInBody << head + "01234" << true << false;
    QTest::newRow("length") << WireFault::WrongLength << wrong + body << true << false;
    QTest::newRow("drip") << WireFault::Drip << head + body << false << true;
}

void WireBytesTest::repliesAreMistreated()
{
    QFETCH(WireFault, fault);
    const WireBytes bytes = mistreat("HTTP/1.1 200 OK\r\nContent-Length: 10\r\nX: y\r\n\r\n0123456789", fault);
    QTEST(QByteArray(bytes.head + bytes.body), "bytes");
    QTEST(bytes.closes, "closes");
    QTEST(bytes.trickles, "trickles");
}

void WireBytesTest::repliesWithoutLengthAreLeftAlone()
{
    const WireBytes bytes = mistreat("HTTP/1.1 204 No Content\r\n\r\n", WireFault::WrongLength);
    QCOMPARE(bytes.head, QByteArray("HTTP/1.1 204 No Content\r\n\r\n"));
    QVERIFY(bytes.closes);
    QCOMPARE(mistreat("no head", WireFault::None).head, QByteArray("no head"));
}

QTEST_APPLESS_MAIN(WireBytesTest)
#include "tst_wirebytes.moc"
