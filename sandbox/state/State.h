// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "state/BankVisit.h"
#include "state/ClientAccount.h"
#include "state/ConnectSession.h"
#include "state/Connection.h"
#include "state/Consent.h"
#include "state/Customer.h"
#include "state/IdOrder.h"

#include <map>
#include <memory>
#include <set>

namespace saltdesk::sandbox {

class LoadRows;

/// Everything the stand-in remembers. Not thread-safe: its owner lets one request at a time at it.
/// Pointers stay valid until the object is removed.
class State
{
public:
    using Ids = std::set<QString, IdOrder>;
    template <typename T>
    using Objects = std::map<QString, T, IdOrder>;

    State();
    ~State();
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    /// A fresh id of 19 digits, ascending, the same ones after every start.
    [[nodiscard]] QString nextId();

    Customer &add(Customer customer);
    Connection &add(Connection connection);
    Consent &add(Consent consent);
    /// The consent is revoked and stays listed; the connection is gone.
    void removeConnection(const QString &id, Instant at);

    /// Takes the connections along; a running attempt ends with its connection.
    void removeCustomer(const QString &id, Instant at);

    [[nodiscard]] Customer *customer(const QString &id);
    [[nodiscard]] const Objects<Customer> &customers() const { return m_customers; }
    /// Also brings a generated connection (`LoadRows`) to life, so that it can be changed.
    [[nodiscard]] Connection *connection(const QString &id);
    /// Only what is kept as an object, generated rows left out.
    [[nodiscard]] const Connection *keptConnection(const QString &id) const;
    [[nodiscard]] bool wasRemoved(const QString &id) const { return m_removed.contains(id); }
    [[nodiscard]] const Ids &connectionsOf(const QString &customerId) const;
    /// Also brings a generated one to life, as `connection` does.
    [[nodiscard]] Consent *consent(const QString &id);
    [[nodiscard]] const Consent *keptConsent(const QString &id) const;
    [[nodiscard]] const Objects<Consent> &consents() const { return m_consents; }
    [[nodiscard]] Objects<Connection> &connections() { return m_connections; }

    [[nodiscard]] ClientAccount &client() { return m_client; }
    [[nodiscard]] const ClientAccount &client() const { return m_client; }

    BankVisit &add(BankVisit visit);
    [[nodiscard]] BankVisit *visit(const QString &token);
    /// The one that an attempt waits for.
    [[nodiscard]] BankVisit *visitOf(const QString &attemptId);
    ConnectSession &add(ConnectSession session);
    [[nodiscard]] ConnectSession *connectSession(const QString &token);

    /// Lets the consents expire whose time has come.
    void settleConsents(Instant now);

    void setLoad(std::unique_ptr<LoadRows> rows);
    [[nodiscard]] const LoadRows *load() const { return m_load.get(); }

private:
    ClientAccount m_client;
    Objects<Customer> m_customers;
    Objects<Connection> m_connections;
    Objects<Consent> m_consents;
    std::map<QString, BankVisit> m_visits;
    std::map<QString, ConnectSession> m_sessions;
    std::map<QString, Ids, IdOrder> m_connectionsOf;
    Ids m_removed;
    std::unique_ptr<LoadRows> m_load;
    qulonglong m_lastId;
};

} // namespace saltdesk::sandbox
