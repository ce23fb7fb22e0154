// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace saltdesk::sandbox {

/// The wish of user or system that the program end: Ctrl+C, or a request to terminate. Made once, on the main thread,
/// before any other thread begins, so that none of them is interrupted.
class EndingSignal
{
public:
    EndingSignal();
    EndingSignal(const EndingSignal &) = delete;
    EndingSignal &operator=(const EndingSignal &) = delete;

    /// Blocks until it comes; at once, if it came since this was made.
    void wait();
};

} // namespace saltdesk::sandbox
