// SPDX-License-Identifier: Apache-2.0
#include "support/MirrorView.h"

namespace saltdesk::testing {

using namespace Qt::Literals::StringLiterals;
using models::ConnectionsModel;

MirrorView::MirrorView(ConnectionsModel &model)
    : m_model(model)
{
    readAll();
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        ++resets;
        readAll();
    });
    connect(&model, &QAbstractItemModel::layoutChanged, this, [this] {
        ++layouts;
        readAll();
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        ++insertions;
        for (int row = first; row <= last; ++row) {
            m_rows.insert(row, rowText(row));
        }
    });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
        ++removals;
        m_rows.remove(first, last - first + 1);
    });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        ++changes;
        for (int row = from.row(); row <= to.row(); ++row) {
            m_rows[row] = rowText(row);
        }
    });
}

QString MirrorView::difference() const
{
    if (m_rows.size() != m_model.rowCount()) {
        return u"%1 rows were told, the model has %2"_s.arg(m_rows.size()).arg(m_model.rowCount());
    }
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row] != rowText(row)) {
            return u"row %1: told “%2”, is “%3”"_s.arg(QString::number(row), m_rows[row].join(u'|'),
                                                       rowText(row).join(u'|'));
        }
    }
    return {};
}

QStringList MirrorView::rowText(int row) const
{
    QStringList texts{m_model.idAt(row).toString()};
    for (int column = 0; column < m_model.columnCount(); ++column) {
        texts.append(m_model.index(row, column).data().toString());
    }
    return texts;
}

void MirrorView::readAll()
{
    m_rows.clear();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        m_rows.append(rowText(row));
    }
}

} // namespace saltdesk::testing
