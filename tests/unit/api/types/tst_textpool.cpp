// SPDX-License-Identifier: Apache-2.0
#include "types/TextPool.h"

#include <QTest>

#include <string>

using saltdesk::api::TextIndex;
using saltdesk::api::TextPool;

static_assert(!std::is_copy_constructible_v<TextPool>, "a copy's index would point into the original");

class TestTextPool : public QObject
{
    Q_OBJECT

private slots:
    void theEmptyTextIsNumberZero()
    {
        TextPool pool;
        QCOMPARE(pool.intern(""), TextIndex(0));
        QVERIFY(pool.text(0).empty());
        QCOMPARE(pool.size(), std::size_t(1));
    }

    void oneTextHasOneNumber()
    {
        TextPool pool;
        const TextIndex first = pool.intern("Fake Bank");
        QVERIFY(pool.intern("Fake Bank 2") != first);
        QCOMPARE(pool.intern(std::string("Fake ") + "Bank"), first);
        QVERIFY(pool.text(first) == "Fake Bank");
        QCOMPARE(pool.size(), std::size_t(3));
    }

    void numbersStayGoodWhileThePoolGrowsAndMoves()
    {
        TextPool pool;
        for (int i = 0; i < 5000; ++i) {
            QCOMPARE(pool.intern("text " + std::to_string(i)), TextIndex(i + 1));
        }
        TextPool moved = std::move(pool);
        for (int i = 0; i < 5000; ++i) {
            QVERIFY(moved.text(TextIndex(i + 1)) == "text " + std::to_string(i));
            QCOMPARE(moved.intern("text " + std::to_string(i)), TextIndex(i + 1));
        }
        QCOMPARE(moved.size(), std::size_t(5001));
    }

    void zeroBytesArePartOfAText()
    {
        TextPool pool;
        const std::string_view withZero("a\0b", 3);
        const TextIndex index = pool.intern(withZero);
        QVERIFY(pool.text(index) == withZero);
        QVERIFY(pool.intern("a") != index);
    }
};

QTEST_APPLESS_MAIN(TestTextPool)
#include "tst_textpool.moc"
