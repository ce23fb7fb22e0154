// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionsModel.h"
#include "situation/Situation.h"
#include "time/RelativeTime.h"
#include "types/Clock.h"

#include <QAbstractTableModel>

#include <algorithm>
#include <functional>
#include <vector>

namespace saltdesk::models {

/// How one column of a plain table of records is made. `text` gets the server's time for relative times.
template <class T>
struct RecordColumn
{
    QString title;
    std::function<QString(const T &record, const QDateTime &now)> text;
    /// May be unset: the time, else the text itself.
    std::function<QString(const T &record)> toolTip;
    /// Of a column that tells a time: what exports and the tooltip say. Unset for the others.
    std::function<QDateTime(const T &record)> time;
    /// Its texts are amounts, which are compared right-aligned.
    bool isAmount = false;
    /// What goes with the text, as colour and sign; may be unset.
    Tone (*tone)(const T &record) = nullptr;
    /// Of a column whose cells are painted: what the painter needs; unset for the others.
    QVariant (*drawn)(const T &record, const QDateTime &now) = nullptr;
};

/// A small read-only table of values with an `id`, such as the attempts of a connection, newest first. GUI thread; owns
/// its records, borrows the clock. When the same records come again, only their data changes, so a choice survives.
template <class T>
class RecordsModel final : public QAbstractTableModel
{
public:
    /// Those of ConnectionsModel, so that rows are copied in the same way.
    enum Role {
        IdRole = ConnectionsModel::IdRole,
        RawRole = ConnectionsModel::RawRole,
        ToneRole = ConnectionsModel::ToneRole,
        /// What a painted cell is made from.
        DrawnRole = RawRole + 1
    };

    RecordsModel(std::vector<RecordColumn<T>> columns, const api::Clock &clock, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_columns(std::move(columns))
        , m_clock(clock)
    {}

    /// As the server lists them, oldest first.
    void setRecords(std::vector<T> records)
    {
        std::reverse(records.begin(), records.end());
        const bool same = std::equal(records.begin(), records.end(), m_records.begin(), m_records.end(),
                                     [](const T &a, const T &b) { return a.id == b.id; });
        if (!same) {
            beginResetModel();
        }
        m_records = std::move(records);
        if (!same) {
            endResetModel();
        } else if (!m_records.empty()) {
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
    }
    [[nodiscard]] const std::vector<T> &records() const { return m_records; }
    /// Relative times may read differently now.
    void refreshTimes()
    {
        if (!m_records.empty()) {
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole});
        }
    }
    /// Null when there is none of this id; a negative row likewise.
    [[nodiscard]] const T *find(const QString &id) const
    {
        const int row = rowOf(id);
        return row < 0 ? nullptr : &m_records[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] int rowOf(const QString &id) const
    {
        const auto found = std::find_if(m_records.begin(), m_records.end(),
                                        [&id](const T &record) { return record.id.toString() == id; });
        return found == m_records.end() ? -1 : static_cast<int>(found - m_records.begin());
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_records.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
            return {};
        }
        const T &record = m_records[static_cast<std::size_t>(index.row())];
        const RecordColumn<T> &column = m_columns[static_cast<std::size_t>(index.column())];
        if (role == IdRole) {
            return record.id.toString();
        }
        if (role == RawRole && column.time) {
            return column.time(record);
        }
        if (role == ToneRole && column.tone) {
            return static_cast<int>(column.tone(record));
        }
        if (role == DrawnRole && column.drawn) {
            return column.drawn(record, m_clock.now());
        }
        if (role == Qt::TextAlignmentRole && column.isAmount) {
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        }
        if (role == Qt::ToolTipRole && column.toolTip) {
            return column.toolTip(record);
        }
        if (role == Qt::ToolTipRole && column.time) {
            return absoluteTime(column.time(record));
        }
        const bool asText = role == Qt::DisplayRole || role == Qt::ToolTipRole;
        return asText ? QVariant(column.text(record, m_clock.now())) : QVariant();
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override
    {
        const bool known = orientation == Qt::Horizontal && section >= 0 && section < columnCount();
        return known && role == Qt::DisplayRole ? m_columns[static_cast<std::size_t>(section)].title : QVariant();
    }

private:
    std::vector<RecordColumn<T>> m_columns;
    const api::Clock &m_clock;
    std::vector<T> m_records;
};

} // namespace saltdesk::models
