// SPDX-License-Identifier: Apache-2.0
#include "ConnectSteps.h"

#include <QTest>

#include <string_view>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using testing::ConnectSteps;
using testing::Entries;
using testing::OpenWindow;
using testing::WindowWish;

namespace {

/// How a bank of the sandbox is made to succeed, and to fail.
struct BankCase
{
    const char *code;
    Entries login;
    /// One for each question in turn.
    std::vector<Entries> answers;
    /// Instead of `login`, or, where it is empty, instead of the last answer.
    Entries wrongLogin;
    Entries wrongAnswer;
    const char *failClass;
};

const Entries goodLogin{{u"login"_s, u"username"_s}, {u"password"_s, u"secret"_s}};
const Entries badLogin{{u"login"_s, u"username"_s}, {u"password"_s, u"wrong"_s}};
const Entries goodSms{{u"sms"_s, u"123456"_s}};
const Entries badSms{{u"sms"_s, u"000000"_s}};
constexpr auto badCredentials = "InvalidCredentials";
constexpr auto badAnswer = "InvalidInteractiveCredentials";

std::vector<BankCase> bankCases()
{
    const auto choice = [](const QString &name, const QString &value) { return Entries{{name, value}}; };
    return {
        {"fakebank_simple_xf", goodLogin, {}, badLogin, {}, badCredentials},
        {"fakebank_select_xf",
         {{u"login"_s, u"username"_s}, {u"password"_s, u"secret"_s}, {u"bank_branch"_s, u"2"_s}},
         {},
         goodLogin,
         {},
         badCredentials},
        {"fakebank_with_optional_fields_xf",
         goodLogin,
         {},
         {{u"login"_s, u"username"_s}, {u"password"_s, u"secret"_s}, {u"branch_code"_s, u"1"_s}},
         {},
         badCredentials},
        {"fakebank_with_token_xf",
         {{u"login"_s, u"username"_s}, {u"token"_s, u"token-123456"_s}},
         {},
         {{u"login"_s, u"username"_s}, {u"token"_s, u"x"_s}},
         {},
         badCredentials},
        {"fakebank_api_with_fields_xf",
         {{u"user_id"_s, u"username"_s}, {u"iban"_s, u"DE02120300000000202051"_s}, {u"account_type"_s, u"personal"_s}},
         {},
         {{u"user_id"_s, u"x"_s}, {u"iban"_s, u"DE02"_s}, {u"account_type"_s, u"personal"_s}},
         {},
         badCredentials},
        {"fake_client_xf", {{u"login"_s, u"username"_s}}, {}, {{u"login"_s, u"x"_s}}, {}, badCredentials},
        {"fakebank_with_error_xf",
         goodLogin,
         {},
         {{u"login"_s, u"ProviderError"_s}, {u"password"_s, u"x"_s}},
         {},
         "ProviderError"},
        {"fakebank_interactive_xf", goodLogin, {goodSms}, {}, badSms, badAnswer},
        {"fake_interactive_client_xf", {{u"login"_s, u"username"_s}}, {goodSms}, {}, badSms, badAnswer},
        {"fakebank_two_step_interactive_xf",
         goodLogin,
         {goodSms, choice(u"pin"_s, u"4711"_s)},
         {},
         choice(u"pin"_s, u"1"_s),
         badAnswer},
        {"fakebank_patient_interactive_xf", goodLogin, {badSms, badSms, goodSms}, {}, badSms, badAnswer},
        {"fakebank_semi_interactive_xf", goodLogin, {goodSms}, {}, badSms, badAnswer},
        {"fakebank_image_xf", goodLogin, {choice(u"image"_s, u"7RK4M"_s)}, {}, choice(u"image"_s, u"x"_s), badAnswer},
        {"fakebank_remote_image_xf",
         goodLogin,
         {choice(u"captcha"_s, u"X9T3H"_s)},
         {},
         choice(u"captcha"_s, u"x"_s),
         badAnswer},
        {"fakebank_dynamic_select_xf",
         goodLogin,
         {choice(u"account_name"_s, u"service_acc_guid2"_s)},
         {},
         choice(u"account_name"_s, u"service_acc_guid3"_s),
         badAnswer},
        {"fakebank_one_option_xf",
         goodLogin,
         {choice(u"account_name"_s, u"service_acc_guid1"_s)},
         badLogin,
         {},
         badCredentials},
        {"fakebank_text_options_xf",
         goodLogin,
         {choice(u"method"_s, u"SMS"_s)},
         {},
         choice(u"method"_s, u"Code card"_s),
         badAnswer},
        {"fakebank_dynamic_multi_select_xf",
         goodLogin,
         {choice(u"accounts"_s, u"service_acc_guid1|service_acc_guid2"_s)},
         {},
         choice(u"accounts"_s, u"service_acc_guid3"_s),
         badAnswer},
        {"fakebank_decoupled_xf",
         goodLogin,
         {Entries{}},
         {{u"login"_s, u"decline"_s}, {u"password"_s, u"x"_s}},
         {},
         badAnswer},
        {"fake_interactive_decoupled_client_xf",
         {{u"login"_s, u"username"_s}},
         {Entries{}},
         {{u"login"_s, u"x"_s}},
         {},
         badCredentials},
    };
}

} // namespace

/// Each kind of bank is connected, asked, failed and repaired, as an agent would with the keyboard.
class TestEveryBank : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void itConnects_data();
    void itConnects();
    void itFailsAndIsRepaired_data();
    void itFailsAndIsRepaired();

private:
    std::unique_ptr<OpenWindow> m_open;
    std::unique_ptr<ConnectSteps> m_steps;
};

void TestEveryBank::init()
{
    WindowWish wish;
    wish.timeScale = 60;
    m_open = std::make_unique<OpenWindow>(wish);
    m_steps = std::make_unique<ConnectSteps>(*m_open);
}

void TestEveryBank::cleanup()
{
    m_steps.reset();
    m_open.reset();
}

void TestEveryBank::itConnects_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const BankCase &bank : bankCases()) {
        QTest::newRow(bank.code) << index++;
    }
}

void TestEveryBank::itConnects()
{
    QFETCH(int, index);
    const BankCase bank = bankCases()[std::size_t(index)];
    QVERIFY(m_steps->makeCustomer(u"every-bank"_s));
    QVERIFY(m_steps->connectNew(QString::fromLatin1(bank.code), bank.login));
    for (const Entries &answer : bank.answers) {
        QVERIFY(m_steps->answer(answer));
    }
    QVERIFY(m_steps->waitUntilSaid(u"New connection"_s, u"is connected"_s));
    QVERIFY(ConnectSteps::says(m_steps->dialog(u"New connection"_s), u"last success"_s));
    QCOMPARE(m_open->model().total(), 1);
    QCOMPARE(m_open->received("PUT"), int(bank.answers.size()));
}

void TestEveryBank::itFailsAndIsRepaired_data()
{
    itConnects_data();
}

void TestEveryBank::itFailsAndIsRepaired()
{
    QFETCH(int, index);
    const BankCase bank = bankCases()[std::size_t(index)];
    const bool wrongAtLogin = !bank.wrongLogin.empty();
    QVERIFY(m_steps->makeCustomer(u"every-bank"_s));
    QVERIFY(m_steps->connectNew(QString::fromLatin1(bank.code), wrongAtLogin ? bank.wrongLogin : bank.login));
    const bool asksFirst = !wrongAtLogin || bank.failClass == std::string_view(badAnswer);
    for (std::size_t i = 0; asksFirst && i < bank.answers.size(); ++i) {
        const bool last = i + 1 == bank.answers.size();
        QVERIFY(m_steps->answer(last && !wrongAtLogin ? bank.wrongAnswer : bank.answers[i]));
    }
    QVERIFY(m_steps->waitUntilSaid(u"New connection"_s, u"was not connected"_s));
    QVERIFY(ConnectSteps::says(m_steps->dialog(u"New connection"_s), QString::fromLatin1(bank.failClass)));

    // "Try again" leads back to the credentials, and then reconnects what is there.
    QVERIFY(m_steps->send());
    QVERIFY(m_steps->fill(bank.login));
    QVERIFY(m_steps->send());
    if (m_steps->waitUntilSaid(u"New connection"_s, u"CredentialsNotMatch"_s, 500)) {
        m_steps->press(m_steps->dialog(u"New connection"_s)->focusWidget(), Qt::Key_Space);
        QVERIFY(m_steps->send());
    }
    const bool asksSecond = bank.code != std::string_view("fakebank_semi_interactive_xf");
    for (std::size_t i = 0; asksSecond && i < bank.answers.size(); ++i) {
        QVERIFY(m_steps->answer(bank.answers[i]));
    }
    QVERIFY(m_steps->waitUntilSaid(u"New connection"_s, u"is connected"_s));
    QCOMPARE(m_open->model().total(), 1);
}

QTEST_MAIN(TestEveryBank)
#include "tst_ui_everybank.moc"
