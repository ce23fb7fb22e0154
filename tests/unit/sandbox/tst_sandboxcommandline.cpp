// SPDX-License-Identifier: Apache-2.0
#include "SigningKey.h"

#include "banks/BankCatalogue.h"
#include "program/CommandLine.h"

#include <QTemporaryFile>

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class SandboxCommandLineTest : public QObject
{
    Q_OBJECT

private slots:
    void withoutOptionsEverythingIsUsual();
    void everyOptionIsRead();
    void badOptionsAreOneLine_data();
    void badOptionsAreOneLine();
    void helpAndVersionAreWishes();
    void helpTellsAboutEveryOptionAndBank();

private:
    static tl::expected<CommandLine, QString> parse(const QStringList &arguments)
    {
        return CommandLine::parse(QStringList{u"saltdesk-sandbox"_s} + arguments);
    }
};

void SandboxCommandLineTest::withoutOptionsEverythingIsUsual()
{
    const auto read = parse({});
    QVERIFY(read.has_value());
    QVERIFY(read->wish == CommandLine::Wish::Serve);
    QCOMPARE(read->options.port, quint16(0));
    QCOMPARE(read->options.timeScale, 1.0);
    QCOMPARE(read->options.pageSize, 1000);
    QVERIFY(!read->options.admin && !read->options.lenient);
    QVERIFY(read->options.clientStatus == ClientStatus::Open);
    QVERIFY(read->options.providerKeys && read->options.faults.isEmpty());
    QVERIFY(read->options.publicKeyPem.isEmpty());
}

void SandboxCommandLineTest::everyOptionIsRead()
{
    QTemporaryFile key;
    QVERIFY(key.open());
    key.write("PEM");
    key.close();
    const auto read = parse({u"--port"_s,
                             u"8080"_s,
                             u"--app-id"_s,
                             u"a"_s,
                             u"--secret"_s,
                             u"s"_s,
                             u"--public-key"_s,
                             key.fileName(),
                             u"--time-scale"_s,
                             u"2.5"_s,
                             u"--customers"_s,
                             u"3"_s,
                             u"--connections=9"_s,
                             u"--page-size"_s,
                             u"7"_s,
                             u"--certificate"_s,
                             u"c.pem"_s,
                             u"--key"_s,
                             u"k.pem"_s,
                             u"--client-status"_s,
                             u"live"_s,
                             u"--without-provider-keys"_s,
                             u"--fault"_s,
                             u"latency,milliseconds=800,times=-1"_s,
                             u"--fault=hang_up,method=PUT"_s,
                             u"--admin"_s,
                             u"--lenient"_s});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error()));
    const ServerOptions &options = read->options;
    QCOMPARE(options.port, quint16(8080));
    QCOMPARE(options.appId, u"a"_s);
    QCOMPARE(options.secret, u"s"_s);
    QCOMPARE(options.publicKeyPem, QByteArray("PEM"));
    QCOMPARE(options.timeScale, 2.5);
    QCOMPARE(options.customers, 3);
    QCOMPARE(options.connections, 9);
    QCOMPARE(options.pageSize, 7);
    QCOMPARE(options.certificateFile, u"c.pem"_s);
    QCOMPARE(options.keyFile, u"k.pem"_s);
    QVERIFY(options.admin && options.lenient);
    QVERIFY(options.clientStatus == ClientStatus::Live);
    QVERIFY(!options.providerKeys);
    QCOMPARE(options.faults.size(), 2);
    QVERIFY(options.faults[0].kind == FaultKind::Latency);
    QVERIFY(options.faults[0].delay == std::chrono::milliseconds(800));
    QCOMPARE(options.faults[1].method, QByteArray("PUT"));
}

void SandboxCommandLineTest::badOptionsAreOneLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown") << QStringList{u"--colour"_s} << u"colour"_s;
    QTest::newRow("argument") << QStringList{u"run"_s} << u"run"_s;
    QTest::newRow("no value") << QStringList{u"--port"_s} << u"port"_s;
    QTest::newRow("port words") << QStringList{u"--port"_s, u"http"_s} << u"--port"_s;
    QTest::newRow("port too big") << QStringList{u"--port"_s, u"65536"_s} << u"--port"_s;
    QTest::newRow("port negative") << QStringList{u"--port=-1"_s} << u"--port"_s;
    QTest::newRow("scale zero") << QStringList{u"--time-scale"_s, u"0"_s} << u"--time-scale"_s;
    QTest::newRow("scale nan") << QStringList{u"--time-scale"_s, u"nan"_s} << u"--time-scale"_s;
    QTest::newRow("page size") << QStringList{u"--page-size"_s, u"0"_s} << u"--page-size"_s;
    QTest::newRow("connections") << QStringList{u"--connections"_s, u"many"_s} << u"--connections"_s;
    QTest::newRow("customers") << QStringList{u"--customers=-1"_s} << u"--customers"_s;
    QTest::newRow("no such key") << QStringList{u"--public-key"_s, u"/nowhere.pem"_s} << u"/nowhere.pem"_s;
    QTest::newRow("certificate alone") << QStringList{u"--certificate"_s, u"a"_s} << u"--key"_s;
    QTest::newRow("key alone") << QStringList{u"--key"_s, u"a"_s} << u"--certificate"_s;
    QTest::newRow("status") << QStringList{u"--client-status"_s, u"gold"_s} << u"--client-status"_s;
    QTest::newRow("fault kind") << QStringList{u"--fault"_s, u"fire"_s} << u"--fault: kind"_s;
    QTest::newRow("second fault") << QStringList{u"--fault=hang_up"_s, u"--fault=drip,x=1"_s} << u"--fault: x"_s;
    QTest::newRow("switch with value") << QStringList{u"--admin=yes"_s} << u"admin"_s;
}

void SandboxCommandLineTest::badOptionsAreOneLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const auto read = parse(arguments);
    QVERIFY(!read);
    QVERIFY2(read.error().contains(named), qPrintable(read.error()));
    QVERIFY(!read.error().contains(u'\n'));
}

void SandboxCommandLineTest::helpAndVersionAreWishes()
{
    QVERIFY(parse({u"--help"_s})->wish == CommandLine::Wish::Help);
    QVERIFY(parse({u"--version"_s})->wish == CommandLine::Wish::Version);
    QVERIFY(parse({u"--help"_s, u"--port"_s, u"x"_s})->wish == CommandLine::Wish::Help);
}

void SandboxCommandLineTest::helpTellsAboutEveryOptionAndBank()
{
    const QString help = CommandLine::help();
    for (const char *word : {"--port N",
                             "--app-id ID",
                             "--secret S",
                             "--public-key PEM",
                             "--time-scale X",
                             "--customers N",
                             "--connections N",
                             "--page-size N",
                             "--certificate PEM",
                             "--key PEM",
                             "--client-status NAME",
                             "--without-provider-keys",
                             "--fault FAULT",
                             "KIND[,key=value...]",
                             "lost_reply",
                             "retry_after",
                             "--admin",
                             "/sandbox/faults",
                             "--lenient",
                             "--help",
                             "--version",
                             "fakebank_simple_xf",
                             "fakebank_interactive_xf",
                             "123456",
                             "fakebank_with_error_xf",
                             "ProviderError",
                             "helpdesk-000123"}) {
        QVERIFY2(help.contains(QLatin1String(word)), word);
    }
    const BankCatalogue catalogue = BankCatalogue::builtIn();
    for (const Bank &bank : catalogue.banks()) {
        if (bank.help) {
            QVERIFY2(help.contains(bank.code + u" ("_s + bank.name + u')'), qPrintable(bank.code));
            QVERIFY2(help.contains(bank.help->succeeds) && help.contains(bank.help->asks), qPrintable(bank.code));
            QVERIFY2(help.contains(bank.help->fails), qPrintable(bank.code));
        }
    }
}

QTEST_APPLESS_MAIN(SandboxCommandLineTest)
#include "tst_sandboxcommandline.moc"
