// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentials/FieldEntry.h"

#include <QTimer>

class QToolButton;

namespace saltdesk::ui {

class SecretField;

/// A password: masked, with a button that shows it for a few seconds.
class PasswordEntry : public FieldEntry
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds revealedFor{8};

    PasswordEntry(const models::FormField &field, Pasting pasting, QWidget *parent = nullptr,
                  std::chrono::milliseconds reveal = revealedFor);
    ~PasswordEntry() override;

    [[nodiscard]] bool isFilled() const override;
    [[nodiscard]] api::Credential credential() const override;
    void wipe() override;
    void focusControl() override;

private:
    void takeText(const QString &text);
    void reveal(bool shown);

    Pasting m_pasting;
    qsizetype m_length = 0;
    SecretField *m_line;
    QToolButton *m_reveal;
    QTimer m_hide;
};

} // namespace saltdesk::ui
