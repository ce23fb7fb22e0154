// SPDX-License-Identifier: Apache-2.0
#include "secrets/SessionKeychain.h"

#include "testing/Intervals.h"

#include <QTest>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using api::Secret;
using models::KeychainProblem;
using models::KeychainResult;
using models::SessionKeychain;

class TestSessionKeychain : public QObject
{
    Q_OBJECT

private slots:
    void whatWasWrittenIsReadBack();
    void aSecondWriteReplacesTheFirst();
    void whatIsNotThereIsNotFound();
    void removedIsRemovedAndTwiceToo();
    void answersComeAfterTheEventLoopTurned();
    void nobodyIsToldOnceTheContextIsGone();

private:
    [[nodiscard]] std::optional<KeychainResult<Secret>> readNow(SessionKeychain &keychain, const QString &entry);
};

std::optional<KeychainResult<Secret>> TestSessionKeychain::readNow(SessionKeychain &keychain, const QString &entry)
{
    std::optional<KeychainResult<Secret>> result;
    keychain.read(entry, this, [&result](const KeychainResult<Secret> &found) { result = found; });
    return QTest::qWaitFor([&result] { return result.has_value(); }) ? result : std::nullopt;
}

void TestSessionKeychain::whatWasWrittenIsReadBack()
{
    SessionKeychain keychain;
    keychain.write(u"a"_s, Secret::copyOf("one"), this, [](const KeychainResult<void> &) {});

    const auto read = readNow(keychain, u"a"_s);

    QVERIFY(read && *read);
    QCOMPARE((*read)->reveal(), QByteArrayView("one"));
    QVERIFY(keychain.contains(u"a"_s));
}

void TestSessionKeychain::aSecondWriteReplacesTheFirst()
{
    SessionKeychain keychain;
    keychain.write(u"a"_s, Secret::copyOf("one"), this, [](const KeychainResult<void> &) {});
    keychain.write(u"a"_s, Secret::copyOf("two"), this, [](const KeychainResult<void> &) {});

    const auto read = readNow(keychain, u"a"_s);

    QVERIFY(read && *read);
    QCOMPARE((*read)->reveal(), QByteArrayView("two"));
}

void TestSessionKeychain::whatIsNotThereIsNotFound()
{
    SessionKeychain keychain;

    const auto read = readNow(keychain, u"a"_s);

    QVERIFY(read && !*read);
    QCOMPARE(read->error().problem, KeychainProblem::NotFound);
}

void TestSessionKeychain::removedIsRemovedAndTwiceToo()
{
    SessionKeychain keychain;
    keychain.write(u"a"_s, Secret::copyOf("one"), this, [](const KeychainResult<void> &) {});
    int removals = 0;
    const auto count = [&removals](const KeychainResult<void> &result) { removals += result ? 1 : 100; };

    keychain.remove(u"a"_s, this, count);
    keychain.remove(u"a"_s, this, count);

    QTRY_COMPARE(removals, 2);
    QVERIFY(!keychain.contains(u"a"_s));
}

void TestSessionKeychain::answersComeAfterTheEventLoopTurned()
{
    SessionKeychain keychain;
    int answers = 0;

    keychain.write(u"a"_s, Secret::copyOf("one"), this, [&answers](const KeychainResult<void> &) { ++answers; });
    keychain.read(u"a"_s, this, [&answers](const KeychainResult<Secret> &) { ++answers; });

    QCOMPARE(answers, 0);
    QTRY_COMPARE(answers, 2);
}

void TestSessionKeychain::nobodyIsToldOnceTheContextIsGone()
{
    SessionKeychain keychain;
    int answers = 0;
    {
        QObject context;
        keychain.read(u"a"_s, &context, [&answers](const KeychainResult<Secret> &) { ++answers; });
    }
    QVERIFY(testing::passIntervals(1ms));
    QCOMPARE(answers, 0);
}

QTEST_GUILESS_MAIN(TestSessionKeychain)
#include "tst_sessionkeychain.moc"
