// SPDX-License-Identifier: Apache-2.0
#include "rules/ConnectionRules.h"

#include "clock/Times.h"

#include <algorithm>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

/// PSD2, reference 1.5.
static constexpr auto backgroundFetches = 4;
static constexpr std::chrono::hours backgroundPeriod{24};

Outcome<void> checkNotDisabled(const Connection &connection)
{
    if (connection.status == Connection::Status::Disabled) {
        return refuse(u"ConnectionDisabled"_s, u"Connection with id: '%1' is disabled."_s.arg(connection.id));
    }
    return {};
}

Outcome<void> checkNotProcessing(const Connection &connection)
{
    if (connection.processing()) {
        return refuse(u"ConnectionAlreadyProcessing"_s,
                      u"Connection with id: '%1' is being processed already."_s.arg(connection.id));
    }
    return {};
}

Outcome<Consent> activeConsent(State &state, const Connection &connection)
{
    const Consent *consent = state.consent(connection.consentId);
    if (consent == nullptr || !consent->active()) {
        const bool expired = consent != nullptr && consent->revokeReason == "expired"_L1;
        return refuse(expired ? u"AispConsentExpired"_s : u"AispConsentRevoked"_s,
                      expired ? u"Consent has expired."_s : u"Consent was revoked."_s);
    }
    return *consent;
}

Outcome<void> checkMayRefresh(const Connection &connection, const Bank &bank, bool userPresent, Instant now)
{
    const bool early = connection.nextRefreshPossibleAt && *connection.nextRefreshPossibleAt > now;
    const bool comesBack = connection.storeCredentials && bank.mode != "file"_L1;
    if (connection.status != Connection::Status::Active || !comesBack || early) {
        return tl::unexpected(Refusal{u"ConnectionCannotBeRefreshed"_s,
                                      u"Connection cannot be refreshed right now"_s,
                                      {{u"next_refresh_possible_at"_s, isoValue(connection.nextRefreshPossibleAt)}}});
    }
    const auto recent = std::count_if(connection.attempts.begin(), connection.attempts.end(), [&](const Attempt &one) {
        return !one.userPresent && now - one.createdAt < backgroundPeriod;
    });
    if (bank.regulated && !userPresent && recent >= backgroundFetches) {
        return refuse(u"BackgroundFetchLimitExceeded"_s, u"Only 4 fetches in 24 hours without the user are allowed."_s);
    }
    return {};
}

Outcome<void> checkNotDuplicated(const State &state, const QString &customerId, const QString &exceptId,
                                 const Bank &bank, const QJsonObject &credentials)
{
    const State::Ids &ids = state.connectionsOf(customerId);
    const bool duplicated = std::any_of(ids.begin(), ids.end(), [&](const QString &id) {
        const Connection &other = *state.keptConnection(id);
        return id != exceptId && other.providerCode == bank.code && !credentials.isEmpty() &&
               other.credentials == credentials;
    });
    if (duplicated) {
        return refuse(u"ConnectionDuplicated"_s, u"You have already used these credentials to connect this provider"_s);
    }
    return {};
}

Outcome<void> checkSameLogin(const Connection &connection, const Bank &bank, const QJsonObject &credentials)
{
    // Forgotten credentials cannot be compared.
    if (!connection.credentials.isEmpty() && bank.loginOf(connection.credentials) != bank.loginOf(credentials)) {
        return refuse(u"CredentialsNotMatch"_s, u"The credentials do not match those of the connection."_s);
    }
    return {};
}

} // namespace saltdesk::sandbox
