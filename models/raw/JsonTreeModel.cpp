// SPDX-License-Identifier: Apache-2.0
#include "raw/JsonTreeModel.h"

#include <algorithm>

namespace saltdesk::models {

using Part = JsonTree::Part;

namespace {
/// More of a value fits into no column; a picture inside a text can have a hundred thousand characters.
constexpr qsizetype longestValue = 300;
} // namespace

void JsonTreeModel::setTree(JsonTree tree)
{
    beginResetModel();
    m_tree = std::move(tree);
    endResetModel();
}

Part JsonTreeModel::partOf(const QModelIndex &index)
{
    return index.isValid() ? static_cast<Part>(index.internalId()) : 0;
}

QModelIndex JsonTreeModel::indexOf(Part part, int column) const
{
    return part == 0 || part >= m_tree.count() ? QModelIndex() : createIndex(m_tree.row(part), column, quintptr{part});
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column, quintptr{m_tree.child(partOf(parent), row)})
                                         : QModelIndex();
}

QModelIndex JsonTreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(m_tree.parent(partOf(index))) : QModelIndex();
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    return m_tree.count() == 0 || parent.column() > Name ? 0 : m_tree.childCount(partOf(parent));
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return Value + 1;
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Part part = partOf(index);
    if (role == Qt::ToolTipRole) {
        return m_tree.path(part);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    return index.column() == Name ? m_tree.name(part) : valueWords(part);
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == Name ? tr("Name") : tr("Value");
}

QString JsonTreeModel::valueWords(Part part) const
{
    const int children = m_tree.childCount(part);
    // An empty one is shown as it is written.
    switch (children == 0 ? JsonTree::Type::Other : m_tree.type(part)) {
    case JsonTree::Type::Object:
        return children == 1 ? tr("1 member") : tr("%n members", nullptr, children);
    case JsonTree::Type::Array:
        return children == 1 ? tr("1 item") : tr("%n items", nullptr, children);
    case JsonTree::Type::Text:
    case JsonTree::Type::Other:
        break;
    }
    const QByteArrayView value = m_tree.value(part);
    if (value.size() <= longestValue) {
        return QString::fromUtf8(value);
    }
    // A character has four bytes at most, so enough of them are there; the last may be cut.
    const QString start = QString::fromUtf8(value.first(std::min(value.size(), 4 * longestValue + 4)));
    return start.size() <= longestValue ? start : QString(start.left(longestValue) + u'…');
}

} // namespace saltdesk::models
