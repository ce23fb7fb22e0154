// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/ProxySettings.h"
#include "proving/ProofHop.h"
#include "resources/CustomersApi.h"
#include "transport/ApiClient.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

#include <array>
#include <chrono>
#include <memory>

class QHostInfo;

namespace saltdesk::api {
struct ConnectionDocument;
class WriteWitness;
} // namespace saltdesk::api

namespace saltdesk::models {

class EndpointLine;

/// What is to be proved.
struct ProofSubject
{
    api::ApiEndpoint endpoint = {};
    ProxySettings proxy = {};
    api::Secret proxyPassword = {};
    /// Whether the last hop may be tried, with one write that cannot create anything. Never in Live.
    bool mayWrite = false;
    /// Told of that write; borrowed, may be null.
    api::WriteWitness *witness = nullptr;
};

struct ProofLimits
{
    /// The longest that one hop may take.
    std::chrono::milliseconds hop{10'000};
    /// From here on a clock that differs is worth a warning.
    std::chrono::seconds clock{30};
};

/// "Test connection": proves an endpoint hop by hop and stops at the first one that fails. One reading request, and one
/// write if it may; nothing is repeated, but for a reading that was refused for its time. Runs once, over an access
/// manager of its own, so that no connection or login of the session's helps it.
///
/// GUI thread. Borrows the clock. Signals: hopChanged for each change, then ended exactly once, both only after start()
/// returned; after cancel() too, before it returns. Nothing once it was destroyed.
class EndpointProof : public QObject
{
    Q_OBJECT

public:
    EndpointProof(ProofSubject subject, const api::Clock &clock, QObject *parent = nullptr, ProofLimits limits = {});
    ~EndpointProof() override;

    void start();
    /// What is open then is not tested.
    void cancel();

    /// In the order of the hops, one for each.
    [[nodiscard]] const std::array<HopResult, proofHops.size()> &results() const { return m_results; }
    [[nodiscard]] const HopResult &result(Hop hop) const { return m_results[static_cast<std::size_t>(hop)]; }
    [[nodiscard]] bool hasEnded() const { return m_ended; }
    /// Ended, and nothing failed.
    [[nodiscard]] bool passed() const;
    /// Ended, and the keys can be worked with; only the permission for direct credentials may be lacking, without which
    /// customers connect over a link.
    [[nodiscard]] bool keysWork() const;
    /// Null: none.
    [[nodiscard]] const HopResult *firstFailure() const;

signals:
    void hopChanged(saltdesk::models::Hop hop);
    void ended();

private:
    using ListedCustomers = api::Result<api::CustomerPage>;
    using CreatedConnection = api::Result<api::ConnectionDocument>;

    void proveName();
    void takeAddress(const QHostInfo &info);
    void proveLine();
    void lineConnected();
    void readCustomers();
    void takeAnswer(const ListedCustomers &answer, std::chrono::milliseconds after);
    void provePermission();
    void takeWriting(const CreatedConnection &answer);

    void begin(Hop hop);
    void settle(const HopResult &result);
    /// The failure of a hop; those before it that are still open were not tested either.
    void fail(const HopResult &failure);
    void hopIsLate();
    void passAnswered(Hop before, std::chrono::milliseconds after);
    void end(const QString &openHops);

    [[nodiscard]] bool isProxied() const { return m_proxy.type() != QNetworkProxy::NoProxy; }
    [[nodiscard]] bool isEncrypted() const;

    ProofSubject m_subject;
    const api::Clock &m_clock;
    ProofLimits m_limits;
    QNetworkProxy m_proxy;
    QNetworkAccessManager m_network;
    std::unique_ptr<api::ApiClient> m_client;
    std::unique_ptr<EndpointLine> m_line;
    std::array<HopResult, proofHops.size()> m_results;
    QTimer m_patience;
    int m_lookup = -1;
    bool m_ended = false;
};

} // namespace saltdesk::models
