// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::sandbox {

/// A person's way to the bank's own page and back, which an attempt waits for (reference 5.3).
struct BankVisit
{
    /// In the page's URL; who knows it may decide.
    QString token;
    QString connectionId;
    QString attemptId;
    /// What the bank appends to `return_to` when the client has its own registration there.
    QString code;
    QString state;
    /// `connection_id` is appended to `return_to`.
    bool returnConnectionId = false;
    /// The person has decided; a second time does not count.
    bool decided = false;
};

} // namespace saltdesk::sandbox
