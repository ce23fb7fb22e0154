// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "following/AttemptFollower.h"
#include "following/FollowedAttempt.h"
#include "types/ConnectionPage.h"
#include "types/Ids.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <vector>

namespace saltdesk::api {
class ApiClient;
}

namespace saltdesk::models {

/// How often running attempts are looked at.
struct PollingPace
{
    /// The vendor's SDKs take 3 to 5 s (reference 5.1).
    std::chrono::milliseconds interval{3'000};
    /// After errors the interval doubles up to this.
    std::chrono::milliseconds slowest{30'000};
};

/// One poller for all attempts that are followed: asks for the single connection when one attempt of a customer runs,
/// lists the customer once when there are several. One request in flight; silent while nothing is followed.
///
/// GUI thread; borrows the client. Owns its followers and drops one after it ended. Signals per look: seen, with the
/// fresh rows (to be given to the model), after the followers were told.
class AttemptPoller : public QObject
{
    Q_OBJECT

public:
    explicit AttemptPoller(api::ApiClient &client, PollingPace pace = {}, QObject *parent = nullptr);
    ~AttemptPoller() override;

    /// The follower of this connection's attempt: the one there is, else a new one. Lives until its attempt ended. A
    /// follower of an older attempt learns that this one superseded it. `since`: when following began, if not now.
    AttemptFollower &follow(const api::CustomerId &customer, const api::ConnectionId &connection,
                            const api::AttemptId &attempt = {}, const QDateTime &since = {});
    void stopFollowing(const api::ConnectionId &connection);
    /// To whoever listens, his attempts have vanished.
    void forget(const api::CustomerId &customer);
    /// Another customer is shown; attempts that were started here go on being followed.
    [[nodiscard]] int followed() const;
    [[nodiscard]] std::vector<FollowedAttempt> attempts() const;
    /// Any attempt of it, or this one.
    [[nodiscard]] bool isFollowing(const api::ConnectionId &connection) const;
    [[nodiscard]] bool isFollowing(const api::ConnectionId &connection, const api::AttemptId &attempt) const;

signals:
    /// A new follower, before anything was observed.
    void began(saltdesk::models::AttemptFollower *follower, const saltdesk::api::CustomerId &customer);
    void seen(const saltdesk::api::ConnectionPage &page);
    void vanished(const saltdesk::api::ConnectionId &connection);
    void followedChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saltdesk::models
