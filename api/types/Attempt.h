// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Ids.h"
#include "types/Member.h"
#include "types/Stage.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QStringList>

#include <vector>

namespace saltdesk::api {

/// One try to fetch a connection's data: every field of reference 3.2. Inside Connection it comes with `lastStage`, on
/// the attempt routes with `stages`. An attempt is over when its last stage is `finish`; whether well is told by
/// `failErrorClass` and `failAt`, never by the stage.
struct Attempt
{
    AttemptId id;
    Member<QString> apiMode;
    Member<QString> apiVersion;
    Member<bool> automaticFetch;
    Member<bool> interactive;
    /// `none`, `personal` or `business`; the boolean `categorize` of older traffic reads as `personal` or `none`.
    Member<QString> categorization;
    Member<ConsentId> consentId;
    Member<QDateTime> createdAt;
    Member<QDateTime> updatedAt;
    Member<QDateTime> customerLastLoggedAt;
    Member<QDateTime> successAt;
    Member<QDateTime> failAt;
    Member<QString> failErrorClass;
    Member<QString> failMessage;
    /// The object that the request sent along, as its JSON text.
    Member<QByteArray> customFields;
    Member<bool> dailyRefresh;
    Member<QString> deviceType;
    Member<QStringList> excludeAccounts;
    Member<QStringList> fetchScopes;
    Member<bool> finished;
    Member<bool> finishedRecent;
    Member<bool> partial;
    Member<QDate> fromDate;
    /// Declared a datetime, sent as a date; either is read, the day is kept (reference 3.2).
    Member<QDate> toDate;
    Member<QStringList> includeNatures;
    Member<QString> locale;
    Member<QString> remoteIp;
    Member<bool> showConsentConfirmation;
    Member<bool> storeCredentials;
    Member<bool> userPresent;
    Member<QString> returnTo;
    Member<QString> unduplicationStrategy;
    Member<QString> userAgent;
    Member<Stage> lastStage;
    Member<std::vector<Stage>> stages;

    friend bool operator==(const Attempt &, const Attempt &) = default;
};

} // namespace saltdesk::api
