// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "raw/JsonTreeModel.h"

#include <QSet>
#include <QTreeView>

class QAction;

namespace saltdesk::ui {

/// An answer as a tree that can be folded, with names and values as they are written. Owns its model. What was folded
/// stays so when a fresh answer comes, and what was chosen stays chosen, both by their paths.
class RawTree : public QTreeView
{
    Q_OBJECT

public:
    explicit RawTree(QWidget *parent = nullptr);

    void setTree(models::JsonTree tree);
    [[nodiscard]] const models::JsonTree &tree() const { return m_model.tree(); }
    /// 0, the whole, where nothing is chosen.
    [[nodiscard]] models::JsonTree::Part chosen() const;
    /// Unfolds what is around it.
    void choose(models::JsonTree::Part part);
    void copyPath() const;
    void copyValue() const;

signals:
    void chosenChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void addActions();
    void unfold();
    [[nodiscard]] bool isSmall() const;

    models::JsonTreeModel m_model;
    QSet<QString> m_folded;
    bool m_unfolding = false;
};

} // namespace saltdesk::ui
