// SPDX-License-Identifier: Apache-2.0
#include "RunningSandbox.h"

#include <QImage>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

/// The program itself, without a display to look at: what it prints, and how it ends.
class ProgramTest : public QObject
{
    Q_OBJECT

private slots:
    void badArgumentsAreOneLineAndTwo_data();
    void badArgumentsAreOneLineAndTwo();
    void theListIsPrinted();
    void aCustomerWithoutConnectionsIsAListWithoutRows();
    void whatCannotBeListedIsOneLineAndOne_data();
    void whatCannotBeListedIsOneLineAndOne();
    void aComputerThatCannotShowAWindowIsOneLineAndOne_data();
    void aComputerThatCannotShowAWindowIsOneLineAndOne();
    void thePictureIsWritten();
    void nothingSecretIsPrinted();

private:
    struct Run
    {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };

    [[nodiscard]] Run run(const QStringList &arguments, const QMap<QString, QString> &environment = {})
    {
        QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
        all.insert(u"HOME"_s, m_home.path());
        all.insert(u"XDG_RUNTIME_DIR"_s, m_home.path());
        for (auto it = environment.cbegin(); it != environment.cend(); ++it) {
            all.insert(it.key(), it.value());
        }
        QProcess process;
        process.setProcessEnvironment(all);
        QSignalSpy ended(&process, &QProcess::finished);
        process.start(QStringLiteral(SALTDESK_PROGRAM), arguments);
        if (!QTest::qWaitFor([&] { return !ended.isEmpty(); }, 60'000)) {
            process.kill();
            return {};
        }
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    [[nodiscard]] Run runOnSandbox(const QStringList &arguments)
    {
        return run(
            QStringList{u"--base-url"_s, m_sandbox.server().baseUrl().toString()} + arguments,
            {{u"SALTDESK_APP_ID"_s, m_sandbox.server().appId()}, {u"SALTDESK_SECRET"_s, m_sandbox.server().secret()}});
    }

    QTemporaryDir m_home;
    RunningSandbox m_sandbox{Wire::Http};
};

void ProgramTest::badArgumentsAreOneLineAndTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{u"--colour"_s};
    QTest::newRow("value missing") << QStringList{u"--sandbox"_s, u"--customer"_s};
    QTest::newRow("stray word") << QStringList{u"12345"_s};
    QTest::newRow("not a web address") << QStringList{u"--base-url"_s, u"ftp://example.com"_s};
    QTest::newRow("plain http") << QStringList{u"--base-url"_s, u"http://example.com/api/v5"_s};
    QTest::newRow("no such file") << QStringList{u"--base-url"_s, u"https://localhost/"_s, u"--ca-certificate"_s,
                                                 u"/nonexistent.pem"_s};
    QTest::newRow("line ends in an argument") << QStringList{u"--theme"_s, u"li\nght"_s};
}

void ProgramTest::badArgumentsAreOneLineAndTwo()
{
    QFETCH(const QStringList, arguments);
    const Run ended = run(arguments);
    QCOMPARE(ended.code, 2);
    QVERIFY(ended.err.startsWith("saltdesk: "));
    QCOMPARE(ended.err.count('\n'), 1);
    QVERIFY(ended.out.isEmpty());
}

void ProgramTest::theListIsPrinted()
{
    const Run ended = run({u"--sandbox"_s, u"--print"_s});
    QCOMPARE(ended.code, 0);
    const QList<QByteArray> lines = ended.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 8);
    QVERIFY(lines.at(0).startsWith("State "));
    QVERIFY(lines.at(1).startsWith("Needs you  Fakebank Simple "));
    QVERIFY(ended.err.isEmpty());
}

void ProgramTest::aCustomerWithoutConnectionsIsAListWithoutRows()
{
    const Run ended = runOnSandbox({u"--customer"_s, u"helpdesk-000112"_s, u"--print"_s});
    QCOMPARE(ended.err, QByteArray());
    QCOMPARE(ended.code, 0);
    QCOMPARE(ended.out.count('\n'), 1);
}

void ProgramTest::whatCannotBeListedIsOneLineAndOne_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("customer");
    QTest::addColumn<QByteArray>("said");
    const QString good = m_sandbox.server().baseUrl().toString();
    QTest::newRow("nobody") << good << m_sandbox.server().secret() << u"nobody-here"_s << QByteArray("nobody-here");
    QTest::newRow("wrong secret") << good << u"wrong"_s << u"helpdesk-000123"_s << QByteArray("could not be read");
    QTest::newRow("no secret") << good << QString() << u"helpdesk-000123"_s << QByteArray("SALTDESK_SECRET");
    QTest::newRow("nobody listens") << u"http://127.0.0.1:9/api/v5"_s << u"s"_s << u"helpdesk-000123"_s
                                    << QByteArray("could not be reached");
}

void ProgramTest::whatCannotBeListedIsOneLineAndOne()
{
    QFETCH(const QString, url);
    QFETCH(const QString, secret);
    QFETCH(const QString, customer);
    QFETCH(const QByteArray, said);
    const Run ended = run({u"--base-url"_s, url, u"--customer"_s, customer, u"--print"_s},
                          {{u"SALTDESK_APP_ID"_s, m_sandbox.server().appId()}, {u"SALTDESK_SECRET"_s, secret}});
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.err.contains(said), ended.err.constData());
    QCOMPARE(ended.err.count('\n'), 1);
    QVERIFY(ended.out.isEmpty());
}

void ProgramTest::aComputerThatCannotShowAWindowIsOneLineAndOne_data()
{
    const QString noFonts = m_home.filePath(u"fonts.conf"_s);
    QFile file(noFonts);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<?xml version=\"1.0\"?><fontconfig/>");

    using Environment = QMap<QString, QString>;
    QTest::addColumn<Environment>("environment");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("no display") << Environment{{u"QT_QPA_PLATFORM"_s, {}},
                                               {u"DISPLAY"_s, {}},
                                               {u"WAYLAND_DISPLAY"_s, {}}}
                                << QByteArray("saltdesk: there is no display");
    QTest::newRow("a display that is gone")
        << Environment{{u"QT_QPA_PLATFORM"_s, u"xcb"_s}, {u"DISPLAY"_s, u":4077"_s}, {u"WAYLAND_DISPLAY"_s, {}}}
        << QByteArray("saltdesk: the display cannot be opened (DISPLAY is ':4077'");
    QTest::newRow("no fonts") << Environment{{u"FONTCONFIG_FILE"_s, noFonts}}
                              << QByteArray("saltdesk: this computer has no fonts");
}

void ProgramTest::aComputerThatCannotShowAWindowIsOneLineAndOne()
{
    using Environment = QMap<QString, QString>;
    QFETCH(const Environment, environment);
    QFETCH(const QByteArray, said);
    const Run ended = run({u"--sandbox"_s, u"--print"_s}, environment);
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.err.startsWith(said), ended.err.constData());
    QCOMPARE(ended.err.count('\n'), 1);
    QVERIFY(ended.out.isEmpty());
}

void ProgramTest::thePictureIsWritten()
{
    const QString picture = m_home.filePath(u"picture.png"_s);
    QCOMPARE(run({u"--sandbox"_s, u"--screenshot"_s, picture}).code, 0);
    const QImage image(picture);
    QVERIFY(image.width() >= 800);
    QCOMPARE(run({u"--sandbox"_s, u"--screenshot"_s, u"/nonexistent/picture.png"_s}).code, 1);
}

void ProgramTest::nothingSecretIsPrinted()
{
    const Run ended = runOnSandbox({u"--customer"_s, u"helpdesk-000123"_s, u"--print"_s});
    QCOMPARE(ended.code, 0);
    const QByteArray all = ended.out + ended.err;
    QVERIFY(!all.contains(m_sandbox.server().secret().toUtf8()));
    QVERIFY(!all.contains("secret"));
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "tst_program.moc"
