// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "situation/Assessment.h"
#include "types/Connection.h"
#include "types/Ids.h"
#include "types/Stage.h"

#include <QDateTime>
#include <QString>

namespace saltdesk::models {

/// One row in words: what dialogs, the diagnosis and the actions need of a connection, copied out of the compact rows.
/// Values only, no secret; outlives the model.
struct ConnectionSummary
{
    api::ConnectionId id;
    api::CustomerId customerId;
    /// The identifier of the customer where known, else the id.
    QString customerLabel;
    QString providerCode;
    QString providerName;
    QString countryCode;
    api::ConnectionStatus status = api::ConnectionStatus::Unknown;
    QString statusText;
    bool dailyRefresh = false;
    bool storeCredentials = false;
    QDateTime createdAt;
    QDateTime updatedAt;
    /// Invalid: never.
    QDateTime lastSuccessAt;
    /// Invalid: not now (reference 3.1).
    QDateTime nextRefreshPossibleAt;

    bool hasAttempt = false;
    api::AttemptId attemptId;
    QDateTime attemptCreatedAt;
    QDateTime failAt;
    QString failErrorClass;
    QString failMessage;
    bool fetching = false;
    bool attemptInteractive = false;
    api::StageName stage = api::StageName::Unknown;
    QString stageText;
    api::StageId stageId;
    QDateTime stageCreatedAt;

    ConsentState consent;
    Assessment assessment;
};

} // namespace saltdesk::models
