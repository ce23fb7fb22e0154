// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentials/FieldEntry.h"

class QComboBox;

namespace saltdesk::ui {

/// One of several options: shows their names, gives their values. What the bank marks as chosen is chosen at first,
/// else nothing. A long list can be searched by typing.
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

/// What to show of an option: its localised name, else the English one, else the key.
[[nodiscard]] QString optionLabel(const api::FieldOption &option);

} // namespace saltdesk::ui
