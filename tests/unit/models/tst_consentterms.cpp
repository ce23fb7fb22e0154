// SPDX-License-Identifier: Apache-2.0
#include "connecting/ConsentTerms.h"

#include <QLocale>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate today(2026, 11, 23);

constexpr int accounts = static_cast<int>(ConsentScope::Accounts);
constexpr int transactions = static_cast<int>(ConsentScope::Transactions);
constexpr int holder = static_cast<int>(ConsentScope::Holder);
constexpr int all = accounts | transactions | holder;

ConsentScopes scopes(int bits)
{
    return ConsentScopes::fromInt(static_cast<ConsentScopes::Int>(bits));
}

int bits(ConsentScopes scopes)
{
    return static_cast<int>(scopes.toInt());
}

bool isAllowedCombination(int bits)
{
    // Reference 2.6: transactions come with their accounts only, and nothing is no consent.
    return bits != 0 && ((bits & transactions) == 0 || (bits & accounts) != 0);
}

QString day(int daysFromToday)
{
    return QLocale().toString(today.addDays(daysFromToday), QLocale::LongFormat);
}

} // namespace

class ConsentTermsTest : public QObject
{
    Q_OBJECT

private slots:
    void theHistoryReachesAsFarAsBankAndApiAllow_data();
    void theHistoryReachesAsFarAsBankAndApiAllow();
    void aConsentLastsAsLongAsTheBankAllows_data();
    void aConsentLastsAsLongAsTheBankAllows();
    void onlyWhatTheBankGivesIsOffered_data();
    void onlyWhatTheBankGivesIsOffered();
    void scopesHaveTheNamesOfTheApi_data();
    void scopesHaveTheNamesOfTheApi();
    void namesOfOtherScopesAreIgnored();
    void whatIsWantedBecomesTheNearestAllowedCombination_data();
    void whatIsWantedBecomesTheNearestAllowedCombination();
    void noCombinationLeavesWhatIsAllowed();
    void oneUsuallyAsksForAccountsAndTransactions_data();
    void oneUsuallyAsksForAccountsAndTransactions();
    void aHistoryWithoutTransactionsHasNoBeginning_data();
    void aHistoryWithoutTransactionsHasNoBeginning();
    void theWordsMentionEachThing_data();
    void theWordsMentionEachThing();
    void theWordsNameTheBankAndTheRightToTakeBack();
    void theWordsNameTheDays();
    void withoutScopeTheWordsAskForOne();
};

void ConsentTermsTest::theHistoryReachesAsFarAsBankAndApiAllow_data()
{
    QTest::addColumn<api::Member<qint64>>("kept");
    QTest::addColumn<int>("earliest");
    QTest::addColumn<int>("usual");
    const auto row = [](const char *name, const api::Member<qint64> &kept, int earliest, int usual) {
        QTest::newRow(name) << kept << earliest << usual;
    };
    row("the bank does not tell", {}, -365, -90);
    row("null", api::Member<qint64>::null(), -365, -90);
    row("more than a year", {730}, -365, -90);
    row("exactly a year", {365}, -365, -90);
    row("half a year", {180}, -180, -90);
    row("90 days", {90}, -90, -90);
    row("a month", {30}, -30, -30);
    row("a day", {1}, -1, -1);
    row("absurd", {qint64{1} << 40}, -365, -90);
    row("nothing at all is taken for a day", {0}, -1, -1);
    row("negative", {-5}, -1, -1);
}

void ConsentTermsTest::theHistoryReachesAsFarAsBankAndApiAllow()
{
    QFETCH(api::Member<qint64>, kept);
    QFETCH(int, earliest);
    QFETCH(int, usual);
    api::Provider bank;
    bank.maxFetchInterval = kept;
    const ConsentTerms terms = consentTerms(bank, today);
    QCOMPARE(terms.today, today);
    QCOMPARE(terms.earliestFrom, today.addDays(earliest));
    QCOMPARE(terms.usualFrom, today.addDays(usual));
}

void ConsentTermsTest::aConsentLastsAsLongAsTheBankAllows_data()
{
    QTest::addColumn<api::Member<qint64>>("days");
    QTest::addColumn<int>("longest");
    QTest::newRow("the bank does not tell") << api::Member<qint64>() << 0;
    QTest::newRow("null: no limit") << api::Member<qint64>::null() << 0;
    QTest::newRow("90") << api::Member<qint64>(90) << 90;
    QTest::newRow("1") << api::Member<qint64>(1) << 1;
    QTest::newRow("0 is no limit") << api::Member<qint64>(0) << 0;
    QTest::newRow("negative is no limit") << api::Member<qint64>(-1) << 0;
    QTest::newRow("absurd") << api::Member<qint64>(qint64{1} << 40) << 36'500;
}

void ConsentTermsTest::aConsentLastsAsLongAsTheBankAllows()
{
    QFETCH(api::Member<qint64>, days);
    api::Provider bank;
    bank.maxConsentDays = days;
    QTEST(consentTerms(bank, today).longestPeriod.value_or(0), "longest");
}

void ConsentTermsTest::onlyWhatTheBankGivesIsOffered_data()
{
    QTest::addColumn<QStringList>("supported");
    QTest::addColumn<int>("offered");
    const auto row = [](const char *name, const QStringList &supported, int offered) {
        QTest::newRow(name) << supported << offered;
    };
    row("the bank does not tell", {}, all);
    row("everything", {u"accounts"_s, u"holder_info"_s, u"transactions"_s}, all);
    row("accounts", {u"accounts"_s}, accounts);
    row("accounts without balance", {u"accounts_without_balance"_s}, accounts);
    row("holder", {u"holder_info"_s}, holder);
    row("accounts and transactions", {u"transactions"_s, u"accounts"_s}, accounts | transactions);
    row("transactions without accounts are of no use", {u"transactions"_s, u"holder_info"_s}, holder);
    row("a scope of the future beside a known one", {u"accounts"_s, u"horoscope"_s}, accounts);
    row("only scopes of the future: the API has the last word", {u"horoscope"_s}, all);
}

void ConsentTermsTest::onlyWhatTheBankGivesIsOffered()
{
    QFETCH(QStringList, supported);
    api::Provider bank;
    bank.supportedFetchScopes = supported;
    QTEST(bits(consentTerms(bank, today).offered), "offered");
}

void ConsentTermsTest::scopesHaveTheNamesOfTheApi_data()
{
    QTest::addColumn<int>("scopes");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("accounts") << accounts << QStringList{u"account_details"_s};
    QTest::newRow("holder") << holder << QStringList{u"holder_information"_s};
    QTest::newRow("accounts and holder") << (accounts | holder)
                                         << QStringList{u"account_details"_s, u"holder_information"_s};
    QTest::newRow("accounts and transactions")
        << (accounts | transactions) << QStringList{u"account_details"_s, u"transactions_details"_s};
    QTest::newRow("all three") << all
                               << QStringList{u"account_details"_s, u"holder_information"_s, u"transactions_details"_s};
    QTest::newRow("none") << 0 << QStringList{};
    QTest::newRow("transactions alone") << transactions << QStringList{};
    QTest::newRow("transactions and holder") << (transactions | holder) << QStringList{};
}

void ConsentTermsTest::scopesHaveTheNamesOfTheApi()
{
    QFETCH(int, scopes);
    QFETCH(QStringList, names);
    QCOMPARE(scopeNames(::scopes(scopes)), names);
    if (!names.isEmpty()) {
        QCOMPARE(bits(scopesOf(names)), scopes);
    }
}

void ConsentTermsTest::namesOfOtherScopesAreIgnored()
{
    QCOMPARE(bits(scopesOf({u"horoscope"_s, u"holder_information"_s})), holder);
    QCOMPARE(bits(scopesOf({})), 0);
}

void ConsentTermsTest::whatIsWantedBecomesTheNearestAllowedCombination_data()
{
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("offered");
    QTest::addColumn<int>("result");
    const auto row = [](const char *name, int wanted, int offered, int result) {
        QTest::newRow(name) << wanted << offered << result;
    };
    row("transactions bring their accounts", transactions, all, accounts | transactions);
    row("transactions and holder bring accounts", transactions | holder, all, all);
    row("what is fine stays", accounts | holder, all, accounts | holder);
    row("what the bank lacks falls away", all, accounts | transactions, accounts | transactions);
    row("transactions of a bank without them leave accounts", transactions, accounts | holder, accounts);
    row("holder of a bank without it leaves nothing", holder, accounts, 0);
    row("nothing stays nothing", 0, all, 0);
    row("of nothing offered comes nothing", all, 0, 0);
}

void ConsentTermsTest::whatIsWantedBecomesTheNearestAllowedCombination()
{
    QFETCH(int, wanted);
    QFETCH(int, offered);
    QTEST(bits(allowed(scopes(wanted), scopes(offered))), "result");
}

void ConsentTermsTest::noCombinationLeavesWhatIsAllowed()
{
    for (int wanted = 0; wanted <= all; ++wanted) {
        for (int offered = 0; offered <= all; ++offered) {
            // What consentTerms() gives: no transactions without accounts.
            if (offered != 0 && !isAllowedCombination(offered)) {
                continue;
            }
            const int result = bits(allowed(scopes(wanted), scopes(offered)));
            const QByteArray what = QByteArray::number(wanted) + " of " + QByteArray::number(offered);
            QVERIFY2((result & ~offered) == 0, what.constData());
            QVERIFY2(result == 0 || isAllowedCombination(result), what.constData());
            QVERIFY2(result == 0 || !scopeNames(scopes(result)).isEmpty(), what.constData());
        }
    }
}

void ConsentTermsTest::oneUsuallyAsksForAccountsAndTransactions_data()
{
    QTest::addColumn<int>("offered");
    QTest::addColumn<int>("usual");
    QTest::newRow("all") << all << (accounts | transactions);
    QTest::newRow("accounts and holder") << (accounts | holder) << accounts;
    QTest::newRow("accounts") << accounts << accounts;
    QTest::newRow("holder alone: what there is") << holder << holder;
    QTest::newRow("nothing") << 0 << 0;
}

void ConsentTermsTest::oneUsuallyAsksForAccountsAndTransactions()
{
    QFETCH(int, offered);
    QTEST(bits(usualScopes(scopes(offered))), "usual");
}

void ConsentTermsTest::aHistoryWithoutTransactionsHasNoBeginning_data()
{
    QTest::addColumn<int>("scopes");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<bool>("begins");
    QTest::newRow("transactions") << (accounts | transactions) << today.addDays(-90) << true;
    QTest::newRow("all") << all << today.addDays(-90) << true;
    QTest::newRow("accounts") << accounts << today.addDays(-90) << false;
    QTest::newRow("holder") << holder << today.addDays(-90) << false;
    QTest::newRow("no day") << all << QDate() << false;
}

void ConsentTermsTest::aHistoryWithoutTransactionsHasNoBeginning()
{
    QFETCH(int, scopes);
    QFETCH(QDate, from);
    QFETCH(bool, begins);
    const api::ConsentRequest consent = consentRequest(::scopes(scopes), from, 30);
    QCOMPARE(consent.scopes, scopeNames(::scopes(scopes)));
    QCOMPARE(consent.fromDate.has_value(), begins);
    if (begins) {
        QCOMPARE(*consent.fromDate, from);
    }
    QVERIFY(!consent.toDate);
    QCOMPARE(consent.periodDays.value_or(0), 30);
    QVERIFY(!consentRequest(::scopes(scopes), from, {}).periodDays);
}

void ConsentTermsTest::theWordsMentionEachThing_data()
{
    QTest::addColumn<int>("scopes");
    for (const int each : {accounts, holder, accounts | holder, accounts | transactions, all}) {
        QTest::newRow(qPrintable(scopeNames(::scopes(each)).join(u'+'))) << each;
    }
}

void ConsentTermsTest::theWordsMentionEachThing()
{
    QFETCH(int, scopes);
    const QString words = consentWords(consentRequest(::scopes(scopes), today, {}), u"Bank"_s, today);
    QCOMPARE(words.contains("accounts"_L1), (scopes & accounts) != 0);
    QCOMPARE(words.contains("transactions"_L1), (scopes & transactions) != 0);
    QCOMPARE(words.contains("your name"_L1), (scopes & holder) != 0);
    QCOMPARE(words.contains("history begins"_L1), (scopes & transactions) != 0);
    QVERIFY(words.contains("no end"_L1));
}

void ConsentTermsTest::theWordsNameTheBankAndTheRightToTakeBack()
{
    // The bank's name is a stranger's text: place markers in it stay what they are.
    const QString words = consentWords(consentRequest(scopes(all), today, 90), u"Bank %1 %2 & <b>Sons</b>"_s, today);
    QVERIFY2(words.contains("Bank %1 %2 & <b>Sons</b>"_L1), qPrintable(words));
    QVERIFY(words.contains("take it back"_L1));
}

void ConsentTermsTest::theWordsNameTheDays()
{
    const api::ConsentRequest consent = consentRequest(scopes(all), today.addDays(-90), 180);
    const QString words = consentWords(consent, u"Bank"_s, today);
    QVERIFY2(words.contains(day(-90)), qPrintable(words));
    QVERIFY2(words.contains(day(180)), qPrintable(words));
    QVERIFY(!words.contains("no end"_L1));
}

void ConsentTermsTest::withoutScopeTheWordsAskForOne()
{
    const QString words = consentWords(consentRequest({}, today, 90), u"Bank"_s, today);
    QVERIFY(words.contains("at least one"_L1));
    QVERIFY(!words.contains("agree"_L1));
}

QTEST_GUILESS_MAIN(ConsentTermsTest)
#include "tst_consentterms.moc"
