// SPDX-License-Identifier: Apache-2.0
#include "window/ViewCommands.h"

#include "connections/ConnectionsHeader.h"
#include "connections/ConnectionsView.h"
#include "details/DetailsPane.h"
#include "dialogs/ShortcutSheet.h"
#include "window/ContentArea.h"
#include "window/FilterBar.h"
#include "window/PaneFocus.h"
#include "window/WindowActions.h"

namespace saltdesk::ui {

ViewCommands::ViewCommands(const WindowActions &actions, FilterBar &filter, ContentArea &content, DetailsPane &details,
                           QList<QWidget *> panes, QWidget *window)
    : QObject(window)
    , m_panes(std::move(panes))
    , m_window(window)
{
    connect(actions.filter, &QAction::triggered, &filter, &FilterBar::begin);
    connect(actions.clearFilters, &QAction::triggered, &filter, &FilterBar::clear);
    connect(actions.nextTab, &QAction::triggered, &details, &DetailsPane::showNextTab);
    connect(actions.nextPane, &QAction::triggered, this, [this] { focusNextPane(m_panes, m_window->focusWidget()); });
    connect(actions.columns, &QAction::triggered, &content, [&content] {
        ConnectionsHeader &header = content.table().header();
        header.showColumnChooser(header.mapToGlobal(QPoint(12, header.height())));
    });
    connect(actions.shortcuts, &QAction::triggered, this,
            [this, &actions] { (new ShortcutSheet(actions.withKeys(), m_window))->open(); });
}

} // namespace saltdesk::ui
