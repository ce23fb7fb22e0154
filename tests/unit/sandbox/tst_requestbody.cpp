// SPDX-License-Identifier: Apache-2.0
#include "ScriptedSocket.h"

#include "server/RequestBody.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class RequestBodyTest : public QObject
{
    Q_OBJECT

private slots:
    void bodiesAreRead_data();
    void bodiesAreRead();
    void whatFollowsIsLeft();
    void thePiecesDoNotMatter();
    void anAnnouncedBodyIsWelcomed();
    void withoutHeadersThereIsNone();

private:
    struct Read
    {
        RequestBody::Verdict verdict;
        QByteArray body;
    };
    static Read read(ScriptedSocket &socket, const httplib::Headers &headers)
    {
        ClientStream stream(socket, [](std::chrono::milliseconds) { return true; });
        httplib::Request request;
        request.headers = headers;
        request.body = "stale";
        const auto verdict = RequestBody::read(stream, request);
        return {verdict, QByteArray::fromStdString(request.body)};
    }
};

void RequestBodyTest::bodiesAreRead_data()
{
    using enum RequestBody::Verdict;
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<RequestBody::Verdict>("verdict");
    QTest::addColumn<QByteArray>("body");
    const QByteArray length = "Content-Length";
    const QByteArray coding = "Transfer-Encoding";
    const QByteArray chunked = "chunked";
    const auto row = [](const char *tag, const QByteArray &name, const QByteArray &value, const QByteArray &bytes,
                        RequestBody::Verdict verdict,
                        const QByteArray &body) { QTest::newRow(tag) << name << value << bytes << verdict << body; };
    row("counted", length, "3", "abc", Complete, "abc");
    row("zero", length, "0", "", Complete, "");
    row("zero bytes inside", length, "3", QByteArray("a\0b", 3), Complete, QByteArray("a\0b", 3));
    row("cut", length, "4", "abc", Broken, "abc");
    row("no number", length, "x", "abc", Broken, "");
    row("negative", length, "-3", "abc", Broken, "");
    row("more than a number holds", length, "99999999999999999999999", "abc", Broken, "");
    row("too large", length, "1048577", "abc", TooLarge, "");
    row("one chunk", coding, chunked, "3\r\nabc\r\n0\r\n\r\n", Complete, "abc");
    row("two chunks", coding, chunked, "2\r\nab\r\n1;ext=1\r\nc\r\n0\r\n\r\n", Complete, "abc");
    row("hexadecimal", coding, chunked, "A\r\n0123456789\r\n0\r\n\r\n", Complete, "0123456789");
    row("no chunk", coding, chunked, "0\r\n\r\n", Complete, "");
    row("cut chunk", coding, chunked, "5\r\nab", Broken, "ab");
    row("cut end", coding, chunked, "2\r\nab\r\n", Broken, "ab");
    row("bad size", coding, chunked, "zz\r\nab\r\n", Broken, "");
    row("huge size", coding, chunked, "fffffff\r\n", TooLarge, "");
    row("overflowing size", coding, chunked, "fffffffffffffffffffff\r\n", Broken, "");
    row("endless size", coding, chunked, QByteArray(5000, '1'), Broken, "");
}

void RequestBodyTest::bodiesAreRead()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, bytes);
    ScriptedSocket socket(bytes.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{bytes});
    const Read got = read(socket, {{name.toStdString(), value.toStdString()}});
    QTEST(got.verdict, "verdict");
    QTEST(got.body, "body");
}

void RequestBodyTest::whatFollowsIsLeft()
{
    ScriptedSocket socket({"abcGET /"});
    ClientStream stream(socket, [](std::chrono::milliseconds) { return true; });
    httplib::Request request;
    request.headers = {{"Content-Length", "3"}};
    QVERIFY(RequestBody::read(stream, request) == RequestBody::Verdict::Complete);
    char letter = 0;
    QCOMPARE(stream.read(&letter, 1), ssize_t(1));
    QCOMPARE(letter, 'G');
}

void RequestBodyTest::thePiecesDoNotMatter()
{
    const QByteArray bytes = "4\r\nabcd\r\n2\r\nef\r\n0\r\n\r\n";
    for (qsizetype cut = 1; cut < bytes.size(); ++cut) {
        ScriptedSocket socket({bytes.left(cut), bytes.mid(cut)});
        QCOMPARE(read(socket, {{"Transfer-Encoding", "chunked"}}).body, QByteArray("abcdef"));
    }
}

void RequestBodyTest::anAnnouncedBodyIsWelcomed()
{
    ScriptedSocket socket({"abc"});
    const Read got = read(socket, {{"Expect", "100-continue"}, {"Content-Length", "3"}});
    QCOMPARE(got.body, QByteArray("abc"));
    QCOMPARE(socket.written, QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    ScriptedSocket broken({"abc"});
    broken.broken = true;
    QVERIFY(read(broken, {{"Expect", "100-continue"}, {"Content-Length", "3"}}).verdict ==
            RequestBody::Verdict::Broken);
}

void RequestBodyTest::withoutHeadersThereIsNone()
{
    ScriptedSocket socket({"GET /"});
    const Read got = read(socket, {});
    QVERIFY(got.verdict == RequestBody::Verdict::Complete);
    QCOMPARE(got.body, QByteArray());
    ScriptedSocket twice({"abc"});
    const httplib::Headers two{{"Content-Length", "3"}, {"Content-Length", "2"}};
    QVERIFY(read(twice, two).verdict == RequestBody::Verdict::Broken);
}

QTEST_APPLESS_MAIN(RequestBodyTest)
#include "tst_requestbody.moc"
