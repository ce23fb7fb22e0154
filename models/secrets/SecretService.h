// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

class QObject;

namespace saltdesk::models {

/// How the desktop's Secret Service stands to one entry.
struct SecretServiceView
{
    enum class Presence : unsigned char {
        Unknown,  ///< it could not be asked, or there is no such thing on this system
        Absent,   ///< no session bus, or nobody on it who could be the service
        Refusing, ///< it is there and does not talk to us
        Present
    };

    Presence presence = Presence::Unknown;
    /// It holds the entry, and out of reach.
    bool isEntryLocked = false;
    /// The keychain where new entries go.
    bool hasDefault = false;
    bool isDefaultLocked = false;

    friend bool operator==(const SecretServiceView &, const SecretServiceView &) = default;
};

/// Asks over D-Bus what libsecret does not tell: it reports an entry that stayed locked as one that is not there, and
/// does not say so when it removed nothing. Never makes the service ask for a password.
///
/// GUI thread. Answers exactly once, after the event loop has turned, unless `context` is gone by then. Without D-Bus
/// in the build the answer is Unknown.
void viewSecretService(const QString &service, const QString &entry, QObject *context,
                       std::function<void(const SecretServiceView &)> seen);

} // namespace saltdesk::models
