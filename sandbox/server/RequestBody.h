// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/ClientStream.h"

namespace saltdesk::sandbox {

/// Reads the body that follows a request's head. httplib's own reading does not fit here: it skips the body of a GET,
/// which then counts as the next request, and waits for the end of the connection when a DELETE has no
/// `Content-Length`.
class RequestBody
{
public:
    enum class Verdict { Complete, TooLarge, Broken };

    static constexpr qsizetype limit = qsizetype{1024} * 1024;

    /// Replaces `request.body`.
    [[nodiscard]] static Verdict read(ClientStream &stream, httplib::Request &request);

private:
    [[nodiscard]] static Verdict readCounted(ClientStream &stream, qsizetype length, QByteArray &body);
    [[nodiscard]] static Verdict readChunked(ClientStream &stream, QByteArray &body);
};

} // namespace saltdesk::sandbox
