// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/ProviderListModel.h"
#include "connecting/ConnectPage.h"
#include "connections/ConnectionSummary.h"

#include <QSortFilterProxyModel>

#include <optional>

class QComboBox;
class QLineEdit;
class QListView;
class QPushButton;

namespace saltdesk::models {
class Workspace;
}

namespace saltdesk::ui {

class WrappedLabel;

/// The country and the bank. Typing searches the names; the first that fits is chosen. Says what is special about the
/// chosen bank, and whether the customer has it already.
class BankPage : public ConnectPage
{
    Q_OBJECT

public:
    explicit BankPage(models::Workspace &workspace, QWidget *parent = nullptr);

    [[nodiscard]] QString purpose() const override;
    [[nodiscard]] bool isComplete() const override;
    void begin() override;
    /// Whose connections are looked through for a bank that he has already.
    void setCustomer(const api::CustomerId &customer);
    /// Null while none is chosen.
    [[nodiscard]] const api::Provider *bank() const;
    [[nodiscard]] QString country() const;

signals:
    /// The customer has this bank already and the agent would rather repair that one.
    void reconnectWanted(const saltdesk::api::ConnectionId &connection);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void showCountries();
    void showBanks();
    void showChosen();
    void chooseFirst();
    [[nodiscard]] QString usualCountry() const;
    [[nodiscard]] QString stateWords() const;
    /// His connection at the chosen bank that needs it most.
    [[nodiscard]] std::optional<models::ConnectionSummary> existing() const;

    models::Workspace &m_workspace;
    models::ProviderListModel m_banks;
    QSortFilterProxyModel m_found;
    QComboBox *m_country;
    QLineEdit *m_search;
    QListView *m_list;
    WrappedLabel *m_state;
    WrappedLabel *m_existing;
    QPushButton *m_reconnect;
    api::CustomerId m_customer;
    QString m_shownCountry;
    bool m_countriesShown = false;
};

} // namespace saltdesk::ui
