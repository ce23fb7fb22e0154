// SPDX-License-Identifier: Apache-2.0
#include "activity/CurlCommand.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using models::curlCommand;

namespace {

const QUrl base(u"https://www.saltedge.com/api/v5"_s);

api::Exchange reading()
{
    api::Exchange exchange;
    exchange.method = api::Method::Get;
    exchange.pathTemplate = u"connections/{}"_s;
    exchange.pathArguments = {u"12"_s};
    return exchange;
}

} // namespace

class CurlCommandTest : public QObject
{
    Q_OBJECT

private slots:
    void aReadingIsOneLine();
    void aSignedRequestHasItsTwoHeadersMore();
    void aWriteHasItsBodyMasked();
    void theQueryIsEncodedAndTheUnknownMasked();
    void aUserInTheAddressIsLeftOut();
    void noArgumentGetsOutOfItsQuotes_data();
    void noArgumentGetsOutOfItsQuotes();
};

void CurlCommandTest::aReadingIsOneLine()
{
    QCOMPARE(curlCommand(reading(), base, false),
             u"curl --request GET 'https://www.saltedge.com/api/v5/connections/12' --header 'Accept: application/json' "
             "--header 'Content-Type: application/json' --header 'App-id: ***' --header 'Secret: ***'"_s);
}

void CurlCommandTest::aSignedRequestHasItsTwoHeadersMore()
{
    QVERIFY(curlCommand(reading(), base, true)
                .endsWith(u" --header 'Secret: ***' --header 'Expires-at: ***' --header 'Signature: ***'"_s));
}

void CurlCommandTest::aWriteHasItsBodyMasked()
{
    api::Exchange exchange = reading();
    exchange.method = api::Method::Put;
    exchange.sentBytes = 120;
    const QString line = curlCommand(exchange, base, false);
    QVERIFY(line.startsWith(u"curl --request PUT "_s));
    QVERIFY2(line.endsWith(u" --data '***' # 120 bytes"_s), qPrintable(line));
}

void CurlCommandTest::theQueryIsEncodedAndTheUnknownMasked()
{
    api::Exchange exchange = reading();
    exchange.pathTemplate = u"customers"_s;
    exchange.pathArguments.clear();
    exchange.query = {{u"from_id"_s, u"a&b=ü"_s}, {u"identifier"_s, QString()}};
    QVERIFY(curlCommand(exchange, base, false).contains(u"/v5/customers?from_id=a%26b%3D%C3%BC&identifier=***'"_s));
}

void CurlCommandTest::aUserInTheAddressIsLeftOut()
{
    const QString line = curlCommand(reading(), QUrl(u"https://agent:canary@host/api/v5/"_s), false);
    QVERIFY2(line.contains(u"'https://host/api/v5/connections/12'"_s), qPrintable(line));
}

void CurlCommandTest::noArgumentGetsOutOfItsQuotes_data()
{
    QTest::addColumn<QString>("argument");
    for (const char *argument : {"12", "'; touch canary; '", "$(touch canary)", "`touch canary`", "\\'\\", "a\nb", "\"",
                                 "!history", "ü", "{}", "-o /tmp/x", "%27"}) {
        QTest::newRow(argument) << QString::fromUtf8(argument);
    }
}

/// A real shell says what it would have given to curl.
void CurlCommandTest::noArgumentGetsOutOfItsQuotes()
{
    QFETCH(const QString, argument);
    const QString shell = QStandardPaths::findExecutable(u"sh"_s);
    if (shell.isEmpty()) {
        QSKIP("there is no POSIX shell");
    }
    api::Exchange exchange = reading();
    exchange.method = api::Method::Post;
    exchange.sentBytes = 7;
    exchange.pathTemplate = u"a'b/{}"_s;
    exchange.pathArguments = {argument};
    exchange.query = {{u"it's"_s, argument}};
    QProcess process;
    process.start(shell, {u"-c"_s, u"curl() { printf '%s\\n' \"$@\"; }; "_s + curlCommand(exchange, base, false)});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardError(), QByteArray());
    const QByteArrayList words = process.readAllStandardOutput().split('\n');
    QCOMPARE(words.size(), 14);
    const QByteArray encoded = QUrl::toPercentEncoding(argument);
    QCOMPARE(words.at(2), QByteArray("https://www.saltedge.com/api/v5/a'b/" + encoded + "?it%27s=" + encoded));
    QCOMPARE(words.at(12), QByteArray("***"));
}

QTEST_GUILESS_MAIN(CurlCommandTest)
#include "tst_curlcommand.moc"
