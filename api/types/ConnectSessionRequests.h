// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/AttemptRequest.h"
#include "types/ConnectionRequests.h"
#include "types/ConsentRequest.h"
#include "types/Ids.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace saltdesk::api {

/// The bodies of the connect session routes, member by member (reference 4.9). Unset members are not sent.

/// What the three have in common.
struct ConnectSessionOptions
{
    FetchOptions fetch;
    std::optional<bool> returnConnectionId;
    std::optional<bool> returnErrorClass;
    /// `iframe`, `external_saltbridge`, `external_notify`, `post_message`.
    std::optional<QString> javascriptCallbackType;
    std::optional<bool> lostConnectionNotify;
    std::optional<QString> connectTemplate;
    /// `default`, `dark`.
    std::optional<QString> theme;
    /// The next two are documented for create; typed clients send them with reconnect and refresh too (reference 14).
    std::optional<QStringList> providerModes;
    std::optional<bool> showConnectOverview;
};

struct CreateConnectSessionRequest
{
    CustomerId customerId;
    ConsentRequest consent;
    std::optional<AttemptRequest> attempt;
    std::optional<QString> providerCode;
    std::optional<QStringList> allowedCountries;
    std::optional<bool> disableProviderSearch;
    std::optional<bool> showConsentConfirmation;
    /// `store`, `do_not_store`, `ask`.
    std::optional<QString> credentialsStrategy;
    ConnectSessionOptions options;
};

struct ReconnectConnectSessionRequest
{
    ConnectionId connectionId;
    ConsentRequest consent;
    std::optional<AttemptRequest> attempt;
    std::optional<bool> showConsentConfirmation;
    std::optional<QString> credentialsStrategy;
    /// `ask`, `override`.
    std::optional<QString> overrideCredentialsStrategy;
    ConnectSessionOptions options;
};

struct RefreshConnectSessionRequest
{
    ConnectionId connectionId;
    std::optional<AttemptRequest> attempt;
    ConnectSessionOptions options;
};

} // namespace saltdesk::api
