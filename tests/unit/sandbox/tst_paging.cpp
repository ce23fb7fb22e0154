// SPDX-License-Identifier: Apache-2.0
#include "handlers/Paging.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class PagingTest : public QObject
{
    Q_OBJECT

private slots:
    void sizesAreJudged_data();
    void sizesAreJudged();
    void fromIdsAreJudged_data();
    void fromIdsAreJudged();
    void linksKeepAndEncodeParameters();
};

void PagingTest::sizesAreJudged_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<int>("cap");
    QTest::addColumn<int>("size");
    QTest::addColumn<QString>("errorClass");
    QTest::newRow("usual") << QString() << 1000 << 100 << QString();
    QTest::newRow("least") << u"100"_s << 1000 << 100 << QString();
    QTest::newRow("most") << u"1000"_s << 1000 << 1000 << QString();
    QTest::newRow("too few") << u"99"_s << 1000 << 0 << u"ValueOutOfRange"_s;
    QTest::newRow("too many") << u"1001"_s << 1000 << 0 << u"ValueOutOfRange"_s;
    QTest::newRow("words") << u"all"_s << 1000 << 0 << u"WrongRequestFormat"_s;
    QTest::newRow("empty") << u""_s << 1000 << 100 << QString();
    QTest::newRow("capped") << u"500"_s << 7 << 7 << QString();
    QTest::newRow("usual, capped") << QString() << 7 << 7 << QString();
}

void PagingTest::sizesAreJudged()
{
    QFETCH(QString, wanted);
    QFETCH(int, cap);
    QFETCH(int, size);
    QFETCH(QString, errorClass);
    Call call;
    if (!wanted.isEmpty()) {
        call.query.insert(u"per_page"_s, wanted);
    }
    const auto read = Paging(cap).read(call);
    QCOMPARE(read ? read->size : 0, size);
    QCOMPARE(read ? QString() : read.error().errorClass, errorClass);
}

void PagingTest::fromIdsAreJudged_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("errorClass");
    QTest::newRow("digits") << u"111111111111111111"_s << QString();
    QTest::newRow("19 digits") << u"9999999999999999999"_s << QString();
    QTest::newRow("20 digits") << u"99999999999999999999"_s << u"ValueOutOfRange"_s;
    QTest::newRow("empty") << u""_s << u"WrongRequestFormat"_s;
    QTest::newRow("negative") << u"-1"_s << u"WrongRequestFormat"_s;
    QTest::newRow("letters") << u"abc"_s << u"WrongRequestFormat"_s;
    QTest::newRow("other digits") << u"١٢"_s << u"WrongRequestFormat"_s;
}

void PagingTest::fromIdsAreJudged()
{
    QFETCH(QString, id);
    const auto read = Paging().read(Call{.query = {{u"from_id"_s, id}}});
    QTEST(read ? QString() : read.error().errorClass, "errorClass");
}

void PagingTest::linksKeepAndEncodeParameters()
{
    Page page;
    const Call call{.query = {{u"identifier"_s, u"a b&c=d"_s}, {u"from_id"_s, u"1"_s}}, .path = u"/api/v5/customers"_s};
    Paging::link(page, call, u"2"_s);
    QCOMPARE(page.nextId, u"2"_s);
    QCOMPARE(page.nextPage, u"/api/v5/customers?identifier=a%20b%26c%3Dd&from_id=2"_s);
}

QTEST_APPLESS_MAIN(PagingTest)
#include "tst_paging.moc"
