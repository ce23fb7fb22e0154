// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentials/LineEntry.h"

namespace saltdesk::ui {

/// A text or a number.
class TextEntry : public LineEntry
{
    Q_OBJECT

public:
    /// Code: in large letters, as an echo to be read back to the customer.
    enum class Look { Line, Code };

    TextEntry(const models::FormField &field, Look look, Pasting pasting, QWidget *parent = nullptr);

private:
    TextEntry(const models::FormField &field, QLineEdit *line, Look look, Pasting pasting, QWidget *parent);
};

} // namespace saltdesk::ui
