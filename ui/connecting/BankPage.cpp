// SPDX-License-Identifier: Apache-2.0
#include "connecting/BankPage.h"

#include "states/ErrorWords.h"
#include "theme/WideRowDelegate.h"
#include "theme/WrappedLabel.h"
#include "workspace/Workspace.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCoreApplication>
#include <QHash>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSettings>

#include <algorithm>

namespace saltdesk::ui {

using models::ProviderCatalogue;
using models::ProviderListModel;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Connections that are looked at to guess the country.
constexpr std::size_t enoughToTell = 200;
constexpr auto lastCountryKey = "connecting/country"_L1;

QString countryName(const api::Country &country)
{
    const QString name = country.name.value().simplified();
    return name.isEmpty() ? country.code : BankPage::tr("%1 (%2)").arg(name, country.code);
}

WrappedLabel *labelFor(QWidget *control, const QString &text)
{
    auto *label = new WrappedLabel;
    label->setText(text);
    label->setBuddy(control);
    control->setAccessibleName(text);
    return label;
}

} // namespace

BankPage::BankPage(models::Workspace &workspace, QWidget *parent)
    : ConnectPage(parent)
    , m_workspace(workspace)
    , m_country(new QComboBox)
    , m_search(new QLineEdit)
    , m_list(new QListView)
    , m_state(new WrappedLabel)
    , m_existing(new WrappedLabel)
    , m_reconnect(new QPushButton(tr("&Reconnect that one instead")))
{
    m_found.setSourceModel(&m_banks);
    m_found.setFilterRole(ProviderListModel::SearchRole);
    m_found.setFilterCaseSensitivity(Qt::CaseInsensitive);
    build();
    ProviderCatalogue &banks = workspace.banks();
    connect(&banks, &ProviderCatalogue::changed, this, [this] {
        showCountries();
        showBanks();
    });
    connect(m_country, &QComboBox::currentTextChanged, this, [this] {
        m_workspace.banks().wantBanks(country());
        showBanks();
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_found.setFilterFixedString(text.trimmed());
        chooseFirst();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &BankPage::showChosen);
    connect(m_reconnect, &QPushButton::clicked, this, [this] {
        if (const auto there = existing()) {
            emit reconnectWanted(there->id);
        }
    });
    banks.wantCountries();
    showCountries();
}

void BankPage::build()
{
    m_search->setPlaceholderText(tr("Type a part of the name"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setModel(&m_found);
    m_list->setItemDelegate(new WideRowDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(150);
    m_country->setMaxVisibleItems(16);
    m_country->setEditable(true);
    m_country->setInsertPolicy(QComboBox::NoInsert);
    m_country->lineEdit()->setAccessibleName(tr("Country"));
    m_state->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_state->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_state->setMuted(true);
    m_reconnect->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(labelFor(m_country, tr("Country")));
    column->addWidget(m_country);
    column->addSpacing(8);
    column->addWidget(labelFor(m_search, tr("Search banks")));
    column->addWidget(m_search);
    column->addSpacing(4);
    m_list->setAccessibleName(tr("Banks"));
    column->addWidget(m_list, 1);
    column->addWidget(m_state);
    auto *warning = new QHBoxLayout;
    warning->setSpacing(8);
    warning->addWidget(m_existing, 1);
    warning->addWidget(m_reconnect);
    column->addLayout(warning);
    m_existing->hide();
    m_reconnect->hide();
}

QString BankPage::purpose() const
{
    return tr("Which bank?");
}

bool BankPage::isComplete() const
{
    return bank() != nullptr && models::isOpen(*bank());
}

void BankPage::begin()
{
    m_search->setFocus(Qt::TabFocusReason);
    m_search->selectAll();
    showChosen();
}

const api::Provider *BankPage::bank() const
{
    return m_banks.bank(m_found.mapToSource(m_list->currentIndex()).row());
}

QString BankPage::country() const
{
    // What is written counts: an assistive tool has no other way to choose.
    const int index = m_country->findText(m_country->currentText(), Qt::MatchFixedString);
    return m_country->itemData(index).toString();
}

/// The arrows move through the banks while one types.
bool BankPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool moves = key->key() == Qt::Key_Down || key->key() == Qt::Key_Up || key->key() == Qt::Key_PageDown ||
                           key->key() == Qt::Key_PageUp;
        if (moves) {
            QKeyEvent copy(key->type(), key->key(), key->modifiers(), key->text());
            QCoreApplication::sendEvent(m_list, &copy);
            return true;
        }
    }
    return ConnectPage::eventFilter(watched, event);
}

void BankPage::showCountries()
{
    const std::vector<api::Country> &countries = m_workspace.banks().countries();
    if (m_countriesShown || countries.empty()) {
        showChosen();
        return;
    }
    m_countriesShown = true;
    {
        const QSignalBlocker quiet(m_country);
        for (const api::Country &country : countries) {
            m_country->addItem(countryName(country), country.code);
        }
        m_country->setCurrentIndex(std::max(0, m_country->findData(usualCountry())));
    }
    m_workspace.banks().wantBanks(country());
    showBanks();
}

/// Where the customer has banks already, else where the last one was connected.
QString BankPage::usualCountry() const
{
    QHash<QString, int> times;
    QString most;
    const std::vector<api::ConnectionId> ids = m_workspace.connections().ids();
    for (std::size_t i = 0; i < std::min<std::size_t>(ids.size(), enoughToTell); ++i) {
        const api::ConnectionId &id = ids[i];
        const QString code = m_workspace.connections().summary(id)->countryCode;
        if (++times[code] > times.value(most)) {
            most = code;
        }
    }
    return most.isEmpty() ? QSettings().value(lastCountryKey).toString() : most;
}

void BankPage::showBanks()
{
    const std::vector<api::Provider> &banks = m_workspace.banks().banks(country());
    if (m_shownCountry == country() && m_banks.rowCount() == int(banks.size())) {
        showChosen();
        return;
    }
    m_shownCountry = country();
    if (!country().isEmpty()) {
        QSettings().setValue(lastCountryKey, country());
    }
    m_banks.setBanks(banks);
    chooseFirst();
}

void BankPage::chooseFirst()
{
    m_list->setCurrentIndex(m_found.index(0, 0));
    showChosen();
}

QString BankPage::stateWords() const
{
    const ProviderCatalogue &banks = m_workspace.banks();
    const auto &error = banks.countriesError() ? banks.countriesError() : banks.banksError(country());
    if (error) {
        const ErrorWords words = errorWords(*error);
        return tr("The banks could not be read. %1 %2").arg(words.why, words.whatToDo);
    }
    if (banks.isReadingCountries() || banks.isReadingBanks(country())) {
        return tr("Reading the banks…");
    }
    if (bank() == nullptr) {
        return m_found.rowCount() == 0 ? tr("No bank of this country has such a name.") : QString();
    }
    if (!models::isOpen(*bank())) {
        return tr(
            "Salt Edge does not connect to this bank at the moment. It may come back; there is nothing the customer "
            "can do.");
    }
    return bank()->mode.known == api::ProviderMode::OAuth
               ? tr("The customer signs in on the bank's own page; no password is typed here.")
               : bank()->code;
}

void BankPage::setCustomer(const api::CustomerId &customer)
{
    m_customer = customer;
    showChosen();
}

std::optional<models::ConnectionSummary> BankPage::existing() const
{
    const auto &shown = m_workspace.scope().customer();
    if (bank() == nullptr || !shown || shown->id != m_customer) {
        return std::nullopt;
    }
    std::optional<models::ConnectionSummary> worst;
    for (const api::ConnectionId &id : m_workspace.connections().atBank(bank()->code)) {
        const auto candidate = m_workspace.connections().summary(id);
        if (!worst || candidate->assessment.situation < worst->assessment.situation) {
            worst = candidate;
        }
    }
    return worst;
}

void BankPage::showChosen()
{
    m_state->setText(stateWords());
    const auto there = existing();
    m_existing->setText(there ? tr("The customer has this bank already. Connection %1 is %2.")
                                    .arg(there->id.toString(), there->statusText)
                              : QString());
    m_existing->setVisible(there.has_value());
    m_reconnect->setVisible(there.has_value());
    emit completeChanged();
}

} // namespace saltdesk::ui
