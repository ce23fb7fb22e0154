// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"
#include "environment/Environment.h"
#include "types/ConnectionRequests.h"

#include <QDialog>

#include <memory>

namespace Ui {
class UpdateDialog;
}

namespace saltdesk::ui {

/// The dialog "Update connection": the flags that a connection may be given, and before → after of what would change.
/// Only that is in the request. Open it with open(); it deletes itself. accepted comes only with a change.
class UpdateDialog : public QDialog
{
    Q_OBJECT

public:
    UpdateDialog(models::ConnectionSummary connection, models::EnvironmentKind environment, QWidget *parent = nullptr);
    ~UpdateDialog() override;

    [[nodiscard]] const models::ConnectionSummary &connection() const { return m_connection; }
    [[nodiscard]] api::UpdateConnectionRequest request() const;

private:
    void showChanges();

    models::ConnectionSummary m_connection;
    std::unique_ptr<Ui::UpdateDialog> m_form;
};

} // namespace saltdesk::ui
