// SPDX-License-Identifier: Apache-2.0
#include "codec/KeyTable.h"

#include <QTest>

using saltdesk::api::KeyTable;

namespace {

constexpr std::array<std::string_view, 6> keys{"id", "created_at", "updated_at", "di", "status", "x"};
constexpr KeyTable<6> table(keys);

} // namespace

static_assert(table.find("status") == 4, "found at compile time");

class TestKeyTable : public QObject
{
    Q_OBJECT

private slots:
    void everyKeyIsFound()
    {
        for (std::size_t i = 0; i < keys.size(); ++i) {
            QCOMPARE(table.find(keys[i]), static_cast<int>(i));
        }
    }

    void nothingElseIs()
    {
        for (const std::string_view key : {"", "i", "idd", "Id", "created_ax", "createdXat", "statusstatus", "\xff"}) {
            QCOMPARE(table.find(key), KeyTable<6>::unknown);
        }
    }

    void keysThatShareASlotAreToldApart()
    {
        // Same length, same first, middle and last character: the same slot.
        static constexpr KeyTable<3> clash(std::array<std::string_view, 3>{"axbyc", "azbqc", "aabac"});
        QCOMPARE(clash.find("axbyc"), 0);
        QCOMPARE(clash.find("azbqc"), 1);
        QCOMPARE(clash.find("aabac"), 2);
        QCOMPARE(clash.find("a.b.c"), KeyTable<3>::unknown);
    }
};

QTEST_APPLESS_MAIN(TestKeyTable)
#include "tst_keytable.moc"
