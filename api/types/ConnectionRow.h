// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/CompactId.h"
#include "types/Connection.h"
#include "types/PackedTime.h"
#include "types/Stage.h"
#include "types/TextPool.h"

namespace saltdesk::api {

/// What the table, the filter and the diagnosis need of one connection, without the text and without any secret: the
/// texts are numbers into the pool of the page (later: of the model) that holds the row. The whole object is read again
/// when a row is opened.
struct ConnectionRow
{
    CompactId id;
    CompactId customerId;
    CompactId attemptId;
    CompactId stageId;
    CompactId lastConsentId;

    PackedTime lastSuccessAt;
    PackedTime nextRefreshPossibleAt;
    PackedTime createdAt;
    PackedTime updatedAt;
    PackedTime attemptCreatedAt;
    PackedTime failAt;
    PackedTime stageCreatedAt;

    TextIndex providerCode = 0;
    TextIndex providerName = 0;
    TextIndex countryCode = 0;
    TextIndex statusText = 0;
    TextIndex stageText = 0;
    TextIndex failErrorClass = 0;
    TextIndex failMessage = 0;

    ConnectionStatus status = ConnectionStatus::Unknown;
    StageName stage = StageName::Unknown;
    bool hasAttempt : 1 = false;
    bool hasStage : 1 = false;
    bool attemptFinished : 1 = false;
    bool attemptPartial : 1 = false;
    bool attemptInteractive : 1 = false;
    bool dailyRefresh : 1 = false;
    bool storeCredentials : 1 = false;

    friend bool operator==(const ConnectionRow &, const ConnectionRow &) = default;
};

} // namespace saltdesk::api
