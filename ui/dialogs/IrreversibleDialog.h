// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"
#include "environment/Environment.h"

#include <QDialog>
#include <QStringList>

#include <memory>

class QPushButton;

namespace Ui {
class IrreversibleDialog;
}

namespace saltdesk::ui {

/// What asks before something that can't be undone happens to a connection: says what is lost with it. In LIVE the
/// bank's name has to be typed. Its default button is Cancel. Open it with open(); it deletes itself. Sends nothing.
class IrreversibleDialog : public QDialog
{
    Q_OBJECT

public:
    ~IrreversibleDialog() override;

    [[nodiscard]] const models::ConnectionSummary &connection() const { return m_connection; }

protected:
    struct Step
    {
        /// Of the dialog; the same words stand on the button.
        QString verb;
        QString buttonName;
        QString heading;
        QString introduction;
        QStringList losses;
    };

    /// The bank's name, or its code where it has none.
    [[nodiscard]] static QString nameOf(const models::ConnectionSummary &connection);

    IrreversibleDialog(models::ConnectionSummary connection, models::EnvironmentKind environment, const Step &step,
                       QWidget *parent);

private:
    void askForName(QPushButton &act, bool isTyped);

    models::ConnectionSummary m_connection;
    std::unique_ptr<Ui::IrreversibleDialog> m_form;
};

} // namespace saltdesk::ui
