// SPDX-License-Identifier: Apache-2.0
#include "transport/Secret.h"

#include <QDebug>
#include <QTest>
#include <QVariant>

#include <concepts>
#include <type_traits>

using saltdesk::api::Secret;

template <class T>
concept Printable = requires(QDebug debug, const T &value)
{
    debug << value;
};

// What must not compile is checked where it would.
static_assert(!Printable<Secret>);
static_assert(!std::convertible_to<Secret, QByteArray>);
static_assert(!std::convertible_to<Secret, QString>);
static_assert(!std::convertible_to<Secret, QVariant>);
static_assert(!std::convertible_to<QByteArray, Secret>);

class TestSecret : public QObject
{
    Q_OBJECT

private slots:
    void itGivesBackWhatItWasGiven();
    void theGivenArrayIsEmptied();
    void bytesSharedWithAnotherAreLeftAlone();
    void copiesShareOneBuffer();
    void secretsCompareByTheirBytes();
    void anEmptySecretIsEmpty();
};

void TestSecret::itGivesBackWhatItWasGiven()
{
    QCOMPARE(Secret::copyOf("s3cret").reveal(), QByteArrayView("s3cret"));
    QCOMPARE(Secret::copyOf(QByteArrayView("a\0b", 3)).reveal().size(), 3);
}

void TestSecret::theGivenArrayIsEmptied()
{
    QByteArray given("s3cret, long enough to live on the heap");
    given.detach();

    const Secret secret(std::move(given));

    QVERIFY(given.isEmpty()); // NOLINT(bugprone-use-after-move): that it is empty is the promise
    QCOMPARE(secret.reveal(), QByteArrayView("s3cret, long enough to live on the heap"));
}

void TestSecret::bytesSharedWithAnotherAreLeftAlone()
{
    QByteArray mine("shared bytes");
    mine.detach();
    const QByteArray theirs = mine;

    const Secret secret(std::move(mine));

    QCOMPARE(theirs, QByteArray("shared bytes"));
    QCOMPARE(secret.reveal(), QByteArrayView("shared bytes"));
}

void TestSecret::copiesShareOneBuffer()
{
    const Secret first = Secret::copyOf("one");
    const Secret second = first; // NOLINT(performance-unnecessary-copy-initialization): the copy is the point
    QCOMPARE(static_cast<const void *>(first.reveal().data()), static_cast<const void *>(second.reveal().data()));
}

void TestSecret::secretsCompareByTheirBytes()
{
    QVERIFY(Secret::copyOf("one") == Secret::copyOf("one"));
    QVERIFY(!(Secret::copyOf("one") == Secret::copyOf("two")));
    QVERIFY(!(Secret::copyOf("one") == Secret::copyOf("one ")));
    QVERIFY(Secret() == Secret::copyOf(""));
}

void TestSecret::anEmptySecretIsEmpty()
{
    QVERIFY(Secret().isEmpty());
    QVERIFY(Secret::copyOf("").isEmpty());
    QVERIFY(!Secret::copyOf("x").isEmpty());
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
