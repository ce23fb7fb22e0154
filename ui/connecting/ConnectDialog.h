// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connecting/BankPreparation.h"
#include "connecting/ConnectStep.h"
#include "connecting/ConnectionChoices.h"
#include "connections/ConnectionSummary.h"
#include "states/Message.h"

#include <QDialog>
#include <QUrl>

#include <array>
#include <optional>

class QDialogButtonBox;
class QPushButton;
class QStackedWidget;

namespace saltdesk::models {
class ConnectionEntry;
class Workspace;
} // namespace saltdesk::models

namespace saltdesk::ui {

class BankPage;
class BusyBar;
class ConnectPage;
class ConsentPage;
class CredentialsPage;
class CustomerPage;
class DialogHeading;
class MessageBar;
class ProgressPage;
class WrappedLabel;

/// The dialogs "New connection" and "Reconnect": customer, bank, consent, credentials, progress; a reconnect begins at
/// the consent. What the API refuses is shown on the page where it can be mended.
///
/// Not modal, so that the bank's question can be answered beside it; show() it. Stays with the customer whom it began
/// with, whoever is opened in the window meanwhile. Can't be closed while a write is on its way; deletes itself when it
/// is closed, and then lets the running attempt go on. What was typed is overwritten when it succeeded, when writes are
/// locked, and when this is closed.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectDialog(models::Workspace &workspace, QWidget *parent = nullptr);
    ConnectDialog(models::Workspace &workspace, const models::ConnectionSummary &reconnects, QWidget *parent = nullptr);
    ~ConnectDialog() override;

    /// The connection that is made anew, or whose attempt is followed here; empty before there is one.
    [[nodiscard]] api::ConnectionId connection() const;

    void done(int result) override;

signals:
    /// The customer is to type his credentials himself; everything that was chosen comes along.
    void linkWanted(const saltdesk::models::ConnectionChoices &choices, const QString &bank);
    void openWanted(const QUrl &url);
    /// There is a new connection, and the table has it.
    void made(const saltdesk::api::ConnectionId &connection);
    /// Closed while the attempt runs.
    void leftRunning(const saltdesk::api::ConnectionId &connection);

private:
    using Step = ConnectStep;

    void build();
    void connectPages();
    void connectButtons();
    void go(Step step);
    void next();
    void back();
    void takeCustomer();
    void prepare();
    void prepareAgain();
    /// The form and the terms that are shown are those of the chosen bank.
    [[nodiscard]] bool isPrepared() const;
    /// A write is on its way whose outcome has to be told here.
    [[nodiscard]] bool isSending() const;
    void takePreparation();
    void send();
    void retry();
    void reconnectInstead(const api::ConnectionId &id);
    void followEntry();
    void announce();
    void showRefusal();
    void wantLink();
    void openBankPage();
    void showHeading();
    void showButtons();
    /// Above the page, with what its button does.
    void say(const Message &message, void (ConnectDialog::*action)());
    [[nodiscard]] ConnectPage *page(Step step) const;
    [[nodiscard]] QString bankName() const;

    models::Workspace &m_workspace;
    models::ConnectionEntry *m_entry;
    models::BankPreparation m_preparation;
    models::ConnectionChoices m_choices;
    std::optional<models::ConnectionSummary> m_reconnects;
    /// For whom, whoever is shown in the window meanwhile.
    api::CustomerId m_customerId;
    QString m_customerLabel;
    Step m_step = Step::Customer;
    bool m_pageOpened = false;
    bool m_announced = false;
    DialogHeading *m_heading;
    MessageBar *m_fault;
    WrappedLabel *m_purpose;
    QStackedWidget *m_pages;
    CustomerPage *m_customer;
    BankPage *m_bank;
    ConsentPage *m_consent;
    CredentialsPage *m_credentials;
    ProgressPage *m_progress;
    BusyBar *m_busy;
    QDialogButtonBox *m_buttons;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_close;
};

} // namespace saltdesk::ui
