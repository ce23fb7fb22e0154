// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "environment/Environment.h"

#include <QWidget>

class QAction;
class QMenu;
class QToolButton;

namespace saltdesk::ui {

class FindField;
class WindowActions;

/// The row below the strip: the find field, what can be done with a connection, and the lock of the writes.
class ToolRow : public QWidget
{
    Q_OBJECT

public:
    explicit ToolRow(WindowActions &actions, QWidget *parent = nullptr);

    /// The button at the end that names the profile in use and opens the menu of all.
    void addProfiles(QMenu &menu, const models::Environment &environment);
    [[nodiscard]] FindField &findField() const { return *m_find; }

protected:
    void paintEvent(QPaintEvent *event) override;
    /// In a narrow window what is not for the call gives way; it stays in the menu.
    void resizeEvent(QResizeEvent *event) override;

private:
    /// `name`: what a screen reader calls it, whatever countdown or number the text shows.
    [[nodiscard]] QToolButton *button(QAction *action, const QString &name);

    FindField *m_find;
    QToolButton *m_update;
    QToolButton *m_remove;
    QToolButton *m_lock;
    QToolButton *m_profile = nullptr;
};

} // namespace saltdesk::ui
