// SPDX-License-Identifier: Apache-2.0
#include "proving/ProofSentences.h"

#include <QTest>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using models::Hop;
using models::HopResult;
using models::HopState;

class TestProofSentences : public QObject
{
    Q_OBJECT

private slots:
    void theClockIsComparedInWords_data();
    void theClockIsComparedInWords();
    void keysOfAnUnknownTypeAreNotCalledServiceKeys();
    void anUnsignedRequestIsNoFailure();
    void everySentenceBelongsToItsHopAndIsWhole();
};

void TestProofSentences::theClockIsComparedInWords_data()
{
    QTest::addColumn<std::chrono::milliseconds>("offset");
    QTest::addColumn<HopState>("state");
    QTest::addColumn<QString>("words");
    using Milliseconds = std::chrono::milliseconds;
    QTest::newRow("the same") << Milliseconds(0) << HopState::Passed << u"agrees"_s;
    QTest::newRow("29 s") << Milliseconds(29s) << HopState::Passed << u"agrees"_s;
    QTest::newRow("-29.4 s") << Milliseconds(-29'400) << HopState::Passed << u"agrees"_s;
    QTest::newRow("30 s") << Milliseconds(30s) << HopState::Warned << u"30 seconds behind"_s;
    QTest::newRow("-30 s") << Milliseconds(-30s) << HopState::Warned << u"30 seconds ahead"_s;
    QTest::newRow("two minutes") << Milliseconds(120s) << HopState::Warned << u"2 minutes behind"_s;
    QTest::newRow("an hour") << Milliseconds(-1h) << HopState::Warned << u"60 minutes ahead"_s;
    QTest::newRow("the wrong zone") << Milliseconds(5h) << HopState::Warned << u"5 hours behind"_s;
    QTest::newRow("a year") << Milliseconds(365 * 24h) << HopState::Warned << u"365 days behind"_s;
}

void TestProofSentences::theClockIsComparedInWords()
{
    QFETCH(std::chrono::milliseconds, offset);
    QFETCH(HopState, state);
    QFETCH(QString, words);

    const HopResult result = models::clockCompared(offset, 30s);

    QCOMPARE(result.state, state);
    QVERIFY2(result.detail.contains(words), qPrintable(result.detail));
}

void TestProofSentences::keysOfAnUnknownTypeAreNotCalledServiceKeys()
{
    QVERIFY(models::keysKnown(true).detail.contains("service key"_L1));
    QVERIFY(!models::keysKnown(false).detail.contains("service key"_L1));
}

void TestProofSentences::anUnsignedRequestIsNoFailure()
{
    QCOMPARE(models::signatureAccepted(true).state, HopState::Passed);
    QCOMPARE(models::signatureAccepted(false).state, HopState::NotNeeded);
}

void TestProofSentences::everySentenceBelongsToItsHopAndIsWhole()
{
    const QNetworkProxy proxy(QNetworkProxy::HttpProxy, u"proxy.example"_s, 3128, u"me"_s, u"canary"_s);
    const std::array said{std::pair{Hop::Name, models::nameIsAddress()},
                          std::pair{Hop::Name, models::nameIsForProxy(proxy)},
                          std::pair{Hop::Name, models::nameFound(u"a"_s, u"b"_s)},
                          std::pair{Hop::Name, models::nameMissing(u"a"_s)},
                          std::pair{Hop::Name, models::addressForbidden()},
                          std::pair{Hop::Proxy, models::proxyNotUsed()},
                          std::pair{Hop::Proxy, models::proxyPassed(proxy)},
                          std::pair{Hop::Tls, models::tlsNotUsed()},
                          std::pair{Hop::Reachability, models::apiAnswered(12ms)},
                          std::pair{Hop::ApiVersion, models::versionAccepted()},
                          std::pair{Hop::Permission, models::permissionGranted()},
                          std::pair{Hop::Permission, models::permissionUntested()}};
    for (const auto &[hop, result] : said) {
        QCOMPARE(result.hop, hop);
        QVERIFY(!result.isOpen());
        QVERIFY2(result.detail.endsWith(u'.'), qPrintable(result.detail));
        QVERIFY(!result.detail.contains("canary"_L1));
    }
}

QTEST_GUILESS_MAIN(TestProofSentences)
#include "tst_proofsentences.moc"
