// SPDX-License-Identifier: Apache-2.0
#include "history/ConnectionHistory.h"

#include "history/HistoryColumns.h"
#include "history/RecordShelf.h"
#include "resources/AttemptsApi.h"
#include "resources/ConsentsApi.h"
#include "transport/ApiClient.h"

namespace saltdesk::models {

class ConnectionHistory::Private
{
public:
    Private(ConnectionHistory &history, api::ApiClient &theClient)
        : q(history)
        , client(theClient)
        , attempts(attemptColumns(), theClient.serverClock())
        , consents(consentColumns(), theClient.serverClock())
    {}

    void readAttempts()
    {
        attempts.read([this](const QString &from) { return api::AttemptsApi(client).list(id, from); },
                      [this] { emit q.changed(Part::Attempts); });
        emit q.changed(Part::Attempts);
    }
    void readConsents()
    {
        consents.read([this](const QString &from) { return api::ConsentsApi(client).list(id, from); },
                      [this] { emit q.changed(Part::Consents); });
        emit q.changed(Part::Consents);
    }

    ConnectionHistory &q;
    api::ApiClient &client;
    api::ConnectionId id;
    RecordShelf<api::Attempt> attempts;
    RecordShelf<api::Consent> consents;
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
    d->attempts.forget();
    d->consents.forget();
    emit changed(Part::Attempts);
    emit changed(Part::Consents);
}

void ConnectionHistory::want(Part part)
{
    if (d->id.isEmpty()) {
        return;
    }
    switch (part) {
    case Part::Attempts:
        if (!d->attempts.wanted) {
            d->readAttempts();
        }
        return;
    case Part::Consents:
        if (!d->consents.wanted) {
            d->readConsents();
        }
        return;
    }
}

void ConnectionHistory::readAgain()
{
    if (d->attempts.wanted) {
        d->readAttempts();
    }
    if (d->consents.wanted) {
        d->readConsents();
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

bool ConnectionHistory::isLoading(Part part) const
{
    return part == Part::Attempts ? d->attempts.reading != nullptr : d->consents.reading != nullptr;
}

const std::optional<api::ApiError> &ConnectionHistory::error(Part part) const
{
    return part == Part::Attempts ? d->attempts.error : d->consents.error;
}

qsizetype ConnectionHistory::warnings(Part part) const
{
    return part == Part::Attempts ? d->attempts.warnings : d->consents.warnings;
}

} // namespace saltdesk::models
