// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace saltdesk::models {

/// What LoopbackReturn says to a browser; the numbers are HTTP's.
enum class ReturnStatus : short {
    Welcome = 200,
    Malformed = 400,
    NotFound = 404,
    WrongMethod = 405,
    WrongHost = 421, ///< somebody reached us under a name that is not ours
    TooLarge = 431
};

/// The whole answer, headers and page. It is the same for everybody: nothing of a request is ever in it, it loads
/// nothing, runs nothing, is kept nowhere and says nobody where it came from.
[[nodiscard]] QByteArray returnAnswer(ReturnStatus status);

} // namespace saltdesk::models
