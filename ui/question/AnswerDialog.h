// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/OperationOutcome.h"
#include "question/QuestionQueue.h"
#include "question/WaitingQuestion.h"

#include <QDialog>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <optional>

class QDialogButtonBox;
class QPushButton;

namespace saltdesk::models {
class RemotePicture;
class Workspace;
} // namespace saltdesk::models

namespace saltdesk::ui {

class BusyBar;
class CredentialForm;
class DialogHeading;
class MessageBar;
class QuestionView;
class TimeLeft;
class WrappedLabel;

/// The dialog "Answer the bank": one waiting question at a time, with whose it is, what to read out to the customer,
/// the fields, and how long the bank still waits. After an answer was taken it goes on to the next question, or closes.
///
/// Not modal; deletes itself when closed, which leaves the question waiting. Sends an answer once; one whose fate is
/// unknown is spent. What was typed is overwritten when it was sent, when the question is over, when writes are locked,
/// and when this closes. Borrows the workspace.
class AnswerDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AnswerDialog(models::Workspace &workspace, QWidget *parent = nullptr);
    ~AnswerDialog() override;

    /// A question that wants nothing typed is not to be answered by a key that was meant for something else.
    static constexpr std::chrono::milliseconds unread{700};

    /// In place of the one before.
    void show(const models::WaitingQuestion &question);
    using QDialog::show;
    /// The connection whose question is shown.
    [[nodiscard]] api::ConnectionId connection() const { return m_question.connection; }
    [[nodiscard]] api::StageId stage() const { return m_question.stage.id; }
    /// An answer is on its way: what it comes to has to be told before another question is shown.
    [[nodiscard]] bool isSending() const { return m_state == State::Sending; }
    /// The question that is shown can still be answered.
    [[nodiscard]] bool isOpen() const { return m_state == State::Asking || m_state == State::Sending; }

    void done(int result) override;

signals:
    void openWanted(const QUrl &url);

private:
    enum class State { Asking, Sending, Over };

    void build();
    void connectAll();
    void ask();
    void send();
    void takeOutcome(const models::OperationOutcome &outcome);
    void takeRefusal(const models::OperationOutcome &outcome);
    void takeWithdrawal(const models::WaitingQuestion &question, models::QuestionQueue::Withdrawal reason);
    void endWith(const QString &title, const QString &text);
    void goOn();
    void loadPicture(const QUrl &url);
    void showButtons();
    void showTime();
    void showQueue();

    models::Workspace &m_workspace;
    models::WaitingQuestion m_question;
    State m_state = State::Over;
    QTimer m_second;
    QTimer m_guard;
    std::unique_ptr<models::RemotePicture> m_picture;
    DialogHeading *m_heading;
    MessageBar *m_message;
    QuestionView *m_view;
    WrappedLabel *m_readOut;
    CredentialForm *m_form;
    TimeLeft *m_time;
    WrappedLabel *m_locked;
    WrappedLabel *m_queue;
    BusyBar *m_busy;
    QDialogButtonBox *m_buttons;
    QPushButton *m_send;
    QPushButton *m_later;
};

} // namespace saltdesk::ui
