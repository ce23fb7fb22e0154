// SPDX-License-Identifier: Apache-2.0
#include "secrets/KeychainWords.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using models::KeychainAct;
using models::KeychainProblem;
using models::Tone;

class TestKeychainWords : public QObject
{
    Q_OBJECT

private slots:
    void everyProblemOfEveryActHasWordsOfItsOwn_data();
    void everyProblemOfEveryActHasWordsOfItsOwn();
    void theAdviceFitsTheProblem_data();
    void theAdviceFitsTheProblem();
    void whatWaitsForAPersonIsNoFault();
    void theKeychainsOwnWordsAreTheSmallPrint();
    void nothingOffersAFile();
};

namespace {

constexpr std::array problems{KeychainProblem::NotFound, KeychainProblem::Locked, KeychainProblem::Unavailable,
                              KeychainProblem::Refused, KeychainProblem::Failed};
constexpr std::array acts{KeychainAct::Read, KeychainAct::Write, KeychainAct::Remove};

} // namespace

void TestKeychainWords::everyProblemOfEveryActHasWordsOfItsOwn_data()
{
    QTest::addColumn<KeychainAct>("act");
    QTest::newRow("read") << KeychainAct::Read;
    QTest::newRow("write") << KeychainAct::Write;
    QTest::newRow("remove") << KeychainAct::Remove;
}

void TestKeychainWords::everyProblemOfEveryActHasWordsOfItsOwn()
{
    QFETCH(KeychainAct, act);
    QSet<QString> texts;
    for (const KeychainProblem problem : problems) {
        const ui::Message message = ui::keychainMessage(act, {problem});
        QVERIFY(!message.title.isEmpty());
        // Why, and what to do.
        QVERIFY(message.text.count(u". "_s) >= 1);
        QVERIFY(message.text.endsWith(u'.'));
        QVERIFY(message.copyText.startsWith(message.title));
        texts << message.text;
    }
    QCOMPARE(texts.size(), qsizetype(problems.size()));
}

void TestKeychainWords::theAdviceFitsTheProblem_data()
{
    QTest::addColumn<KeychainAct>("act");
    QTest::addColumn<KeychainProblem>("problem");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing there") << KeychainAct::Read << KeychainProblem::NotFound << u"Enter the App-id"_s;
    QTest::newRow("locked") << KeychainAct::Read << KeychainProblem::Locked << u"Nothing is lost"_s;
    QTest::newRow("none to read") << KeychainAct::Read << KeychainProblem::Unavailable << u"for this session only"_s;
    QTest::newRow("refused") << KeychainAct::Read << KeychainProblem::Refused << u"Allow Saltdesk"_s;
    QTest::newRow("not understood") << KeychainAct::Read << KeychainProblem::Failed << u"leaves it as it is"_s;
    QTest::newRow("locked for writing") << KeychainAct::Write << KeychainProblem::Locked << u"save again"_s;
    QTest::newRow("none to write") << KeychainAct::Write << KeychainProblem::Unavailable << u"never put into a file"_s;
    QTest::newRow("not removed") << KeychainAct::Remove << KeychainProblem::Locked << u"still in it"_s;
}

void TestKeychainWords::theAdviceFitsTheProblem()
{
    QFETCH(KeychainAct, act);
    QFETCH(KeychainProblem, problem);
    QFETCH(QString, words);

    const QString text = ui::keychainMessage(act, {problem}).text;

    QVERIFY2(text.contains(words), qPrintable(text));
}

void TestKeychainWords::whatWaitsForAPersonIsNoFault()
{
    for (const KeychainAct act : acts) {
        QCOMPARE(ui::keychainMessage(act, {KeychainProblem::Locked}).tone, Tone::Warning);
        QCOMPARE(ui::keychainMessage(act, {KeychainProblem::NotFound}).tone, Tone::Warning);
        QCOMPARE(ui::keychainMessage(act, {KeychainProblem::Unavailable}).tone, Tone::Bad);
        QCOMPARE(ui::keychainMessage(act, {KeychainProblem::Refused}).tone, Tone::Bad);
        QCOMPARE(ui::keychainMessage(act, {KeychainProblem::Failed}).tone, Tone::Bad);
    }
}

void TestKeychainWords::theKeychainsOwnWordsAreTheSmallPrint()
{
    const ui::Message message =
        ui::keychainMessage(KeychainAct::Read, {KeychainProblem::Failed, u"no such interface"_s});

    QCOMPARE(message.fine, u"no such interface"_s);
    QVERIFY(message.copyText.endsWith(u"no such interface"_s));
    QVERIFY(!message.text.contains(u"no such interface"_s));
}

void TestKeychainWords::nothingOffersAFile()
{
    for (const KeychainAct act : acts) {
        for (const KeychainProblem problem : problems) {
            QString text = ui::keychainMessage(act, {problem}).text;
            QVERIFY(!text.remove(u"never put into a file"_s).contains(u"file "_s));
        }
    }
}

QTEST_GUILESS_MAIN(TestKeychainWords)
#include "tst_ui_keychainwords.moc"
