// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Clock.h"

#include <chrono>

namespace saltdesk::api {

/// The server's time, learned from the `Date` header of its answers: what "may be refreshed at" is compared with and
/// what `Expires-at` is made from, because a local clock a few minutes off is enough to be refused (reference 1.2, 9).
class ServerClock final : public Clock
{
public:
    explicit ServerClock(const Clock &local)
        : m_local(local)
    {}

    [[nodiscard]] QDateTime now() const override;
    /// Server minus local; zero until an answer came.
    [[nodiscard]] std::chrono::milliseconds offset() const { return m_offset; }
    /// The header tells whole seconds: a difference of less than two is noise and read as none.
    void learn(const QDateTime &serverTime);

private:
    const Clock &m_local;
    std::chrono::milliseconds m_offset{0};
};

} // namespace saltdesk::api
