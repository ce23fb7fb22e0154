// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentials/LineEntry.h"
#include "credentials/SecretReveal.h"

#include <chrono>

namespace saltdesk::ui {

/// A password: masked, with a button that shows it for a few seconds.
class PasswordEntry : public LineEntry
{
    Q_OBJECT

public:
    PasswordEntry(const models::FormField &field, Pasting pasting, QWidget *parent = nullptr,
                  std::chrono::milliseconds reveal = SecretReveal::revealedFor);

    void wipe() override;

private:
    PasswordEntry(const models::FormField &field, SecretField *line, Pasting pasting, QWidget *parent,
                  std::chrono::milliseconds reveal);

    SecretReveal *m_reveal = nullptr;
};

} // namespace saltdesk::ui
