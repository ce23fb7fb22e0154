// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connecting/ConnectPage.h"

class QLineEdit;
class QPushButton;

namespace saltdesk::models {
class Workspace;
}

namespace saltdesk::ui {

class WrappedLabel;

/// Whose connection it will be: the customer in front of the agent, another one, or one that is new to Salt Edge.
/// Finding one here shows him in the window too.
class CustomerPage : public ConnectPage
{
    Q_OBJECT

public:
    explicit CustomerPage(models::Workspace &workspace, QWidget *parent = nullptr);

    [[nodiscard]] QString purpose() const override;
    [[nodiscard]] QString verb() const override;
    [[nodiscard]] bool isComplete() const override;
    void begin() override;
    /// Looks for what was typed; found() comes when he is there.
    void find();
    /// The customer that is shown is the one that is written here.
    [[nodiscard]] bool isFound() const;

signals:
    void found();

private:
    void followScope();
    void showState();
    void create();

    models::Workspace &m_workspace;
    QLineEdit *m_text;
    WrappedLabel *m_state;
    QPushButton *m_create;
    bool m_searching = false;
    bool m_creating = false;
};

} // namespace saltdesk::ui
