// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/WrappedLabel.h"

namespace saltdesk::ui {

/// What is wrong with the field above it, in the colour of what is wrong. Hidden while nothing is.
class FaultLabel : public WrappedLabel
{
    Q_OBJECT

public:
    explicit FaultLabel(QWidget *parent = nullptr);

    /// Empty takes it back.
    void showFault(const QString &fault);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showColour();
};

} // namespace saltdesk::ui
