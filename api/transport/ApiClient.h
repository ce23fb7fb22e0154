// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiEndpoint.h"
#include "transport/ApiReply.h"
#include "transport/ApiRequest.h"
#include "transport/Call.h"
#include "transport/Exchange.h"
#include "transport/ServerClock.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSslConfiguration>

#include <chrono>
#include <functional>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace saltdesk::api {

class WriteWitness;

/// The one place where requests are built, given their secret headers, signed, sent and judged.
///
/// Lives on the thread of the access manager, which it borrows and which must outlive it. Destroying the client ends
/// every running call with ErrorKind::Aborted. A write is handed to the network exactly once; GETs are repeated as
/// RetryPolicy says. Redirects are errors, TLS errors are fatal, bodies are capped.
///
/// Signals of one request, in this order: any number of pairs exchanged (with the error of a try that will be
/// repeated), retryScheduled; then exchanged; then the call's future ends. activeChanged comes whenever the number of
/// running requests has changed.
class ApiClient : public QObject
{
    Q_OBJECT

public:
    ApiClient(QNetworkAccessManager &network, ApiEndpoint endpoint, const Clock &localClock,
              TransportLimits limits = {}, QObject *parent = nullptr);
    ~ApiClient() override;

    [[nodiscard]] Call<ApiReply> send(ApiRequest request);

    /// While read-only, every write ends with ErrorKind::ReadOnly and nothing leaves.
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    /// Asked with every write while not read-only, so that what has run out in the meantime counts at once. Unset: yes.
    void setWriteGate(std::function<bool()> isOpen) { m_isGateOpen = std::move(isOpen); }
    /// Told of every write from now on; borrowed, and outlives the client. Null: nobody.
    void setWriteWitness(WriteWitness *witness) { m_witness = witness; }

    [[nodiscard]] const ApiEndpoint &endpoint() const { return m_endpoint; }
    [[nodiscard]] const Clock &serverClock() const { return m_serverClock; }
    [[nodiscard]] int activeRequests() const { return m_active; }
    /// Those of them whose outcome would not be seen if the client went now.
    [[nodiscard]] int activeWrites() const;

    /// Opens the TLS connection ahead of the first request; does nothing over http or without keys.
    void warmUp();

signals:
    void exchanged(const saltdesk::api::Exchange &exchange);
    void retryScheduled(std::chrono::milliseconds delay, const saltdesk::api::ApiError &error);
    void activeChanged(int requests);

private:
    friend class RequestJob;

    [[nodiscard]] std::optional<ApiError> refusal(const ApiRequest &request) const;
    [[nodiscard]] QNetworkReply *transmit(ApiRequest &request);
    [[nodiscard]] QNetworkRequest prepared(const ApiRequest &request);
    /// Made at the first use: it loads the TLS library.
    [[nodiscard]] const QSslConfiguration &tls();
    void setActive(int requests);

    QNetworkAccessManager &m_network;
    ApiEndpoint m_endpoint;
    TransportLimits m_limits;
    ServerClock m_serverClock;
    std::optional<QSslConfiguration> m_tls;
    QElapsedTimer m_lastTraffic;
    WriteWitness *m_witness = nullptr;
    std::function<bool()> m_isGateOpen;
    bool m_readOnly = false;
    int m_active = 0;
    quint64 m_lastExchange = 0;
    quint64 m_lastWrite = 0;
};

} // namespace saltdesk::api
