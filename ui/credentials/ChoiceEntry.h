// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentials/FieldEntry.h"

class QComboBox;

namespace saltdesk::ui {

/// One of several options: shows their names, gives their values. What the bank marks as chosen is chosen at first,
/// else nothing. An option can be typed too: it is how an assistive tool chooses, and how a long list is searched.
class ChoiceEntry : public FieldEntry
{
    Q_OBJECT

public:
    explicit ChoiceEntry(const models::FormField &field, QWidget *parent = nullptr);

    [[nodiscard]] bool isFilled() const override;
    [[nodiscard]] api::Credential credential() const override;
    void wipe() override;
    void focusControl() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeEditable();
    [[nodiscard]] int chosen() const;

    QComboBox *m_combo;
};

} // namespace saltdesk::ui
