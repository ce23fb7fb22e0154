// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionsModel.h"
#include "transport/ApiError.h"
#include "types/Customer.h"
#include "types/Ids.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace saltdesk::api {
class ApiClient;
}

namespace saltdesk::models {

/// The customer in front of the agent: finds him by id, identifier or connection id, reads his connections into the
/// ConnectionsModel, and reads them again.
///
/// GUI thread; borrows client and model, which outlive it. Finding another customer aborts what still runs for the last
/// one. Digits of an id's length (15 and more) are tried as customer id, then connection id, then identifier; fewer
/// digits as identifier first, then as the two ids; anything else as identifier.
class CustomerScope : public QObject
{
    Q_OBJECT

public:
    enum class State {
        NotConfigured, ///< no keys: no request is made
        NotSearched,
        Searching, ///< who is it?
        NotFound,  ///< nobody: see searchedFor()
        Loading,   ///< the first reading; pages appear as they arrive
        Shown,     ///< read; a failed re-reading leaves the rows and sets error()
        Empty,     ///< the customer has no connections
        Failed     ///< nothing to show: see error()
    };
    Q_ENUM(State)

    CustomerScope(api::ApiClient &client, ConnectionsModel &connections, QObject *parent = nullptr);
    ~CustomerScope() override;

    /// `preferred`: the connection that is to be chosen if the customer has it; see wantedConnection().
    void find(const QString &text, const api::ConnectionId &preferred = {});
    /// Straight to a connection's customer, then connectionFound.
    void openConnection(const api::ConnectionId &id);
    /// F5: reads the list and the consents again; never logs in at a bank. Does nothing while a reading runs.
    void readAgain();
    /// Ends what runs; what was shown stays.
    void cancel();
    /// Ends what runs and shows nobody, as before the first search.
    void close();

    [[nodiscard]] State state() const;
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] QString searchedFor() const;
    [[nodiscard]] const std::optional<api::Customer> &customer() const;
    /// The identifier where there is one, else the id.
    [[nodiscard]] QString customerLabel() const;
    /// Why the last reading is not complete.
    [[nodiscard]] const std::optional<api::ApiError> &error() const;
    /// When the shown list was read, UTC; invalid before.
    [[nodiscard]] QDateTime readAt() const;
    /// What was looked for or preferred, until another search.
    [[nodiscard]] api::ConnectionId wantedConnection() const;

signals:
    /// State, error, busy, customer or readAt changed.
    void changed();
    /// The first reading of a customer ended, well or badly: the moment to select the worst row, or the wanted one.
    void firstReadingEnded();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saltdesk::models
