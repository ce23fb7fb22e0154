// SPDX-License-Identifier: Apache-2.0
#include "types/Ids.h"
#include "types/Member.h"

#include <QSet>
#include <QTest>

using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;

static_assert(!std::is_convertible_v<QString, ConnectionId>, "an id is made on purpose");
static_assert(!std::is_same_v<ConnectionId, CustomerId>, "a customer's id is no connection's");

class TestMember : public QObject
{
    Q_OBJECT

private slots:
    void absentNullAndEmptyAreThreeFacts()
    {
        const Member<QString> absent;
        const Member<QString> null = Member<QString>::null();
        const Member<QString> empty = QString();
        QVERIFY(absent.isAbsent() && !absent.isNull() && !absent.hasValue());
        QVERIFY(null.isNull() && !null.isAbsent() && !null.hasValue());
        QVERIFY(empty.hasValue() && !empty.isNull() && !empty.isAbsent());
        QVERIFY(absent != null);
        QVERIFY(null != empty);
        QVERIFY(absent != empty);
    }

    void onlyAValueReplacesTheFallback()
    {
        QCOMPARE(Member<int>().valueOr(7), 7);
        QCOMPARE(Member<int>::null().valueOr(7), 7);
        QCOMPARE(Member<int>(0).valueOr(7), 0);
        QCOMPARE(Member<int>::null().value(), 0);
    }

    void anIdIsItsText()
    {
        const ConnectionId id(u"9999999999999999999"_s);
        QCOMPARE(id.toString(), u"9999999999999999999"_s);
        QVERIFY(!id.isEmpty());
        QVERIFY(ConnectionId().isEmpty());
        QVERIFY(ConnectionId(u"1"_s) < ConnectionId(u"2"_s));
        QCOMPARE((QSet<ConnectionId>{id, ConnectionId(id.toString())}.size()), 1);
    }
};

QTEST_APPLESS_MAIN(TestMember)
#include "tst_member.moc"
