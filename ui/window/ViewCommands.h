// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QObject>

class QWidget;

namespace saltdesk::ui {

class ContentArea;
class DetailsPane;
class FilterBar;
class WindowActions;

/// What the menus do that only changes what is looked at: filter, columns, next tab and next pane, the shortcut sheet.
/// Borrows all of them; child of the window.
class ViewCommands : public QObject
{
    Q_OBJECT

public:
    /// `panes`: the parts of the window in the order in which the keys go through them.
    ViewCommands(const WindowActions &actions, FilterBar &filter, ContentArea &content, DetailsPane &details,
                 QList<QWidget *> panes, QWidget *window);

private:
    QList<QWidget *> m_panes;
    QWidget *m_window;
};

} // namespace saltdesk::ui
