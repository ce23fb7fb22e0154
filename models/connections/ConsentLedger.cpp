// SPDX-License-Identifier: Apache-2.0
#include "connections/ConsentLedger.h"

#include <algorithm>
#include <string>

namespace saltdesk::models {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Lists ascend by id, so without times the later record is the newer one.
bool isNewer(const api::Consent &candidate, const api::Consent &known)
{
    if (candidate.createdAt.hasValue() && known.createdAt.hasValue()) {
        return candidate.createdAt.value() >= known.createdAt.value();
    }
    return true;
}

} // namespace

ConsentState consentState(const api::Consent &consent)
{
    ConsentState state;
    state.endsAt = api::PackedTime::of(consent.expiresAt.value());
    if (consent.status.known == api::ConsentStatus::Active) {
        state.kind = ConsentState::Kind::Active;
        return state;
    }
    state.kind = ConsentState::Kind::Ended;
    state.revoked = consent.revokeReason.value() != "expired"_L1;
    if (state.revoked) {
        state.endsAt = api::PackedTime::of(consent.revokedAt.value());
    }
    return state;
}

void ConsentLedger::replace(const std::vector<api::Consent> &consents, ModelTexts &texts)
{
    struct Candidate
    {
        api::CompactId connection;
        const api::Consent *consent;
    };
    std::vector<Candidate> candidates;
    candidates.reserve(consents.size());
    for (const api::Consent &consent : consents) {
        if (consent.connectionId.hasValue()) {
            const std::string id = consent.connectionId->toString().toStdString();
            candidates.push_back({api::CompactId::fromText(id, texts.pool()), &consent});
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &a, const Candidate &b) { return a.connection < b.connection; });
    m_entries.clear();
    const api::Consent *newest = nullptr;
    for (const auto &[connection, consent] : candidates) {
        if (m_entries.empty() || m_entries.back().connection != connection) {
            m_entries.push_back({connection, consentState(*consent)});
            newest = consent;
        } else if (isNewer(*consent, *newest)) {
            m_entries.back().state = consentState(*consent);
            newest = consent;
        }
    }
}

ConsentState ConsentLedger::find(const api::CompactId &connection) const
{
    const auto found =
        std::lower_bound(m_entries.begin(), m_entries.end(), connection,
                         [](const Entry &entry, const api::CompactId &wanted) { return entry.connection < wanted; });
    return found != m_entries.end() && found->connection == connection ? found->state : ConsentState{};
}

} // namespace saltdesk::models
