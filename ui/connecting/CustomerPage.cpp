// SPDX-License-Identifier: Apache-2.0
#include "connecting/CustomerPage.h"

#include "privacy/Personal.h"
#include "resources/CustomersApi.h"
#include "states/ErrorWords.h"
#include "theme/WrappedLabel.h"
#include "workspace/Workspace.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace saltdesk::ui {

using models::CustomerScope;

CustomerPage::CustomerPage(models::Workspace &workspace, QWidget *parent)
    : ConnectPage(parent)
    , m_workspace(workspace)
    , m_text(new QLineEdit)
    , m_state(new WrappedLabel)
    , m_create(new QPushButton)
{
    auto *label = new WrappedLabel;
    label->setText(tr("Customer's id or identifier"));
    label->setBuddy(m_text);
    m_text->setText(workspace.scope().customerLabel());
    m_state->setMuted(true);
    markPersonal(m_text);
    markPersonal(m_state);
    m_create->setAutoDefault(false);
    m_create->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(label);
    column->addWidget(m_text);
    column->addSpacing(4);
    column->addWidget(m_state);
    column->addWidget(m_create, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_text, &QLineEdit::textChanged, this, [this] {
        m_searching = false;
        showState();
    });
    connect(m_create, &QPushButton::clicked, this, &CustomerPage::create);
    connect(&workspace.scope(), &CustomerScope::changed, this, &CustomerPage::followScope);
    showState();
}

void CustomerPage::followScope()
{
    if (m_text->text().isEmpty() && m_workspace.scope().customer()) {
        // He was still being looked for when this opened.
        m_text->setText(m_workspace.scope().customerLabel());
        m_searching = true;
    }
    if (m_searching && isFound()) {
        m_searching = false;
        emit found();
    }
    showState();
}

QString CustomerPage::purpose() const
{
    return tr("Whose bank is to be connected?");
}

QString CustomerPage::verb() const
{
    return isFound() ? tr("&Next") : tr("&Find customer");
}

bool CustomerPage::isComplete() const
{
    return !m_text->text().trimmed().isEmpty() && !m_searching && !m_creating;
}

bool CustomerPage::isFound() const
{
    const CustomerScope &scope = m_workspace.scope();
    const QString text = m_text->text().trimmed();
    return scope.customer() &&
           (text == scope.customerLabel() || text == scope.customer()->id.toString() || text == scope.searchedFor());
}

void CustomerPage::begin()
{
    m_text->setFocus(Qt::TabFocusReason);
    m_text->selectAll();
}

void CustomerPage::find()
{
    m_searching = true;
    m_workspace.scope().find(m_text->text());
    showState();
}

void CustomerPage::showState()
{
    const CustomerScope &scope = m_workspace.scope();
    const QString text = m_text->text().trimmed();
    const bool ours = scope.searchedFor() == text;
    QString state;
    m_create->hide();
    if (m_searching && scope.state() == CustomerScope::State::Searching) {
        state = tr("Looking for the customer…");
    } else if (ours && scope.state() == CustomerScope::State::NotFound) {
        m_searching = false;
        state = tr("Nobody has this id or identifier.");
        m_create->setText(tr("&Create customer “%1”").arg(text.left(60)));
        m_create->show();
        m_create->setEnabled(!m_creating && !m_workspace.writeLock().isLocked());
    } else if (ours && scope.state() == CustomerScope::State::Failed && scope.error() && !isFound()) {
        m_searching = false;
        const ErrorWords words = errorWords(*scope.error());
        state = tr("The customer could not be looked for. %1 %2\n%3").arg(words.why, words.whatToDo, words.fine);
    } else if (isFound()) {
        state = tr("Customer %1, id %2").arg(scope.customerLabel(), scope.customer()->id.toString());
    }
    m_state->setText(state);
    emit completeChanged();
}

void CustomerPage::create()
{
    m_creating = true;
    m_create->setEnabled(false);
    emit completeChanged();
    api::CustomersApi(m_workspace.client())
        .create(m_text->text().trimmed())
        .then(this, [this](const api::Result<api::Customer> &customer) {
            m_creating = false;
            // After a lost answer looking for him tells whether he is there.
            if (customer || customer.error().outcomeUnknown) {
                return find();
            }
            const ErrorWords words = errorWords(customer.error());
            showState();
            m_state->setText(tr("The customer was not created. %1 %2\n%3").arg(words.why, words.whatToDo, words.fine));
        });
}

} // namespace saltdesk::ui
