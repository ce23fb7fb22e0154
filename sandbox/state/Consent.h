// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clock/Clock.h"

#include <QDate>
#include <QStringList>
#include <optional>

namespace saltdesk::sandbox {

/// A permission of the end user (reference 3.4).
struct Consent
{
    QString id = {};
    QString connectionId = {};
    QString customerId = {};
    QStringList scopes = {QStringLiteral("account_details"), QStringLiteral("transactions_details")};
    std::optional<int> periodDays = std::nullopt;
    std::optional<Instant> expiresAt = std::nullopt;
    QDate fromDate = {};
    QDate toDate = {};
    QString collectedBy = QStringLiteral("client");
    std::optional<Instant> revokedAt = std::nullopt;
    /// `expired`, `client`, `provider` or `saltedge`; empty while the consent holds.
    QString revokeReason = {};
    Instant createdAt;
    Instant updatedAt;

    [[nodiscard]] bool active() const { return !revokedAt.has_value(); }
    /// An expired consent is a revoked one whose reason is `expired`; it happens by itself when its time has come.
    void settle(Instant now);
    void revoke(const QString &reason, Instant at);
};

} // namespace saltdesk::sandbox
