// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/AuditWitness.h"
#include "profiles/Profile.h"
#include "proving/EndpointProof.h"
#include "secrets/ProfileSecrets.h"

namespace saltdesk::models {

class Policy;

/// The proof of a profile as the policy lets it be used, with who is told of the write that it may need. In Live, and
/// under a policy that forbids writes, it writes nothing.
class ProfileProof
{
public:
    /// `endpoint` is the profile's, with its secrets; `trail` may be null. Borrows clock and trail.
    ProfileProof(const Profile &profile, const ProfileSecrets &secrets, const api::ApiEndpoint &endpoint,
                 const Policy &policy, const api::Clock &clock, AuditTrail *trail);

    [[nodiscard]] EndpointProof &proof() { return m_proof; }

private:
    /// Is told even of the proof's own end.
    AuditWitness m_witness;
    EndpointProof m_proof;
};

} // namespace saltdesk::models
