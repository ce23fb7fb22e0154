// SPDX-License-Identifier: Apache-2.0
#include "situation/Assessment.h"

#include "situation/FailureCause.h"

namespace saltdesk::models {
namespace {

using api::ConnectionRow;
using api::ConnectionStatus;
using api::PackedTime;

std::int64_t secondsOf(std::chrono::days days)
{
    return std::chrono::duration_cast<std::chrono::seconds>(days).count();
}

/// Never succeeded counts as stale, except while the first attempt may still do so.
bool isStale(const ConnectionRow &row, PackedTime now)
{
    if (row.lastSuccessAt.isNone()) {
        return !isFetching(row);
    }
    return now.seconds() - row.lastSuccessAt.seconds() > secondsOf(staleAfter);
}

bool isExpiring(const ConsentState &consent, PackedTime now)
{
    return consent.kind == ConsentState::Kind::Active && !consent.endsAt.isNone() && !hasEnded(consent, now) &&
           consent.endsAt.seconds() - now.seconds() <= secondsOf(expiringWithin);
}

Situation situationOfActive(const ConnectionRow &row, const RowTexts &texts, const ConsentState &consent,
                            PackedTime now)
{
    if (hasEnded(consent, now)) {
        return Situation::NeedsCustomer;
    }
    if (hasFailed(row)) {
        return failureCause(texts.failErrorClass) == FailureCause::Customer ? Situation::NeedsCustomer
                                                                            : Situation::Failing;
    }
    if (isExpiring(consent, now)) {
        return Situation::Expiring;
    }
    return isStale(row, now) ? Situation::Stale : Situation::Healthy;
}

Situation situationOf(const ConnectionRow &row, const RowTexts &texts, const ConsentState &consent, PackedTime now)
{
    if (row.status != ConnectionStatus::Disabled && isFetching(row)) {
        return row.hasStage && row.stage == api::StageName::Interactive ? Situation::Asks : Situation::Fetching;
    }
    switch (row.status) {
    case ConnectionStatus::Active:
        return situationOfActive(row, texts, consent, now);
    case ConnectionStatus::Inactive:
        // Whatever made it so, only a reconnect helps (reference 3.1), and that takes the customer's credentials.
        return Situation::NeedsCustomer;
    case ConnectionStatus::Disabled:
        return Situation::Disabled;
    case ConnectionStatus::Unknown:
        break;
    }
    return Situation::Unknown;
}

} // namespace

bool hasEnded(const ConsentState &consent, PackedTime now)
{
    return consent.kind == ConsentState::Kind::Ended ||
           (consent.kind == ConsentState::Kind::Active && !consent.endsAt.isNone() && consent.endsAt <= now);
}

bool hasFailed(const ConnectionRow &row)
{
    return row.hasAttempt && !isFetching(row) &&
           (row.failErrorClass != 0 || row.failMessage != 0 || !row.failAt.isNone());
}

bool isFetching(const ConnectionRow &row)
{
    return row.hasAttempt && !row.attemptFinished && !(row.hasStage && row.stage == api::StageName::Finish);
}

Assessment assess(const ConnectionRow &row, const RowTexts &texts, const ConsentState &consent, PackedTime now)
{
    const Situation situation = situationOf(row, texts, consent, now);
    const bool disabled = situation == Situation::Disabled;
    Chips chips = Chip::All;
    chips.setFlag(Chip::NeedsYou, situation == Situation::NeedsCustomer || situation == Situation::Asks);
    chips.setFlag(Chip::Failing, !disabled && hasFailed(row));
    chips.setFlag(Chip::Fetching, !disabled && isFetching(row));
    chips.setFlag(Chip::ExpiringSoon, !disabled && isExpiring(consent, now));
    chips.setFlag(Chip::Stale, isStale(row, now));
    return {situation, chips};
}

} // namespace saltdesk::models
