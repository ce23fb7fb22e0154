// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentials/FieldEntry.h"

#include <vector>

class QCheckBox;

namespace saltdesk::ui {

/// Any number of several options, each a box to tick. A long list scrolls.
class MultiChoiceEntry : public FieldEntry
{
    Q_OBJECT

public:
    explicit MultiChoiceEntry(const models::FormField &field, QWidget *parent = nullptr);

    [[nodiscard]] bool isFilled() const override;
    [[nodiscard]] api::Credential credential() const override;
    void wipe() override;
    void focusControl() override;

private:
    [[nodiscard]] QWidget *makeList();

    std::vector<QCheckBox *> m_boxes;
};

} // namespace saltdesk::ui
