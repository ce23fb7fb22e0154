// SPDX-License-Identifier: Apache-2.0
#include "connections/OpenConnection.h"

#include "connections/ConnectionsModel.h"
#include "resources/ConnectionsApi.h"
#include "transport/ApiClient.h"

#include <QTimer>

namespace saltdesk::models {

class OpenConnection::Private
{
public:
    Private(OpenConnection &open, api::ApiClient &theClient, ConnectionsModel &theConnections)
        : q(open)
        , client(theClient)
        , connections(theConnections)
    {}

    void stop();
    void read();
    void end(const api::Result<api::ConnectionDocument> &result);

    OpenConnection &q;
    api::ApiClient &client;
    ConnectionsModel &connections;
    api::ConnectionId id;
    std::optional<api::ConnectionDocument> document;
    std::optional<api::ApiError> error;
    QTimer settle;
    api::Call<api::ConnectionDocument> call;
    /// Outlived by its answer when another connection was opened meanwhile: what comes for it is not heard.
    std::unique_ptr<QObject> listener;
};

void OpenConnection::Private::stop()
{
    settle.stop();
    call.abort();
    listener.reset();
}

void OpenConnection::Private::read()
{
    stop();
    listener = std::make_unique<QObject>();
    call = api::ConnectionsApi(client).show(id);
    call.then(listener.get(), [this](const api::Result<api::ConnectionDocument> &result) { end(result); });
}

void OpenConnection::Private::end(const api::Result<api::ConnectionDocument> &result)
{
    // We are inside the listener's event.
    listener.release()->deleteLater();
    if (result) {
        document = *result;
        error.reset();
        connections.updateConnection(result->connection);
    } else {
        error = result.error();
    }
    emit q.changed();
}

OpenConnection::OpenConnection(api::ApiClient &client, ConnectionsModel &connections, QObject *parent,
                               std::chrono::milliseconds settle)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, connections))
{
    d->settle.setSingleShot(true);
    d->settle.setInterval(settle);
    connect(&d->settle, &QTimer::timeout, this, [this] { d->read(); });
}

OpenConnection::~OpenConnection()
{
    d->stop();
}

void OpenConnection::open(const api::ConnectionId &id)
{
    if (id.isEmpty()) {
        close();
        return;
    }
    if (id == d->id) {
        return;
    }
    d->stop();
    d->id = id;
    d->document.reset();
    d->error.reset();
    d->settle.start();
    emit changed();
}

void OpenConnection::close()
{
    if (d->id.isEmpty()) {
        return;
    }
    d->stop();
    d->id = {};
    d->document.reset();
    d->error.reset();
    emit changed();
}

void OpenConnection::readAgain()
{
    if (!d->id.isEmpty()) {
        d->read();
        emit changed();
    }
}

void OpenConnection::show(const api::ConnectionDocument &document)
{
    if (document.connection.id != d->id) {
        return;
    }
    d->stop();
    d->document = document;
    d->error.reset();
    emit changed();
}

const api::ConnectionId &OpenConnection::id() const
{
    return d->id;
}

const std::optional<api::ConnectionDocument> &OpenConnection::document() const
{
    return d->document;
}

const std::optional<api::ApiError> &OpenConnection::error() const
{
    return d->error;
}

bool OpenConnection::isLoading() const
{
    return d->settle.isActive() || d->listener;
}

} // namespace saltdesk::models
