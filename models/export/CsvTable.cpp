// SPDX-License-Identifier: Apache-2.0
#include "export/CsvTable.h"

#include "connections/ConnectionsModel.h"
#include "export/CsvCell.h"
#include "redaction/Redactor.h"

#include <QAbstractItemModel>
#include <QDateTime>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

QString exportedText(const QModelIndex &index)
{
    const QDateTime time = index.data(ConnectionsModel::RawRole).toDateTime();
    // Each cell by itself: a secret must not be told apart by the quotes around it.
    return api::redacted(time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : index.data().toString());
}

} // namespace

QByteArray csvTable(const QAbstractItemModel &model)
{
    QString table;
    for (int row = -1; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            cells << csvCell(row < 0 ? model.headerData(column, Qt::Horizontal).toString()
                                     : exportedText(model.index(row, column)));
        }
        table += cells.join(u',') + u"\r\n";
    }
    return table.toUtf8();
}

} // namespace saltdesk::models
