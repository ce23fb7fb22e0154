// SPDX-License-Identifier: Apache-2.0
#include "connections/CopiedRows.h"

#include "connections/ConnectionsModel.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>

namespace saltdesk::ui {

namespace {

QString cell(const QAbstractItemModel &model, int row, int column)
{
    const QModelIndex index = model.index(row, column);
    const QVariant raw = index.data(models::ConnectionsModel::RawRole);
    if (raw.typeId() == QMetaType::QDateTime) {
        const QDateTime when = raw.toDateTime();
        return when.isValid() ? when.toUTC().toString(Qt::ISODate) : index.data().toString();
    }
    QString text = index.data().toString();
    for (const QChar breaker : {QChar(u'\t'), QChar(u'\n'), QChar(u'\r')}) {
        text.replace(breaker, u' ');
    }
    return text;
}

} // namespace

QString tabSeparated(const QAbstractItemModel &model, std::vector<int> rows, const std::vector<int> &columns)
{
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    QStringList titles;
    for (const int column : columns) {
        titles << model.headerData(column, Qt::Horizontal).toString();
    }
    lines << titles.join(u'\t');
    for (const int row : rows) {
        QStringList cells;
        for (const int column : columns) {
            cells << cell(model, row, column);
        }
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n');
}

} // namespace saltdesk::ui
