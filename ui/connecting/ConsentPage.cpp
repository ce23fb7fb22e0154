// SPDX-License-Identifier: Apache-2.0
#include "connecting/ConsentPage.h"

#include "connecting/AttemptOptions.h"
#include "theme/ButtonRole.h"
#include "theme/CardFrame.h"
#include "theme/QuietScroll.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace saltdesk::ui {

using models::ConsentScope;
using models::ConsentScopes;

namespace {
/// The spin box wants a limit where the bank has none.
constexpr int noLimitDays = 3650;
} // namespace

ConsentPage::ConsentPage(QWidget *parent)
    : ConnectPage(parent)
    , m_accounts(new QCheckBox(tr("&Accounts and balances")))
    , m_transactions(new QCheckBox(tr("&Transactions")))
    , m_holder(new QCheckBox(tr("&Holder information")))
    , m_from(new QDateEdit)
    , m_endless(new QCheckBox(tr("Without &end")))
    , m_days(new QSpinBox)
    , m_words(new WrappedLabel)
    , m_agreed(new QCheckBox(tr("The &customer agreed to this")))
    , m_more(new QToolButton)
    , m_options(new AttemptOptions)
{
    build();
    connectAll();
}

void ConsentPage::build()
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    for (QCheckBox *box : {m_accounts, m_transactions, m_holder}) {
        column->addWidget(box);
    }
    m_from->setCalendarPopup(true);
    m_days->setRange(1, noLimitDays);
    //: After a number of days, in a spin box.
    m_days->setSuffix(tr(" days"));
    auto *period = new QHBoxLayout;
    period->setSpacing(12);
    period->addWidget(m_days);
    period->addWidget(m_endless);
    period->addStretch(1);
    auto *form = new QFormLayout;
    form->setSpacing(8);
    form->addRow(tr("History &from"), m_from);
    auto *periodLabel = new QLabel(tr("&Period"));
    periodLabel->setBuddy(m_days);
    form->addRow(periodLabel, period);
    m_from->setAccessibleName(tr("History from"));
    m_days->setAccessibleName(tr("Period"));
    column->addLayout(form);
    auto *quote = new CardFrame(CardFrame::Ground::Panel);
    auto *quoted = new QVBoxLayout(quote);
    quoted->setContentsMargins(12, 8, 12, 8);
    quoted->addWidget(m_words);
    column->addWidget(quote);
    column->addWidget(m_agreed);
    m_more->setText(tr("&More"));
    m_more->setCheckable(true);
    m_more->setArrowType(Qt::RightArrow);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setFocusPolicy(Qt::TabFocus);
    setButtonRole(m_more, ButtonRole::Quiet);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    column->addWidget(m_options);
    column->addStretch(1);
    m_options->hide();

    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(quietScroll(inside));
}

void ConsentPage::connectAll()
{
    connect(m_transactions, &QCheckBox::toggled, this, [this](bool on) {
        // Transactions come with their accounts only.
        if (on) {
            m_accounts->setChecked(true);
        }
        showWords();
    });
    connect(m_accounts, &QCheckBox::toggled, this, [this](bool on) {
        if (!on) {
            m_transactions->setChecked(false);
        }
        showWords();
    });
    connect(m_holder, &QCheckBox::toggled, this, &ConsentPage::showWords);
    connect(m_from, &QDateEdit::dateChanged, this, &ConsentPage::showWords);
    connect(m_days, &QSpinBox::valueChanged, this, &ConsentPage::showWords);
    connect(m_endless, &QCheckBox::toggled, this, &ConsentPage::showWords);
    connect(m_agreed, &QCheckBox::toggled, this, &ConsentPage::completeChanged);
    connect(m_options, &AttemptOptions::changed, this, &ConsentPage::completeChanged);
    connect(m_more, &QToolButton::toggled, this, &ConsentPage::unfold);
}

void ConsentPage::show(const QString &bank, const models::ConsentTerms &terms, const models::ConnectionChoices &choices)
{
    m_bank = bank;
    m_terms = terms;
    const api::ConsentRequest &last = choices.consent;
    const ConsentScopes wanted = models::allowed(models::scopesOf(last.scopes), terms.offered);
    const ConsentScopes scopes = wanted ? wanted : models::usualScopes(terms.offered);
    m_accounts->setChecked(scopes.testFlag(ConsentScope::Accounts));
    m_transactions->setChecked(scopes.testFlag(ConsentScope::Transactions));
    m_holder->setChecked(scopes.testFlag(ConsentScope::Holder));
    m_from->setDateRange(terms.earliestFrom, terms.today);
    m_from->setDate(last.fromDate.value_or(terms.usualFrom));
    m_days->setMaximum(terms.longestPeriod.value_or(noLimitDays));
    const int usual = terms.longestPeriod.value_or(90);
    m_days->setValue(std::min(last.periodDays.value_or(usual), m_days->maximum()));
    m_endless->setVisible(!terms.longestPeriod);
    // Without end only where the last consent was so.
    m_endless->setChecked(!terms.longestPeriod && !last.periodDays && !last.scopes.isEmpty());
    m_options->show(choices, terms.today);
    offer();
    showWords();
    m_agreed->setChecked(false);
}

void ConsentPage::offer()
{
    const auto allow = [this](QCheckBox *box, ConsentScope scope) {
        const bool offered = m_terms.offered.testFlag(scope);
        box->setEnabled(offered);
        box->setToolTip(offered ? QString() : tr("This bank does not give it."));
        box->setAccessibleDescription(box->toolTip());
    };
    allow(m_accounts, ConsentScope::Accounts);
    allow(m_transactions, ConsentScope::Transactions);
    allow(m_holder, ConsentScope::Holder);
}

ConsentScopes ConsentPage::chosen() const
{
    ConsentScopes scopes;
    scopes.setFlag(ConsentScope::Accounts, m_accounts->isChecked());
    scopes.setFlag(ConsentScope::Transactions, m_transactions->isChecked());
    scopes.setFlag(ConsentScope::Holder, m_holder->isChecked());
    return models::allowed(scopes, m_terms.offered);
}

bool ConsentPage::isEndless() const
{
    return m_endless->isVisibleTo(this) && m_endless->isChecked();
}

api::ConsentRequest ConsentPage::consent() const
{
    return models::consentRequest(chosen(), m_from->date(),
                                  isEndless() ? std::nullopt : std::optional(m_days->value()));
}

void ConsentPage::showWords()
{
    const QString words = models::consentWords(consent(), m_bank, m_terms.today);
    if (words != m_words->text()) {
        m_words->setText(words);
        // He agreed to other words.
        m_agreed->setChecked(false);
    }
    m_agreed->setEnabled(bool(chosen()));
    m_from->setEnabled(m_transactions->isChecked());
    m_days->setEnabled(!isEndless());
    m_options->setConsent(chosen());
    emit completeChanged();
}

void ConsentPage::unfold(bool open)
{
    m_more->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_options->setVisible(open);
}

void ConsentPage::applyTo(models::ConnectionChoices &choices) const
{
    choices.consent = consent();
    m_options->applyTo(choices);
}

void ConsentPage::showOptions()
{
    m_more->setChecked(true);
}

QString ConsentPage::purpose() const
{
    return tr("What does the customer agree to?");
}

bool ConsentPage::isComplete() const
{
    return m_agreed->isChecked() && bool(chosen()) && m_options->isComplete();
}

void ConsentPage::begin()
{
    m_agreed->setFocus(Qt::TabFocusReason);
}

} // namespace saltdesk::ui
