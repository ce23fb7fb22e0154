// SPDX-License-Identifier: Apache-2.0
#include "details/RawTree.h"

#include "details/RawTreeDelegate.h"
#include "privacy/CopiedText.h"
#include "privacy/Personal.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>

namespace saltdesk::ui {

using models::JsonTree;
using models::JsonTreeModel;

namespace {
/// Larger answers begin folded: laying out every line of them would take long, and nobody reads them from the top.
constexpr JsonTree::Part mostUnfolded = 2000;
/// Of even larger ones a level at a time is unfolded.
constexpr JsonTree::Part mostAtOnce = 50'000;
} // namespace

RawTree::RawTree(QWidget *parent)
    : QTreeView(parent)
{
    setModel(&m_model);
    setItemDelegate(new RawTreeDelegate(this));
    setAccessibleName(tr("Answer of the API, folded"));
    markPersonal(this);
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setHorizontalScrollMode(ScrollPerPixel);
    setIndentation(12);
    setFrameShape(StyledPanel);
    header()->setHighlightSections(false);
    header()->setStretchLastSection(true);
    header()->resizeSection(JsonTreeModel::Name, 150);
    addActions();
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { m_folded.insert(tree().path(JsonTreeModel::partOf(index))); });
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (!m_unfolding) {
            m_folded.remove(tree().path(JsonTreeModel::partOf(index)));
        }
    });
}

void RawTree::addActions()
{
    setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [this](const QString &text, auto act, const QKeySequence &key = {}) {
        auto *action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setShortcutVisibleInContextMenu(true);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    };
    add(tr("Copy &path"), &RawTree::copyPath, Qt::CTRL | Qt::ALT | Qt::Key_C);
    add(tr("Copy &value"), &RawTree::copyValue);
    add(tr("&Unfold all below"), [this] { expandRecursively(currentIndex(), tree().count() > mostAtOnce ? 1 : -1); });
    add(tr("&Fold"), [this] { collapse(currentIndex().siblingAtColumn(JsonTreeModel::Name)); });
}

bool RawTree::isSmall() const
{
    return tree().count() <= mostUnfolded;
}

void RawTree::setTree(JsonTree tree)
{
    const QString path = chosen() == 0 ? QString() : m_model.tree().path(chosen());
    m_model.setTree(std::move(tree));
    unfold();
    for (JsonTree::Part part = 1; isSmall() && !path.isEmpty() && part < m_model.tree().count(); ++part) {
        if (m_model.tree().path(part) == path) {
            setCurrentIndex(m_model.indexOf(part));
        }
    }
}

void RawTree::unfold()
{
    m_unfolding = true;
    if (isSmall()) {
        expandAll();
        for (JsonTree::Part part = 1; !m_folded.isEmpty() && part < tree().count(); ++part) {
            if (m_folded.contains(tree().path(part))) {
                collapse(m_model.indexOf(part));
            }
        }
    } else {
        expandToDepth(0);
    }
    m_unfolding = false;
}

JsonTree::Part RawTree::chosen() const
{
    return JsonTreeModel::partOf(currentIndex());
}

void RawTree::choose(JsonTree::Part part)
{
    setCurrentIndex(m_model.indexOf(part));
    scrollTo(currentIndex());
}

void RawTree::copyPath() const
{
    if (chosen() != 0) {
        copyRedacted(tree().path(chosen()));
    }
}

void RawTree::copyValue() const
{
    if (chosen() != 0) {
        copyRedacted(tree().plainValue(chosen()));
    }
}

/// Ctrl+C is the window's too, which would copy connections.
bool RawTree::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void RawTree::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        return copyValue();
    }
    QTreeView::keyPressEvent(event);
}

void RawTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    emit chosenChanged();
}

} // namespace saltdesk::ui
