// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/AuditFilter.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QLineEdit;

namespace saltdesk::ui {

/// What of the audit trail is wanted: a text, a profile, a kind of event, the days from and to.
class AuditFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit AuditFilterBar(QWidget *parent = nullptr);

    /// What there is to choose from; what was chosen stays.
    void offer(const QStringList &profiles, const QDate &oldest, const QDate &newest);
    [[nodiscard]] models::AuditFilter filter() const;
    /// Wants all again.
    void clear();

signals:
    void changed();

private:
    void build();
    [[nodiscard]] QDateEdit *dayEdit(const QString &name);

    QLineEdit *m_text;
    QComboBox *m_profile;
    QComboBox *m_event;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QTimer m_typing;
};

} // namespace saltdesk::ui
