// SPDX-License-Identifier: Apache-2.0
#include "profiles/ProfileProof.h"

#include "policy/Policy.h"

namespace saltdesk::models {

ProfileProof::ProfileProof(const Profile &profile, const ProfileSecrets &secrets, const api::ApiEndpoint &endpoint,
                           const Policy &policy, const api::Clock &clock, AuditTrail *trail)
    : m_witness(trail, AuditContext{.profile = profile.name, .environment = profile.environment})
    , m_proof(ProofSubject{.endpoint = endpoint,
                           .proxy = policy.proxy().value_or(profile.proxy),
                           .proxyPassword = secrets.proxyPassword,
                           .mayWrite = profile.environment != EnvironmentKind::Live && !policy.isReadOnly(),
                           .witness = &m_witness},
              clock)
{}

} // namespace saltdesk::models
