// SPDX-License-Identifier: Apache-2.0
#include "customer/CustomerScope.h"

#include "customer/CustomerLookup.h"
#include "reading/ListReading.h"
#include "reading/Retire.h"
#include "resources/ConnectionsApi.h"
#include "resources/ConsentsApi.h"
#include "transport/ApiClient.h"

namespace saltdesk::models {

class CustomerScope::Private
{
public:
    Private(CustomerScope &scope, api::ApiClient &theClient, ConnectionsModel &theConnections)
        : q(scope)
        , client(theClient)
        , connections(theConnections)
    {
        state = client.endpoint().hasKeys() ? State::NotSearched : State::NotConfigured;
    }

    void search(const QString &text, const QList<CustomerLookup::Step> &steps);
    void reset();
    void enter(const api::Customer &who, const api::ConnectionId &connection);
    void read();
    void readConsents();
    void endListing(const api::Result<api::ListingSummary> &result);
    void stop();
    void become(State next);
    [[nodiscard]] State restingState() const;

    CustomerScope &q;
    api::ApiClient &client;
    ConnectionsModel &connections;
    State state = State::NotSearched;
    QString searchedFor;
    std::optional<api::Customer> customer;
    api::ConnectionId wanted;
    /// Where the search names none.
    api::ConnectionId preferred;
    std::optional<api::ApiError> error;
    QDateTime readAt;
    bool firstReading = false;

    std::unique_ptr<CustomerLookup> lookup;
    std::unique_ptr<api::ConnectionListing> listing;
    std::unique_ptr<ListReading<api::Consent>> consents;
};

void CustomerScope::Private::search(const QString &text, const QList<CustomerLookup::Step> &steps)
{
    reset();
    searchedFor = text;
    lookup = std::make_unique<CustomerLookup>(client, text, steps);
    connect(lookup.get(), &CustomerLookup::found, &q,
            [this](const api::Customer &who, const api::ConnectionId &connection) { enter(who, connection); });
    connect(lookup.get(), &CustomerLookup::foundNobody, &q, [this] {
        retire(lookup, &q);
        become(State::NotFound);
    });
    connect(lookup.get(), &CustomerLookup::failed, &q, [this](const api::ApiError &reason) {
        error = reason;
        retire(lookup, &q);
        become(State::Failed);
    });
    state = State::Searching;
    lookup->start();
    emit q.changed();
}

void CustomerScope::Private::reset()
{
    stop();
    searchedFor.clear();
    customer.reset();
    wanted = {};
    preferred = {};
    error.reset();
    readAt = {};
    connections.clear();
}

void CustomerScope::Private::enter(const api::Customer &who, const api::ConnectionId &connection)
{
    // Copies: both live in the call that is about to go.
    const api::Customer found = who;
    const api::ConnectionId looked = connection;
    retire(lookup, &q);
    customer = found;
    wanted = looked.isEmpty() ? std::exchange(preferred, {}) : looked;
    firstReading = true;
    state = State::Loading;
    read();
}

void CustomerScope::Private::read()
{
    connections.beginReading(*customer);
    listing = api::ConnectionsApi(client).list(customer->id);
    connect(listing.get(), &api::ConnectionListing::pageReady, &q,
            [this](const std::shared_ptr<const api::ConnectionPage> &page) { connections.addPage(*page); });
    connect(listing.get(), &api::ConnectionListing::ended, &q,
            [this](const api::Result<api::ListingSummary> &result) { endListing(result); });
    readConsents();
    emit q.changed();
}

void CustomerScope::Private::readConsents()
{
    const auto ask = [this, owner = customer->id](const QString &from) {
        return api::ConsentsApi(client).list(owner, from);
    };
    consents = std::make_unique<ListReading<api::Consent>>(ask, [this](const ListReading<api::Consent> &reading) {
        // Half of them could show an old consent for a new one; then rather what was known.
        if (reading.isComplete()) {
            connections.setConsents(reading.records());
        }
        consents.reset();
        emit q.changed();
    });
    consents->start();
}

void CustomerScope::Private::endListing(const api::Result<api::ListingSummary> &result)
{
    const bool complete = result.has_value();
    error = complete ? std::nullopt : std::optional(result.error());
    retire(listing, &q);
    connections.endReading(complete);
    if (complete) {
        readAt = client.serverClock().now();
    }
    const bool first = std::exchange(firstReading, false);
    become(restingState());
    if (first) {
        emit q.firstReadingEnded();
    }
}

void CustomerScope::Private::stop()
{
    retire(lookup, &q);
    if (listing) {
        listing->disconnect(&q);
        listing->abort();
        retire(listing, &q);
        connections.endReading(false);
    }
    consents.reset();
    firstReading = false;
}

void CustomerScope::Private::become(State next)
{
    state = next;
    emit q.changed();
}

/// What the scope is when nothing runs.
CustomerScope::State CustomerScope::Private::restingState() const
{
    if (!customer) {
        return State::NotSearched;
    }
    if (connections.total() > 0) {
        return State::Shown;
    }
    return error || !readAt.isValid() ? State::Failed : State::Empty;
}

CustomerScope::CustomerScope(api::ApiClient &client, ConnectionsModel &connections, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, connections))
{
    // The last row may be removed, or the first one created, without any reading.
    connect(&connections, &ConnectionsModel::countsChanged, this, [this] {
        const bool resting = d->state == State::Shown || d->state == State::Empty;
        if (resting && d->restingState() != d->state) {
            d->become(d->restingState());
        }
    });
}

CustomerScope::~CustomerScope() = default;

void CustomerScope::find(const QString &text, const api::ConnectionId &preferred)
{
    const QString wanted = text.trimmed();
    if (wanted.isEmpty() || d->state == State::NotConfigured) {
        return;
    }
    d->search(wanted, CustomerLookup::stepsFor(wanted));
    d->preferred = preferred;
}

void CustomerScope::openConnection(const api::ConnectionId &id)
{
    if (id.isEmpty() || d->state == State::NotConfigured) {
        return;
    }
    d->search(id.toString(), {CustomerLookup::Step::ConnectionId});
}

void CustomerScope::readAgain()
{
    if (!d->customer || d->listing || d->lookup) {
        return;
    }
    d->error.reset();
    if (d->connections.total() == 0) {
        d->state = State::Loading;
    }
    d->read();
}

void CustomerScope::cancel()
{
    if (!isBusy()) {
        return;
    }
    const bool first = d->firstReading;
    d->stop();
    if (first && d->connections.total() == 0) {
        d->customer.reset();
    }
    d->become(d->restingState());
    if (first && d->customer) {
        emit firstReadingEnded();
    }
}

void CustomerScope::close()
{
    if (d->state != State::NotConfigured) {
        d->reset();
        d->become(State::NotSearched);
    }
}

CustomerScope::State CustomerScope::state() const
{
    return d->state;
}

bool CustomerScope::isBusy() const
{
    return d->lookup || d->listing || d->consents;
}

QString CustomerScope::searchedFor() const
{
    return d->searchedFor;
}

const std::optional<api::Customer> &CustomerScope::customer() const
{
    return d->customer;
}

QString CustomerScope::customerLabel() const
{
    if (!d->customer) {
        return {};
    }
    const QString identifier = d->customer->identifier.value();
    return identifier.isEmpty() ? d->customer->id.toString() : identifier;
}

const std::optional<api::ApiError> &CustomerScope::error() const
{
    return d->error;
}

QDateTime CustomerScope::readAt() const
{
    return d->readAt;
}

api::ConnectionId CustomerScope::wantedConnection() const
{
    return d->wanted;
}

} // namespace saltdesk::models
