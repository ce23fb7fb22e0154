// SPDX-License-Identifier: Apache-2.0
#include "credentials/SecretReveal.h"

#include "credentials/SecretField.h"

#include <QBoxLayout>
#include <QToolButton>

namespace saltdesk::ui {

SecretReveal::SecretReveal(SecretField &field, QBoxLayout &row, QObject *parent, std::chrono::milliseconds span)
    : QObject(parent)
    , m_field(field)
    , m_button(new QToolButton)
{
    m_hide.setSingleShot(true);
    m_hide.setInterval(span);
    m_button->setCheckable(true);
    m_button->setText(tr("Show"));
    m_button->setFocusPolicy(Qt::TabFocus);
    //: %1 is the label of a password field.
    m_button->setAccessibleName(tr("Show “%1” for a moment").arg(field.accessibleName()));
    row.addWidget(m_button);
    connect(&m_field, &SecretField::concealed, this, &SecretReveal::conceal);
    connect(m_button, &QToolButton::toggled, this, &SecretReveal::reveal);
    connect(&m_hide, &QTimer::timeout, this, &SecretReveal::conceal);
}

void SecretReveal::conceal()
{
    m_button->setChecked(false);
}

void SecretReveal::reveal(bool shown)
{
    m_field.setRevealed(shown);
    m_button->setText(shown ? tr("Hide") : tr("Show"));
    shown ? m_hide.start() : m_hide.stop();
}

} // namespace saltdesk::ui
