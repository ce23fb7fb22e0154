// SPDX-License-Identifier: Apache-2.0
#include "secrets/KeychainVerdict.h"

namespace saltdesk::models {
namespace {

using Presence = SecretServiceView::Presence;

/// While it is locked nobody can say what it holds: some services list their entries only once they are open.
bool isOutOfReach(const SecretServiceView &view)
{
    return view.isEntryLocked || view.isDefaultLocked;
}

/// QtKeychain calls most of what goes wrong an "other error".
KeychainProblem unnamedProblem(KeychainAct act, const SecretServiceView &view)
{
    if (view.presence == Presence::Absent) {
        return KeychainProblem::Unavailable;
    }
    if (view.presence == Presence::Refusing) {
        return KeychainProblem::Refused;
    }
    if (isOutOfReach(view)) {
        return KeychainProblem::Locked;
    }
    // The service offered to make a keychain, and somebody waved it away.
    const bool wasNotMade = view.presence == Presence::Present && !view.hasDefault;
    return act == KeychainAct::Write && wasNotMade ? KeychainProblem::Refused : KeychainProblem::Failed;
}

} // namespace

std::optional<KeychainProblem> keychainVerdict(KeychainAct act, KeychainEnd end, const SecretServiceView &view)
{
    switch (end) {
    case KeychainEnd::Done:
        return act == KeychainAct::Remove && view.isEntryLocked ? std::optional(KeychainProblem::Locked) : std::nullopt;
    case KeychainEnd::NotFound:
        if (act == KeychainAct::Remove) {
            return view.isEntryLocked ? std::optional(KeychainProblem::Locked) : std::nullopt;
        }
        return isOutOfReach(view) ? KeychainProblem::Locked : KeychainProblem::NotFound;
    case KeychainEnd::Denied:
        return isOutOfReach(view) ? KeychainProblem::Locked : KeychainProblem::Refused;
    case KeychainEnd::DeniedByUser:
        return KeychainProblem::Refused;
    case KeychainEnd::NoBackend:
        return KeychainProblem::Unavailable;
    case KeychainEnd::Other:
        return unnamedProblem(act, view);
    }
    return KeychainProblem::Failed;
}

} // namespace saltdesk::models
