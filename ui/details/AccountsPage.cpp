// SPDX-License-Identifier: Apache-2.0
#include "details/AccountsPage.h"

#include "details/HolderPage.h"
#include "details/RecordsPage.h"
#include "details/TurningSplitter.h"

#include <QBoxLayout>

namespace saltdesk::ui {

AccountsPage::AccountsPage(models::ConnectionHistory &history, models::HolderReading &holder, QWidget *parent)
    : QWidget(parent)
{
    auto *both = new TurningSplitter;
    both->addWidget(new RecordsPage(history, models::ConnectionHistory::Part::Accounts));
    both->addWidget(new HolderPage(holder));
    both->setStretchFactor(0, 1);
    both->setStretchFactor(1, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(both);
}

} // namespace saltdesk::ui
