// SPDX-License-Identifier: Apache-2.0
#include "connecting/CredentialsPage.h"

#include "credentials/CredentialForm.h"
#include "privacy/Personal.h"
#include "question/QuestionMarkup.h"
#include "theme/ButtonRole.h"
#include "theme/CardFrame.h"
#include "theme/QuietScroll.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

CredentialsPage::CredentialsPage(QWidget *parent)
    : ConnectPage(parent)
    , m_quote(new CardFrame(CardFrame::Ground::Panel))
    , m_instruction(new WrappedLabel)
    , m_form(new CredentialForm(CredentialForm::Look::Login))
    , m_addressLabel(new WrappedLabel)
    , m_address(new QLineEdit)
    , m_override(new QCheckBox(tr("These are &new credentials: replace the ones of last time")))
    , m_link(new QPushButton(tr("Give the customer a &link instead…")))
{
    build();
    connect(m_form, &CredentialForm::changed, this, &CredentialsPage::completeChanged);
    connect(m_form, &CredentialForm::submitted, this, &CredentialsPage::submitted);
    connect(m_address, &QLineEdit::textChanged, this, &CredentialsPage::completeChanged);
    connect(m_override, &QCheckBox::toggled, this, &CredentialsPage::completeChanged);
    connect(m_link, &QPushButton::clicked, this, &CredentialsPage::linkWanted);
}

CredentialsPage::~CredentialsPage() = default;

void CredentialsPage::build()
{
    auto *quoted = new QVBoxLayout(m_quote);
    quoted->setContentsMargins(12, 8, 12, 8);
    quoted->addWidget(m_instruction);
    m_instruction->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_addressLabel->setText(tr("Address of the statement file"));
    m_addressLabel->setBuddy(m_address);
    markPersonal(m_address);
    m_address->setAccessibleName(m_addressLabel->text());
    m_address->setPlaceholderText(u"https://…"_s);
    m_override->hide();
    m_link->setAutoDefault(false);
    setButtonRole(m_link, ButtonRole::Quiet);
    m_link->setToolTip(tr("He types his credentials himself, on a page of Salt Edge. What was chosen here is kept."));

    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 4, 0);
    column->setSpacing(8);
    column->addWidget(m_quote);
    column->addWidget(m_form);
    column->addWidget(m_addressLabel);
    column->addWidget(m_address);
    column->addWidget(m_override);
    column->addStretch(1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(8);
    whole->addWidget(quietScroll(inside), 1);
    whole->addWidget(m_link, 0, Qt::AlignLeft);
}

void CredentialsPage::show(const api::Provider &bank)
{
    m_bank = bank;
    // The bank's own words, which may hold markup.
    const QString said = models::readQuestion(bank.instruction.value()).plain;
    const QString nothing = bank.requiredFields.value().empty() && !goesToBank() && !wantsAddress()
                                ? tr("This bank needs nothing to be typed here.")
                                : QString();
    const QString page = goesToBank() ? tr("The bank's page opens in this computer's browser; the customer signs in "
                                           "there. If he is not beside you, give him a link instead.")
                                      : QString();
    QStringList words{said, page, nothing};
    words.removeAll(QString());
    m_instruction->setText(words.join(u'\n'));
    m_quote->setVisible(!words.isEmpty());
    m_form->ask(goesToBank() ? models::FormFields{} : models::loginFields(bank));
    m_addressLabel->setVisible(wantsAddress());
    m_address->setVisible(wantsAddress());
    m_override->setChecked(false);
    m_override->hide();
    emit completeChanged();
}

bool CredentialsPage::goesToBank() const
{
    return m_bank.mode.known == api::ProviderMode::OAuth;
}

bool CredentialsPage::wantsAddress() const
{
    return m_bank.mode.known == api::ProviderMode::File;
}

void CredentialsPage::applyTo(models::ConnectionChoices &choices) const
{
    choices.fileUrl =
        wantsAddress() ? std::optional(QUrl(m_address->text().trimmed(), QUrl::StrictMode)) : std::nullopt;
    choices.overrideCredentials = m_override->isVisibleTo(this) && m_override->isChecked();
}

api::Credentials CredentialsPage::credentials() const
{
    return m_form->credentials();
}

void CredentialsPage::wipe()
{
    m_form->wipe();
    emit completeChanged();
}

void CredentialsPage::offerOverride()
{
    m_override->show();
    m_override->setFocus(Qt::OtherFocusReason);
}

QString CredentialsPage::purpose() const
{
    return goesToBank() ? tr("The customer signs in at the bank.") : tr("What does the bank's login need?");
}

QString CredentialsPage::verb() const
{
    return goesToBank() ? tr("&Open the bank's page") : tr("&Connect bank");
}

bool CredentialsPage::isComplete() const
{
    const QUrl address(m_address->text().trimmed(), QUrl::StrictMode);
    const bool addressed = address.isValid() && (address.scheme() == "https"_L1 || address.scheme() == "http"_L1) &&
                           !address.host().isEmpty();
    return m_form->isComplete() && (!wantsAddress() || addressed);
}

void CredentialsPage::begin()
{
    if (wantsAddress()) {
        m_address->setFocus(Qt::TabFocusReason);
    } else if (!m_form->isEmpty()) {
        m_form->focusFirst();
    }
}

} // namespace saltdesk::ui
