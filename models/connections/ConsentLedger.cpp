// SPDX-License-Identifier: Apache-2.0
#include "connections/ConsentLedger.h"

#include <QHash>

#include <algorithm>

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

api::PackedTime packed(const api::Member<QDateTime> &time)
{
    return time.hasValue() && time->isValid() ? api::PackedTime(time->toSecsSinceEpoch()) : api::PackedTime();
}

} // namespace

ConsentState consentState(const api::Consent &consent)
{
    ConsentState state;
    state.endsAt = packed(consent.expiresAt);
    if (consent.status.known == api::ConsentStatus::Active) {
        state.kind = ConsentState::Kind::Active;
        return state;
    }
    state.kind = ConsentState::Kind::Ended;
    state.revoked = consent.revokeReason.value() != "expired"_L1;
    return state;
}

void ConsentLedger::replace(const std::vector<api::Consent> &consents, ModelTexts &texts)
{
    QHash<api::ConnectionId, const api::Consent *> newest;
    for (const api::Consent &consent : consents) {
        if (consent.connectionId.hasValue()) {
            const api::Consent *&known = newest[consent.connectionId.value()];
            known = !known || isNewer(consent, *known) ? &consent : known;
        }
    }
    m_entries.clear();
    m_entries.reserve(static_cast<std::size_t>(newest.size()));
    for (auto it = newest.cbegin(); it != newest.cend(); ++it) {
        const QByteArray id = it.key().toString().toUtf8();
        m_entries.push_back(
            {api::CompactId::fromText({id.constData(), static_cast<std::size_t>(id.size())}, texts.pool()),
             consentState(*it.value())});
    }
    std::sort(m_entries.begin(), m_entries.end(),
              [](const Entry &a, const Entry &b) { return a.connection < b.connection; });
}

ConsentState ConsentLedger::find(const api::CompactId &connection) const
{
    const auto found =
        std::lower_bound(m_entries.begin(), m_entries.end(), connection,
                         [](const Entry &entry, const api::CompactId &wanted) { return entry.connection < wanted; });
    return found != m_entries.end() && found->connection == connection ? found->state : ConsentState{};
}

} // namespace saltdesk::models
