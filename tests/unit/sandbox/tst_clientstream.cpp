// SPDX-License-Identifier: Apache-2.0
#include "ScriptedSocket.h"

#include "server/ClientStream.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class ClientStreamTest : public QObject
{
    Q_OBJECT

private slots:
    void readingGoesThroughABuffer();
    void theEndIsPassedOn();
    void repliesLeaveWhole();
    void shortWritesAreContinued();
    void aBrokenSocketClosesTheConnection();
    void faultsConcernOneReplyOnly_data();
    void faultsConcernOneReplyOnly();
    void aTrickleTakesManyWrites();
    void aTrickleEndsWhenTheServerStops();
    void whatIsBufferedNeedsNoWaiting();
    void aTrickleHasItsPause();
    void anEndlessHeadIsCutOff();
    void everyRequestMayHaveAHead();
    void aRequestThatDripsForEverIsCutOff();

private:
    static constexpr const char *reply = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789";
    static bool onward(std::chrono::milliseconds) { return true; }
    static void say(ClientStream &stream)
    {
        const QByteArray text = reply;
        (void)stream.write(text.constData(), 20);
        (void)stream.write(text.constData() + 20, static_cast<std::size_t>(text.size() - 20));
    }
};

void ClientStreamTest::readingGoesThroughABuffer()
{
    ScriptedSocket socket({"abc", "def"});
    ClientStream stream(socket, onward);
    QByteArray read;
    char letter = 0;
    while (stream.read(&letter, 1) == 1) {
        read += letter;
    }
    QCOMPARE(read, QByteArray("abcdef"));
}

void ClientStreamTest::theEndIsPassedOn()
{
    ScriptedSocket socket;
    ClientStream stream(socket, onward);
    char letter = 0;
    QCOMPARE(stream.read(&letter, 1), ssize_t(0));
}

void ClientStreamTest::repliesLeaveWhole()
{
    ScriptedSocket socket;
    ClientStream stream(socket, onward);
    say(stream);
    QCOMPARE(socket.written, QByteArray());
    QVERIFY(stream.flush());
    QCOMPARE(socket.written, QByteArray(reply));
    QVERIFY(stream.flush());
    QCOMPARE(socket.written, QByteArray(reply));
}

void ClientStreamTest::shortWritesAreContinued()
{
    ScriptedSocket socket;
    socket.mostPerWrite = 3;
    ClientStream stream(socket, onward);
    say(stream);
    QVERIFY(stream.flush());
    QCOMPARE(socket.written, QByteArray(reply));
}

void ClientStreamTest::aBrokenSocketClosesTheConnection()
{
    ScriptedSocket socket;
    socket.broken = true;
    ClientStream stream(socket, onward);
    say(stream);
    QVERIFY(!stream.flush());
    QVERIFY(!stream.writeNow("x"));
}

void ClientStreamTest::faultsConcernOneReplyOnly_data()
{
    QTest::addColumn<WireFault>("fault");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("hang up") << WireFault::HangUp << QByteArray();
    QTest::newRow("in body") << WireFault::HangUpInBody
                             << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n01234");
    QTest::newRow("length") << WireFault::WrongLength
                            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n0123456789");
}

void ClientStreamTest::faultsConcernOneReplyOnly()
{
    QFETCH(WireFault, fault);
    ScriptedSocket socket;
    ClientStream stream(socket, onward);
    stream.setFault(fault);
    say(stream);
    QVERIFY(!stream.flush());
    QTEST(socket.written, "written");
    socket.written.clear();
    say(stream);
    QVERIFY(stream.flush());
    QCOMPARE(socket.written, QByteArray(reply));
}

void ClientStreamTest::aTrickleTakesManyWrites()
{
    ScriptedSocket socket;
    int pauses = 0;
    ClientStream stream(socket, [&](std::chrono::milliseconds) { return ++pauses > 0; });
    stream.setFault(WireFault::Drip);
    say(stream);
    QVERIFY(stream.flush());
    QCOMPARE(socket.written, QByteArray(reply));
    QCOMPARE(pauses, 10);
    QCOMPARE(socket.writes, 11);
}

void ClientStreamTest::aTrickleEndsWhenTheServerStops()
{
    ScriptedSocket socket;
    ClientStream stream(socket, [](std::chrono::milliseconds) { return false; });
    stream.setFault(WireFault::Drip);
    say(stream);
    QVERIFY(!stream.flush());
    QVERIFY(socket.written.endsWith("\r\n\r\n0"));
}

void ClientStreamTest::whatIsBufferedNeedsNoWaiting()
{
    ScriptedSocket socket({"ab"});
    ClientStream stream(socket, onward);
    QVERIFY(stream.waitForRequest(std::chrono::milliseconds(0)));
    char letter = 0;
    QCOMPARE(stream.read(&letter, 1), ssize_t(1));
    QVERIFY(stream.waitForRequest(std::chrono::milliseconds(0)));
    QCOMPARE(stream.read(&letter, 1), ssize_t(1));
    QVERIFY(!stream.waitForRequest(std::chrono::milliseconds(0)));
}

void ClientStreamTest::aTrickleHasItsPause()
{
    ScriptedSocket socket;
    QList<std::chrono::milliseconds> pauses;
    ClientStream stream(socket, [&](std::chrono::milliseconds pause) {
        pauses.append(pause);
        return true;
    });
    stream.setFault(WireFault::Drip, std::chrono::milliseconds(70));
    say(stream);
    QVERIFY(stream.flush());
    QCOMPARE(pauses, QList<std::chrono::milliseconds>(10, std::chrono::milliseconds(70)));
}

static qsizetype readAll(ClientStream &stream)
{
    qsizetype read = 0;
    char letter = 0;
    while (stream.read(&letter, 1) == 1) {
        ++read;
    }
    return read;
}

void ClientStreamTest::anEndlessHeadIsCutOff()
{
    ScriptedSocket socket(QList<QByteArray>(40, QByteArray(4096, 'a')));
    ClientStream stream(socket, onward);
    stream.beginRequest();
    QCOMPARE(readAll(stream), ClientStream::headLimit);
    char letter = 0;
    QCOMPARE(stream.read(&letter, 1), ssize_t(-1));
    stream.endHead();
    QCOMPARE(readAll(stream), 40 * 4096 - ClientStream::headLimit);
}

void ClientStreamTest::everyRequestMayHaveAHead()
{
    ScriptedSocket socket(QList<QByteArray>(20, QByteArray(4096, 'a')));
    ClientStream stream(socket, onward);
    QByteArray head(40000, '\0');
    for (int request = 0; request < 2; ++request) {
        stream.beginRequest();
        qsizetype read = 0;
        while (read < head.size()) {
            const ssize_t count = stream.read(head.data(), static_cast<std::size_t>(head.size() - read));
            QVERIFY(count > 0);
            read += count;
        }
    }
}

void ClientStreamTest::aRequestThatDripsForEverIsCutOff()
{
    ScriptedSocket socket(QList<QByteArray>(100, QByteArray("a")));
    std::chrono::steady_clock::time_point now;
    ClientStream stream(socket, onward, [&] { return now; });
    stream.beginRequest();
    char letter = 0;
    for (int second = 0; second < 60; second += 9) {
        QCOMPARE(stream.read(&letter, 1), ssize_t(1));
        now += std::chrono::seconds(9);
    }
    QCOMPARE(stream.read(&letter, 1), ssize_t(-1));
    stream.beginRequest();
    QCOMPARE(stream.read(&letter, 1), ssize_t(1));
}

QTEST_APPLESS_MAIN(ClientStreamTest)
#include "tst_clientstream.moc"
