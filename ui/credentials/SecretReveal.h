// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

class QBoxLayout;
class QToolButton;

namespace saltdesk::ui {

class SecretField;

/// The button beside a secret that shows it for a few seconds. Child of `parent`; borrows the field.
class SecretReveal : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds revealedFor{8};

    /// Adds the button to the row, which holds the field.
    SecretReveal(SecretField &field, QBoxLayout &row, QObject *parent, std::chrono::milliseconds span = revealedFor);

    /// Masks it again.
    void conceal();

private:
    void reveal(bool shown);

    SecretField &m_field;
    QToolButton *m_button;
    QTimer m_hide;
};

} // namespace saltdesk::ui
