// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connecting/ConnectPage.h"
#include "connecting/ConnectionChoices.h"
#include "connecting/ConsentTerms.h"

class QCheckBox;
class QDateEdit;
class QSpinBox;
class QToolButton;

namespace saltdesk::ui {

class AttemptOptions;
class WrappedLabel;

/// What the customer agrees to: what is read, from when on, for how long; the words to read out to him, and the box
/// that says that he agreed. Below it, folded away, how the attempt shall run.
class ConsentPage : public ConnectPage
{
    Q_OBJECT

public:
    explicit ConsentPage(QWidget *parent = nullptr);

    /// For a bank; prefilled with the choices as far as the bank allows them. The customer has to agree anew whenever
    /// the words become others.
    void show(const QString &bank, const models::ConsentTerms &terms, const models::ConnectionChoices &choices);
    using QWidget::show;
    void applyTo(models::ConnectionChoices &choices) const;
    /// Unfolds what stands under "More".
    void showOptions();

    [[nodiscard]] QString purpose() const override;
    [[nodiscard]] bool isComplete() const override;
    void begin() override;

private:
    void build();
    void connectAll();
    void offer();
    void showWords();
    void unfold(bool open);
    [[nodiscard]] models::ConsentScopes chosen() const;
    [[nodiscard]] bool isEndless() const;
    [[nodiscard]] api::ConsentRequest consent() const;

    QString m_bank;
    models::ConsentTerms m_terms;
    QCheckBox *m_accounts;
    QCheckBox *m_transactions;
    QCheckBox *m_holder;
    QDateEdit *m_from;
    QCheckBox *m_endless;
    QSpinBox *m_days;
    WrappedLabel *m_words;
    QCheckBox *m_agreed;
    QToolButton *m_more;
    AttemptOptions *m_options;
};

} // namespace saltdesk::ui
