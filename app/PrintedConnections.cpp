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

/// Of each column, its longest text and a gap.
std::vector<qsizetype> widthsOf(const std::vector<Line> &lines)
{
    std::vector<qsizetype> widths(static_cast<std::size_t>(lines.front().size()), 0);
    for (const Line &line : lines) {
        for (std::size_t column = 0; column < widths.size(); ++column) {
            widths[column] = std::max(widths[column], line.at(static_cast<qsizetype>(column)).size() + 2);
        }
    }
    return widths;
}

} // namespace

QString printedConnections(const models::ConnectionsModel &connections)
{
    const std::vector<Line> lines = linesOf(connections);
    const std::vector<qsizetype> widths = widthsOf(lines);
    QString text;
    for (const Line &line : lines) {
        QString padded;
        for (std::size_t column = 0; column < widths.size(); ++column) {
            padded += line.at(static_cast<qsizetype>(column)).leftJustified(widths[column]);
        }
        text += padded.trimmed() + u'\n';
    }
    return text;
}

} // namespace saltdesk::app
