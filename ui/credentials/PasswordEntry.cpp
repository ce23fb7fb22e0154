// SPDX-License-Identifier: Apache-2.0
#include "credentials/PasswordEntry.h"

#include "credentials/SecretField.h"

#include <QBoxLayout>
#include <QToolButton>

namespace saltdesk::ui {

PasswordEntry::PasswordEntry(const models::FormField &field, Pasting pasting, QWidget *parent,
                             std::chrono::milliseconds reveal)
    : PasswordEntry(field, new SecretField, pasting, parent, reveal)
{}

PasswordEntry::PasswordEntry(const models::FormField &field, SecretField *line, Pasting pasting, QWidget *parent,
                             std::chrono::milliseconds reveal)
    : LineEntry(field, line, pasting, parent)
    , m_line(line)
    , m_reveal(new QToolButton)
{
    m_hide.setSingleShot(true);
    m_hide.setInterval(reveal);
    m_reveal->setCheckable(true);
    m_reveal->setText(tr("Show"));
    m_reveal->setFocusPolicy(Qt::TabFocus);
    //: %1 is the label of a password field.
    m_reveal->setAccessibleName(tr("Show “%1” for a moment").arg(field.label));
    auto *control = new QWidget;
    auto *row = new QHBoxLayout(control);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_line, 1);
    row->addWidget(m_reveal);
    connect(m_line, &SecretField::concealed, this, [this] { m_reveal->setChecked(false); });
    connect(m_reveal, &QToolButton::toggled, this, &PasswordEntry::reveal);
    connect(&m_hide, &QTimer::timeout, m_reveal, [this] { m_reveal->setChecked(false); });
    place(control, m_line);
}

void PasswordEntry::wipe()
{
    m_reveal->setChecked(false);
    LineEntry::wipe();
}

void PasswordEntry::reveal(bool shown)
{
    m_line->setRevealed(shown);
    m_reveal->setText(shown ? tr("Hide") : tr("Show"));
    shown ? m_hide.start() : m_hide.stop();
}

} // namespace saltdesk::ui
