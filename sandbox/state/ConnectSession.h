// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clock/Clock.h"

#include <QJsonObject>
#include <QString>
#include <optional>

namespace saltdesk::sandbox {

/// A page on which a person connects, reconnects or refreshes (reference 4.9).
struct ConnectSession
{
    enum class Purpose { Create, Reconnect, Refresh };

    static constexpr std::chrono::seconds timeToOpen{60};
    static constexpr std::chrono::minutes timeToFinish{10};

    /// In the page's URL; who knows it may use it.
    QString token;
    Purpose purpose;
    /// The `data` of the request.
    QJsonObject data;
    Instant createdAt;
    std::optional<Instant> openedAt = std::nullopt;
    bool used = false;

    /// Until when the page answers: it has to be opened soon, and is then good for a while.
    [[nodiscard]] Instant expiresAt() const { return openedAt ? *openedAt + timeToFinish : createdAt + timeToOpen; }
};

} // namespace saltdesk::sandbox
