// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/ConnectionDecoder.h"
#include "transport/ApiError.h"
#include "types/Ids.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace saltdesk::api {
class ApiClient;
}

namespace saltdesk::models {

class ConnectionsModel;

/// The one connection whose details are open: read in full, with its raw JSON (secrets masked), a short moment after it
/// was chosen, so that walking through the table with the arrow keys does not ask for every row on the way.
///
/// GUI thread; borrows client and model. A document that arrives also updates the table's row.
class OpenConnection : public QObject
{
    Q_OBJECT

public:
    OpenConnection(api::ApiClient &client, ConnectionsModel &connections, QObject *parent = nullptr,
                   std::chrono::milliseconds settle = std::chrono::milliseconds{120});
    ~OpenConnection() override;

    void open(const api::ConnectionId &id);
    void close();
    void readAgain();
    /// A fresher document came as an operation's answer.
    void show(const api::ConnectionDocument &document);

    [[nodiscard]] const api::ConnectionId &id() const;
    /// Of id(), or nothing yet.
    [[nodiscard]] const std::optional<api::ConnectionDocument> &document() const;
    [[nodiscard]] const std::optional<api::ApiError> &error() const;
    [[nodiscard]] bool isLoading() const;

signals:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saltdesk::models
