// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace saltdesk::models {
class ConnectionHistory;
class HolderReading;
} // namespace saltdesk::models

namespace saltdesk::ui {

/// The tab "Accounts": the accounts of the connection, and below them whose they are, once somebody asks. Borrows both.
class AccountsPage : public QWidget
{
    Q_OBJECT

public:
    AccountsPage(models::ConnectionHistory &history, models::HolderReading &holder, QWidget *parent = nullptr);
};

} // namespace saltdesk::ui
