// SPDX-License-Identifier: Apache-2.0
#include "redaction/Redactor.h"
#include "transport/Secret.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;

class TestRedactor : public QObject
{
    Q_OBJECT

private slots:
    void knownValuesGoWhereverTheyStand();
    void aValueThatHoldsAnotherGoesAsAWhole();
    void theShapeHidesWhatNobodyKnows();
    void afterASecretIsGoneItsBytesAreOrdinary();
    void otherTextsComeBackAsTheyAre_data();
    void otherTextsComeBackAsTheyAre();
    void redactingTwiceIsRedactingOnce();
    void anyThreadMayRedact();
};

void TestRedactor::knownValuesGoWhereverTheyStand()
{
    const Secret secret = Secret::copyOf("grüße&canary");
    QCOMPARE(redacted(u"The bank said grüße&canary to that."_s), u"The bank said ••• to that."_s);
    QCOMPARE(redacted(u"q=gr%C3%BC%C3%9Fe%26canary"_s), u"q=•••"_s);
    QCOMPARE(redacted(QByteArray(QByteArray("grüße&canary").toBase64() + " y")), QByteArray("••• y"));
}

void TestRedactor::aValueThatHoldsAnotherGoesAsAWhole()
{
    const Secret inner = Secret::copyOf("canary-one");
    const Secret outer = Secret::copyOf("canary-one-and-two");
    QCOMPARE(redacted(u"canary-one-and-two, canary-one"_s), u"•••, •••"_s);
}

void TestRedactor::theShapeHidesWhatNobodyKnows()
{
    QCOMPARE(redacted(u"{\"secret\":\"never a Secret\"}"_s), u"{\"secret\":\"•••\"}"_s);
}

void TestRedactor::afterASecretIsGoneItsBytesAreOrdinary()
{
    {
        const Secret secret = Secret::copyOf("passing-word");
        QCOMPARE(redacted(u"passing-word"_s), u"•••"_s);
    }
    QCOMPARE(redacted(u"passing-word"_s), u"passing-word"_s);
}

void TestRedactor::otherTextsComeBackAsTheyAre_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("sentence") << u"The bank did not answer; try again at 14:05."_s;
    QTest::newRow("row") << u"2026-11-28T10:42:07Z\tGET\tconnections/123\t200"_s;
    QTest::newRow("half a pair") << QString(u"a"_s + QChar(0xd83d) + u"b"_s);
    QTest::newRow("path") << u"/home/agent/secret/file.txt"_s;
}

void TestRedactor::otherTextsComeBackAsTheyAre()
{
    QFETCH(const QString, text);
    const Secret secret = Secret::copyOf("canary-secret");
    QCOMPARE(redacted(text), text);
}

void TestRedactor::redactingTwiceIsRedactingOnce()
{
    const Secret secret = Secret::copyOf("canary-secret");
    const QString once = redacted(u"Secret: canary-secret\nhttps://a:b@c/?token=canary-secret {\"token\":[1]}"_s);
    QVERIFY(!once.contains(u"canary"_s));
    QCOMPARE(redacted(once), once);
}

void TestRedactor::anyThreadMayRedact()
{
    std::atomic<int> leaks = 0;
    const auto work = [&leaks](const QByteArray &own) {
        for (int i = 0; i < 500; ++i) {
            const Secret secret = Secret::copyOf(own);
            leaks += redacted(QByteArray("a " + own + " b")) != "a ••• b" ? 1 : 0;
        }
    };
    std::thread other(work, QByteArray("canary-of-the-other"));
    work("canary-of-the-first");
    other.join();
    QCOMPARE(leaks.load(), 0);
}

QTEST_APPLESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
