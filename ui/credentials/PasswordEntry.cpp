// SPDX-License-Identifier: Apache-2.0
#include "credentials/PasswordEntry.h"

#include "credentials/SecretField.h"

#include <QBoxLayout>

namespace saltdesk::ui {

PasswordEntry::PasswordEntry(const models::FormField &field, Pasting pasting, QWidget *parent,
                             std::chrono::milliseconds reveal)
    : PasswordEntry(field, new SecretField, pasting, parent, reveal)
{}

PasswordEntry::PasswordEntry(const models::FormField &field, SecretField *line, Pasting pasting, QWidget *parent,
                             std::chrono::milliseconds reveal)
    : LineEntry(field, line, pasting, parent)
{
    auto *control = new QWidget;
    auto *row = new QHBoxLayout(control);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(line, 1);
    place(control, line);
    m_reveal = new SecretReveal(*line, *row, this, reveal);
}

void PasswordEntry::wipe()
{
    m_reveal->conceal();
    LineEntry::wipe();
}

} // namespace saltdesk::ui
