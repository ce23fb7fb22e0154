// SPDX-License-Identifier: Apache-2.0
#include "banks/BankCatalogue.h"

#include <QJsonArray>

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
    void optionalCredentialsMayBeMissing_data();
    void optionalCredentialsMayBeMissing();
    void aFailureWithoutAStageIsARefusal();
    void someStagesComeInSomeAttemptsOnly();
    void anAnswerIsJudged_data();
    void anAnswerIsJudged();

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

void BankTest::optionalCredentialsMayBeMissing_data()
{
    QTest::addColumn<QJsonObject>("typed");
    QTest::addColumn<bool>("right");
    const QString a = u"a"_s;
    QTest::newRow("all") << QJsonObject{{u"login"_s, a}, {u"branch"_s, u"1"_s}, {u"word"_s, u"2"_s}} << true;
    QTest::newRow("some") << QJsonObject{{u"login"_s, a}, {u"word"_s, u"2"_s}} << true;
    QTest::newRow("none") << QJsonObject{{u"login"_s, a}} << true;
    QTest::newRow("wrong") << QJsonObject{{u"login"_s, a}, {u"word"_s, u"1"_s}} << false;
    QTest::newRow("not optional") << QJsonObject{{u"branch"_s, u"1"_s}, {u"word"_s, u"2"_s}} << false;
    QTest::newRow("more") << QJsonObject{{u"login"_s, a}, {u"x"_s, a}} << false;
}

void BankTest::optionalCredentialsMayBeMissing()
{
    QFETCH(QJsonObject, typed);
    QFETCH(bool, right);
    Bank bank;
    bank.requiredFields = {{.name = u"login"_s, .nature = u"text"_s},
                           {.name = u"branch"_s, .nature = u"text"_s, .optional = true},
                           {.name = u"word"_s, .nature = u"text"_s, .optional = true}};
    bank.accepts = {{{u"login"_s, u"a"_s}, {u"branch"_s, u"1"_s}, {u"word"_s, u"2"_s}}};
    bank.script = {{.stage = u"start"_s}, {.stage = u"connect"_s}, {.stage = u"finish"_s}};
    QCOMPARE(end(bank.scriptFor(typed, scopes())), right ? QString() : u"connect:InvalidCredentials"_s);
}

void BankTest::aFailureWithoutAStageIsARefusal()
{
    const Bank &file = *m_banks.find(u"fakebank_file_xf"_s);
    const auto refusal = file.refusalFor({{u"file_url"_s, u"https://example.com/missing.csv"_s}});
    QVERIFY(refusal.has_value());
    QCOMPARE(refusal->errorClass, u"FileNotSaved"_s);
    QVERIFY(!file.refusalFor({{u"file_url"_s, u"https://example.com/broken.csv"_s}}).has_value());
    QVERIFY(!file.refusalFor({}).has_value());
    QCOMPARE(m_banks.find(u"closed_circle_bank_ch"_s)->refusalFor({})->errorClass, u"ProviderAccessNotGranted"_s);
    QVERIFY(!m_banks.find(u"northern_harbour_bank_gb"_s)->refusalFor({}).has_value());
}

void BankTest::someStagesComeInSomeAttemptsOnly()
{
    Bank bank;
    bank.script = {{.stage = u"start"_s}, {.stage = u"interactive"_s, .every = 3}, {.stage = u"finish"_s}};
    QList<std::size_t> asking;
    for (std::size_t number = 1; number <= 7; ++number) {
        if (bank.scriptFor({}, scopes(), number).size() == 3) {
            asking.append(number);
        }
    }
    QCOMPARE(asking, (QList<std::size_t>{1, 4, 7}));
    QCOMPARE(bank.scriptFor({}, scopes()).size(), std::size_t(3));
}

void BankTest::anAnswerIsJudged_data()
{
    QTest::addColumn<QJsonObject>("answer");
    QTest::addColumn<bool>("typedRight");
    QTest::addColumn<bool>("chosenRight");
    const QString name = u"a"_s;
    QTest::newRow("right") << QJsonObject{{name, u"1"_s}} << true << true;
    QTest::newRow("other") << QJsonObject{{name, u"2"_s}} << false << true;
    QTest::newRow("refused") << QJsonObject{{name, u"9"_s}} << false << false;
    QTest::newRow("several") << QJsonObject{{name, QJsonArray{u"1"_s, u"2"_s}}} << false << true;
    QTest::newRow("one of them refused") << QJsonObject{{name, QJsonArray{u"1"_s, u"9"_s}}} << false << false;
    QTest::newRow("nothing") << QJsonObject() << false << true;
}

void BankTest::anAnswerIsJudged()
{
    QFETCH(QJsonObject, answer);
    const Question typed{.html = {}, .rightAnswer = {{u"a"_s, u"1"_s}}};
    const Question chosen{.html = {}, .refusedValues = {u"9"_s}};
    QTEST(typed.isRight(answer), "typedRight");
    QTEST(chosen.isRight(answer), "chosenRight");
}

QTEST_APPLESS_MAIN(BankTest)
#include "tst_bank.moc"
