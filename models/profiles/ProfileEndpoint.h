// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/Profile.h"
#include "secrets/ProfileSecrets.h"
#include "transport/ApiEndpoint.h"

#include <QString>

#include <tl/expected.hpp>

namespace saltdesk::models {

class Policy;

/// The parts of a profile that can be wrong: what a form marks.
enum class ProfileField : unsigned char {
    Name,
    Environment,
    BaseUrl,
    AppId,
    Secret,
    SigningKey,
    Passphrase,
    CaCertificates,
    Proxy
};

struct ProfileFault
{
    ProfileField field = ProfileField::Name;
    /// A whole sentence.
    QString text = {};
};

/// What the client needs, or the first thing that is wrong with the profile. The policy's certificates are trusted as
/// well, and an environment that it forbids is a fault. Does not look at the name. Pure.
[[nodiscard]] tl::expected<api::ApiEndpoint, ProfileFault>
endpointOf(const Profile &profile, const ProfileSecrets &secrets, const Policy &policy);
/// Why the name can't be used: empty, too long, or with characters that no eye can see. Empty: it can.
[[nodiscard]] QString faultOfName(const QString &name);

} // namespace saltdesk::models
