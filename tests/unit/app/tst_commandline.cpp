// SPDX-License-Identifier: Apache-2.0
#include "CommandLine.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using saltdesk::app::CommandLine;

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void goodArgumentsAreRead();
    void aMistakeIsOneLineThatNamesTheArgument_data();
    void aMistakeIsOneLineThatNamesTheArgument();
    void aLinkOpensWhatItNames_data();
    void aLinkOpensWhatItNames();
    void aLinkHoldsAnIdAndNothingElse_data();
    void aLinkHoldsAnIdAndNothingElse();
    void aProfileIsATarget();
    void theThemeIsRead_data();
    void theThemeIsRead();
    void whatEndsByItself_data();
    void whatEndsByItself();
    void theHelpNamesEveryOptionAndVariable();
};

namespace {

auto parse(const QStringList &arguments)
{
    return CommandLine::parse(QStringList{u"saltdesk"_s} + arguments);
}

} // namespace

void TestCommandLine::goodArgumentsAreRead()
{
    const auto line = parse({u"--base-url"_s, u"https://x.example/api/v5"_s, u"--ca-certificate=/tmp/ca.pem"_s,
                             u"--customer"_s, u" helpdesk-000123 "_s, u"--screenshot"_s, u"a b.png"_s});

    QVERIFY2(line.has_value(), qPrintable(line ? QString() : line.error()));
    QCOMPARE(line->baseUrl, QUrl(u"https://x.example/api/v5"_s));
    QCOMPARE(line->caCertificate, u"/tmp/ca.pem"_s);
    QCOMPARE(line->customer, u"helpdesk-000123"_s);
    QCOMPARE(line->screenshot, u"a b.png"_s);
    QVERIFY(!line->sandbox && !line->print && !line->showHelp && !line->showVersion);
}

void TestCommandLine::aMistakeIsOneLineThatNamesTheArgument_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("names");
    QTest::newRow("unknown option") << QStringList{u"--sandpit"_s} << "sandpit";
    QTest::newRow("unknown short option") << QStringList{u"-z"_s} << "z";
    QTest::newRow("missing value") << QStringList{u"--base-url"_s} << "base-url";
    QTest::newRow("empty value") << QStringList{u"--customer"_s, u"  "_s} << "customer";
    QTest::newRow("positional") << QStringList{u"hello"_s} << "hello";
    QTest::newRow("two targets") << QStringList{u"--sandbox"_s, u"--base-url"_s, u"https://x.example"_s} << "--sandbox";
    QTest::newRow("not a URL") << QStringList{u"--base-url"_s, u"nonsense"_s} << "nonsense";
    QTest::newRow("a broken URL") << QStringList{u"--base-url"_s, u"https://[::"_s} << "--base-url";
    QTest::newRow("certificate for nothing") << QStringList{u"--ca-certificate"_s, u"x.pem"_s} << "--base-url";
    QTest::newRow("two things to open") << QStringList{u"--customer"_s, u"1"_s, u"--connection"_s, u"2"_s}
                                        << "--connection";
    QTest::newRow("a profile and the sandbox") << QStringList{u"--profile=x"_s, u"--sandbox"_s} << "--profile";
    QTest::newRow("a profile and an address")
        << QStringList{u"--profile=x"_s, u"--base-url=https://x.example"_s} << "--profile";
    QTest::newRow("a profile without a name") << QStringList{u"--profile="_s} << "profile";
    QTest::newRow("no such theme") << QStringList{u"--theme"_s, u"pink"_s} << "--theme";
    QTest::newRow("value for a flag") << QStringList{u"--sandbox=yes"_s} << "sandbox";
}

void TestCommandLine::aMistakeIsOneLineThatNamesTheArgument()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, names);

    const auto line = parse(arguments);

    QVERIFY(!line.has_value());
    QVERIFY2(line.error().contains(names), qPrintable(line.error()));
    QVERIFY(!line.error().contains(u'\n'));
}

void TestCommandLine::aLinkOpensWhatItNames_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("customer");
    QTest::addColumn<QString>("connection");
    QTest::newRow("a customer") << u"saltdesk://customer/123456"_s << u"123456"_s << QString();
    QTest::newRow("a connection") << u"saltdesk://connection/111111111111111111"_s << QString()
                                  << u"111111111111111111"_s;
    QTest::newRow("as some browsers hand it on") << u"saltdesk://customer/123456/"_s << u"123456"_s << QString();
    QTest::newRow("in capitals") << u"SALTDESK://Connection/7"_s << QString() << u"7"_s;
}

void TestCommandLine::aLinkOpensWhatItNames()
{
    QFETCH(const QString, link);
    const auto line = parse({u"--sandbox"_s, link});

    QVERIFY2(line.has_value(), qPrintable(line ? QString() : line.error()));
    QTEST(line->customer, "customer");
    QTEST(line->connection, "connection");
}

void TestCommandLine::aLinkHoldsAnIdAndNothingElse_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *what, const QString &link) { QTest::newRow(what) << QStringList{link}; };
    row("nothing", u"saltdesk:"_s);
    row("no id", u"saltdesk://customer/"_s);
    row("an identifier", u"saltdesk://customer/helpdesk-000123"_s);
    row("another object", u"saltdesk://profile/1"_s);
    row("a write", u"saltdesk://connection/1/remove"_s);
    row("a query", u"saltdesk://connection/1?refresh=true"_s);
    row("a fragment", u"saltdesk://connection/1#remove"_s);
    row("a user", u"saltdesk://me@customer/1"_s);
    row("escapes", u"saltdesk://customer/%31"_s);
    row("digits of other scripts", u"saltdesk://customer/\u0661\u0662"_s);
    row("a line more", u"saltdesk://customer/1\n"_s);
    row("far too long", u"saltdesk://customer/"_s + QString(21, u'1'));
    QTest::newRow("two links") << QStringList{u"saltdesk://customer/1"_s, u"saltdesk://customer/2"_s};
    QTest::newRow("beside --customer") << QStringList{u"--customer=1"_s, u"saltdesk://connection/2"_s};
    QTest::newRow("beside --connection") << QStringList{u"--connection=1"_s, u"saltdesk://customer/2"_s};
}

void TestCommandLine::aLinkHoldsAnIdAndNothingElse()
{
    QFETCH(const QStringList, arguments);
    const auto line = parse(arguments);

    QVERIFY(!line.has_value());
    QVERIFY2(line.error().contains("saltdesk:"_L1) || line.error().contains("--customer"_L1), qPrintable(line.error()));
}

void TestCommandLine::aProfileIsATarget()
{
    QCOMPARE(parse({u"--profile"_s, u" Acme, live "_s})->profile, u"Acme, live"_s);
    QVERIFY(parse({u"--profile=x"_s})->namesTarget());
    QVERIFY(parse({u"--sandbox"_s})->namesTarget());
    QVERIFY(parse({u"--base-url=https://x.example"_s})->namesTarget());
    QVERIFY(!parse({u"--print"_s, u"--customer=1"_s})->namesTarget());
}

void TestCommandLine::theThemeIsRead_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<CommandLine::Theme>("theme");
    QTest::newRow("none") << QStringList() << CommandLine::Theme::System;
    QTest::newRow("light") << QStringList{u"--theme=light"_s} << CommandLine::Theme::Light;
    QTest::newRow("dark") << QStringList{u"--theme"_s, u"dark"_s} << CommandLine::Theme::Dark;
}

void TestCommandLine::theThemeIsRead()
{
    QFETCH(QStringList, arguments);
    QFETCH(CommandLine::Theme, theme);
    QCOMPARE(parse(arguments)->theme, theme);
}

void TestCommandLine::whatEndsByItself_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("ends");
    QTest::newRow("the window") << QStringList{u"--sandbox"_s} << false;
    QTest::newRow("a picture") << QStringList{u"--sandbox"_s, u"--screenshot=x.png"_s} << true;
    QTest::newRow("a list") << QStringList{u"--sandbox"_s, u"--print"_s} << true;
}

void TestCommandLine::whatEndsByItself()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, ends);
    QCOMPARE(parse(arguments)->endsByItself(), ends);
}

void TestCommandLine::theHelpNamesEveryOptionAndVariable()
{
    const QString help = CommandLine::help();
    for (const auto &name : {"--sandbox", "--base-url", "--ca-certificate", "--customer", "--connection", "--profile",
                             "--screenshot", "--print", "--theme", "--help", "--version", "SALTDESK_APP_ID",
                             "SALTDESK_SECRET", "SALTDESK_PRIVATE_KEY", "Exit status"}) {
        QVERIFY2(help.contains(QLatin1String(name)), name);
    }
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
