// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dialogs/IrreversibleDialog.h"

namespace saltdesk::ui {

/// The dialog "Remove connection": says what dies with it.
class RemoveDialog : public IrreversibleDialog
{
    Q_OBJECT

public:
    RemoveDialog(const models::ConnectionSummary &connection, models::EnvironmentKind environment,
                 QWidget *parent = nullptr);

private:
    [[nodiscard]] static Step stepOf(const models::ConnectionSummary &connection);
};

} // namespace saltdesk::ui
