// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/AttemptRequest.h"
#include "types/ConsentRequest.h"
#include "types/Credentials.h"
#include "types/Ids.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace saltdesk::api {

/// The bodies of the connection operations, member by member (reference 2.1 to 2.5). Unset members are not sent.

/// What create, reconnect and refresh have in common besides the attempt.
struct FetchOptions
{
    std::optional<bool> dailyRefresh;
    std::optional<bool> includeFakeProviders;
    /// `none`, `personal`, `business`.
    std::optional<QString> categorization;
};

struct CreateConnectionRequest
{
    CustomerId customerId;
    QString countryCode;
    QString providerCode;
    ConsentRequest consent;
    std::optional<AttemptRequest> attempt;
    std::optional<Credentials> credentials;
    std::optional<EncryptedCredentials> encryptedCredentials;
    FetchOptions options;
    /// Only for providers of mode `file`.
    std::optional<QUrl> fileUrl;
};

struct ReconnectConnectionRequest
{
    ConsentRequest consent;
    std::optional<AttemptRequest> attempt;
    std::optional<Credentials> credentials;
    std::optional<EncryptedCredentials> encryptedCredentials;
    FetchOptions options;
    std::optional<QUrl> fileUrl;
    /// Allows a login that differs from the last one; without it the API answers CredentialsNotMatch.
    std::optional<bool> overrideCredentials;
};

struct InteractiveRequest
{
    /// Empty when the question names no field and only asks to confirm on another device.
    Credentials credentials;
    std::optional<EncryptedCredentials> encryptedCredentials;
};

struct RefreshConnectionRequest
{
    std::optional<AttemptRequest> attempt;
    FetchOptions options;
};

/// Only what changed is set. The one status that may be asked for is `inactive`, so it is a yes or nothing.
struct UpdateConnectionRequest
{
    bool setInactive = false;
    std::optional<bool> dailyRefresh;
    std::optional<bool> storeCredentials;

    [[nodiscard]] bool isEmpty() const { return !setInactive && !dailyRefresh && !storeCredentials; }
};

} // namespace saltdesk::api
