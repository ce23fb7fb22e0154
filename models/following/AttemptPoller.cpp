// SPDX-License-Identifier: Apache-2.0
#include "following/AttemptPoller.h"

#include "connections/SinglePage.h"
#include "following/PageSearch.h"
#include "reading/Retire.h"
#include "resources/ConnectionsApi.h"
#include "transport/ApiClient.h"

#include <QSet>
#include <QTimer>

#include <algorithm>
#include <deque>
#include <vector>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

class AttemptPoller::Private
{
public:
    struct Followed
    {
        api::CustomerId customer;
        AttemptFollower *follower = nullptr;
        QDateTime since;
    };

    Private(AttemptPoller &poller, api::ApiClient &client, PollingPace thePace)
        : q(poller)
        , clock(client.serverClock())
        , connections(client)
        , pace(thePace)
        , pause(thePace.interval)
    {
        timer.setSingleShot(true);
    }

    void startRound();
    void lookAtNextCustomer();
    void show(const api::ConnectionId &id);
    void list(const api::CustomerId &customer);
    void takeShown(const api::ConnectionId &id, const api::Result<api::ConnectionDocument> &result);
    void endList(const api::Result<api::ListingSummary> &result);
    void observe(const api::ConnectionPage &page);
    void loseAsked();
    void lose(const api::ConnectionId &id);
    void judge(bool answered);
    void dropEnded();
    void wait();
    [[nodiscard]] AttemptFollower *find(const api::ConnectionId &id) const;
    [[nodiscard]] std::vector<api::ConnectionId> connectionsOf(const api::CustomerId &customer) const;

    AttemptPoller &q;
    const api::Clock &clock;
    api::ConnectionsApi connections;
    PollingPace pace;
    std::chrono::milliseconds pause;
    QTimer timer;
    std::vector<Followed> followed;
    /// The customers that this round has still to look at.
    std::deque<api::CustomerId> round;
    /// Who was followed when the running request was sent and has not been seen in its answer. Later ones must not be
    /// judged by it: it may be older than their attempt.
    QSet<api::ConnectionId> asked;
    bool looking = false;
    bool failed = false;
    std::unique_ptr<api::ConnectionListing> listing;
};

void AttemptPoller::Private::startRound()
{
    failed = false;
    round.clear();
    for (const Followed &entry : followed) {
        if (std::find(round.begin(), round.end(), entry.customer) == round.end()) {
            round.push_back(entry.customer);
        }
    }
    looking = true;
    lookAtNextCustomer();
}

void AttemptPoller::Private::lookAtNextCustomer()
{
    while (!round.empty()) {
        const api::CustomerId customer = round.front();
        round.pop_front();
        const std::vector<api::ConnectionId> ids = connectionsOf(customer);
        asked = QSet<api::ConnectionId>(ids.begin(), ids.end());
        if (ids.size() == 1) {
            show(ids.front());
            return;
        }
        if (!ids.empty()) {
            list(customer);
            return;
        }
    }
    looking = false;
    pause = failed ? std::min(pause * 2, std::max(pace.slowest, pace.interval)) : pace.interval;
    wait();
}

void AttemptPoller::Private::show(const api::ConnectionId &id)
{
    connections.show(id).then(
        &q, [this, id](const api::Result<api::ConnectionDocument> &result) { takeShown(id, result); });
}

void AttemptPoller::Private::takeShown(const api::ConnectionId &id, const api::Result<api::ConnectionDocument> &result)
{
    if (result) {
        observe(singlePage(result->connection));
    } else if (result.error().errorClass == "ConnectionNotFound"_L1) {
        lose(id);
    }
    judge(result || result.error().errorClass == "ConnectionNotFound"_L1);
}

void AttemptPoller::Private::list(const api::CustomerId &customer)
{
    listing = connections.list(customer);
    connect(listing.get(), &api::ConnectionListing::pageReady, &q,
            [this](const std::shared_ptr<const api::ConnectionPage> &page) { observe(*page); });
    connect(listing.get(), &api::ConnectionListing::ended, &q,
            [this](const api::Result<api::ListingSummary> &result) { endList(result); });
}

void AttemptPoller::Private::endList(const api::Result<api::ListingSummary> &result)
{
    const bool gone = !result && result.error().errorClass == "CustomerNotFound"_L1;
    const bool answered = result || gone;
    retire(listing, &q);
    if (answered) {
        loseAsked();
    }
    judge(answered);
}

void AttemptPoller::Private::observe(const api::ConnectionPage &page)
{
    const QSet<api::ConnectionId> waiting = asked;
    for (const api::ConnectionId &id : waiting) {
        const api::ConnectionRow *row = rowIn(page, id);
        AttemptFollower *follower = row ? find(id) : nullptr;
        if (row) {
            asked.remove(id);
        }
        if (follower) {
            follower->observe(*row, page.texts);
        }
    }
    emit q.seen(page);
    dropEnded();
}

/// Followed, yet not in a list that was read to its end.
void AttemptPoller::Private::loseAsked()
{
    const QSet<api::ConnectionId> unseen = std::exchange(asked, {});
    for (const api::ConnectionId &id : unseen) {
        lose(id);
    }
}

void AttemptPoller::Private::lose(const api::ConnectionId &id)
{
    AttemptFollower *follower = find(id);
    if (!follower) {
        return;
    }
    follower->observeVanished();
    emit q.vanished(id);
    dropEnded();
}

void AttemptPoller::Private::judge(bool answered)
{
    failed = failed || !answered;
    lookAtNextCustomer();
}

void AttemptPoller::Private::dropEnded()
{
    const auto ended = std::stable_partition(followed.begin(), followed.end(),
                                             [](const Followed &entry) { return !entry.follower->isOver(); });
    if (ended == followed.end()) {
        return;
    }
    // Somebody up the stack may be inside one of its signals.
    std::for_each(ended, followed.end(), [](const Followed &entry) { entry.follower->deleteLater(); });
    followed.erase(ended, followed.end());
    emit q.followedChanged();
}

void AttemptPoller::Private::wait()
{
    if (!looking && !followed.empty() && !timer.isActive()) {
        timer.start(pause);
    }
}

AttemptFollower *AttemptPoller::Private::find(const api::ConnectionId &id) const
{
    const auto found = std::find_if(followed.begin(), followed.end(), [&id](const Followed &entry) {
        return entry.follower->connection() == id && !entry.follower->isOver();
    });
    return found == followed.end() ? nullptr : found->follower;
}

std::vector<api::ConnectionId> AttemptPoller::Private::connectionsOf(const api::CustomerId &customer) const
{
    std::vector<api::ConnectionId> ids;
    for (const Followed &entry : followed) {
        if (entry.customer == customer) {
            ids.push_back(entry.follower->connection());
        }
    }
    return ids;
}

AttemptPoller::AttemptPoller(api::ApiClient &client, PollingPace pace, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, pace))
{
    connect(&d->timer, &QTimer::timeout, this, [this] { d->startRound(); });
}

AttemptPoller::~AttemptPoller() = default;

AttemptFollower &AttemptPoller::follow(const api::CustomerId &customer, const api::ConnectionId &connection,
                                       const api::AttemptId &attempt, const QDateTime &since)
{
    if (AttemptFollower *known = d->find(connection)) {
        if (attempt.isEmpty() || known->attempt().isEmpty() || known->attempt() == attempt) {
            return *known;
        }
        known->observeNewer(attempt);
        d->dropEnded();
        if (AttemptFollower *newer = d->find(connection)) {
            return *newer;
        }
    }
    auto *follower = new AttemptFollower(connection, attempt, this);
    d->followed.push_back({customer, follower, since.isValid() ? since : d->clock.now()});
    d->wait();
    emit began(follower, customer);
    emit followedChanged();
    return *follower;
}

void AttemptPoller::stopFollowing(const api::ConnectionId &connection)
{
    AttemptFollower *follower = d->find(connection);
    if (!follower) {
        return;
    }
    std::erase_if(d->followed, [follower](const Private::Followed &entry) { return entry.follower == follower; });
    d->asked.remove(connection);
    follower->disconnect();
    follower->deleteLater();
    if (d->followed.empty()) {
        d->timer.stop();
    }
    emit followedChanged();
}

void AttemptPoller::forget(const api::CustomerId &customer)
{
    const std::vector<api::ConnectionId> ids = d->connectionsOf(customer);
    for (const api::ConnectionId &id : ids) {
        d->asked.remove(id);
        if (AttemptFollower *follower = d->find(id)) {
            follower->observeVanished();
        }
    }
    d->dropEnded();
    if (d->followed.empty()) {
        d->timer.stop();
    }
}

int AttemptPoller::followed() const
{
    return static_cast<int>(d->followed.size());
}

std::vector<FollowedAttempt> AttemptPoller::attempts() const
{
    std::vector<FollowedAttempt> attempts;
    for (const Private::Followed &entry : d->followed) {
        attempts.push_back({entry.customer, entry.follower->connection(), entry.follower->attempt(), entry.since});
    }
    return attempts;
}

bool AttemptPoller::isFollowing(const api::ConnectionId &connection) const
{
    return d->find(connection) != nullptr;
}

bool AttemptPoller::isFollowing(const api::ConnectionId &connection, const api::AttemptId &attempt) const
{
    const AttemptFollower *follower = d->find(connection);
    return follower != nullptr && follower->attempt() == attempt;
}

} // namespace saltdesk::models
