// SPDX-License-Identifier: Apache-2.0
#include "OddMembers.h"
#include "Samples.h"
#include "codec/AccountDecoder.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::accountSample;

using Row = testing::OddRow<Account>;
Q_DECLARE_METATYPE(Row)

namespace {

Account decoded(const QByteArray &members)
{
    const Result<AccountPage> page = decodeAccountPage(testing::page({R"({"id":"1",)" + members + '}'}));
    return page && !page->records.empty() ? page->records.front() : Account();
}

std::vector<Row> oddRows()
{
    return {
        {"nothing but the id", R"("x":null)", [](Account &) {}},
        {"unknown members", R"("iban":"x","new":{"deep":[{"id":"x"}]})", [](Account &) {}},
        {"all null",
         R"("name":null,"nature":null,"balance":null,"currency_code":null,"extra":null,"connection_id":null,)"
         R"("created_at":null,"updated_at":null)",
         [](Account &a) {
             a.name = a.nature = a.currencyCode = Member<QString>::null();
             a.balance = Member<double>::null();
             a.extra = Member<QByteArray>::null();
             a.connectionId = Member<ConnectionId>::null();
             a.createdAt = a.updatedAt = Member<QDateTime>::null();
         }},
        {"named by its number", R"("name":9999999999999999999)", [](Account &a) { a.name = u"9999999999999999999"_s; }},
        {"account numbers as numbers", R"("extra":{"account_number":9007199254740993,"sort_code":202015})",
         [](Account &a) { a.extra = QByteArray(R"({"account_number":9007199254740993,"sort_code":202015})"); }},
        {"extra empty", R"("extra":{})", [](Account &a) { a.extra = QByteArray("{}"); }},
        {"extra nested", R"("extra":{"cards":[{"n":[1,null]}],"status":null})",
         [](Account &a) { a.extra = QByteArray(R"({"cards":[{"n":[1,null]}],"status":null})"); }},
        {"an unknown nature", R"("nature":"gold_bars")", [](Account &a) { a.nature = u"gold_bars"_s; }},
        {"a whole balance", R"("balance":2007)", [](Account &a) { a.balance = 2007.0; }},
        {"a negative balance", R"("balance":-0.01)", [](Account &a) { a.balance = -0.01; }},
        {"a balance with an exponent", R"("balance":1.5e3)", [](Account &a) { a.balance = 1500.0; }},
        {"no balance", R"("balance":0)", [](Account &a) { a.balance = 0.0; }},
        {"a balance as text",
         R"("balance":"2007.20","nature":"card")",
         [](Account &a) { a.nature = u"card"_s; },
         {u"balance"_s}},
        {"a balance that no number holds",
         R"("balance":1e999,"nature":"card")",
         [](Account &a) { a.nature = u"card"_s; },
         {u"balance"_s}},
        {"extra of a wrong type", R"("extra":["s3cr3t"])", [](Account &) {}, {u"extra"_s}},
    };
}

} // namespace

class TestAccountDecoder : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldIsRead()
    {
        const Result<AccountPage> page = decodeAccountPage(testing::page({accountSample}, R"({"next_id":"4"})"));
        QVERIFY(page);
        QVERIFY(page->warnings.empty());
        QCOMPARE(page->nextId, u"4"_s);
        const Account &account = page->records.front();
        QCOMPARE(account.id, AccountId(u"333333333333333333"_s));
        QCOMPARE(account.connectionId.value(), ConnectionId(u"111111111111111111"_s));
        QCOMPARE(account.name.value(), u"Fake account 1"_s);
        QCOMPARE(account.nature.value(), u"card"_s);
        QCOMPARE(account.balance.value(), 2007.2);
        QCOMPARE(account.currencyCode.value(), u"EUR"_s);
        const QByteArray extra = R"({"client_name":"Fake name","iban":"GB33BUKB20201555555555",)"
                                 R"("transactions_count":{"posted":22,"pending":1}})";
        QCOMPARE(account.extra.value(), extra);
        QCOMPARE(account.createdAt.value(), QDateTime(QDate(2020, 9, 6), QTime(11, 35, 46), Qt::UTC));
        QCOMPARE(account.updatedAt.value(), QDateTime(QDate(2020, 9, 7), QTime(10, 35, 46), Qt::UTC));
    }

    void oddButLegalMembersAreRead_data() { testing::addRows(oddRows()); }

    void oddButLegalMembersAreRead()
    {
        QFETCH(Row, row);
        Account bare;
        bare.id = AccountId(u"1"_s);
        const QByteArray record = R"({"id":"1",)" + row.members + '}';
        QVERIFY(testing::readsAs(decodeAccountPage(testing::page({record})), bare, row));
    }

    void textsKeepEveryCharacter_data() { testing::addOddTexts(); }

    void textsKeepEveryCharacter()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const QByteArray text = '"' + json + '"';
        const Account account = decoded(R"("name":)" + text + R"(,"nature":)" + text);
        QCOMPARE(account.name.value(), expected);
        QCOMPARE(account.nature.value(), expected);
    }

    void momentsAreReadInEveryForm_data() { testing::addOddMoments(); }

    void momentsAreReadInEveryForm()
    {
        QFETCH(QByteArray, json);
        QFETCH(QDateTime, expected);
        QCOMPARE(decoded(R"("created_at":)" + json).createdAt.value(), expected);
        QCOMPARE(decoded(R"("updated_at":)" + json).updatedAt.value(), expected);
    }

    void idsMayBeNumbers_data() { testing::addOddIds(); }

    void idsMayBeNumbers()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const Result<AccountPage> page =
            decodeAccountPage(testing::page({R"({"id":)" + json + R"(,"connection_id":)" + json + '}'}));
        QVERIFY(page);
        QCOMPARE(page->records.front().id.toString(), expected);
        QCOMPARE(page->records.front().connectionId->toString(), expected);
    }

    void aBadRecordHidesNoOther()
    {
        const Result<AccountPage> page = decodeAccountPage(testing::page(
            {"7", accountSample, R"({"id":null,"name":"x"})", R"({"id":"4"})", R"({"id":"5","extra":"s3cr3t"})"}));
        QVERIFY(page);
        QCOMPARE(page->records.size(), std::size_t(3));
        QCOMPARE(page->warnings.size(), std::size_t(3));
        QCOMPARE(page->warnings[0].record, qsizetype(0));
        QCOMPARE(page->warnings[1].record, qsizetype(2));
        QCOMPARE(page->warnings[2].id, u"5"_s);
        QVERIFY(!page->warnings[2].problem.contains("s3cr3t"_L1));
    }

    void anEmptyListIsAList()
    {
        for (const char *body : {R"({"data":[]})", R"({"data":[],"meta":null})", R"({"meta":{},"data":[ ]})"}) {
            const Result<AccountPage> page = decodeAccountPage(body);
            QVERIFY(page);
            QVERIFY(page->records.empty() && page->warnings.empty() && page->nextId.isEmpty());
        }
        QCOMPARE(decodeAccountPage(R"({"data":{}})").error().kind, ErrorKind::Malformed);
    }
};

QTEST_APPLESS_MAIN(TestAccountDecoder)
#include "tst_accountdecoder.moc"
