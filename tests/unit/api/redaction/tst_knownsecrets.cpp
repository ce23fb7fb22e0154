// SPDX-License-Identifier: Apache-2.0
#include "redaction/KnownSecrets.h"
#include "transport/Secret.h"

#include <QTest>

#include <thread>

using namespace saltdesk::api;

namespace {

QByteArrayList values(const KnownSecrets &known)
{
    QByteArrayList all;
    known.forEach([&all](QByteArrayView value) { all.append(value.toByteArray()); });
    return all;
}

bool knows(const QByteArray &value)
{
    return values(KnownSecrets::ofProcess()).contains(value);
}

} // namespace

class TestKnownSecrets : public QObject
{
    Q_OBJECT

private slots:
    void aSecretIsKnownWhileItLives();
    void theLastCopyEndsIt();
    void twoOfTheSameBytesAreTwo();
    void theLongestComesFirst();
    void whatWasNeverAddedCanBeRemoved();
    void threadsComeAndGo();
};

void TestKnownSecrets::aSecretIsKnownWhileItLives()
{
    {
        const Secret secret = Secret::copyOf("known-while-it-lives");
        QVERIFY(knows("known-while-it-lives"));
    }
    QVERIFY(!knows("known-while-it-lives"));
}

void TestKnownSecrets::theLastCopyEndsIt()
{
    auto first = std::make_unique<Secret>(Secret::copyOf("shared-bytes"));
    const auto second = std::make_unique<Secret>(*first);
    first.reset();
    QVERIFY(knows("shared-bytes"));
}

void TestKnownSecrets::twoOfTheSameBytesAreTwo()
{
    const Secret stays = Secret::copyOf("same-bytes");
    {
        const Secret goes = Secret::copyOf("same-bytes");
        QCOMPARE(values(KnownSecrets::ofProcess()).count("same-bytes"), 2);
    }
    QCOMPARE(values(KnownSecrets::ofProcess()).count("same-bytes"), 1);
}

void TestKnownSecrets::theLongestComesFirst()
{
    KnownSecrets known;
    for (const char *value : {"four", "a longer one", "sixsix"}) {
        known.add(value);
    }
    QCOMPARE(values(known), (QByteArrayList{"a longer one", "sixsix", "four"}));
}

void TestKnownSecrets::whatWasNeverAddedCanBeRemoved()
{
    KnownSecrets known;
    known.add("there");
    known.remove("elsewhere");
    QCOMPARE(values(known), QByteArrayList{"there"});
}

void TestKnownSecrets::threadsComeAndGo()
{
    const qsizetype before = values(KnownSecrets::ofProcess()).size();
    const auto work = [] {
        for (int i = 0; i < 2'000; ++i) {
            const Secret secret(QByteArray::number(i) + "-of-a-thread");
            (void)values(KnownSecrets::ofProcess());
        }
    };
    std::thread other(work);
    work();
    other.join();
    QCOMPARE(values(KnownSecrets::ofProcess()).size(), before);
}

QTEST_APPLESS_MAIN(TestKnownSecrets)
#include "tst_knownsecrets.moc"
