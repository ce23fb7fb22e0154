// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"
#include "environment/Environment.h"

#include <QDialog>

#include <memory>

namespace Ui {
class RemoveDialog;
}

namespace saltdesk::ui {

/// The dialog "Remove connection": says what dies with it. In LIVE the bank's name has to be typed. Its default button
/// is Cancel. Open it with open(); it deletes itself. Sends nothing.
class RemoveDialog : public QDialog
{
    Q_OBJECT

public:
    RemoveDialog(models::ConnectionSummary connection, models::EnvironmentKind environment, QWidget *parent = nullptr);
    ~RemoveDialog() override;

    [[nodiscard]] const models::ConnectionSummary &connection() const { return m_connection; }

private:
    [[nodiscard]] QString losses() const;

    models::ConnectionSummary m_connection;
    std::unique_ptr<Ui::RemoveDialog> m_form;
};

} // namespace saltdesk::ui
