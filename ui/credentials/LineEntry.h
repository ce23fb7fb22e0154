// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentials/FieldEntry.h"

class QLineEdit;

namespace saltdesk::ui {

/// A field of one line, whatever it looks like.
class LineEntry : public FieldEntry
{
    Q_OBJECT

public:
    /// Whether what is pasted loses what only separates the digits of a code: a login stays as it is, and so does what
    /// is typed.
    enum class Pasting { Kept, Cleaned };

    ~LineEntry() override;

    [[nodiscard]] bool isFilled() const override;
    [[nodiscard]] api::Credential credential() const override;
    void wipe() override;
    void focusControl() override;

protected:
    /// `line` becomes a part of this once it is placed.
    LineEntry(const models::FormField &field, QLineEdit *line, Pasting pasting, QWidget *parent);

private:
    void takeText(const QString &text);

    QLineEdit *m_line;
    Pasting m_pasting;
    qsizetype m_length = 0;
};

} // namespace saltdesk::ui
