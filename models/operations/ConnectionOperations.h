// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/OperationOutcome.h"
#include "types/ConnectionRequests.h"

#include <QObject>

#include <memory>

namespace saltdesk::api {
class ApiClient;
}

namespace saltdesk::models {

class ConnectionsModel;

/// The writes to a connection that there is: refresh at the bank, reconnect, the answer to a question, update of flags,
/// removal, and taking back its consent.
///
/// GUI thread; borrows client and model. One write at a time per connection: a second one while the first runs is not
/// sent and not queued. Signals per write, in this order: started, lookingBack where the answer was lost, then ended
/// exactly once, after the model was brought up to date with the answer. A write whose fate is unknown is never
/// repeated: the connection, or the consent, is read back first.
class ConnectionOperations : public QObject
{
    Q_OBJECT

public:
    ConnectionOperations(api::ApiClient &client, ConnectionsModel &connections, QObject *parent = nullptr);
    ~ConnectionOperations() override;

    /// False: this connection is busy and nothing was sent.
    bool refresh(const api::ConnectionId &id);
    /// False also when nothing is to be changed.
    bool update(const api::ConnectionId &id, const api::UpdateConnectionRequest &request);
    bool remove(const api::ConnectionId &id);
    bool reconnect(const api::ConnectionId &id, const api::ReconnectConnectionRequest &request);
    /// `attempt` and `question` (its stage) are what asked. An answer whose fate is unknown is spent: it is never sent
    /// again.
    bool answer(const api::ConnectionId &id, const api::AttemptId &attempt, const api::StageId &question,
                const api::InteractiveRequest &request);
    /// The model learns of it when the consents are read again.
    bool revoke(const api::ConnectionId &id, const api::ConsentId &consent);

    [[nodiscard]] bool isBusy(const api::ConnectionId &id) const;

signals:
    void started(const saltdesk::api::ConnectionId &id, saltdesk::models::Operation operation);
    void lookingBack(const saltdesk::api::ConnectionId &id, saltdesk::models::Operation operation);
    void ended(const saltdesk::models::OperationOutcome &outcome);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saltdesk::models
