// SPDX-License-Identifier: Apache-2.0
#include "rules/ClientRules.h"

#include <algorithm>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

/// "About 10" for Pending and "at most 10" for Test, both from older pages of the vendor (reference 1.4).
static constexpr qsizetype quota = 10;

static bool isFake(const Bank &bank)
{
    return bank.countryCode == "XF"_L1;
}

Outcome<void> checkMayAsk(ClientStatus status, const QByteArray &method)
{
    switch (status) {
    case ClientStatus::Disabled:
        return refuse(u"ClientDisabled"_s, u"The client is disabled."_s);
    case ClientStatus::Restricted:
        return method == "GET" ? Outcome<void>()
                               : refuse(u"ClientRestricted"_s, u"The client is restricted to reading."_s);
    case ClientStatus::Open:
    case ClientStatus::Pending:
    case ClientStatus::Test:
    case ClientStatus::Live:
        return {};
    }
    return {};
}

Outcome<void> checkMayUse(const ClientAccount &client, const Bank &bank)
{
    if (client.status == ClientStatus::Pending && !isFake(bank)) {
        return refuse(u"ClientPending"_s, u"The client is not approved yet and may use fake providers only."_s);
    }
    if (bank.identificationMode == "client"_L1 && !client.hasProviderKeys) {
        return refuse(u"ProviderKeyFound"_s, u"No provider key is registered for provider '%1'."_s.arg(bank.code));
    }
    return {};
}

Outcome<void> checkQuota(State &state)
{
    const ClientAccount &client = state.client();
    if (client.status != ClientStatus::Pending && client.status != ClientStatus::Test) {
        return {};
    }
    const auto made = std::count_if(state.connections().begin(), state.connections().end(),
                                    [&](const auto &entry) { return entry.second.createdAt >= client.since; });
    if (made >= quota) {
        return refuse(u"ConnectionLimitReached"_s, u"The client may have at most %1 connections."_s.arg(quota));
    }
    return {};
}

bool isHidden(const Bank &bank, const ClientAccount &client, const QJsonObject &data)
{
    return client.status == ClientStatus::Live && isFake(bank) && !data.value("include_fake_providers"_L1).toBool();
}

} // namespace saltdesk::sandbox
