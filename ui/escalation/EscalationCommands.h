// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace saltdesk::models {
class Workspace;
}

namespace saltdesk::ui {

class DetailsPane;
class WindowActions;

/// Hands on what is known of the connection in the details: to the customer as the sentence to read out, to Salt Edge's
/// support as the text of a ticket, and as a picture in which what names a customer is veiled. All of it goes on the
/// clipboard; nothing is sent.
class EscalationCommands : public QObject
{
    Q_OBJECT

public:
    /// Borrows all three, which live as long as the window that owns this.
    EscalationCommands(models::Workspace &workspace, const WindowActions &actions, DetailsPane &details,
                       QObject *parent);

signals:
    /// What was copied, for the status line.
    void told(const QString &text);

private:
    void copySentence();
    void copyTicket();
    void copyPicture();

    models::Workspace &m_workspace;
    DetailsPane &m_details;
};

} // namespace saltdesk::ui
