// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "states/PageState.h"

#include <QWidget>

class QStackedWidget;

namespace saltdesk::models {
class Workspace;
}

namespace saltdesk::ui {

class ConnectionsView;
class MessageBar;
class StatePage;

/// The table, or the page that stands in its place, and the messages above them: an audit trail in trouble, a banner
/// while the rows are older than they should be, questions that wait, a removal that can still be undone, and how the
/// last operation ended.
class ContentArea : public QWidget
{
    Q_OBJECT

public:
    explicit ContentArea(models::Workspace &workspace, QWidget *parent = nullptr);

    [[nodiscard]] ConnectionsView &table() const { return *m_table; }
    /// What is not as it should be with the program itself: its settings, its policy.
    [[nodiscard]] MessageBar &condition() const { return *m_condition; }
    /// What is wrong with the local history.
    [[nodiscard]] MessageBar &history() const { return *m_history; }
    [[nodiscard]] MessageBar &outcome() const { return *m_outcome; }
    [[nodiscard]] MessageBar &undo() const { return *m_undo; }
    [[nodiscard]] MessageBar &questions() const { return *m_questions; }
    [[nodiscard]] MessageBar &safety() const { return *m_safety; }
    [[nodiscard]] bool showsTable() const;

signals:
    void actionWanted(saltdesk::ui::PageAction action);
    /// The table came or went.
    void pageChanged();

private:
    void follow();
    void showState();
    void showBanner();

    models::Workspace &m_workspace;
    MessageBar *m_condition;
    MessageBar *m_history;
    MessageBar *m_safety;
    MessageBar *m_banner;
    MessageBar *m_questions;
    MessageBar *m_undo;
    MessageBar *m_outcome;
    QStackedWidget *m_stack;
    ConnectionsView *m_table;
    StatePage *m_page;
};

} // namespace saltdesk::ui
