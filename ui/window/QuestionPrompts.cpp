// SPDX-License-Identifier: Apache-2.0
#include "window/QuestionPrompts.h"

#include "question/AnswerDialog.h"
#include "states/MessageBar.h"
#include "workspace/Workspace.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace saltdesk::ui {

using models::QuestionQueue;
using models::WaitingQuestion;

namespace {
/// Who has just pressed a key in a text field is about to press another.
constexpr std::chrono::milliseconds typingPause{1'500};
} // namespace

QuestionPrompts::QuestionPrompts(models::Workspace &workspace, MessageBar &bar, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_bar(bar)
    , m_window(window)
{
    qApp->installEventFilter(this);
    QuestionQueue &queue = workspace.questions();
    connect(&queue, &QuestionQueue::asked, this, &QuestionPrompts::take);
    connect(&queue, &QuestionQueue::changed, this, &QuestionPrompts::showBar);
    connect(&bar, &MessageBar::actionTriggered, this, &QuestionPrompts::answerOldest);
}

void QuestionPrompts::answerOldest()
{
    const auto &waiting = m_workspace.questions().waiting();
    if (!waiting.empty()) {
        const WaitingQuestion oldest = waiting.front();
        prompt(oldest, true);
    }
}

void QuestionPrompts::answer(const api::ConnectionId &connection)
{
    const WaitingQuestion *question = m_workspace.questions().find(connection);
    if (question == nullptr) {
        return answerOldest();
    }
    const WaitingQuestion wanted = *question;
    prompt(wanted, true);
}

bool QuestionPrompts::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && qobject_cast<QLineEdit *>(watched) != nullptr &&
        !static_cast<QKeyEvent *>(event)->text().isEmpty()) {
        m_lastKey.start();
    }
    return QObject::eventFilter(watched, event);
}

bool QuestionPrompts::isTyping() const
{
    return m_lastKey.isValid() && !m_lastKey.hasExpired(typingPause.count());
}

void QuestionPrompts::take(const WaitingQuestion &question, QuestionQueue::Notice how)
{
    if (how == QuestionQueue::Notice::FoundWaiting) {
        return;
    }
    // A prompt that is open goes on to the next one by itself, or by its button once the agent has read how it ended.
    if (m_dialog && m_dialog->isVisible()) {
        return;
    }
    prompt(question, !isTyping());
}

void QuestionPrompts::showBar()
{
    const auto &waiting = m_workspace.questions().waiting();
    const bool prompted = m_dialog && m_dialog->isVisible();
    if (waiting.empty() || prompted) {
        return m_bar.clear();
    }
    const WaitingQuestion &oldest = waiting.front();
    const QString title = waiting.size() == 1
                              ? tr("%1 waits for an answer of customer %2").arg(oldest.bankName, oldest.customerLabel)
                              : tr("%n questions of banks wait for an answer", nullptr, int(waiting.size()));
    const Message message{.tone = models::Tone::Running,
                          .title = title,
                          .text = tr("Ctrl+Return answers the oldest one."),
                          .actionText = tr("Answer…"),
                          .personal = true};
    if (message != m_bar.message()) {
        m_bar.tell(message);
    }
}

void QuestionPrompts::prompt(const WaitingQuestion &question, bool takeFocus)
{
    if (!m_dialog) {
        m_dialog = new AnswerDialog(m_workspace, m_window);
        connect(m_dialog, &AnswerDialog::openWanted, this, &QuestionPrompts::openWanted);
        connect(m_dialog, &QDialog::finished, this, [this] {
            m_dialog.clear();
            showBar();
        });
    }
    const bool shown = m_dialog->isVisible() && m_dialog->isOpen() && m_dialog->connection() == question.connection &&
                       m_dialog->stage() == question.stage.id;
    if (!shown && !m_dialog->isSending()) {
        m_dialog->show(question);
    }
    m_dialog->setAttribute(Qt::WA_ShowWithoutActivating, !takeFocus);
    m_dialog->show();
    if (takeFocus) {
        m_dialog->raise();
        m_dialog->activateWindow();
    }
    showBar();
}

} // namespace saltdesk::ui
