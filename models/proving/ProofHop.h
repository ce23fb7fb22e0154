// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiError.h"

#include <QString>

#include <array>
#include <optional>

namespace saltdesk::models {

/// What has to be right one after the other before a profile works; each rests on those before it.
enum class Hop : unsigned char {
    Name,         ///< the host's name resolves
    Proxy,        ///< it can be reached and lets us through
    Tls,          ///< the chain of certificates is trusted
    Reachability, ///< what answers is the API
    Keys,         ///< App-id and secret are a service key's
    Clock,        ///< ours agrees with the server's
    Signature,    ///< accepted, or not wanted
    ApiVersion,   ///< the key may use version 5
    Permission    ///< bank credentials may be sent directly
};

inline constexpr std::array proofHops{Hop::Name,  Hop::Proxy,     Hop::Tls,        Hop::Reachability, Hop::Keys,
                                      Hop::Clock, Hop::Signature, Hop::ApiVersion, Hop::Permission};

enum class HopState : unsigned char {
    Waiting,
    Running,
    Passed,
    Warned, ///< works, and should be looked after
    Failed,
    NotNeeded, ///< this way to the API does without it
    NotTested
};

struct HopResult
{
    Hop hop = Hop::Name;
    HopState state = HopState::Waiting;
    /// A whole sentence, translated, without any secret. Empty while waiting or running.
    QString detail = {};
    /// Where an answer of the API, or the lack of one, was what failed it.
    std::optional<api::ApiError> error = {};

    [[nodiscard]] bool isOpen() const { return state == HopState::Waiting || state == HopState::Running; }
    friend bool operator==(const HopResult &, const HopResult &) = default;
};

} // namespace saltdesk::models
