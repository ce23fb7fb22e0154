// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiRequest.h"

#include <QLatin1StringView>
#include <QStringList>

/// The paths of API v5, below the base URL; the one place to look at when another version comes (architecture.md, 3).
namespace saltdesk::api::v5 {

using namespace Qt::Literals::StringLiterals;

inline constexpr auto connections = "connections"_L1;
inline constexpr auto connection = "connections/{}"_L1;
inline constexpr auto connectionReconnect = "connections/{}/reconnect"_L1;
inline constexpr auto connectionInteractive = "connections/{}/interactive"_L1;
inline constexpr auto connectionRefresh = "connections/{}/refresh"_L1;
inline constexpr auto customers = "customers"_L1;
inline constexpr auto customer = "customers/{}"_L1;
inline constexpr auto customerLock = "customers/{}/lock"_L1;
inline constexpr auto customerUnlock = "customers/{}/unlock"_L1;
inline constexpr auto attempts = "attempts"_L1;
inline constexpr auto attempt = "attempts/{}"_L1;
inline constexpr auto consents = "consents"_L1;
inline constexpr auto consent = "consents/{}"_L1;
inline constexpr auto consentRevoke = "consents/{}/revoke"_L1;
inline constexpr auto countries = "countries"_L1;
inline constexpr auto providers = "providers"_L1;
inline constexpr auto provider = "providers/{}"_L1;
inline constexpr auto accounts = "accounts"_L1;
inline constexpr auto holderInfo = "holder_info"_L1;
inline constexpr auto connectSessionCreate = "connect_sessions/create"_L1;
inline constexpr auto connectSessionReconnect = "connect_sessions/reconnect"_L1;
inline constexpr auto connectSessionRefresh = "connect_sessions/refresh"_L1;
inline constexpr auto oauthCreate = "oauth_providers/create"_L1;
inline constexpr auto oauthReconnect = "oauth_providers/reconnect"_L1;
inline constexpr auto oauthAuthorize = "oauth_providers/authorize"_L1;

} // namespace saltdesk::api::v5
