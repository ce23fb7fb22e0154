// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connecting/ConnectionChoices.h"
#include "connecting/ConsentTerms.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;

namespace saltdesk::ui {

class CustomFields;

/// How the attempt shall run and what comes after it: what stands under "More". Nothing here has to be touched; what
/// was not touched is not sent, so the API's own defaults hold.
class AttemptOptions : public QWidget
{
    Q_OBJECT

public:
    explicit AttemptOptions(QWidget *parent = nullptr);

    /// What the last attempt was asked for; `today` limits the dates.
    void show(const models::ConnectionChoices &choices, const QDate &today);
    using QWidget::show;
    /// Fetch scopes have to stay inside the consent.
    void setConsent(models::ConsentScopes scopes);
    void applyTo(models::ConnectionChoices &choices) const;
    [[nodiscard]] bool isComplete() const;

signals:
    void changed();

private:
    void build();
    void connectAll();
    [[nodiscard]] QCheckBox *box(const QString &text, const QString &what);

    models::ConsentScopes m_consent;
    QComboBox *m_scopes;
    QCheckBox *m_dated;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QComboBox *m_locale;
    QComboBox *m_categorization;
    QCheckBox *m_present;
    QCheckBox *m_store;
    QCheckBox *m_daily;
    CustomFields *m_fields;
};

} // namespace saltdesk::ui
