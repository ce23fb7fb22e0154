// SPDX-License-Identifier: Apache-2.0
#include "RawClient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QUrl>
#include <csignal>

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class SandboxProgramTest : public QObject
{
    Q_OBJECT

private slots:
    void itPrintsOneLineAndServesUntilTold_data();
    void itPrintsOneLineAndServesUntilTold();
    void badArgumentsAreOneLineAndTwo();
    void whatCannotBeServedIsOneLineAndOne();
    void helpAndVersionEndWithZero_data();
    void helpAndVersionEndWithZero();

private:
    static void run(QProcess &process, const QStringList &arguments)
    {
        QSignalSpy ended(&process, &QProcess::finished);
        process.start(QStringLiteral(SANDBOX_PROGRAM), arguments);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20000);
    }
};

void SandboxProgramTest::itPrintsOneLineAndServesUntilTold_data()
{
    QTest::addColumn<int>("ending");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void SandboxProgramTest::itPrintsOneLineAndServesUntilTold()
{
    QFETCH(int, ending);
    QProcess process;
    QSignalSpy ended(&process, &QProcess::finished);
    process.start(QStringLiteral(SANDBOX_PROGRAM), {u"--app-id"_s, u"me"_s, u"--secret"_s, u"hush"_s});
    QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine(), 20000);
    const QJsonObject ready = QJsonDocument::fromJson(process.readLine()).object();
    QCOMPARE(ready.keys(), (QStringList{u"app_id"_s, u"base_url"_s, u"secret"_s}));
    QCOMPARE(ready.value("app_id"_L1), u"me"_s);
    const QUrl url(ready.value("base_url"_L1).toString());
    QCOMPARE(url.host(), u"127.0.0.1"_s);
    RawClient client(url.port());
    client.send("GET /api/v5/customers HTTP/1.1\r\nHost: x\r\nApp-id: me\r\nSecret: hush\r\nAccept: */*\r\n\r\n");
    QVERIFY(client.receive().startsWith("HTTP/1.1 200 "));
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), ending), 0);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20000);
    QVERIFY(process.exitStatus() == QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    QCOMPARE(process.readAllStandardError(), QByteArray());
}

void SandboxProgramTest::badArgumentsAreOneLineAndTwo()
{
    QProcess process;
    run(process, {u"--port"_s, u"x"_s});
    QCOMPARE(process.exitCode(), 2);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    const QByteArray error = process.readAllStandardError();
    QVERIFY(error.startsWith("saltdesk-sandbox: --port"));
    QCOMPARE(error.count('\n'), 1);
}

void SandboxProgramTest::whatCannotBeServedIsOneLineAndOne()
{
    QProcess process;
    run(process, {u"--certificate"_s, u"/nowhere"_s, u"--key"_s, u"/nowhere"_s});
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(process.readAllStandardError().count('\n'), 1);
}

void SandboxProgramTest::helpAndVersionEndWithZero_data()
{
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("--help") << QByteArray("Usage: saltdesk-sandbox");
    QTest::newRow("--version") << QByteArray("saltdesk-sandbox ");
}

void SandboxProgramTest::helpAndVersionEndWithZero()
{
    QFETCH(QByteArray, says);
    QProcess process;
    run(process, {QString::fromLatin1(QTest::currentDataTag())});
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().startsWith(says));
}

QTEST_GUILESS_MAIN(SandboxProgramTest)
#include "tst_sandboxprogram.moc"
