// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "window/WindowField.h"

namespace saltdesk::ui {

/// "Find customer or connection": an id or an identifier, as pasted from a ticket. Return searches.
class FindField : public WindowField
{
    Q_OBJECT

public:
    explicit FindField(QWidget *parent = nullptr);
    /// What a search was really made for, when it did not come from here.
    void showSearched(const QString &text);
    /// Focus, with everything selected to be typed over.
    void begin();

signals:
    /// Trimmed, never empty.
    void wanted(const QString &text);

private:
    QString m_shown;
};

} // namespace saltdesk::ui
