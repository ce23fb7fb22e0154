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
inline constexpr auto consents = "consents"_L1;

} // namespace saltdesk::api::v5
