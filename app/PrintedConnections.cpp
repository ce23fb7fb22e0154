// SPDX-License-Identifier: Apache-2.0
#include "PrintedConnections.h"

#include <algorithm>
#include <vector>

namespace saltdesk::app {

using namespace Qt::Literals::StringLiterals;

namespace {

using Line = QStringList;

QString cell(const models::ConnectionsModel &connections, int row, int column)
{
    // Banks choose their names; a line end in one must not make a line of its own here.
    return connections.index(row, column).data().toString().simplified();
}

std::vector<Line> linesOf(const models::ConnectionsModel &connections)
{
    std::vector<Line> lines(static_cast<std::size_t>(connections.rowCount()) + 1);
    for (int column = 0; column < connections.columnCount(); ++column) {
        lines.front() += connections.headerData(column, Qt::Horizontal).toString();
        for (int row = 0; row < connections.rowCount(); ++row) {
            lines.at(static_cast<std::size_t>(row) + 1) += cell(connections, row, column);
        }
    }
    return lines;
}

} // namespace

QString printedConnections(const models::ConnectionsModel &connections)
{
    const std::vector<Line> lines = linesOf(connections);
    QString text;
    for (const Line &line : lines) {
        QString padded;
        for (qsizetype column = 0; column < line.size(); ++column) {
            qsizetype width = 0;
            for (const Line &other : lines) {
                width = std::max(width, other.at(column).size());
            }
            padded += line.at(column).leftJustified(width + 2);
        }
        text += padded.trimmed() + u'\n';
    }
    return text;
}

} // namespace saltdesk::app
