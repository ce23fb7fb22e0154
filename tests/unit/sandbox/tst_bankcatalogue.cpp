// SPDX-License-Identifier: Apache-2.0
#include "banks/BankCatalogue.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class BankCatalogueTest : public QObject
{
    Q_OBJECT

private slots:
    void theNamedBanksAreThere_data();
    void theNamedBanksAreThere();
    void everyBankIsComplete();
    void idsAndCodesAreUnique();
    void countriesAreThoseOfTheBanks();
    void everyFailClassHasALogin();

private:
    BankCatalogue m_banks = BankCatalogue::builtIn();
};

void BankCatalogueTest::theNamedBanksAreThere_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("country");
    QTest::newRow("simple") << u"fakebank_simple_xf"_s << u"Fakebank Simple"_s << u"XF"_s;
    QTest::newRow("sms") << u"fakebank_interactive_xf"_s << u"Fake Bank with SMS"_s << u"XF"_s;
    QTest::newRow("error") << u"fakebank_with_error_xf"_s << u"Fake Bank with Error"_s << u"XF"_s;
    QTest::newRow("demo") << u"fake_demobank_xf"_s << u"Demobank"_s << u"XF"_s;
    QTest::newRow("ro") << u"banca_transilvania_ro"_s << u"Banca Transilvania"_s << u"RO"_s;
    QTest::newRow("nl") << u"rabobank_nl"_s << u"Rabobank"_s << u"NL"_s;
    QTest::newRow("lt") << u"revolut_lt"_s << u"Revolut"_s << u"LT"_s;
    QTest::newRow("de") << u"old_savings_bank_de"_s << u"Old Savings Bank"_s << u"DE"_s;
}

void BankCatalogueTest::theNamedBanksAreThere()
{
    QFETCH(QString, code);
    const Bank *bank = m_banks.find(code);
    QVERIFY(bank != nullptr);
    QTEST(bank->name, "name");
    QTEST(bank->countryCode, "country");
}

void BankCatalogueTest::everyBankIsComplete()
{
    for (const Bank &bank : m_banks.banks()) {
        // OAuth providers take no credentials (reference 5.3), and neither do files.
        const bool takesCredentials = bank.mode != "oauth"_L1 && bank.mode != "file"_L1;
        QVERIFY2(bank.requiredFields.empty() != takesCredentials, qPrintable(bank.code));
        QVERIFY2(bank.accepts.isEmpty() == bank.requiredFields.empty(), qPrintable(bank.code));
        QVERIFY2(bank.refreshTimeout.count() > 0, qPrintable(bank.code));
        QCOMPARE(bank.script.front().stage, u"start"_s);
        QCOMPARE(bank.script.back().stage, u"finish"_s);
        QVERIFY2(bank.code.endsWith(u'_' + bank.countryCode.toLower()), qPrintable(bank.code));
        for (const Step &step : bank.script) {
            QVERIFY2(!step.question || (bank.interactive && step.question->limit.count() > 0), qPrintable(bank.code));
        }
    }
}

void BankCatalogueTest::idsAndCodesAreUnique()
{
    QSet<QString> ids;
    for (const Bank &bank : m_banks.banks()) {
        ids.insert(bank.id);
    }
    QCOMPARE(ids.size(), m_banks.banks().size());
    QVERIFY(m_banks.find(u"no_bank"_s) == nullptr);
}

void BankCatalogueTest::countriesAreThoseOfTheBanks()
{
    QVERIFY(m_banks.knowsCountry(u"XF"_s));
    QVERIFY(m_banks.knowsCountry(u"NL"_s));
    QVERIFY(!m_banks.knowsCountry(u"ZZ"_s));
    QVERIFY(!m_banks.knowsCountry(u"xf"_s));
}

void BankCatalogueTest::everyFailClassHasALogin()
{
    // Reference 7.4.
    const QStringList classes{u"InvalidCredentials"_s,        u"InvalidInteractiveCredentials"_s,
                              u"InteractiveTimeout"_s,        u"InteractiveAdapterTimeout"_s,
                              u"FetchingTimeout"_s,           u"ExecutionTimeout"_s,
                              u"ConnectionFailed"_s,          u"ConnectionLost"_s,
                              u"ConnectionFetchingStopped"_s, u"ProviderError"_s,
                              u"ProviderUnavailable"_s,       u"FileError"_s,
                              u"AispConsentExpired"_s,        u"AispConsentRevoked"_s};
    const Bank &bank = *m_banks.find(u"fakebank_with_error_xf"_s);
    for (const QString &name : classes) {
        QVERIFY2(bank.failures.contains(name), qPrintable(name));
        QVERIFY2(!bank.failures.value(name).message.isEmpty(), qPrintable(name));
        QVERIFY2(bank.help->fails.contains(name), qPrintable(name));
    }
    QCOMPARE(bank.failures.size(), classes.size());
}

QTEST_APPLESS_MAIN(BankCatalogueTest)
#include "tst_bankcatalogue.moc"
