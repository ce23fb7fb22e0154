// SPDX-License-Identifier: Apache-2.0
#include "RedactedLog.h"
#include "transport/Secret.h"

#include <QProcess>
#include <QTest>

#include <stdexcept>
#include <thread>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;

/// What a process writes to stderr, seen from outside: this program starts itself again to be that process.
class RedactedLogTest : public QObject
{
    Q_OBJECT

private slots:
    void everyLineIsRedacted();
    void theLastWordsAreRedacted_data();
    void theLastWordsAreRedacted();
    void whatWasThereComesBack();

private:
    struct Ended
    {
        bool crashed = false;
        QByteArray errors;
    };
    [[nodiscard]] static Ended run(const QString &part)
    {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {u"--part"_s, part});
        if (!process.waitForFinished(60'000)) {
            process.kill();
        }
        return {process.exitStatus() == QProcess::CrashExit, process.readAllStandardError()};
    }
};

void RedactedLogTest::everyLineIsRedacted()
{
    const Ended ended = run(u"log"_s);
    QVERIFY(!ended.crashed);
    QCOMPARE(ended.errors,
             QByteArray("from main •••\n{\"token\":\"•••\"}\nSecret: •••\nfrom a thread •••\nno secret here\n"));
}

void RedactedLogTest::theLastWordsAreRedacted_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("exception") << u"throw"_s << QByteArray("saltdesk: ended by cannot use •••\n");
    QTest::newRow("no exception") << u"throw-number"_s
                                  << QByteArray("saltdesk: ended by an exception of an unknown kind\n");
    QTest::newRow("fatal") << u"fatal"_s << QByteArray("cannot use •••\n");
}

void RedactedLogTest::theLastWordsAreRedacted()
{
    QFETCH(const QString, part);
    const Ended ended = run(part);
    QVERIFY(ended.crashed);
    QTEST(ended.errors, "said");
}

void RedactedLogTest::whatWasThereComesBack()
{
    const auto terminateBefore = std::get_terminate();
    const QtMessageHandler handlerBefore = qInstallMessageHandler(nullptr);
    qInstallMessageHandler(handlerBefore);
    {
        const app::RedactedLog log;
        QVERIFY(std::get_terminate() != terminateBefore);
    }
    QVERIFY(std::get_terminate() == terminateBefore);
    QVERIFY(qInstallMessageHandler(handlerBefore) == handlerBefore);
}

namespace {

int play(const QByteArray &part)
{
    const app::RedactedLog log;
    const api::Secret secret = api::Secret::copyOf("canary-secret");
    if (part == "throw") {
        throw std::runtime_error("cannot use canary-secret");
    }
    if (part == "throw-number") {
        throw 7;
    }
    if (part == "fatal") {
        qFatal("cannot use canary-secret");
    }
    qWarning("from main canary-secret");
    qInfo("{\"token\":\"nobody's\"}");
    qCritical("Secret: nobody's");
    std::thread([] { qDebug("from a thread canary-secret"); }).join();
    qWarning("no secret here");
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc == 3 && qstrcmp(argv[1], "--part") == 0) {
        return play(argv[2]);
    }
    const QCoreApplication application(argc, argv);
    RedactedLogTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_redactedlog.moc"
