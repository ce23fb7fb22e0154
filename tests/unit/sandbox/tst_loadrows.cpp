// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include "state/LoadRows.h"
#include "state/ObjectJson.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class LoadRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void textAndObjectAgree_data();
    void textAndObjectAgree();
    void everyRowHasOneOwner_data();
    void everyRowHasOneOwner();
    void idsFindTheirRow();
    void aHundredThousandAreListedOnce();
    void changedRowsAreServedChanged();
    void removedRowsAreGone();
    void consentsAreListedToo();
    void theUsualCustomersRemain();

private:
    BankCatalogue m_banks = BankCatalogue::builtIn();
    static QString owner(Desk &desk) { return desk.customer(u"load-000001"_s); }
};

void LoadRowsTest::textAndObjectAgree_data()
{
    QTest::addColumn<int>("index");
    for (const int index : {0, 1, 5, 13, 23, 24, 777, 99999}) {
        QTest::addRow("%d", index) << index;
    }
}

void LoadRowsTest::textAndObjectAgree()
{
    QFETCH(int, index);
    const LoadRows rows(m_banks, {u"1"_s, u"2"_s, u"3"_s}, 100000, Desk::start);
    const Connection connection = rows.connection(index);
    const QJsonObject expected = connectionJson(connection, *m_banks.find(connection.providerCode));
    QCOMPARE(QJsonDocument::fromJson(rows.connectionText(index)).object(), expected);
    QCOMPARE(QJsonDocument::fromJson(rows.consentText(index)).object(), consentJson(rows.consent(index)));
    QCOMPARE(rows.consent(index).connectionId, connection.id);
    QCOMPARE(connection.consentId, LoadRows::consentIdOf(index));
}

void LoadRowsTest::everyRowHasOneOwner_data()
{
    QTest::addColumn<int>("owners");
    QTest::addColumn<int>("count");
    QTest::newRow("one") << 1 << 10;
    QTest::newRow("even") << 5 << 100;
    QTest::newRow("uneven") << 7 << 100;
    QTest::newRow("fewer rows than owners") << 10 << 3;
}

void LoadRowsTest::everyRowHasOneOwner()
{
    QFETCH(int, owners);
    QFETCH(int, count);
    QStringList ids;
    for (int i = 0; i < owners; ++i) {
        ids.append(QString::number(1000 + i));
    }
    const LoadRows rows(m_banks, ids, count, Desk::start);
    int next = 0;
    for (const QString &id : ids) {
        const auto [first, end] = rows.shareOf(id);
        QCOMPARE(first, next);
        for (int index = first; index < end; ++index) {
            QCOMPARE(rows.connection(index).customerId, id);
        }
        next = end;
    }
    QCOMPARE(next, count);
    QCOMPARE(rows.shareOf(u"987"_s), (std::pair<int, int>{0, 0}));
}

void LoadRowsTest::idsFindTheirRow()
{
    const LoadRows rows(m_banks, {u"1"_s}, 50, Desk::start);
    QCOMPARE(rows.indexOf(LoadRows::idOf(0)), std::optional(0));
    QCOMPARE(rows.indexOf(LoadRows::idOf(49)), std::optional(49));
    QVERIFY(!rows.indexOf(LoadRows::idOf(50)).has_value());
    QVERIFY(!rows.indexOf(u"1"_s).has_value());
    const QString between = QString::number(LoadRows::idOf(7).toLongLong() + 1);
    QVERIFY(!rows.indexOf(between).has_value());
    QCOMPARE(rows.firstFrom(between), 8);
    QCOMPARE(rows.firstFrom({}), 0);
    QCOMPARE(rows.firstFrom(u"9223372036854775807"_s) >= 50, true);
}

void LoadRowsTest::aHundredThousandAreListedOnce()
{
    Desk desk({.connections = 100000});
    const QString path = u"/connections?per_page=1000&customer_id="_s + owner(desk);
    int index = 0;
    QString next = path;
    while (!next.isEmpty()) {
        const Answer page = desk.get(next);
        QCOMPARE(page.rows().size(), 1000);
        QCOMPARE(page.rows().first().toObject().value("id"_L1), LoadRows::idOf(index));
        QCOMPARE(page.rows().last().toObject().value("id"_L1), LoadRows::idOf(index + 999));
        index += 1000;
        next = page.nextPage().mid(7);
    }
    QCOMPARE(index, 100000);
}

void LoadRowsTest::changedRowsAreServedChanged()
{
    Desk desk({.connections = 500});
    const QString path = u"/connections/"_s + LoadRows::idOf(200);
    QCOMPARE(desk.get(path).data().value("daily_refresh"_L1), QJsonValue(false));
    QCOMPARE(desk.putData(path, {{u"daily_refresh"_s, true}}).status(), 200);
    const QJsonArray rows = desk.get(u"/connections?per_page=1000&customer_id="_s + owner(desk)).rows();
    QCOMPARE(rows.size(), 500);
    QCOMPARE(rows[200].toObject().value("daily_refresh"_L1), QJsonValue(true));
    QCOMPARE(rows[200].toObject(), desk.get(path).data());
    desk.pass(std::chrono::hours(3));
    QCOMPARE(desk.put(path + u"/refresh"_s, "{}").status(), 200);
    desk.pass(std::chrono::minutes(1));
    QCOMPARE(desk.get(path).data().value("last_success_at"_L1), u"2026-11-23T03:00:10Z"_s);
}

void LoadRowsTest::removedRowsAreGone()
{
    Desk desk({.connections = 300});
    QCOMPARE(desk.remove(u"/connections/"_s + LoadRows::idOf(100)).status(), 200);
    QCOMPARE(desk.get(u"/connections/"_s + LoadRows::idOf(100)).status(), 404);
    const Answer first = desk.get(u"/connections?customer_id="_s + owner(desk));
    QCOMPARE(first.nextId(), LoadRows::idOf(101));
    QCOMPARE(desk.get(u"/connections?per_page=1000&customer_id="_s + owner(desk)).rows().size(), 299);
}

void LoadRowsTest::consentsAreListedToo()
{
    Desk desk({.connections = 250});
    const Answer first = desk.get(u"/consents?per_page=200&customer_id="_s + owner(desk));
    QCOMPARE(first.rows().size(), 200);
    QCOMPARE(first.rows().first().toObject().value("connection_id"_L1), LoadRows::idOf(0));
    QCOMPARE(desk.get(first.nextPage().mid(7)).rows().size(), 50);
    QCOMPARE(desk.get(u"/consents?connection_id="_s + LoadRows::idOf(3)).rows().size(), 1);
}

void LoadRowsTest::theUsualCustomersRemain()
{
    Desk desk({.customers = 30, .connections = 60});
    QCOMPARE(desk.get(u"/connections?customer_id="_s + Desk::demoId()).rows().size(), 7);
    QCOMPARE(desk.get(u"/connections?customer_id="_s + desk.customer(u"load-000030"_s)).rows().size(), 2);
    Desk onlyCustomers({.customers = 3});
    QCOMPARE(onlyCustomers.get(u"/connections?customer_id="_s + onlyCustomers.customer(u"load-000003"_s)).rows().size(),
             0);
}

QTEST_APPLESS_MAIN(LoadRowsTest)
#include "tst_loadrows.moc"
