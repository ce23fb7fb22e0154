// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connecting/ConnectLink.h"
#include "environment/Environment.h"
#include "privacy/ClipboardSecret.h"

#include <QDialog>
#include <QTimer>
#include <QUrl>

#include <memory>

class QPushButton;

namespace Ui {
class ConnectLinkDialog;
}

namespace saltdesk::ui {

/// The dialog "Connect link": the link that the agent hands to the customer, as a QR code and for the clipboard, with
/// the time that is left to open it and the sentence to read out. The link itself is never shown, only its host, since
/// whoever reads it can use it.
///
/// Borrows the link and the clipboard's secret, which must outlive it, and shows whatever state the link is in; the
/// owner asks for the first one, the button "New link" for the same again. Open it with open(); it deletes itself.
/// Nothing moves between the states.
class ConnectLinkDialog : public QDialog
{
    Q_OBJECT

public:
    /// An empty `bankName`: the customer chooses his bank on the page.
    ConnectLinkDialog(models::ConnectLink &link, ClipboardSecret &clipboard, const QString &customerLabel,
                      const QString &bankName, models::EnvironmentKind environment, QWidget *parent = nullptr);
    ~ConnectLinkDialog() override;

signals:
    /// The agent wants to see the page himself; the owner opens it in the system's browser.
    void openWanted(const QUrl &url);

private:
    void dress();
    void addButtons();
    /// Each second of a ready link only the countdown changes.
    void follow();
    void showState();
    void showCode();
    void showButtons(models::ConnectLink::State before);
    void copyLink();
    void showCleared();
    void openLink();

    models::ConnectLink &m_link;
    ClipboardSecret &m_clipboard;
    QString m_customerLabel;
    std::unique_ptr<Ui::ConnectLinkDialog> m_form;
    QPushButton *m_another = nullptr;
    models::ConnectLink::State m_shown = models::ConnectLink::State::Idle;
    QTimer m_copied;
};

} // namespace saltdesk::ui
