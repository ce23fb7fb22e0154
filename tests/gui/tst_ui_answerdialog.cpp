// SPDX-License-Identifier: Apache-2.0
#include "ConnectSteps.h"
#include "question/AnswerDialog.h"
#include "question/TimeLeft.h"
#include "resources/ConnectionsApi.h"
#include "testing/Arrival.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using testing::ConnectSteps;
using testing::Entries;
using testing::OpenWindow;
using testing::WindowWish;

namespace {

constexpr auto promptTitle = "Answer the bank"_L1;
const Entries rightCode{{u"sms"_s, u"123456"_s}};

} // namespace

/// The prompt, from the question to its end, with the real sandbox behind it.
class TestAnswerDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aQuestionFoundAtOpeningIsToldAndNotForced();
    void aQuestionThatComesUpOpensByItself();
    void anSmsCodeAfterARefreshTakesFewKeys();
    void itIsTitledWithBankAndCustomer();
    void whoTypesElsewhereKeepsHisKeys();
    void aWrongCodeIsToldWhenTheBankAsksAgain();
    void aSecondStepSaysSo();
    void anApprovalWantsNothingTyped();
    void aSecondEnterApprovesNothing();
    void anAnswerCountsThoughItsPromptWasClosed();
    void aQuestionAnsweredElsewhereSaysSo();
    void aQuestionThatRanOutSaysSo();
    void aLostAnswerIsSpent();
    void aRefusedAnswerSaysWhy();
    void severalQuestionsQueue();
    void laterLeavesItWaiting();
    void lockingWipesTheCode();
    void theCountdownWarnsNearTheEnd();

private:
    [[nodiscard]] QDialog *prompt() const { return m_steps->dialog(promptTitle); }
    [[nodiscard]] bool asks(const QString &words) const { return m_steps->waitUntilSaid(promptTitle, words); }
    void answerOutside(const QByteArray &code);
    void reopen(const WindowWish &wish);

    std::unique_ptr<OpenWindow> m_open;
    std::unique_ptr<ConnectSteps> m_steps;
};

void TestAnswerDialog::init()
{
    WindowWish wish;
    wish.timeScale = 40;
    reopen(wish);
}

void TestAnswerDialog::reopen(const WindowWish &wish)
{
    m_steps.reset();
    m_open.reset();
    m_open = std::make_unique<OpenWindow>(wish);
    m_steps = std::make_unique<ConnectSteps>(*m_open);
}

void TestAnswerDialog::cleanup()
{
    m_steps.reset();
    m_open.reset();
}

/// As the customer or a colleague would, by another program.
void TestAnswerDialog::answerOutside(const QByteArray &code)
{
    const models::WaitingQuestion question = m_open->workspace().questions().waiting().front();
    api::InteractiveRequest answer;
    answer.credentials.push_back({.name = u"sms"_s, .values = {api::Secret::copyOf(code)}, .multiple = false});
    testing::Arrival<api::ConnectionDocument> sent(
        api::ConnectionsApi(m_open->workspace().client()).interactive(question.connection, answer));
    QVERIFY(sent.wait());
}

void TestAnswerDialog::aQuestionFoundAtOpeningIsToldAndNotForced()
{
    reopen({});
    QVERIFY(m_open->find(sandbox::Server::demoCustomer()));
    QTRY_VERIFY(m_open->says(u"Fake Bank with SMS waits for an answer"_s));
    QVERIFY(prompt() == nullptr);
    QVERIFY(m_open->action(u"Answer"_s)->isEnabled());
    QCOMPARE(m_open->action(u"Answer"_s)->iconText(), u"Answer (1)"_s);
    m_steps->press(&m_open->window(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_steps->waitFor(promptTitle) != nullptr);
    QVERIFY(!m_open->says(u"Fake Bank with SMS waits for an answer"_s));
}

void TestAnswerDialog::aQuestionThatComesUpOpensByItself()
{
    QVERIFY(m_steps->makeCustomer(u"fresh"_s));
    QVERIFY(
        m_steps->connectNew(u"fakebank_interactive_xf"_s, {{u"login"_s, u"username"_s}, {u"password"_s, u"secret"_s}}));
    QVERIFY(asks(u"Your bank has just sent you a code."_s));
    QTRY_VERIFY(prompt()->isActiveWindow());
    QVERIFY(qobject_cast<QLineEdit *>(prompt()->focusWidget()) != nullptr);
    QVERIFY(m_steps->answer(rightCode));
    QTRY_VERIFY(prompt() == nullptr);
    QVERIFY(m_steps->waitUntilSaid(u"New connection"_s, u"is connected"_s));
}

void TestAnswerDialog::anSmsCodeAfterARefreshTakesFewKeys()
{
    QVERIFY(m_steps->makeCustomer(u"12345"_s));
    QVERIFY(
        m_steps->connectNew(u"fakebank_interactive_xf"_s, {{u"login"_s, u"username"_s}, {u"password"_s, u"secret"_s}}));
    QVERIFY(m_steps->answer(rightCode));
    QVERIFY(m_steps->waitUntilSaid(u"New connection"_s, u"is connected"_s));
    m_steps->press(m_steps->dialog(u"New connection"_s), Qt::Key_Escape);
    // The offscreen platform gives the keys back to no window.
    m_open->window().activateWindow();
    // The sandbox's time runs ahead; each reading tells what it is.
    const bool possible = QTest::qWaitFor(
        [this] {
            m_open->workspace().scope().readAgain();
            return m_open->action(u"Refresh"_s)->isEnabled();
        },
        30'000);
    QVERIFY(possible);

    // The call: find the customer, refresh, type the code that he reads out.
    m_steps->resetKeys();
    m_steps->press(&m_open->window(), Qt::Key_K, Qt::ControlModifier);
    m_steps->type(m_open->window().focusWidget(), u"12345"_s);
    m_steps->press(m_open->window().focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(m_open->action(u"Refresh"_s)->isEnabled() && m_open->table()->currentIndex().isValid());
    m_steps->press(&m_open->window(), Qt::Key_R, Qt::ControlModifier);
    QVERIFY(m_steps->answer(rightCode));
    QTRY_VERIFY_WITH_TIMEOUT(m_open->says(u"is connected"_s) || m_open->says(u"is refreshed"_s), 30'000);
    qInfo("keystrokes of the whole call: %d", m_steps->keys());
    // The README names this figure.
    QCOMPARE(m_steps->keys(), 15);
}

void TestAnswerDialog::itIsTitledWithBankAndCustomer()
{
    reopen({});
    QVERIFY(m_open->find(sandbox::Server::demoCustomer()));
    QTRY_VERIFY(m_open->action(u"Answer"_s)->isEnabled());
    m_open->action(u"Answer"_s)->trigger();
    QVERIFY(asks(u"Fake Bank with SMS · customer helpdesk-000123"_s));
    QVERIFY(ConnectSteps::says(prompt(), u"left (estimated)"_s));
    const auto buttons = prompt()->findChildren<QPushButton *>();
    QVERIFY(std::ranges::any_of(
        buttons, [](const QPushButton *button) { return button->text().remove(u'&') == "Send code"_L1; }));
}

void TestAnswerDialog::whoTypesElsewhereKeepsHisKeys()
{
    QVERIFY(m_steps->makeCustomer(u"fresh"_s));
    QVERIFY(
        m_steps->connectNew(u"fakebank_interactive_xf"_s, {{u"login"_s, u"username"_s}, {u"password"_s, u"secret"_s}}));
    QVERIFY(m_steps->waitUntilSaid(u"New connection"_s, u"You may close this"_s));
    m_steps->press(m_steps->dialog(u"New connection"_s), Qt::Key_Escape);
    QTRY_VERIFY(m_steps->dialog(u"New connection"_s) == nullptr);
    auto *filter = m_open->field(u"Filter"_s);
    filter->setFocus();
    const bool came = QTest::qWaitFor(
        [&] {
            QTest::keyClicks(filter, u"x"_s);
            return prompt() != nullptr;
        },
        20'000);
    QVERIFY(came);
    // The offscreen platform gives every new window the keys; a real one heeds this.
    QVERIFY(prompt()->testAttribute(Qt::WA_ShowWithoutActivating));
    for (const auto *line : prompt()->findChildren<QLineEdit *>()) {
        QVERIFY(line->text().isEmpty());
    }
    m_steps->press(&m_open->window(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(prompt()->isActiveWindow());
    QVERIFY(!prompt()->testAttribute(Qt::WA_ShowWithoutActivating));
}

void TestAnswerDialog::aWrongCodeIsToldWhenTheBankAsksAgain()
{
    QVERIFY(m_steps->makeCustomer(u"fresh"_s));
    QVERIFY(m_steps->connectNew(u"fakebank_patient_interactive_xf"_s,
                                {{u"login"_s, u"username"_s}, {u"password"_s, u"secret"_s}}));
    QVERIFY(m_steps->answer({{u"sms"_s, u"000000"_s}}));
    QVERIFY(asks(u"The bank did not accept the last answer and asks again."_s));
    QVERIFY(prompt()->findChild<QLineEdit *>()->text().isEmpty());
}

void TestAnswerDialog::aSecondStepSaysSo()
{
    QVERIFY(m_steps->makeCustomer(u"fresh"_s));
    QVERIFY(m_steps->connectNew(u"fakebank_two_step_interactive_xf"_s,
                                {{u"login"_s, u"username"_s}, {u"password"_s, u"secret"_s}}));
    QVERIFY(m_steps->answer(rightCode));
    QVERIFY(asks(u"The bank asks one thing more: question 2"_s));
    // A secret of the customer is not shown in large letters.
    QTRY_COMPARE(prompt()->findChild<QLineEdit *>()->echoMode(), QLineEdit::Password);
}

void TestAnswerDialog::anApprovalWantsNothingTyped()
{
    QVERIFY(m_steps->makeCustomer(u"fresh"_s));
    QVERIFY(
        m_steps->connectNew(u"fakebank_decoupled_xf"_s, {{u"login"_s, u"username"_s}, {u"password"_s, u"secret"_s}}));
    QVERIFY(asks(u"approve the request there"_s));
    for (const auto *line : prompt()->findChildren<QLineEdit *>()) {
        QVERIFY(!line->isVisible());
    }
    QVERIFY(m_steps->answer({}));
    QVERIFY(m_steps->waitUntilSaid(u"New connection"_s, u"is connected"_s));
}

void TestAnswerDialog::aSecondEnterApprovesNothing()
{
    reopen({});
    QVERIFY(m_open->find(u"helpdesk-000126"_s));
    QTRY_VERIFY(m_open->action(u"Answer"_s)->isEnabled());
    m_open->action(u"Answer"_s)->trigger();
    QVERIFY(m_steps->waitFor(promptTitle) != nullptr);
    m_steps->press(prompt(), Qt::Key_Return);
    QCOMPARE(m_open->received("PUT"), 0);
    QVERIFY(m_steps->answer({}));
    QCOMPARE(m_open->received("PUT"), 1);
}

void TestAnswerDialog::anAnswerCountsThoughItsPromptWasClosed()
{
    reopen({});
    QVERIFY(m_open->find(sandbox::Server::demoCustomer()));
    QTRY_VERIFY(m_open->action(u"Answer"_s)->isEnabled());
    m_open->action(u"Answer"_s)->trigger();
    QVERIFY(m_steps->waitFor(promptTitle) != nullptr);
    m_steps->type(prompt()->focusWidget(), u"123456"_s);
    m_steps->press(prompt(), Qt::Key_Return);
    m_steps->press(prompt(), Qt::Key_Escape);
    QTRY_VERIFY(prompt() == nullptr);
    QTRY_VERIFY(m_open->workspace().questions().waiting().empty());
    QCOMPARE(m_open->received("PUT"), 1);
    QVERIFY(!m_open->action(u"Answer"_s)->isEnabled());
}

void TestAnswerDialog::aQuestionAnsweredElsewhereSaysSo()
{
    QVERIFY(m_open->find(sandbox::Server::demoCustomer()));
    QTRY_VERIFY(m_open->action(u"Answer"_s)->isEnabled());
    m_open->action(u"Answer"_s)->trigger();
    QVERIFY(m_steps->waitFor(promptTitle) != nullptr);
    m_steps->type(prompt()->focusWidget(), u"12"_s);
    answerOutside("123456");
    QVERIFY(asks(u"The question was answered elsewhere"_s));
    QVERIFY(!ConnectSteps::says(prompt(), u"left (estimated)"_s));
    QVERIFY(prompt()->findChild<QLineEdit *>()->text().isEmpty());
    m_steps->press(prompt(), Qt::Key_Return);
    QTRY_VERIFY(prompt() == nullptr);
}

void TestAnswerDialog::aQuestionThatRanOutSaysSo()
{
    QVERIFY(m_steps->makeCustomer(u"fresh"_s));
    QVERIFY(m_steps->connectNew(u"fakebank_hasty_interactive_xf"_s,
                                {{u"login"_s, u"username"_s}, {u"password"_s, u"secret"_s}}));
    QVERIFY(asks(u"Your bank has just sent you a code."_s));
    QVERIFY(asks(u"The bank waits no longer"_s));
    QVERIFY(m_steps->waitUntilSaid(u"New connection"_s, u"InteractiveTimeout"_s));
}

void TestAnswerDialog::aLostAnswerIsSpent()
{
    reopen({});
    QVERIFY(m_open->find(sandbox::Server::demoCustomer()));
    QTRY_VERIFY(m_open->action(u"Answer"_s)->isEnabled());
    m_open->action(u"Answer"_s)->trigger();
    QVERIFY(m_steps->waitFor(promptTitle) != nullptr);
    sandbox::Fault lost;
    lost.kind = sandbox::FaultKind::HangUp;
    lost.method = "PUT";
    m_open->server().faults().add(lost);
    m_steps->type(prompt()->focusWidget(), u"123456"_s);
    m_steps->press(prompt(), Qt::Key_Return);
    QVERIFY(asks(u"What was typed may be spent"_s));
    QVERIFY(prompt()->findChild<QLineEdit *>()->text().isEmpty());
    QCOMPARE(m_open->received("PUT"), 1);
}

void TestAnswerDialog::aRefusedAnswerSaysWhy()
{
    reopen({});
    QVERIFY(m_open->find(sandbox::Server::demoCustomer()));
    QTRY_VERIFY(m_open->action(u"Answer"_s)->isEnabled());
    m_open->action(u"Answer"_s)->trigger();
    QVERIFY(m_steps->waitFor(promptTitle) != nullptr);
    sandbox::Fault refused;
    refused.method = "PUT";
    refused.status = 400;
    refused.errorClass = u"InvalidInteractiveCredentials"_s;
    m_open->server().faults().add(refused);
    m_steps->type(prompt()->focusWidget(), u"123456"_s);
    m_steps->press(prompt(), Qt::Key_Return);
    QVERIFY(asks(u"The answer was not taken"_s));
    QVERIFY(ConnectSteps::says(prompt(), u"Ask the customer for a new code."_s));
    QVERIFY(ConnectSteps::says(prompt(), u"InvalidInteractiveCredentials"_s));
    // The bank still asks.
    QVERIFY(m_steps->answer(rightCode));
    QTRY_VERIFY(prompt() == nullptr);
}

void TestAnswerDialog::severalQuestionsQueue()
{
    WindowWish wish;
    wish.timeScale = 10;
    reopen(wish);
    QVERIFY(m_open->find(u"helpdesk-000126"_s));
    QTRY_COMPARE(int(m_open->workspace().questions().waiting().size()), 1);
    QVERIFY(m_open->find(sandbox::Server::demoCustomer()));
    QTRY_COMPARE(int(m_open->workspace().questions().waiting().size()), 2);
    QCOMPARE(m_open->action(u"Answer"_s)->iconText(), u"Answer (2)"_s);
    m_steps->press(&m_open->window(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(asks(u"customer helpdesk-000126"_s));
    QVERIFY(ConnectSteps::says(prompt(), u"Question 1 of 2 that wait"_s));
    QVERIFY(m_steps->answer({}));
    QVERIFY(asks(u"customer helpdesk-000123"_s));
    QVERIFY(m_steps->answer(rightCode));
    QTRY_VERIFY(prompt() == nullptr);
}

void TestAnswerDialog::laterLeavesItWaiting()
{
    reopen({});
    QVERIFY(m_open->find(sandbox::Server::demoCustomer()));
    QTRY_VERIFY(m_open->action(u"Answer"_s)->isEnabled());
    m_open->action(u"Answer"_s)->trigger();
    QVERIFY(m_steps->waitFor(promptTitle) != nullptr);
    m_steps->press(prompt(), Qt::Key_Escape);
    QTRY_VERIFY(prompt() == nullptr);
    QTRY_VERIFY(m_open->says(u"Fake Bank with SMS waits for an answer"_s));
    QCOMPARE(m_open->received("PUT"), 0);
}

void TestAnswerDialog::lockingWipesTheCode()
{
    WindowWish wish;
    wish.kind = models::EnvironmentKind::Live;
    reopen(wish);
    QVERIFY(m_open->find(sandbox::Server::demoCustomer()));
    QVERIFY(m_open->workspace().writeLock().unlock(u"ticket 4711"_s));
    QTRY_VERIFY(m_open->action(u"Answer"_s)->isEnabled());
    m_open->action(u"Answer"_s)->trigger();
    QVERIFY(m_steps->waitFor(promptTitle) != nullptr);
    m_steps->type(prompt()->focusWidget(), u"123456"_s);
    m_open->workspace().writeLock().lock();
    QVERIFY(prompt()->findChild<QLineEdit *>()->text().isEmpty());
    m_steps->type(prompt()->findChild<QLineEdit *>(), u"123456"_s);
    m_steps->press(prompt(), Qt::Key_Return);
    QCOMPARE(m_open->received("PUT"), 0);
}

void TestAnswerDialog::theCountdownWarnsNearTheEnd()
{
    ui::TimeLeft left;
    const QDateTime asked(QDate(2026, 11, 28), QTime(10, 0), Qt::UTC);
    const QDateTime until = asked.addSecs(540);
    const auto words = [&left](const QDateTime &from, const std::optional<QDateTime> &end, const QDateTime &now) {
        left.show(from, end, now);
        return left.findChild<QLabel *>()->text();
    };
    QCOMPARE(words(asked, until, asked.addSecs(335)), u"about 3:25 left (estimated)"_s);
    QVERIFY(words(asked, until, asked.addSecs(515)).startsWith(u"Hurry"));
    QVERIFY(words(asked, until, asked.addSecs(600)).contains(u"over by our estimate"));
    QVERIFY(words(asked, std::nullopt, asked).contains(u"not known"));
}

QTEST_MAIN(TestAnswerDialog)
#include "tst_ui_answerdialog.moc"
