// SPDX-License-Identifier: Apache-2.0
#include "history/ConnectionHistory.h"

#include "history/HistoryColumns.h"
#include "history/RecordShelf.h"
#include "resources/AccountsApi.h"
#include "resources/AttemptsApi.h"
#include "resources/ConsentsApi.h"
#include "transport/ApiClient.h"

#include <array>

namespace saltdesk::models {

class ConnectionHistory::Private
{
public:
    Private(ConnectionHistory &history, api::ApiClient &theClient)
        : q(history)
        , client(theClient)
        , attempts(attemptColumns(), theClient.serverClock())
        , consents(consentColumns(), theClient.serverClock())
        , accounts(accountColumns(), theClient.serverClock())
    {}

    /// What `visitor` makes of the shelf of a part.
    template <class Visitor>
    auto on(Part part, Visitor visitor)
    {
        switch (part) {
        case Part::Attempts:
            return visitor(attempts);
        case Part::Consents:
            return visitor(consents);
        case Part::Accounts:
            return visitor(accounts);
        }
        Q_UNREACHABLE();
    }

    void read(Part part)
    {
        const auto done = [this, part] { emit q.changed(part); };
        switch (part) {
        case Part::Attempts:
            attempts.read([this](const QString &from) { return api::AttemptsApi(client).list(id, from); }, done);
            break;
        case Part::Consents:
            consents.read([this](const QString &from) { return api::ConsentsApi(client).list(id, from); }, done);
            break;
        case Part::Accounts:
            accounts.read([this](const QString &from) { return api::AccountsApi(client).list(id, from); }, done);
            break;
        }
        emit q.changed(part);
    }

    static constexpr std::array parts{Part::Attempts, Part::Consents, Part::Accounts};

    ConnectionHistory &q;
    api::ApiClient &client;
    api::ConnectionId id;
    RecordShelf<api::Attempt> attempts;
    RecordShelf<api::Consent> consents;
    RecordShelf<api::Account> accounts;
};

ConnectionHistory::ConnectionHistory(api::ApiClient &client, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client))
{}

ConnectionHistory::~ConnectionHistory() = default;

void ConnectionHistory::open(const api::ConnectionId &id)
{
    if (id == d->id) {
        return;
    }
    d->id = id;
    for (const Part part : Private::parts) {
        d->on(part, [](auto &shelf) { shelf.forget(); });
    }
    for (const Part part : Private::parts) {
        emit changed(part);
    }
}

const api::ConnectionId &ConnectionHistory::id() const
{
    return d->id;
}

void ConnectionHistory::want(Part part)
{
    if (!d->id.isEmpty() && !d->on(part, [](const auto &shelf) { return shelf.wanted; })) {
        d->read(part);
    }
}

void ConnectionHistory::readAgain()
{
    for (const Part part : Private::parts) {
        if (d->on(part, [](const auto &shelf) { return shelf.wanted; })) {
            d->read(part);
        }
    }
}

void ConnectionHistory::refreshTimes()
{
    for (const Part part : Private::parts) {
        d->on(part, [](auto &shelf) { shelf.model.refreshTimes(); });
    }
}

RecordsModel<api::Attempt> &ConnectionHistory::attempts()
{
    return d->attempts.model;
}

RecordsModel<api::Consent> &ConnectionHistory::consents()
{
    return d->consents.model;
}

RecordsModel<api::Account> &ConnectionHistory::accounts()
{
    return d->accounts.model;
}

bool ConnectionHistory::isLoading(Part part) const
{
    return d->on(part, [](const auto &shelf) { return shelf.reading != nullptr; });
}

const std::optional<api::ApiError> &ConnectionHistory::error(Part part) const
{
    return *d->on(part, [](const auto &shelf) { return &shelf.error; });
}

qsizetype ConnectionHistory::warnings(Part part) const
{
    return d->on(part, [](const auto &shelf) { return shelf.warnings; });
}

} // namespace saltdesk::models
