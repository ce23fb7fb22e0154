// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "question/QuestionQueue.h"
#include "question/WaitingQuestion.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

class QWidget;

namespace saltdesk::models {
class Workspace;
}

namespace saltdesk::ui {

class AnswerDialog;
class MessageBar;

/// Sees to it that no question of a bank is missed: opens the prompt by itself when a question comes up, and says in
/// the window that one was found waiting. NoticeCommands tells the desktop.
///
/// A prompt that comes while the agent types elsewhere does not take the keys away from him: digits meant for another
/// field would be sent to a bank. Borrows the workspace, the bar and the window, whose child it is.
class QuestionPrompts : public QObject
{
    Q_OBJECT

public:
    /// `bar` tells of questions that waited already.
    QuestionPrompts(models::Workspace &workspace, MessageBar &bar, QWidget *window);

    /// The oldest question to the front; nothing when none waits.
    void answerOldest();
    /// The one of this connection, else the oldest.
    void answer(const api::ConnectionId &connection);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void openWanted(const QUrl &url);

private:
    void take(const models::WaitingQuestion &question, models::QuestionQueue::Notice how);
    void showBar();
    void prompt(const models::WaitingQuestion &question, bool takeFocus);
    [[nodiscard]] bool isTyping() const;

    models::Workspace &m_workspace;
    MessageBar &m_bar;
    QWidget *m_window;
    QPointer<AnswerDialog> m_dialog;
    QElapsedTimer m_lastKey;
};

} // namespace saltdesk::ui
