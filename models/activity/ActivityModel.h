// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionsModel.h"
#include "transport/Exchange.h"

#include <QAbstractTableModel>

#include <chrono>
#include <deque>
#include <optional>

namespace saltdesk::api {
class ApiClient;
}

namespace saltdesk::models {

/// Every request of a client, each try a row, the newest first: what the activity panel shows. GUI thread; borrows the
/// client, which outlives it. Holds no secret, since an Exchange can hold none. Of more rows than it may have, the
/// oldest go.
class ActivityModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Time, Method, Path, Status, Duration, Size, RequestId, Error, Try };
    /// RawRole is that of ConnectionsModel, so that rows are copied in the same way.
    enum Role { RawRole = ConnectionsModel::RawRole, FailedRole = Qt::UserRole + 200 };
    static constexpr int columns = static_cast<int>(Column::Try) + 1;
    static constexpr int mostRows = 2'000;

    explicit ActivityModel(api::ApiClient &client, QObject *parent = nullptr, int most = mostRows);

    [[nodiscard]] const api::Exchange &exchange(int row) const;
    [[nodiscard]] int failures() const { return m_failures; }
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Entry
    {
        api::Exchange exchange;
        /// When a reading that failed is sent again.
        std::optional<std::chrono::milliseconds> againIn = {};
    };

    void add(const api::Exchange &exchange);
    void noteRetry(std::chrono::milliseconds delay);
    void dropOldest();
    [[nodiscard]] static int alignment(Column column);
    [[nodiscard]] static QString text(const Entry &entry, Column column);
    [[nodiscard]] static QString toolTip(const Entry &entry, Column column);
    [[nodiscard]] QString spoken(const Entry &entry, int column) const;

    std::deque<Entry> m_entries;
    int m_most;
    int m_failures = 0;
};

} // namespace saltdesk::models
