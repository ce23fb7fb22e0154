// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace saltdesk::ui {

/// One page of the dialogs "New connection" and "Reconnect". A page says whether what is on it will do; when to go on
/// and what to send is the dialog's affair.
class ConnectPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// What the page is for, under the dialog's heading.
    [[nodiscard]] virtual QString purpose() const = 0;
    /// What its main button does: verb and object.
    [[nodiscard]] virtual QString verb() const;
    /// Whether the main button can be pressed.
    [[nodiscard]] virtual bool isComplete() const = 0;
    /// It came to the front: put the focus where typing begins.
    virtual void begin() = 0;

signals:
    void completeChanged();
};

} // namespace saltdesk::ui
