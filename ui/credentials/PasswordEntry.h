// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentials/LineEntry.h"

#include <QTimer>

class QToolButton;

namespace saltdesk::ui {

class SecretField;

/// A password: masked, with a button that shows it for a few seconds.
class PasswordEntry : public LineEntry
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds revealedFor{8};

    PasswordEntry(const models::FormField &field, Pasting pasting, QWidget *parent = nullptr,
                  std::chrono::milliseconds reveal = revealedFor);

    void wipe() override;

private:
    PasswordEntry(const models::FormField &field, SecretField *line, Pasting pasting, QWidget *parent,
                  std::chrono::milliseconds reveal);

    void reveal(bool shown);

    SecretField *m_line;
    QToolButton *m_reveal;
    QTimer m_hide;
};

} // namespace saltdesk::ui
