// SPDX-License-Identifier: Apache-2.0
#include "state/Consent.h"

namespace saltdesk::sandbox {

void Consent::settle(Instant now)
{
    if (active() && expiresAt && *expiresAt <= now) {
        revoke(QStringLiteral("expired"), *expiresAt);
    }
}

void Consent::revoke(const QString &reason, Instant at)
{
    revokedAt = at;
    revokeReason = reason;
    updatedAt = at;
}

} // namespace saltdesk::sandbox
