// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Ids.h"
#include "types/Member.h"
#include "types/OpenEnum.h"
#include "types/ProviderField.h"

#include <QDateTime>
#include <QStringList>

#include <vector>

namespace saltdesk::api {

/// How a bank is reached (reference 3.6): by its own page, by its site with credentials, by its API, or by a file.
enum class ProviderMode : unsigned char { Unknown, OAuth, Web, Api, File };
/// `inactive` ones are listed by the API and hidden in the widget, `disabled` ones are not listed.
enum class ProviderStatus : unsigned char { Unknown, Active, Inactive, Disabled };

/// A bank as Salt Edge describes it: every field of reference 3.6 but those about payments and those that it says to
/// ignore.
struct Provider
{
    ProviderId id;
    QString code;
    Member<QString> name;
    OpenEnum<ProviderMode> mode;
    OpenEnum<ProviderStatus> status;
    Member<bool> automaticFetch;
    Member<bool> interactive;
    /// The two flags above may change after connecting.
    Member<bool> optionalInteractivity;
    Member<bool> customerNotifiedOnSignIn;
    /// `client` or `saltedge`: whose registration at the bank is used.
    Member<QString> identificationMode;
    /// Help for the form, in English. The bank's text: untrusted.
    Member<QString> instruction;
    Member<QString> homeUrl;
    Member<QString> loginUrl;
    Member<QString> logoUrl;
    Member<QString> countryCode;
    Member<QString> timezone;
    /// Minutes between two fetches.
    Member<qint64> refreshTimeout;
    /// Seconds until an unanswered question ends the attempt.
    Member<qint64> maxInteractiveDelay;
    /// Days of history.
    Member<qint64> maxFetchInterval;
    /// Null: no limit.
    Member<qint64> maxConsentDays;
    Member<bool> regulated;
    Member<QStringList> holderInfo;
    Member<QStringList> supportedFetchScopes;
    Member<QStringList> supportedAccountNatures;
    Member<QStringList> supportedAccountExtraFields;
    Member<QStringList> supportedTransactionExtraFields;
    Member<QStringList> supportedAccountTypes;
    Member<QStringList> identificationCodes;
    Member<QStringList> bicCodes;
    Member<bool> supportedIframeEmbedding;
    /// Ascending by position. Absent in a list that was not asked for fields.
    Member<std::vector<ProviderField>> requiredFields;
    Member<std::vector<ProviderField>> interactiveFields;
    Member<QDateTime> createdAt;
    Member<QDateTime> updatedAt;

    friend bool operator==(const Provider &, const Provider &) = default;
};

} // namespace saltdesk::api
