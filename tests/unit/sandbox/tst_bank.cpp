// SPDX-License-Identifier: Apache-2.0
#include "banks/BankCatalogue.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class BankTest : public QObject
{
    Q_OBJECT

private slots:
    void credentialsDecideTheEnd_data();
    void credentialsDecideTheEnd();
    void aFailureInASkippedStageHappensBeforeTheEnd();
    void aBankThatIsDownRefusesEverybody();
    void theLoginLeavesPasswordsOut();

private:
    BankCatalogue m_banks = BankCatalogue::builtIn();
    static QStringList scopes() { return {u"accounts"_s, u"transactions"_s}; }
    static QString end(const Script &script)
    {
        for (const Step &step : script) {
            if (!step.failClass.isEmpty()) {
                return step.stage + u':' + step.failClass;
            }
        }
        return {};
    }
};

void BankTest::credentialsDecideTheEnd_data()
{
    QTest::addColumn<QString>("bank");
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("end");
    const QString simple = u"fakebank_simple_xf"_s;
    const QString error = u"fakebank_with_error_xf"_s;
    QTest::newRow("right") << simple << u"username"_s << u"secret"_s << QString();
    QTest::newRow("wrong password") << simple << u"username"_s << u"x"_s << u"connect:InvalidCredentials"_s;
    QTest::newRow("wrong login") << simple << u"x"_s << u"secret"_s << u"connect:InvalidCredentials"_s;
    QTest::newRow("a class elsewhere") << simple << u"ProviderError"_s << u"secret"_s
                                       << u"connect:InvalidCredentials"_s;
    QTest::newRow("error bank, right") << error << u"username"_s << u"secret"_s << QString();
    QTest::newRow("error bank, class") << error << u"ConnectionLost"_s << u"any"_s << u"fetch_recent:ConnectionLost"_s;
    QTest::newRow("error bank, other") << error << u"x"_s << u"secret"_s << u"connect:InvalidCredentials"_s;
}

void BankTest::credentialsDecideTheEnd()
{
    QFETCH(QString, bank);
    QFETCH(QString, login);
    QFETCH(QString, password);
    const QJsonObject credentials{{u"login"_s, login}, {u"password"_s, password}};
    QTEST(end(m_banks.find(bank)->scriptFor(credentials, scopes())), "end");
}

void BankTest::aFailureInASkippedStageHappensBeforeTheEnd()
{
    const QJsonObject credentials{{u"login"_s, u"ConnectionLost"_s}};
    const Script script = m_banks.find(u"fakebank_with_error_xf"_s)->scriptFor(credentials, {u"accounts"_s});
    QCOMPARE(end(script), u"disconnect:ConnectionLost"_s);
    QCOMPARE(script.back().stage, u"finish"_s);
}

void BankTest::aBankThatIsDownRefusesEverybody()
{
    const QJsonObject credentials{{u"login"_s, u"username"_s}, {u"password"_s, u"secret"_s}};
    const Script script = m_banks.find(u"northern_harbour_bank_gb"_s)->scriptFor(credentials, scopes());
    QCOMPARE(end(script), u"connect:ProviderUnavailable"_s);
}

void BankTest::theLoginLeavesPasswordsOut()
{
    const Bank &bank = *m_banks.find(u"fakebank_simple_xf"_s);
    const QJsonObject credentials{{u"login"_s, u"a"_s}, {u"password"_s, u"b"_s}};
    QCOMPARE(bank.loginOf(credentials), (QJsonObject{{u"login"_s, u"a"_s}}));
}

QTEST_APPLESS_MAIN(BankTest)
#include "tst_bank.moc"
