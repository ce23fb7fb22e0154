// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connecting/ConnectPage.h"
#include "connecting/ConnectionChoices.h"
#include "types/Credentials.h"
#include "types/Provider.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace saltdesk::ui {

class CredentialForm;
class CardFrame;
class WrappedLabel;

/// What the bank's login needs, with the bank's own instruction above it. At a bank with a page of its own there is
/// nothing to type. The customer may always be given a link instead.
class CredentialsPage : public ConnectPage
{
    Q_OBJECT

public:
    explicit CredentialsPage(QWidget *parent = nullptr);
    ~CredentialsPage() override;

    void show(const api::Provider &bank);
    using QWidget::show;
    void applyTo(models::ConnectionChoices &choices) const;
    [[nodiscard]] api::Credentials credentials() const;
    /// Overwrites what was typed.
    void wipe();
    /// The API found that the login is another one than last time (CredentialsNotMatch).
    void offerOverride();

    [[nodiscard]] QString purpose() const override;
    [[nodiscard]] QString verb() const override;
    [[nodiscard]] bool isComplete() const override;
    void begin() override;

signals:
    void linkWanted();
    /// Enter was pressed where the dialog would not hear of it.
    void submitted();

private:
    void build();
    [[nodiscard]] bool wantsAddress() const;
    [[nodiscard]] bool goesToBank() const;

    api::Provider m_bank;
    CardFrame *m_quote;
    WrappedLabel *m_instruction;
    CredentialForm *m_form;
    WrappedLabel *m_addressLabel;
    QLineEdit *m_address;
    QCheckBox *m_override;
    QPushButton *m_link;
};

} // namespace saltdesk::ui
