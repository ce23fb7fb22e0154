// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include "handlers/AccountHandlers.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;
using std::chrono::hours;
using std::chrono::minutes;

class AccountHandlersTest : public QObject
{
    Q_OBJECT

private slots:
    void accountsHaveEveryMember();
    void accountsAreTheSameAfterEveryStart();
    void nothingBeforeTheFirstSuccess_data();
    void nothingBeforeTheFirstSuccess();
    void aRefreshUpdatesThem();
    void anExcludedAccountStaysAsItWas();
    void onlyTheScopesThatWereFetched_data();
    void onlyTheScopesThatWereFetched();
    void naturesAreThoseOfTheBank();
    void ibansHaveCheckDigits();
    void smallPagesCoverTheList();
    void generatedConnectionsHaveAccountsToo();
    void badQueriesAreRefused_data();
    void badQueriesAreRefused();
    void theHolderIsTheSamePersonEverywhere();
    void theHolderNeedsTheScope();
    void aBankMayNotKnowTheHolder();

private:
    static QJsonArray accountsOf(Desk &desk, const QString &connectionId)
    {
        return desk.get(u"/accounts?connection_id="_s + connectionId).rows();
    }
    /// A connection whose first fetch with these scopes ended well.
    static QString fetched(Desk &desk, const QJsonArray &fetchScopes, const QString &bank = u"fakebank_simple_xf"_s);
};

QString AccountHandlersTest::fetched(Desk &desk, const QJsonArray &fetchScopes, const QString &bank)
{
    QJsonObject data = desk.createData(bank);
    const QJsonArray all{u"account_details"_s, u"holder_information"_s, u"transactions_details"_s};
    data.insert(u"consent"_s, QJsonObject{{u"scopes"_s, all}});
    data.insert(u"attempt"_s, QJsonObject{{u"fetch_scopes"_s, fetchScopes}});
    const QString id = desk.postData(u"/connections"_s, data).data().value("id"_L1).toString();
    desk.pass(minutes(1));
    return id;
}

/// Reference 3.8.
void AccountHandlersTest::accountsHaveEveryMember()
{
    Desk desk;
    const QString id = desk.fetchedConnection();
    const QJsonArray accounts = accountsOf(desk, id);
    QCOMPARE(accounts.size(), 2);
    for (const auto &row : accounts) {
        const QJsonObject account = row.toObject();
        QCOMPARE(account.keys().join(u' '),
                 u"balance connection_id created_at currency_code extra id name nature updated_at"_s);
        QVERIFY(account.value("balance"_L1).toDouble() > 0);
        QCOMPARE(account.value("currency_code"_L1), u"EUR"_s);
        QCOMPARE(account.value("connection_id"_L1), id);
        QCOMPARE(account.value("created_at"_L1), u"2026-11-23T00:00:10Z"_s);
        QVERIFY(account.value("extra"_L1).toObject().contains("transactions_count"_L1));
    }
}

void AccountHandlersTest::accountsAreTheSameAfterEveryStart()
{
    Desk one;
    Desk other;
    const QString path = u"/accounts?customer_id="_s + Desk::demoId();
    QVERIFY(one.get(path).rows().size() > 8);
    QCOMPARE(one.get(path).json, other.get(path).json);
}

void AccountHandlersTest::nothingBeforeTheFirstSuccess_data()
{
    QTest::addColumn<QString>("identifier");
    QTest::addColumn<QString>("bank");
    QTest::newRow("failed") << u"helpdesk-000111"_s << u"fakebank_with_error_xf"_s;
    QTest::newRow("waits for the first answer") << u"helpdesk-000104"_s << u"fakebank_interactive_xf"_s;
}

void AccountHandlersTest::nothingBeforeTheFirstSuccess()
{
    QFETCH(QString, identifier);
    QFETCH(QString, bank);
    Desk desk;
    const Answer answer = desk.get(u"/accounts?connection_id="_s + desk.connection(identifier, bank));
    QCOMPARE(answer.status(), 200);
    QCOMPARE(answer.rows().size(), 0);
    QVERIFY(answer.json.value("meta"_L1).toObject().contains("next_id"_L1));
}

void AccountHandlersTest::aRefreshUpdatesThem()
{
    Desk desk;
    const QString id = desk.fetchedConnection();
    const QJsonObject before = accountsOf(desk, id).first().toObject();
    desk.pass(hours(2));
    QCOMPARE(desk.put(u"/connections/%1/refresh"_s.arg(id), {}).status(), 200);
    QCOMPARE(accountsOf(desk, id).first().toObject(), before);
    desk.pass(minutes(1));
    const QJsonObject after = accountsOf(desk, id).first().toObject();
    QCOMPARE(after.value("id"_L1), before.value("id"_L1));
    QCOMPARE(after.value("created_at"_L1), before.value("created_at"_L1));
    QCOMPARE(after.value("updated_at"_L1), u"2026-11-23T02:01:10Z"_s);
    QVERIFY(after.value("balance"_L1) != before.value("balance"_L1));
}

void AccountHandlersTest::anExcludedAccountStaysAsItWas()
{
    Desk desk;
    const QString id = desk.fetchedConnection();
    const QJsonArray before = accountsOf(desk, id);
    desk.pass(hours(2));
    const QJsonArray excluded{before.first().toObject().value("id"_L1)};
    const QJsonObject data{{u"attempt"_s, QJsonObject{{u"exclude_accounts"_s, excluded}}}};
    QCOMPARE(desk.putData(u"/connections/%1/refresh"_s.arg(id), data).status(), 200);
    desk.pass(minutes(1));
    QCOMPARE(accountsOf(desk, id).first(), before.first());
    QVERIFY(accountsOf(desk, id).last() != before.last());
}

void AccountHandlersTest::onlyTheScopesThatWereFetched_data()
{
    QTest::addColumn<QJsonArray>("scopes");
    QTest::addColumn<int>("accounts");
    QTest::addColumn<bool>("balance");
    QTest::addColumn<bool>("transactions");
    QTest::newRow("accounts") << QJsonArray{u"accounts"_s} << 2 << true << false;
    QTest::newRow("no balance") << QJsonArray{u"accounts_without_balance"_s} << 2 << false << false;
    QTest::newRow("transactions") << QJsonArray{u"accounts"_s, u"transactions"_s} << 2 << true << true;
    QTest::newRow("holder") << QJsonArray{u"holder_info"_s} << 0 << false << false;
}

void AccountHandlersTest::onlyTheScopesThatWereFetched()
{
    QFETCH(QJsonArray, scopes);
    QFETCH(int, accounts);
    Desk desk;
    const QJsonArray rows = accountsOf(desk, fetched(desk, scopes));
    QCOMPARE(static_cast<int>(rows.size()), accounts);
    for (const auto &row : rows) {
        const QJsonObject extra = row.toObject().value("extra"_L1).toObject();
        QTEST(row.toObject().value("balance"_L1).toDouble() > 0, "balance");
        QTEST(extra.contains("available_amount"_L1), "balance");
        QTEST(extra.contains("transactions_count"_L1), "transactions");
    }
}

void AccountHandlersTest::naturesAreThoseOfTheBank()
{
    Desk desk;
    const auto natures = [&](const QString &bank) {
        QStringList list;
        for (const auto &row : accountsOf(desk, desk.fetchedConnection(bank))) {
            list.append(row.toObject().value("nature"_L1).toString());
        }
        return list;
    };
    QCOMPARE(natures(u"fakebank_simple_xf"_s), (QStringList{u"account"_s, u"card"_s}));
    const QString id =
        desk.postData(u"/oauth_providers/create"_s, desk.oauthData()).data().value("connection_id"_L1).toString();
    QCOMPARE(accountsOf(desk, id).size(), 0);
}

void AccountHandlersTest::ibansHaveCheckDigits()
{
    Desk desk;
    int met = 0;
    for (const auto &row : desk.get(u"/accounts?customer_id="_s + Desk::demoId()).rows()) {
        const QJsonObject account = row.toObject();
        const QJsonObject extra = account.value("extra"_L1).toObject();
        QCOMPARE(extra.contains("iban"_L1), account.value("nature"_L1) != u"card"_s);
        QCOMPARE(extra.contains("cards"_L1), account.value("nature"_L1) == u"card"_s);
        const QString iban = extra.value("iban"_L1).toString();
        int rest = 0;
        for (const QChar letter : QString(iban.mid(4) + iban.left(4))) {
            rest = letter.isDigit() ? (rest * 10 + letter.digitValue()) % 97
                                    : (rest * 100 + letter.unicode() - u'A' + 10) % 97;
        }
        QVERIFY2(iban.isEmpty() || rest == 1, qPrintable(iban));
        met += iban.isEmpty() ? 0 : 1;
    }
    QVERIFY(met > 3);
}

void AccountHandlersTest::smallPagesCoverTheList()
{
    Desk whole;
    Desk desk({.pageSize = 3});
    const QString path = u"/accounts?customer_id="_s + Desk::demoId();
    QJsonArray met;
    QStringList ids;
    for (QString next = path; !next.isEmpty() && met.size() < 100;) {
        const Answer page = desk.get(next);
        for (const auto &row : page.rows()) {
            met.append(row);
            ids.append(row.toObject().value("id"_L1).toString());
        }
        next = page.nextPage().mid(7);
    }
    QCOMPARE(met, whole.get(path).rows());
    QVERIFY(std::is_sorted(ids.begin(), ids.end(), IdOrder()));
}

void AccountHandlersTest::generatedConnectionsHaveAccountsToo()
{
    Desk desk({.customers = 3, .connections = 100});
    const QString owner = desk.customer(u"load-000002"_s);
    const QJsonArray connections = desk.get(u"/connections?customer_id="_s + owner).rows();
    QSet<QString> owners;
    QSet<QString> ids;
    for (QString next = u"/accounts?customer_id="_s + owner; !next.isEmpty() && ids.size() < 1000;) {
        const Answer page = desk.get(next);
        for (const auto &row : page.rows()) {
            owners.insert(row.toObject().value("connection_id"_L1).toString());
            ids.insert(row.toObject().value("id"_L1).toString());
        }
        next = page.nextPage().mid(7);
    }
    QCOMPARE(owners.size(), connections.size());
    QCOMPARE(ids.size(), 2 * connections.size());
    const QString one = connections.first().toObject().value("id"_L1).toString();
    QCOMPARE(accountsOf(desk, one).size(), 2);
    QVERIFY(owners.contains(one));
    QCOMPARE(desk.remove(u"/connections/"_s + one).status(), 200);
    const Answer without = desk.get(u"/accounts?customer_id="_s + owner);
    QVERIFY(without.rows().first().toObject().value("connection_id"_L1) != one);
}

void AccountHandlersTest::badQueriesAreRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("errorClass");
    QTest::newRow("no owner") << u"/accounts"_s << u"WrongRequestFormat"_s;
    QTest::newRow("customer") << u"/accounts?customer_id=987"_s << u"CustomerNotFound"_s;
    QTest::newRow("connection") << u"/accounts?connection_id=987"_s << u"ConnectionNotFound"_s;
    QTest::newRow("page") << u"/accounts?connection_id=111111111111111111&per_page=5"_s << u"ValueOutOfRange"_s;
    QTest::newRow("holder of nobody") << u"/holder_info"_s << u"WrongRequestFormat"_s;
    QTest::newRow("holder of a customer")
        << u"/holder_info?customer_id=222222222222222222"_s << u"WrongRequestFormat"_s;
    QTest::newRow("holder unknown") << u"/holder_info?connection_id=987"_s << u"ConnectionNotFound"_s;
}

void AccountHandlersTest::badQueriesAreRefused()
{
    QFETCH(QString, path);
    Desk desk;
    QTEST(desk.get(path).errorClass(), "errorClass");
}

void AccountHandlersTest::theHolderIsTheSamePersonEverywhere()
{
    Desk desk;
    const QJsonArray scopes{u"accounts"_s, u"holder_info"_s};
    const auto holder = [&](const QString &bank) {
        return desk.get(u"/holder_info?connection_id="_s + fetched(desk, scopes, bank)).data();
    };
    const QJsonObject first = holder(u"fakebank_simple_xf"_s);
    const QJsonObject second = holder(u"fake_demobank_xf"_s);
    QCOMPARE(first.keys().join(u' '), u"addresses emails names phone_numbers"_s);
    QCOMPARE(first, second);
    QVERIFY(first.value("emails"_L1).toArray().first().toString().endsWith(u"@example.com"_s));
    const QJsonObject address = first.value("addresses"_L1).toArray().first().toObject();
    QCOMPARE(address.keys().join(u' '), u"city country_code post_code state street"_s);
}

void AccountHandlersTest::theHolderNeedsTheScope()
{
    Desk desk;
    const Answer answer = desk.get(u"/holder_info?connection_id="_s + desk.fetchedConnection());
    QCOMPARE(answer.status(), 200);
    QCOMPARE(answer.data(), QJsonObject());
    const QString known = desk.connection(u"helpdesk-000123"_s, u"rabobank_nl"_s);
    QCOMPARE(desk.get(u"/holder_info?connection_id="_s + known).data().size(), 4);
}

void AccountHandlersTest::aBankMayNotKnowTheHolder()
{
    Bank bank = *BankCatalogue::builtIn().find(u"fakebank_simple_xf"_s);
    bank.supportedFetchScopes = {u"accounts"_s};
    const BankCatalogue banks({{bank.code, bank}});
    State state;
    state.add(Customer{.id = u"1"_s, .identifier = u"a"_s, .createdAt = Desk::start, .updatedAt = Desk::start});
    state.add(Connection{.id = u"2"_s,
                         .customerId = u"1"_s,
                         .providerCode = bank.code,
                         .createdAt = Desk::start,
                         .updatedAt = Desk::start});
    const auto answer = AccountHandlers(state, banks, Paging()).holderInfo({.query = {{u"connection_id"_s, u"2"_s}}});
    QVERIFY(!answer);
    QCOMPARE(answer.error().errorClass, u"HolderInfoNotSupported"_s);
}

QTEST_APPLESS_MAIN(AccountHandlersTest)
#include "tst_accounthandlers.moc"
