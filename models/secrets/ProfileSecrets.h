// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Secret.h"

#include <optional>

namespace saltdesk::models {

/// What a profile must not write into its settings. One entry of the keychain holds all of it, so that unlocking asks
/// once and a profile never has half of its secrets.
struct ProfileSecrets
{
    /// The API's `Secret`.
    api::Secret secret = {};
    /// The PEM of the signing key, encrypted or not; empty: requests are not signed.
    api::Secret signingKey = {};
    /// Of the signing key.
    api::Secret passphrase = {};
    api::Secret proxyPassword = {};

    friend bool operator==(const ProfileSecrets &, const ProfileSecrets &) = default;
};

/// As the entry's bytes: JSON, versioned. Pure.
[[nodiscard]] api::Secret encodeSecrets(const ProfileSecrets &secrets);
/// Nothing when the bytes are no such entry, or one of a newer version.
[[nodiscard]] std::optional<ProfileSecrets> decodeSecrets(const api::Secret &entry);

} // namespace saltdesk::models
