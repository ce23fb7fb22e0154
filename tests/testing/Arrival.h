// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiClient.h"
#include "transport/Call.h"

#include <qtestsupport_core.h>

#include <memory>
#include <optional>

namespace saltdesk::testing {

/// Where a call's result lands; counts how often one arrived.
template <class T>
class Arrival
{
public:
    explicit Arrival(const api::Call<T> &call)
    {
        call.then(&m_context, [state = m_state](const api::Result<T> &result) {
            state->result = result;
            ++state->times;
        });
    }

    /// Turns the event loop until the result is there.
    [[nodiscard]] bool wait(std::chrono::milliseconds most = std::chrono::seconds{20})
    {
        return QTest::qWaitFor([this] { return m_state->times > 0; }, static_cast<int>(most.count()));
    }
    [[nodiscard]] int times() const { return m_state->times; }
    [[nodiscard]] const api::Result<T> &result() const { return *m_state->result; }
    [[nodiscard]] bool ok() const { return m_state->result && m_state->result->has_value(); }
    [[nodiscard]] const api::ApiError &error() const { return m_state->result->error(); }

private:
    struct State
    {
        std::optional<api::Result<T>> result;
        int times = 0;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
    QObject m_context;
};

/// An endpoint with keys; the secret is a canary to look for.
[[nodiscard]] api::ApiEndpoint endpointAt(const QUrl &baseUrl);
inline constexpr auto canarySecret = "canary-secret-7f3a";

/// No waiting between tries.
[[nodiscard]] api::TransportLimits hastyLimits();

} // namespace saltdesk::testing
