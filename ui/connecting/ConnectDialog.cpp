// SPDX-License-Identifier: Apache-2.0
#include "connecting/ConnectDialog.h"

#include "connecting/BankPage.h"
#include "connecting/ConnectMessages.h"
#include "connecting/ConnectionEntry.h"
#include "connecting/ConsentPage.h"
#include "connecting/CredentialsPage.h"
#include "connecting/CustomerPage.h"
#include "connecting/ProgressPage.h"
#include "connecting/RefusalPlace.h"
#include "dialogs/DialogHeading.h"
#include "states/BusyBar.h"
#include "states/MessageBar.h"
#include "theme/ButtonRole.h"
#include "theme/WrappedLabel.h"
#include "workspace/Workspace.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>

namespace saltdesk::ui {

using models::ConnectionEntry;
using models::RefusalPlace;
using namespace Qt::Literals::StringLiterals;

ConnectDialog::ConnectDialog(models::Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_entry(new ConnectionEntry(workspace))
    , m_preparation(workspace.client(), workspace.environment().locale)
    , m_heading(new DialogHeading(workspace.environment().kind))
    , m_fault(new MessageBar)
    , m_purpose(new WrappedLabel)
    , m_pages(new QStackedWidget)
    , m_customer(new CustomerPage(workspace))
    , m_bank(new BankPage(workspace))
    , m_consent(new ConsentPage)
    , m_credentials(new CredentialsPage)
    , m_progress(new ProgressPage(workspace, *m_entry))
    , m_busy(new BusyBar)
    , m_buttons(new QDialogButtonBox)
    , m_back(m_buttons->addButton(tr("&Back"), QDialogButtonBox::ResetRole))
    , m_next(m_buttons->addButton(tr("&Next"), QDialogButtonBox::AcceptRole))
    , m_close(m_buttons->addButton(QDialogButtonBox::Cancel))
{
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connectPages();
    connectButtons();
    setWindowTitle(tr("New connection"));
    setAccessibleName(windowTitle());
    if (m_customer->isFound()) {
        takeCustomer();
    }
    go(m_customer->isFound() ? Step::Bank : Step::Customer);
}

ConnectDialog::ConnectDialog(models::Workspace &workspace, const models::ConnectionSummary &reconnects, QWidget *parent)
    : ConnectDialog(workspace, parent)
{
    reconnectInstead(reconnects.id);
}

ConnectDialog::~ConnectDialog()
{
    m_entry->disconnect(this);
    m_entry->release();
}

void ConnectDialog::build()
{
    for (ConnectPage *each : {static_cast<ConnectPage *>(m_customer), static_cast<ConnectPage *>(m_bank),
                              static_cast<ConnectPage *>(m_consent), static_cast<ConnectPage *>(m_credentials),
                              static_cast<ConnectPage *>(m_progress)}) {
        m_pages->addWidget(each);
        connect(each, &ConnectPage::completeChanged, this, &ConnectDialog::showButtons);
    }
    QFont bold = font();
    bold.setBold(true);
    m_purpose->setFont(bold);
    m_busy->hide();
    setButtonRole(m_next, ButtonRole::Primary);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(m_heading);
    column->addWidget(m_fault);
    column->addWidget(m_purpose);
    column->addWidget(m_pages, 1);
    column->addWidget(m_busy);
    column->addWidget(m_buttons);
    // One size for all pages, so that nothing jumps from one to the next.
    setMinimumSize(460, 420);
    // With room for the window's frame on a small screen.
    resize(QSize(560, 600).boundedTo(screen()->availableSize() - QSize(40, 60)));
    // Once all are children of the dialog: Enter goes on, whatever other buttons there are.
    for (QPushButton *button : findChildren<QPushButton *>()) {
        button->setAutoDefault(button == m_next);
    }
    m_next->setDefault(true);
}

void ConnectDialog::connectPages()
{
    connect(m_customer, &CustomerPage::found, this, [this] {
        if (m_step == Step::Customer) {
            takeCustomer();
            go(Step::Bank);
        }
    });
    connect(m_bank, &BankPage::reconnectWanted, this, &ConnectDialog::reconnectInstead);
    connect(m_credentials, &CredentialsPage::linkWanted, this, &ConnectDialog::wantLink);
    connect(m_credentials, &CredentialsPage::submitted, m_next, &QPushButton::click);
    connect(m_progress, &ProgressPage::openBankPageWanted, this, [this] {
        m_pageOpened = false;
        openBankPage();
    });
    connect(&m_preparation, &models::BankPreparation::ready, this, &ConnectDialog::takePreparation);
    connect(&m_preparation, &models::BankPreparation::failed, this, [this](const api::ApiError &error) {
        say(bankUnreadMessage(error), &ConnectDialog::prepareAgain);
        showButtons();
    });
    connect(m_entry, &ConnectionEntry::changed, this, &ConnectDialog::followEntry);
    connect(&m_workspace.writeLock(), &models::WriteLock::changed, this, [this] {
        if (m_workspace.writeLock().isLocked()) {
            m_credentials->wipe();
        }
    });
}

void ConnectDialog::connectButtons()
{
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ConnectDialog::next);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, &ConnectDialog::back);
}

api::ConnectionId ConnectDialog::connection() const
{
    return m_entry->connection().isEmpty() ? m_choices.reconnects.value_or(api::ConnectionId()) : m_entry->connection();
}

void ConnectDialog::done(int result)
{
    if (isSending()) {
        return;
    }
    m_credentials->wipe();
    if (m_entry->isRunning() && !m_entry->connection().isEmpty()) {
        emit leftRunning(m_entry->connection());
    }
    QDialog::done(result);
}

ConnectPage *ConnectDialog::page(Step step) const
{
    switch (step) {
    case Step::Customer:
        return m_customer;
    case Step::Bank:
        return m_bank;
    case Step::Consent:
        return m_consent;
    case Step::Credentials:
        return m_credentials;
    case Step::Progress:
        return m_progress;
    }
    return nullptr;
}

void ConnectDialog::go(Step step)
{
    m_step = step;
    m_pages->setCurrentWidget(page(step));
    showHeading();
    showButtons();
    page(step)->begin();
}

void ConnectDialog::next()
{
    m_fault->clear();
    switch (m_step) {
    case Step::Customer:
        if (!m_customer->isFound()) {
            return m_customer->find();
        }
        takeCustomer();
        return go(Step::Bank);
    case Step::Bank:
        return prepare();
    case Step::Consent:
        m_consent->applyTo(m_choices);
        return go(Step::Credentials);
    case Step::Credentials:
        return send();
    case Step::Progress:
        return retry();
    }
}

void ConnectDialog::back()
{
    m_fault->clear();
    if (const auto before = stepBefore(m_step, m_choices.isReconnect())) {
        go(*before);
    }
}

void ConnectDialog::prepare()
{
    const api::Provider *bank = m_bank->bank();
    if (bank == nullptr) {
        return;
    }
    const bool same = bank->code == m_choices.providerCode && m_customerId == m_choices.customer;
    if (same && isPrepared()) {
        return go(Step::Consent);
    }
    m_credentials->wipe();
    m_choices = {};
    m_choices.customer = m_customerId;
    m_choices.countryCode = bank->countryCode.valueOr(m_bank->country());
    m_choices.providerCode = bank->code;
    m_preparation.prepareNew(m_choices);
    showButtons();
}

/// From here on it is for him.
void ConnectDialog::takeCustomer()
{
    const auto &customer = m_workspace.scope().customer();
    m_customerId = customer ? customer->id : api::CustomerId();
    m_customerLabel = m_workspace.scope().customerLabel();
    m_bank->setCustomer(m_customerId);
}

void ConnectDialog::prepareAgain()
{
    m_fault->clear();
    m_reconnects ? m_preparation.prepareReconnect(*m_reconnects) : prepare();
    showButtons();
}

bool ConnectDialog::isPrepared() const
{
    const QString code = m_preparation.bank().code;
    return !m_preparation.isRunning() && !code.isEmpty() && code == m_choices.providerCode;
}

bool ConnectDialog::isSending() const
{
    return m_entry->state() == ConnectionEntry::State::Sending ||
           m_entry->state() == ConnectionEntry::State::LookingBack;
}

void ConnectDialog::takePreparation()
{
    m_choices = m_preparation.choices();
    if (m_choices.countryCode == "XF"_L1 && m_workspace.banks().withFakes()) {
        m_choices.options.includeFakeProviders = true;
    }
    const QDate today = m_workspace.clock().now().date();
    m_consent->show(bankName(), models::consentTerms(m_preparation.bank(), today), m_choices);
    m_credentials->show(m_preparation.bank());
    m_progress->setBank(bankName());
    go(Step::Consent);
}

void ConnectDialog::reconnectInstead(const api::ConnectionId &id)
{
    m_reconnects = m_workspace.connections().summary(id);
    if (!m_reconnects) {
        return;
    }
    setWindowTitle(tr("Reconnect"));
    setAccessibleName(windowTitle());
    m_fault->clear();
    m_credentials->wipe();
    m_choices = {};
    m_choices.reconnects = id;
    m_choices.providerCode = m_reconnects->providerCode;
    m_preparation.prepareReconnect(*m_reconnects);
    go(Step::Consent);
}

void ConnectDialog::send()
{
    m_credentials->applyTo(m_choices);
    if (!isPrepared()) {
        return;
    }
    const api::Provider &bank = m_preparation.bank();
    m_pageOpened = false;
    const bool sent = bank.mode.known == api::ProviderMode::OAuth
                          ? m_entry->visitBank(m_choices, bank)
                          : m_entry->send(m_choices, m_credentials->credentials(), bank);
    if (!sent) {
        m_fault->tell(nothingSentMessage());
        return;
    }
    m_progress->setBank(bankName());
    go(Step::Progress);
}

/// A connection that was made stays, though its attempt failed: another try is a reconnect of it.
void ConnectDialog::retry()
{
    if (!m_progress->canRetry()) {
        return accept();
    }
    if (!m_entry->connection().isEmpty()) {
        m_choices.reconnects = m_entry->connection();
        m_choices.overrideCredentials = false;
    }
    go(Step::Credentials);
}

void ConnectDialog::announce()
{
    const api::ConnectionId id = m_entry->connection();
    if (!m_announced && !m_reconnects && m_workspace.connections().summary(id)) {
        m_announced = true;
        emit made(id);
    }
}

void ConnectDialog::followEntry()
{
    announce();
    switch (m_entry->state()) {
    case ConnectionEntry::State::Refused:
        return showRefusal();
    case ConnectionEntry::State::AtBank:
        openBankPage();
        break;
    case ConnectionEntry::State::Succeeded:
        m_credentials->wipe();
        break;
    case ConnectionEntry::State::Idle:
    case ConnectionEntry::State::Sending:
    case ConnectionEntry::State::LookingBack:
    case ConnectionEntry::State::Following:
    case ConnectionEntry::State::AttemptFailed:
    case ConnectionEntry::State::Superseded:
    case ConnectionEntry::State::Gone:
    case ConnectionEntry::State::NotDone:
    case ConnectionEntry::State::Unknown:
        break;
    }
    showButtons();
}

void ConnectDialog::showRefusal()
{
    const api::ApiError error = *m_entry->error();
    say(refusedMessage(bankName(), error), &ConnectDialog::wantLink);
    switch (models::refusalPlace(error)) {
    case RefusalPlace::Customer:
        return go(m_choices.isReconnect() ? Step::Credentials : Step::Customer);
    case RefusalPlace::Bank:
        return go(m_choices.isReconnect() ? Step::Credentials : Step::Bank);
    case RefusalPlace::Options:
        m_consent->showOptions();
        return go(Step::Consent);
    case RefusalPlace::Consent:
        return go(Step::Consent);
    case RefusalPlace::Credentials:
    case RefusalPlace::Whole:
        break;
    }
    go(Step::Credentials);
    if (error.errorClass == "CredentialsNotMatch"_L1) {
        m_credentials->offerOverride();
    }
}

void ConnectDialog::say(const Message &message, void (ConnectDialog::*action)())
{
    m_fault->tell(message);
    disconnect(m_fault, &MessageBar::actionTriggered, this, nullptr);
    connect(m_fault, &MessageBar::actionTriggered, this, action);
}

void ConnectDialog::wantLink()
{
    m_credentials->applyTo(m_choices);
    emit linkWanted(m_choices, bankName());
    close();
}

void ConnectDialog::openBankPage()
{
    const api::Secret &address = m_entry->bankPage();
    if (m_pageOpened || address.isEmpty()) {
        return;
    }
    m_pageOpened = true;
    emit openWanted(QUrl::fromEncoded(address.reveal().toByteArray(), QUrl::StrictMode));
}

QString ConnectDialog::bankName() const
{
    const QString name = m_preparation.bank().name.value().simplified();
    if (!name.isEmpty()) {
        return name;
    }
    return m_reconnects ? m_reconnects->providerName : m_choices.providerCode;
}

void ConnectDialog::showHeading()
{
    const QString customer = m_reconnects ? m_reconnects->customerLabel : m_customerLabel;
    QStringList parts;
    if (!customer.isEmpty() && m_step != Step::Customer) {
        parts << tr("Customer %1").arg(customer);
    }
    if (m_step != Step::Customer && m_step != Step::Bank) {
        parts << bankName();
    }
    m_heading->setTexts(windowTitle(), parts.join(u" · "_s));
    const QString purpose = page(m_step)->purpose();
    m_purpose->setText(purpose);
    m_purpose->setVisible(!purpose.isEmpty());
}

void ConnectDialog::showButtons()
{
    const bool preparing = m_preparation.isRunning();
    const ConnectPage *shown = page(m_step);
    const bool progress = m_step == Step::Progress;
    m_consent->setEnabled(isPrepared());
    m_busy->setVisible(preparing);
    m_back->setVisible(stepBefore(m_step, m_choices.isReconnect()).has_value());
    m_back->setEnabled(!preparing);
    m_close->setEnabled(!isSending());
    const QString verb = shown->verb();
    m_next->setVisible(!verb.isEmpty());
    m_next->setText(verb);
    const bool needsBank = m_step == Step::Consent || m_step == Step::Credentials;
    m_next->setEnabled(shown->isComplete() && !preparing && (!needsBank || isPrepared()));
    m_close->setText(progress ? tr("Close") : tr("Cancel"));
    const bool closes = progress && verb.isEmpty();
    // A refusal leads back to another page in a moment.
    const bool ended = closes && !m_entry->isRunning() && m_entry->state() != ConnectionEntry::State::Refused;
    // While it runs Enter does nothing: it would be a second press of the key that sent.
    m_close->setDefault(ended);
    m_next->setDefault(!ended);
    if (ended && !m_close->hasFocus()) {
        m_close->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace saltdesk::ui
