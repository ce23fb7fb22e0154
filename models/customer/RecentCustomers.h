// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Ids.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace saltdesk::models {

struct RecentCustomer
{
    api::CustomerId id;
    /// His identifier, else the id.
    QString label;
    bool pinned = false;

    friend bool operator==(const RecentCustomer &, const RecentCustomer &) = default;
};

/// The customers who were in front of the agent lately, and those he pinned; the last of them is who he left at. Ids
/// and identifiers only, in the settings, which only the user can read; per account, and none for an account without a
/// name.
///
/// GUI thread.
class RecentCustomers : public QObject
{
    Q_OBJECT

public:
    /// Beside those that are pinned.
    static constexpr int mostUnpinned = 12;

    /// `account` tells the keys of one account from another's; empty: nothing is remembered.
    explicit RecentCustomers(QString account, QObject *parent = nullptr);

    /// The pinned ones first, then whoever was there last.
    [[nodiscard]] std::vector<RecentCustomer> customers() const;
    [[nodiscard]] std::optional<api::CustomerId> last() const;
    [[nodiscard]] bool isPinned(const api::CustomerId &customer) const;

    /// He is in front of the agent now.
    void saw(const api::CustomerId &customer, const QString &label);
    /// The agent stops looking here for now.
    void leftAt(const api::ConnectionId &connection);
    /// Of last(), the connection that he left at; empty: none.
    [[nodiscard]] api::ConnectionId lastConnection() const;
    void setPinned(const api::CustomerId &customer, bool pinned);
    /// Drops what is remembered of him, under whatever account. False: the settings could not be written.
    [[nodiscard]] bool forget(const api::CustomerId &customer);

signals:
    void changed();

private:
    void load();
    void save();

    QString m_account;
    /// Whoever was there last is the first.
    std::vector<RecentCustomer> m_customers;
};

} // namespace saltdesk::models
