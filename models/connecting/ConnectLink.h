// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiError.h"
#include "transport/Call.h"
#include "types/Clock.h"
#include "types/ConnectSession.h"
#include "types/ConnectSessionRequests.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>
#include <variant>

namespace saltdesk::api {
class ApiClient;
}

namespace saltdesk::models {

/// One hosted Connect page for the customer: asks for its address and knows how long it may be opened (reference 4.9).
///
/// GUI thread; borrows client and clock, which is to be the server's. Whoever has the address can use it, so it is a
/// Secret, and it is let go when it expires, when another is asked for and when this is destroyed. Each ask() is sent
/// exactly once and ends in Ready or Failed, never before the event loop has turned; destroying this ends it unheard.
/// Nothing is ever asked again by itself. After a lost answer (error()->outcomeUnknown) a link may exist that nobody
/// has; it runs out unused, so asking for another does no harm.
class ConnectLink : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,    ///< nothing was asked yet
        Asking,  ///< a request is on its way
        Ready,   ///< url() may be opened, for left()
        Expired, ///< it was Ready and its time is over
        Failed   ///< see error()
    };
    Q_ENUM(State)
    using Request = std::variant<api::CreateConnectSessionRequest, api::ReconnectConnectSessionRequest,
                                 api::RefreshConnectSessionRequest>;
    /// How long a link may be opened where the answer does not say it.
    static constexpr std::chrono::seconds usualLife{60};

    ConnectLink(api::ApiClient &client, const api::Clock &serverClock, QObject *parent = nullptr);
    ~ConnectLink() override;

    /// False: one is being asked for already and nothing was sent.
    bool ask(Request request);
    /// With the same request. False also if there was none yet.
    bool askAgain();

    [[nodiscard]] State state() const { return m_state; }
    /// What was asked for last; unset while Idle.
    [[nodiscard]] const std::optional<Request> &request() const { return m_request; }
    /// Https, or http on the loopback. Empty unless Ready.
    [[nodiscard]] const api::Secret &url() const { return m_url; }
    /// Begun seconds; zero unless Ready.
    [[nodiscard]] std::chrono::seconds left() const;
    /// Set exactly while Failed.
    [[nodiscard]] const std::optional<api::ApiError> &error() const { return m_error; }

signals:
    /// At each change of state, and each second while Ready.
    void changed();

private:
    [[nodiscard]] std::chrono::milliseconds untilExpiry() const;
    void settle(const api::Result<api::ConnectSession> &result);
    void become(State state, std::optional<api::ApiError> error = std::nullopt);
    void tick();
    void waitForNextSecond();

    api::ApiClient &m_client;
    const api::Clock &m_clock;
    std::optional<Request> m_request;
    api::Call<api::ConnectSession> m_call;
    State m_state = State::Idle;
    api::Secret m_url;
    QDateTime m_expiresAt;
    std::optional<api::ApiError> m_error;
    QTimer m_second;
};

} // namespace saltdesk::models
