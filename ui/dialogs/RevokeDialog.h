// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dialogs/IrreversibleDialog.h"
#include "types/Consent.h"

namespace saltdesk::ui {

/// The dialog "Revoke consent": says what ends with it, and what brings the connection back.
class RevokeDialog : public IrreversibleDialog
{
    Q_OBJECT

public:
    RevokeDialog(const models::ConnectionSummary &connection, const api::Consent &consent,
                 models::EnvironmentKind environment, QWidget *parent = nullptr);

private:
    [[nodiscard]] static Step stepOf(const models::ConnectionSummary &connection, const api::Consent &consent);
};

} // namespace saltdesk::ui
