// SPDX-License-Identifier: Apache-2.0
#include "question/AnswerDialog.h"

#include "credentials/CredentialForm.h"
#include "dialogs/DialogHeading.h"
#include "question/AnswerWords.h"
#include "question/QuestionMarkup.h"
#include "question/QuestionView.h"
#include "question/RemotePicture.h"
#include "question/TimeLeft.h"
#include "states/BusyBar.h"
#include "states/ErrorWords.h"
#include "states/MessageBar.h"
#include "theme/ButtonRole.h"
#include "theme/WrappedLabel.h"
#include "workspace/Workspace.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QPushButton>

#include <algorithm>

namespace saltdesk::ui {

using models::OperationOutcome;
using models::QuestionQueue;
using models::WaitingQuestion;
using namespace Qt::Literals::StringLiterals;

AnswerDialog::AnswerDialog(models::Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_heading(new DialogHeading(workspace.environment().kind))
    , m_message(new MessageBar)
    , m_view(new QuestionView)
    , m_readOut(new WrappedLabel)
    , m_form(new CredentialForm(CredentialForm::Look::Code))
    , m_time(new TimeLeft)
    , m_locked(new WrappedLabel)
    , m_queue(new WrappedLabel)
    , m_busy(new BusyBar)
    , m_buttons(new QDialogButtonBox)
    , m_send(m_buttons->addButton(tr("&Send code"), QDialogButtonBox::AcceptRole))
    , m_later(m_buttons->addButton(tr("&Later"), QDialogButtonBox::RejectRole))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Answer the bank"));
    setAccessibleName(windowTitle());
    build();
    connectAll();
}

AnswerDialog::~AnswerDialog() = default;

void AnswerDialog::build()
{
    QFont italic = font();
    italic.setItalic(true);
    m_readOut->setFont(italic);
    m_readOut->setMuted(true);
    m_readOut->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_locked->setText(tr("Writes are locked, so nothing can be sent. Unlock them in the window with Ctrl+L."));
    m_queue->setMuted(true);
    m_busy->hide();
    setButtonRole(m_send, ButtonRole::Primary);
    m_later->setToolTip(tr("The question goes on waiting; Ctrl+Return brings it back."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(m_heading);
    column->addWidget(m_message);
    column->addWidget(m_view);
    column->addWidget(m_readOut);
    column->addWidget(m_form);
    column->addWidget(m_locked);
    column->addWidget(m_time);
    column->addWidget(m_queue);
    column->addWidget(m_busy);
    column->addStretch(1);
    column->addWidget(m_buttons);
    setMinimumWidth(480);
    // Once all are children of the dialog: Enter sends, whatever other buttons there are.
    for (QPushButton *button : findChildren<QPushButton *>()) {
        button->setAutoDefault(button == m_send);
    }
    m_send->setDefault(true);
}

void AnswerDialog::connectAll()
{
    connect(m_buttons, &QDialogButtonBox::accepted, this, &AnswerDialog::send);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_form, &CredentialForm::changed, this, &AnswerDialog::showButtons);
    connect(m_form, &CredentialForm::submitted, m_send, &QPushButton::click);
    connect(m_view, &QuestionView::pictureWanted, this, &AnswerDialog::loadPicture);
    connect(m_view, &QuestionView::openWanted, this, &AnswerDialog::openWanted);
    m_guard.setSingleShot(true);
    m_guard.setInterval(unread);
    connect(&m_guard, &QTimer::timeout, this, [this] {
        showButtons();
        if (m_state == State::Asking && m_form->isEmpty()) {
            m_send->setFocus(Qt::OtherFocusReason);
        }
    });
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &AnswerDialog::showTime);
    connect(&m_workspace.operations(), &models::ConnectionOperations::ended, this, &AnswerDialog::takeOutcome);
    QuestionQueue &queue = m_workspace.questions();
    connect(&queue, &QuestionQueue::withdrawn, this, &AnswerDialog::takeWithdrawal);
    connect(&queue, &QuestionQueue::changed, this, &AnswerDialog::showQueue);
    connect(&m_workspace.writeLock(), &models::WriteLock::changed, this, [this] {
        if (m_workspace.writeLock().isLocked()) {
            m_form->wipe();
        }
        showButtons();
    });
}

void AnswerDialog::show(const WaitingQuestion &question)
{
    m_question = question;
    m_picture.reset();
    m_message->clear();
    m_state = State::Asking;
    ask();
    if (m_form->isComplete()) {
        m_guard.start();
    }
    showTime();
    m_second.start();
    showQueue();
    showButtons();
}

void AnswerDialog::ask()
{
    const api::Provider *bank = m_workspace.providers().find(m_question.providerCode);
    const models::FormFields form = models::questionFields(m_question.stage, bank);
    const models::QuestionText text = models::readQuestion(m_question.stage.interactiveHtml.value());
    const AnswerWords words = answerWords(m_question, form, text);
    m_heading->setTexts(windowTitle(),
                        tr("%1 · customer %2").arg(m_question.bankName.simplified(), m_question.customerLabel));
    m_view->show(text);
    m_view->setVisible(!text.isEmpty());
    m_readOut->setText(words.readOut);
    m_readOut->show();
    m_form->setEnabled(true);
    m_form->ask(form);
    m_form->setVisible(!form.fields.empty());
    m_send->setText(words.verb);
    if (!words.notice.isEmpty()) {
        m_message->tell({.tone = models::Tone::Warning, .title = words.notice});
    }
    adjustSize();
    m_form->isEmpty() ? m_send->setFocus(Qt::OtherFocusReason) : m_form->focusFirst();
}

void AnswerDialog::send()
{
    if (m_state == State::Over) {
        return goOn();
    }
    if (m_state != State::Asking || !m_form->isComplete() || m_guard.isActive()) {
        return;
    }
    m_message->clear();
    const api::InteractiveRequest answer{.credentials = m_form->credentials(), .encryptedCredentials = {}};
    if (!m_workspace.operations().answer(m_question.connection, m_question.attempt, m_question.stage.id, answer)) {
        return;
    }
    m_state = State::Sending;
    m_form->setEnabled(false);
    showButtons();
}

void AnswerDialog::takeOutcome(const OperationOutcome &outcome)
{
    if (outcome.operation != models::Operation::Answer || outcome.connection != m_question.connection ||
        outcome.question != m_question.stage.id || m_state != State::Sending) {
        return;
    }
    m_form->wipe();
    if (outcome.tookEffect()) {
        m_state = State::Over;
        return goOn();
    }
    takeRefusal(outcome);
}

void AnswerDialog::takeRefusal(const OperationOutcome &outcome)
{
    const WaitingQuestion *waiting = m_workspace.questions().find(m_question.connection);
    if (waiting == nullptr || waiting->stage.id != m_question.stage.id) {
        return endWith(tr("The bank waits no longer"),
                       tr("The answer was not taken, and the question is over by now. Start another attempt when the "
                          "customer is ready."));
    }
    m_state = State::Asking;
    m_form->setEnabled(true);
    using Kind = OperationOutcome::Kind;
    Message message = outcome.error ? errorMessage(tr("The answer was not taken"), *outcome.error) : Message();
    if (outcome.kind == Kind::FoundNotDone) {
        message.tone = models::Tone::Warning;
        message.title = tr("No answer came from Salt Edge");
        message.text =
            tr("The bank still asks. What was typed may be spent, so it was not sent again: ask the customer "
               "for a new code.");
    } else if (outcome.kind == Kind::Unknown) {
        message.tone = models::Tone::Warning;
        message.title = tr("Whether the bank got the answer is not known");
        message.text = tr("It was sent once and is not repeated. Wait a moment: if the bank asks again, a new question "
                          "comes by itself.");
    }
    m_message->tell(message);
    showButtons();
    m_form->focusFirst();
}

void AnswerDialog::takeWithdrawal(const WaitingQuestion &question, QuestionQueue::Withdrawal reason)
{
    const bool shown = question.connection == m_question.connection && question.stage.id == m_question.stage.id;
    // One whose answer is on its way is judged by the outcome of the sending.
    if (!shown || m_state != State::Asking) {
        return;
    }
    switch (reason) {
    case QuestionQueue::Withdrawal::Answered:
        return;
    case QuestionQueue::Withdrawal::WentOn:
        return endWith(tr("The question was answered elsewhere"),
                       tr("The attempt goes on; nothing is to be done here."));
    case QuestionQueue::Withdrawal::AskedAnew:
        return endWith(tr("The bank asks something else by now"), tr("Go on to see the new question."));
    case QuestionQueue::Withdrawal::Failed:
        return endWith(tr("The bank waits no longer"),
                       tr("The attempt has ended, most likely since no answer came in time. Start another one when the "
                          "customer is ready."));
    case QuestionQueue::Withdrawal::Gone:
        return endWith(tr("The attempt is over"), tr("A newer attempt took its place, or the connection was removed."));
    }
}

void AnswerDialog::endWith(const QString &title, const QString &text)
{
    m_state = State::Over;
    m_form->wipe();
    m_form->setEnabled(false);
    m_readOut->hide();
    m_message->tell({.tone = models::Tone::Idle, .title = title, .text = text});
    showButtons();
    // What had the focus can't be used any more.
    m_send->setFocus(Qt::OtherFocusReason);
}

/// To the next question, or away.
void AnswerDialog::goOn()
{
    const std::vector<WaitingQuestion> &waiting = m_workspace.questions().waiting();
    if (waiting.empty()) {
        close();
        return;
    }
    // The same bank's next question first.
    const WaitingQuestion *same = m_workspace.questions().find(m_question.connection);
    const WaitingQuestion next = same != nullptr ? *same : waiting.front();
    show(next);
}

void AnswerDialog::loadPicture(const QUrl &url)
{
    m_picture = std::make_unique<models::RemotePicture>(m_workspace.network(), url);
    connect(m_picture.get(), &models::RemotePicture::loaded, this,
            [this, url](const QByteArray &bytes) { m_view->showPicture(url, bytes); });
    connect(m_picture.get(), &models::RemotePicture::failed, this,
            [this, url](const QString &reason) { m_view->showPictureFailure(url, reason); });
    m_picture->start();
}

void AnswerDialog::showButtons()
{
    const bool over = m_state == State::Over;
    const bool locked = m_workspace.writeLock().isLocked();
    if (over) {
        m_send->setText(m_workspace.questions().waiting().empty() ? tr("&Close") : tr("&Next question"));
    }
    m_send->setEnabled(over || (m_state == State::Asking && m_form->isComplete() && !locked && !m_guard.isActive()));
    m_send->setToolTip(locked && !over ? tr("Writes are locked; unlock them with Ctrl+L.") : QString());
    m_locked->setVisible(locked && !over);
    m_later->setVisible(!over);
    m_busy->setVisible(m_state == State::Sending);
    m_time->setVisible(!over);
}

void AnswerDialog::showTime()
{
    if (m_state == State::Over) {
        m_second.stop();
        return;
    }
    const api::Provider *bank = m_workspace.providers().find(m_question.providerCode);
    m_time->show(m_question.askedAt, models::estimatedDeadline(m_question, bank), m_workspace.clock().now());
}

void AnswerDialog::showQueue()
{
    const auto &waiting = m_workspace.questions().waiting();
    const auto place = std::ranges::find(waiting, m_question.connection, &WaitingQuestion::connection);
    const bool several = waiting.size() > 1 && place != waiting.end();
    m_queue->setText(several ? tr("Question %1 of %2 that wait").arg(place - waiting.begin() + 1).arg(waiting.size())
                             : QString());
    m_queue->setVisible(several);
    if (m_state == State::Over) {
        showButtons();
    }
}

void AnswerDialog::done(int result)
{
    m_form->wipe();
    QDialog::done(result);
}

} // namespace saltdesk::ui
