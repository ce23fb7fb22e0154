// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "state/Attempt.h"

namespace saltdesk::sandbox {

/// A customer's connection to a bank (reference 3.1) with all its attempts.
struct Connection
{
    enum class Status { Active, Inactive, Disabled };

    QString id;
    QString customerId;
    QString providerCode;
    Status status = Status::Active;
    QString categorization = QStringLiteral("personal");
    bool dailyRefresh = false;
    bool storeCredentials = true;
    bool showConsentConfirmation = false;
    /// The newest consent.
    QString consentId = {};
    std::optional<Instant> lastSuccessAt = std::nullopt;
    std::optional<Instant> nextRefreshPossibleAt = std::nullopt;
    Instant createdAt;
    Instant updatedAt;
    /// What was last typed; kept after `store_credentials` is switched off only while an attempt runs.
    QJsonObject credentials = {};
    QStringList accountIds = {};
    /// Oldest first; never empty in a state that is served.
    std::vector<Attempt> attempts = {};

    [[nodiscard]] bool processing() const { return !attempts.empty() && !attempts.back().finished; }
};

} // namespace saltdesk::sandbox
