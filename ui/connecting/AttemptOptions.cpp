// SPDX-License-Identifier: Apache-2.0
#include "connecting/AttemptOptions.h"

#include "connecting/AttemptLocales.h"
#include "connecting/CustomFields.h"
#include "connecting/FetchScopes.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLocale>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int oldestAttemptDays = 365;

void addNamed(QFormLayout &form, const QString &label, QWidget *control)
{
    control->setAccessibleName(label);
    form.addRow(label, control);
}

} // namespace

AttemptOptions::AttemptOptions(QWidget *parent)
    : QWidget(parent)
    , m_scopes(new QComboBox)
    , m_dated(box(tr("Another period of &history than the consent's"), tr("From and to which day data is fetched.")))
    , m_from(new QDateEdit)
    , m_to(new QDateEdit)
    , m_locale(new QComboBox)
    , m_categorization(new QComboBox)
    , m_present(
          box(tr("The customer is &present"),
              tr("He is on the line while data is fetched (user_present): lifts the limit of four fetches a day.")))
    , m_store(box(tr("&Store the credentials"), tr("Without them only the customer can refresh (store_credentials).")))
    , m_daily(box(tr("&Daily refresh"), tr("Salt Edge fetches once a day by itself.")))
    , m_fields(new CustomFields)
{
    build();
    connectAll();
}

QCheckBox *AttemptOptions::box(const QString &text, const QString &what)
{
    auto *box = new QCheckBox(text, this);
    box->setToolTip(what);
    box->setAccessibleDescription(what);
    return box;
}

void AttemptOptions::build()
{
    m_store->setChecked(true);
    m_locale->addItem(tr("As the API takes it"), QString());
    for (const QStringList names = models::attemptLocales(); const QString &name : names) {
        m_locale->addItem(name, name);
    }
    m_categorization->addItem(tr("As the API takes it"), QString());
    m_categorization->addItem(tr("Personal"), u"personal"_s);
    m_categorization->addItem(tr("Business"), u"business"_s);
    m_categorization->addItem(tr("None"), u"none"_s);
    for (QDateEdit *day : {m_from, m_to}) {
        day->setCalendarPopup(true);
        day->setEnabled(false);
    }
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(8);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(m_present);
    form->addRow(m_store);
    form->addRow(m_daily);
    addNamed(*form, tr("Fetch"), m_scopes);
    form->addRow(m_dated);
    addNamed(*form, tr("From"), m_from);
    addNamed(*form, tr("To"), m_to);
    addNamed(*form, tr("Bank's language"), m_locale);
    addNamed(*form, tr("Categorization"), m_categorization);
    form->addRow(m_fields);
    setConsent(models::ConsentScope::Accounts | models::ConsentScope::Transactions);
}

void AttemptOptions::connectAll()
{
    connect(m_dated, &QCheckBox::toggled, m_from, &QWidget::setEnabled);
    connect(m_dated, &QCheckBox::toggled, m_to, &QWidget::setEnabled);
    connect(m_fields, &CustomFields::changed, this, &AttemptOptions::changed);
}

void AttemptOptions::show(const models::ConnectionChoices &choices, const QDate &today)
{
    const api::AttemptRequest &attempt = choices.attempt;
    for (QDateEdit *day : {m_from, m_to}) {
        // Up to tomorrow, by the reference.
        day->setDateRange(today.addDays(-oldestAttemptDays), today.addDays(1));
    }
    m_from->setDate(attempt.fromDate.value_or(today.addDays(-90)));
    m_to->setDate(attempt.toDate.value_or(today));
    m_dated->setChecked(attempt.fromDate || attempt.toDate);
    m_present->setChecked(attempt.userPresent.value_or(false));
    m_store->setChecked(attempt.storeCredentials.value_or(true));
    m_daily->setChecked(choices.options.dailyRefresh.value_or(false));
    m_locale->setCurrentIndex(std::max(0, m_locale->findData(attempt.locale.value_or(QString()))));
    m_categorization->setCurrentIndex(
        std::max(0, m_categorization->findData(choices.options.categorization.value_or(QString()))));
    m_fields->show(attempt.customFields.value_or(QJsonObject()));
    const models::ConsentScopes last = models::scopesOf(choices.consent.scopes);
    if (last) {
        setConsent(last);
    }
    m_scopes->setCurrentIndex(std::max(0, m_scopes->findData(attempt.fetchScopes.value_or(QStringList()))));
}

void AttemptOptions::setConsent(models::ConsentScopes scopes)
{
    if (m_consent == scopes && m_scopes->count() > 0) {
        return;
    }
    m_consent = scopes;
    const QStringList chosen = m_scopes->currentData().toStringList();
    m_scopes->clear();
    for (const FetchScopesChoice &choice : fetchScopesWithin(scopes)) {
        m_scopes->addItem(choice.words, choice.scopes);
    }
    m_scopes->setCurrentIndex(std::max(0, m_scopes->findData(chosen)));
}

void AttemptOptions::applyTo(models::ConnectionChoices &choices) const
{
    const auto given = [](const QString &text) { return text.isEmpty() ? std::nullopt : std::optional(text); };
    api::AttemptRequest &attempt = choices.attempt;
    const QStringList scopes = m_scopes->currentData().toStringList();
    attempt.fetchScopes = scopes.isEmpty() ? std::nullopt : std::optional(scopes);
    attempt.fromDate = m_dated->isChecked() ? std::optional(m_from->date()) : std::nullopt;
    attempt.toDate = m_dated->isChecked() ? std::optional(m_to->date()) : std::nullopt;
    attempt.userPresent = m_present->isChecked() ? std::optional(true) : std::nullopt;
    attempt.storeCredentials = m_store->isChecked() ? std::nullopt : std::optional(false);
    attempt.locale = given(m_locale->currentData().toString());
    const QJsonObject fields = m_fields->fields();
    attempt.customFields = fields.isEmpty() ? std::nullopt : std::optional(fields);
    choices.options.categorization = given(m_categorization->currentData().toString());
    choices.options.dailyRefresh = m_daily->isChecked() ? std::optional(true) : std::nullopt;
}

bool AttemptOptions::isComplete() const
{
    return m_fields->fits() && (!m_dated->isChecked() || m_from->date() <= m_to->date());
}

} // namespace saltdesk::ui
