// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionColumn.h"
#include "connections/ConnectionSummary.h"
#include "types/Clock.h"
#include "types/Connection.h"
#include "types/ConnectionPage.h"
#include "types/Consent.h"
#include "types/Customer.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace saltdesk::models {

/// The connections of one customer as the table shows them: compact rows and the visible order in one model, which
/// filters and sorts by itself (no proxy: see docs/decisions.md).
///
/// GUI thread only. Every change of data arrives as the smallest signal that tells the truth: dataChanged for changed
/// rows, row insertions and removals for a few, one reset for many. Rows never move by themselves: a row that changes
/// stays where it is until the next sort, filter or reading; a re-reading keeps the order of the rows that stay. The
/// customary order, before any header was clicked, is worst situation first, then as the server lists.
class ConnectionsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        /// QString: the connection's id.
        IdRole = Qt::UserRole + 1,
        /// int of Situation and of Tone, for the delegate's pill.
        SituationRole,
        ToneRole,
        /// The raw value of the cell: QString, QDateTime in UTC, or int. What exports and tests read.
        RawRole
    };

    explicit ConnectionsModel(const api::Clock &clock, QObject *parent = nullptr);
    ~ConnectionsModel() override;

    /// The reading of a list. begin with another customer (or the first) empties the model and shows pages as they
    /// arrive; with the same customer the pages are gathered and applied as one difference by end. `complete` false: an
    /// error cut the list short, so rows that were not seen stay.
    void beginReading(const api::Customer &customer);
    void addPage(const api::ConnectionPage &page);
    void endReading(bool complete);
    void clear();

    /// Fresh sights of single connections from polling, show or an operation's answer. Ids that are not in the model
    /// are added if they belong to its customer.
    void updateRows(const api::ConnectionPage &page);
    void updateConnection(const api::Connection &connection);
    void removeConnection(const api::ConnectionId &id);
    /// The newest consent of each connection decides; replaces what was known.
    void setConsents(const std::vector<api::Consent> &consents);
    /// The API told a better time in a 406.
    void setNextRefreshPossibleAt(const api::ConnectionId &id, const QDateTime &when);

    /// Both at once, so that a click on "clear filters" is one change. Matches bank, country, customer, state word,
    /// stage and error without regard to case; ids from four digits on.
    void setFilter(const QString &text, Chip chip);
    [[nodiscard]] QString filterText() const;
    [[nodiscard]] Chip filterChip() const;
    /// Column -1 restores the customary order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Connections under a chip, filter or not.
    [[nodiscard]] int count(Chip chip) const;
    /// All connections, filter or not.
    [[nodiscard]] int total() const;
    /// The visible row, or -1.
    [[nodiscard]] int rowOf(const api::ConnectionId &id) const;
    /// The visible row with the worst situation, or -1.
    [[nodiscard]] int worstRow() const;
    [[nodiscard]] api::ConnectionId idAt(int row) const;
    [[nodiscard]] std::optional<ConnectionSummary> summary(const api::ConnectionId &id) const;
    /// All of them, ascending.
    [[nodiscard]] std::vector<api::ConnectionId> ids() const;
    /// Those at one bank, ascending.
    [[nodiscard]] std::vector<api::ConnectionId> atBank(const QString &providerCode) const;
    /// Connections whose attempt is under way.
    [[nodiscard]] std::vector<api::ConnectionId> fetching() const;
    /// Connections whose consent is active and about to end.
    [[nodiscard]] std::vector<api::ConnectionId> expiringSoon() const;
    [[nodiscard]] const std::vector<api::DecodeWarning> &warnings() const;

    /// Tells the views that relative times ("3 h ago") may read differently now, and assesses every row anew.
    void refreshTimes();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

signals:
    /// After any change of the rows: chip counts and total may be different.
    void countsChanged();
    /// A visible or hidden connection is not what it was; also when it was added or removed.
    void connectionChanged(const saltdesk::api::ConnectionId &id);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saltdesk::models
