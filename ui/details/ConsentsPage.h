// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Consent.h"

#include <QWidget>

#include <optional>

class QAction;
class QTableView;
class QToolButton;

namespace saltdesk::models {
class ConnectionHistory;
}

namespace saltdesk::ui {

/// The tab "Consents": the table, and below it what can be done with the chosen one. Borrows the history.
class ConsentsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ConsentsPage(models::ConnectionHistory &history, QWidget *parent = nullptr);

    /// As a button below the table and in its context menu. Borrows the action, which the window's menu has too.
    void offer(QAction &revoke);
    /// The consent of the current row if it is active, so that it can be revoked.
    [[nodiscard]] std::optional<api::Consent> chosen() const;

signals:
    /// Another row, or another state of it.
    void chosenChanged();

private:
    void chooseFirst();
    void showContextMenu(const QPoint &position);

    models::ConnectionHistory &m_history;
    QTableView &m_table;
    QToolButton *m_revoke;
};

} // namespace saltdesk::ui
