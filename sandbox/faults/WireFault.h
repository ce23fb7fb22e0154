// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace saltdesk::sandbox {

/// How the connection is mistreated while a reply is sent.
enum class WireFault {
    None,
    /// Closed without a byte.
    HangUp,
    /// Closed in the middle of the body.
    HangUpInBody,
    /// `Content-Length` announces less than is sent; closed afterwards.
    WrongLength,
    /// The body trickles.
    Drip,
};

} // namespace saltdesk::sandbox
