// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clock/Clock.h"
#include "http/PublicKey.h"
#include "http/Refusal.h"
#include "http/Request.h"

namespace saltdesk::sandbox {

/// Lets in whoever has the right headers (reference 1.1 and 1.2), before anybody looks at what is wanted.
class Gatekeeper
{
public:
    struct Key
    {
        QByteArray appId;
        QByteArray secret;
        /// When set, `Expires-at` and `Signature` are mandatory.
        std::optional<PublicKey> publicKey = std::nullopt;
    };

    Gatekeeper(Key key, bool lenient)
        : m_key(std::move(key))
        , m_lenient(lenient)
    {}

    [[nodiscard]] Outcome<void> admit(const Request &request, const Clock &clock) const;

private:
    [[nodiscard]] Outcome<void> checkMediaTypes(const Request &request) const;
    [[nodiscard]] Outcome<void> checkKey(const Request &request) const;
    [[nodiscard]] Outcome<void> checkExpiry(const Request &request, const Clock &clock) const;
    [[nodiscard]] Outcome<void> checkSignature(const Request &request) const;

    Key m_key;
    bool m_lenient;
};

} // namespace saltdesk::sandbox
