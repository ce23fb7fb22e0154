// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentials/FieldEntry.h"

class QLineEdit;

namespace saltdesk::ui {

/// A text or a number.
class TextEntry : public FieldEntry
{
    Q_OBJECT

public:
    /// Code: in large letters, as an echo to be read back to the customer.
    enum class Look { Line, Code };

    TextEntry(const models::FormField &field, Look look, Pasting pasting, QWidget *parent = nullptr);
    ~TextEntry() override;

    [[nodiscard]] bool isFilled() const override;
    [[nodiscard]] api::Credential credential() const override;
    void wipe() override;
    void focusControl() override;

private:
    void enlarge();
    void takeText(const QString &text);

    Pasting m_pasting;
    QLineEdit *m_line;
    qsizetype m_length = 0;
};

} // namespace saltdesk::ui
