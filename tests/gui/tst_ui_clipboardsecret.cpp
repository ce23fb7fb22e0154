// SPDX-License-Identifier: Apache-2.0
#include "privacy/ClipboardSecret.h"
#include "privacy/CopiedText.h"

#include "testing/Intervals.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using ui::ClipboardSecret;

namespace {

QClipboard &clipboard()
{
    return *QGuiApplication::clipboard();
}

api::Secret canary()
{
    return api::Secret::copyOf("canary-link");
}

} // namespace

class TestClipboardSecret : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void itIsThereWithTheHint();
    void itGoesWhenItsTimeIsOver();
    void whatWasCopiedMeanwhileStays();
    void theSameTextFromElsewhereStays();
    void puttingAgainBeginsAnew();
    void itGoesWithItsOwner();
    void itGoesWhenTheProgramEnds();
    void theSecondsAreCounted();
    void theSelectionIsLeftAlone();
    void anOrdinaryCopyIsRedacted();
};

void TestClipboardSecret::init()
{
    clipboard().setText(u"before"_s);
}

void TestClipboardSecret::itIsThereWithTheHint()
{
    ClipboardSecret secret(clipboard());
    QCOMPARE(secret.left(), 0s);
    secret.put(canary());
    QCOMPARE(clipboard().text(), u"canary-link"_s);
    QCOMPARE(clipboard().mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
    QCOMPARE(secret.left(), 20s);
}

void TestClipboardSecret::itGoesWhenItsTimeIsOver()
{
    ClipboardSecret secret(clipboard(), 30ms);
    secret.put(canary());
    QTRY_COMPARE(clipboard().text(), QString());
    QCOMPARE(secret.left(), 0s);
}

void TestClipboardSecret::whatWasCopiedMeanwhileStays()
{
    ClipboardSecret secret(clipboard(), 30ms);
    secret.put(canary());
    clipboard().setText(u"something else"_s);
    QCOMPARE(secret.left(), 0s);
    QVERIFY(testing::passIntervals(30ms, 3));
    QCOMPARE(clipboard().text(), u"something else"_s);
}

void TestClipboardSecret::theSameTextFromElsewhereStays()
{
    ClipboardSecret secret(clipboard(), 30ms);
    secret.put(canary());
    clipboard().setText(u"canary-link"_s);
    secret.clear();
    QCOMPARE(clipboard().text(), u"canary-link"_s);
}

void TestClipboardSecret::puttingAgainBeginsAnew()
{
    ClipboardSecret secret(clipboard(), 10min);
    secret.put(canary());
    secret.put(api::Secret::copyOf("canary-second"));
    QCOMPARE(clipboard().text(), u"canary-second"_s);
    QCOMPARE(secret.left(), 600s);
    secret.clear();
    QCOMPARE(clipboard().text(), QString());
}

void TestClipboardSecret::itGoesWithItsOwner()
{
    {
        ClipboardSecret secret(clipboard());
        secret.put(canary());
    }
    QCOMPARE(clipboard().text(), QString());
    {
        ClipboardSecret secret(clipboard());
        secret.put(canary());
        clipboard().setText(u"something else"_s);
    }
    QCOMPARE(clipboard().text(), u"something else"_s);
}

void TestClipboardSecret::itGoesWhenTheProgramEnds()
{
    ClipboardSecret secret(clipboard());
    secret.put(canary());
    // What exec() does last; it would end this test with it.
    QVERIFY(QMetaObject::invokeMethod(qApp, "aboutToQuit", Qt::DirectConnection));
    QCOMPARE(clipboard().text(), QString());
}

void TestClipboardSecret::theSecondsAreCounted()
{
    ClipboardSecret secret(clipboard(), 2s);
    QSignalSpy changed(&secret, &ClipboardSecret::changed);
    secret.put(canary());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(secret.left(), 2s);
    QTRY_COMPARE(secret.left(), 1s);
    QVERIFY(changed.size() > 1);
    secret.clear();
    const qsizetype told = changed.size();
    secret.clear();
    QCOMPARE(changed.size(), told);
}

void TestClipboardSecret::theSelectionIsLeftAlone()
{
    if (!clipboard().supportsSelection()) {
        QSKIP("this platform has one clipboard");
    }
    clipboard().setText(u"selected"_s, QClipboard::Selection);
    ClipboardSecret secret(clipboard());
    secret.put(canary());
    secret.clear();
    QCOMPARE(clipboard().text(QClipboard::Selection), u"selected"_s);
}

void TestClipboardSecret::anOrdinaryCopyIsRedacted()
{
    const api::Secret known = canary();
    ui::copyRedacted(u"see canary-link and token=unknown"_s);
    QCOMPARE(clipboard().text(), u"see ••• and token=•••"_s);
}

QTEST_MAIN(TestClipboardSecret)
#include "tst_ui_clipboardsecret.moc"
