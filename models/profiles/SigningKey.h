// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/RequestSigner.h"
#include "transport/Secret.h"

#include <QString>

#include <tl/expected.hpp>

namespace saltdesk::models {

/// Why a PEM can't sign. More exact than OpenSSL is by itself: an agent has to know which file to look for.
enum class SigningKeyFault : unsigned char {
    NotPem,
    NotPrivate, ///< a public key or a certificate: the half that the vendor has
    NeedsPassphrase,
    WrongPassphrase,
    Unusable ///< not RSA, too short, damaged: the sentence says which
};

struct SigningKeyError
{
    SigningKeyFault fault = SigningKeyFault::NotPem;
    /// A whole sentence; nothing of the key is in it.
    QString text = {};
};

[[nodiscard]] bool isEncrypted(const api::Secret &pem);
/// Pure.
[[nodiscard]] tl::expected<api::RequestSigner, SigningKeyError> readSigningKey(const api::Secret &pem,
                                                                               const api::Secret &passphrase);

} // namespace saltdesk::models
