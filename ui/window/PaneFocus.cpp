// SPDX-License-Identifier: Apache-2.0
#include "window/PaneFocus.h"

#include <QWidget>

#include <algorithm>

namespace saltdesk::ui {

namespace {

QWidget *firstControl(const QWidget *pane)
{
    const QList<QWidget *> children = pane->findChildren<QWidget *>();
    const auto found = std::ranges::find_if(children, [](const QWidget *child) {
        return child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
    });
    return found == children.end() ? nullptr : *found;
}

} // namespace

void focusNextPane(const QList<QWidget *> &panes, const QWidget *focused)
{
    qsizetype at = panes.size() - 1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focused != nullptr && panes[i]->isAncestorOf(focused)) {
            at = i;
        }
    }
    for (qsizetype step = 1; step <= panes.size(); ++step) {
        if (QWidget *control = firstControl(panes[(at + step) % panes.size()])) {
            control->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace saltdesk::ui
