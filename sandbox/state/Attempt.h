// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "state/Stage.h"

#include <QDate>
#include <QJsonValue>

namespace saltdesk::sandbox {

/// One fetch (reference 3.2) and the part of its script that is still to come.
struct Attempt
{
    QString id;
    QString consentId;
    Instant createdAt;
    Instant updatedAt;

    QString categorization = QStringLiteral("personal");
    QJsonObject customFields = {};
    std::optional<Instant> customerLastLoggedAt = std::nullopt;
    QStringList excludeAccounts = {};
    QStringList fetchScopes = {QStringLiteral("accounts"), QStringLiteral("transactions")};
    QDate fromDate = {};
    QDate toDate = {};
    /// An array of text, or null for all.
    QJsonValue includeNatures = {};
    QString locale = QStringLiteral("en");
    QString returnTo = {};
    QString unduplicationStrategy = {};
    bool automaticFetch = true;
    bool dailyRefresh = false;
    bool interactive = false;
    bool showConsentConfirmation = false;
    bool storeCredentials = true;
    bool userPresent = false;

    std::optional<Instant> failAt = std::nullopt;
    QString failClass = {};
    QString failMessage = {};
    std::optional<Instant> successAt = std::nullopt;
    bool finished = false;
    bool finishedRecent = false;
    bool partial = false;

    /// The stages reached so far, oldest first; never empty once the attempt has started.
    std::vector<Stage> stages = {};
    /// The whole script; `position` is the step of the last stage.
    Script script = {};
    std::size_t position = 0;

    [[nodiscard]] bool waitsForAnswer() const
    {
        return !finished && !stages.empty() && stages.back().question.has_value();
    }
    [[nodiscard]] bool waitsForVisit() const { return !finished && !stages.empty() && script[position].awaitsVisit; }
};

} // namespace saltdesk::sandbox
