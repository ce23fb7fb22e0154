// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class CustomerHandlersTest : public QObject
{
    Q_OBJECT

private slots:
    void aboutTwentyCustomersAreListed();
    void identifiersAreMatchedExactly_data();
    void identifiersAreMatchedExactly();
    void showFindsById();
    void aLockedCustomerIsShownWithItsDate();
    void smallPagesCoverTheList();
    void theFilterWorksAcrossPages();
};

void CustomerHandlersTest::aboutTwentyCustomersAreListed()
{
    Desk desk;
    const Answer answer = desk.get(u"/customers"_s);
    QVERIFY(answer.rows().size() >= 20);
    QStringList ids;
    QSet<QString> identifiers;
    for (const auto &row : answer.rows()) {
        ids.append(row.toObject().value("id"_L1).toString());
        identifiers.insert(row.toObject().value("identifier"_L1).toString());
        QVERIFY(!row.toObject().value("secret"_L1).toString().isEmpty());
    }
    QVERIFY(std::is_sorted(ids.begin(), ids.end(), IdOrder()));
    QCOMPARE(identifiers.size(), answer.rows().size());
}

void CustomerHandlersTest::identifiersAreMatchedExactly_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("found");
    QTest::newRow("one") << u"helpdesk-000123"_s << 1;
    QTest::newRow("prefix") << u"helpdesk"_s << 0;
    QTest::newRow("case") << u"HELPDESK-000123"_s << 0;
    QTest::newRow("right to left") << u"%D8%B9%D9%85%D9%8A%D9%84-000116"_s << 1;
    QTest::newRow("unknown") << u"nobody"_s << 0;
}

void CustomerHandlersTest::identifiersAreMatchedExactly()
{
    QFETCH(QString, query);
    Desk desk;
    const Answer answer = desk.get(u"/customers?identifier="_s + query);
    QCOMPARE(answer.status(), 200);
    QTEST(static_cast<int>(answer.rows().size()), "found");
}

void CustomerHandlersTest::showFindsById()
{
    Desk desk;
    const Answer answer = desk.get(u"/customers/"_s + Desk::demoId());
    QCOMPARE(answer.data().value("identifier"_L1), u"helpdesk-000123"_s);
    QCOMPARE(answer.data(), desk.get(u"/customers?identifier=helpdesk-000123"_s).rows().first().toObject());
    const Answer unknown = desk.get(u"/customers/987"_s);
    QCOMPARE(unknown.status(), 404);
    QCOMPARE(unknown.errorClass(), u"CustomerNotFound"_s);
    QCOMPARE(unknown.json.value("request"_L1).toObject().value("customer_id"_L1), u"987"_s);
}

void CustomerHandlersTest::aLockedCustomerIsShownWithItsDate()
{
    Desk desk;
    const Answer answer = desk.get(u"/customers/"_s + desk.customer(u"helpdesk-000113"_s));
    QCOMPARE(answer.data().value("blocked_at"_L1), u"2026-11-22T18:00:00Z"_s);
}

void CustomerHandlersTest::smallPagesCoverTheList()
{
    Desk whole;
    Desk desk({.pageSize = 4});
    QJsonArray met;
    for (QString next = u"/customers"_s; !next.isEmpty() && met.size() < 100;) {
        const Answer page = desk.get(next);
        for (const auto &row : page.rows()) {
            met.append(row);
        }
        next = page.nextPage().mid(7);
    }
    QCOMPARE(met, whole.get(u"/customers"_s).rows());
}

void CustomerHandlersTest::theFilterWorksAcrossPages()
{
    Desk desk({.pageSize = 1});
    const Answer answer = desk.get(u"/customers?identifier=helpdesk-000121"_s);
    QCOMPARE(answer.rows().size(), 1);
    QVERIFY(answer.nextId().isEmpty());
}

QTEST_APPLESS_MAIN(CustomerHandlersTest)
#include "tst_customerhandlers.moc"
