// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "customer/RecentCustomers.h"
#include "localhistory/HistoryRecords.h"

#include <QAbstractListModel>

#include <vector>

namespace saltdesk::models {

/// What the find field offers below itself: recent and pinned customers in order, then what the local history knows of
/// the text that is being typed: notes, customers and banks. GUI thread.
class FindOffers : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        /// QString: what is searched for when the offer is taken.
        SearchRole = Qt::UserRole + 1,
        /// QString: the connection that is chosen then; may be empty.
        ConnectionRole
    };
    /// Of a note, on each side of what was found in it.
    static constexpr int noteSpan = 40;

    using QAbstractListModel::QAbstractListModel;

    /// Drops what was found.
    void setRecent(const std::vector<RecentCustomer> &customers);
    /// `typed` is what they were found by: it stands in every label.
    void setHits(const std::vector<HistoryHit> &hits, const QString &typed);

    /// The offer that reads so, or an invalid index.
    [[nodiscard]] QModelIndex labelled(const QString &label) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Offer
    {
        QString label;
        QString search;
        api::ConnectionId connection;

        friend bool operator==(const Offer &, const Offer &) = default;
    };
    [[nodiscard]] static Offer offerOf(const HistoryHit &hit, const QString &typed);
    [[nodiscard]] bool isOffered(const QString &label) const;

    std::vector<Offer> m_recent;
    std::vector<Offer> m_hits;
};

} // namespace saltdesk::models
