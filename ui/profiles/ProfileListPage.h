// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/ProfileListModel.h"
#include "states/Message.h"

#include <QWidget>

class QPushButton;
class QTreeView;

namespace saltdesk::models {
class ProfileVault;
}

namespace saltdesk::ui {

class MessageBar;

/// The list of profiles with what can be done to them. Duplicates, removes, imports and exports by itself; what needs a
/// page of its own is asked of the dialog.
class ProfileListPage : public QWidget
{
    Q_OBJECT

public:
    ProfileListPage(models::ProfileStore &store, models::ProfileVault &vault, bool withSandbox,
                    QWidget *parent = nullptr);

    /// Chooses the profile with this id, or the first row.
    void choose(const QString &id);
    [[nodiscard]] bool hasChoice() const;
    /// Unset: the built-in sandbox.
    [[nodiscard]] std::optional<models::Profile> chosen() const;
    void begin();
    void tell(const Message &message);

signals:
    void choiceChanged();
    /// A row was double-clicked, or Enter pressed on it.
    void activated();
    void addWanted();
    void editWanted(const saltdesk::models::Profile &profile);
    void testWanted(const saltdesk::models::Profile &profile);

private:
    void build();
    QPushButton *button(const QString &text);
    void showButtons();
    void duplicate();
    void askToRemove();
    void remove();
    void importFile();
    void takeFile(const QString &path);
    void exportFile();
    void tell(const QString &title, const QString &text);

    models::ProfileStore &m_store;
    models::ProfileVault &m_vault;
    models::ProfileListModel m_model;
    MessageBar *m_message;
    QTreeView *m_list;
    QPushButton *m_edit;
    QPushButton *m_duplicate;
    QPushButton *m_test;
    QPushButton *m_remove;
    QPushButton *m_export;
    /// The one that the question in the message bar is about.
    QString m_leaving;
};

} // namespace saltdesk::ui
