// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "privacy/PresenterMode.h"

#include <QObject>

class QWidget;

namespace saltdesk::ui {

/// Veils what is marked as personal, in every window of the program and in those still to come, while presenter mode is
/// on; its tooltips stay away too. GUI thread; borrows the mode.
class PresenterVeils : public QObject
{
    Q_OBJECT

public:
    explicit PresenterVeils(models::PresenterMode &mode, QObject *parent = nullptr);
    ~PresenterVeils() override;

    /// Veils one widget, or lifts its veil.
    static void apply(QWidget *widget, bool veiled);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyToAll();

    models::PresenterMode &m_mode;
};

} // namespace saltdesk::ui
