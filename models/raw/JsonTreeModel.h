// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "raw/JsonTree.h"

#include <QAbstractItemModel>

namespace saltdesk::models {

/// A JSON text as a tree of names and values, to be folded. The first level are the members of the whole. GUI thread;
/// owns its tree. Texts are made when a row is seen, so the size of the document does not matter.
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Value };

    using QAbstractItemModel::QAbstractItemModel;

    void setTree(JsonTree tree);
    [[nodiscard]] const JsonTree &tree() const { return m_tree; }
    /// The whole for an invalid index.
    [[nodiscard]] static JsonTree::Part partOf(const QModelIndex &index);
    /// Invalid for the whole.
    [[nodiscard]] QModelIndex indexOf(JsonTree::Part part, int column = Name) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString valueWords(JsonTree::Part part) const;

    JsonTree m_tree;
};

} // namespace saltdesk::models
