// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "secrets/ProfileSecrets.h"
#include "secrets/SessionKeychain.h"

#include <QObject>

#include <functional>

namespace saltdesk::models {

/// The secrets of all profiles: in the system's keychain, or for this session only. Where both hold a profile, the
/// session's wins.
///
/// GUI thread. Borrows the keychain, which must outlive it. Like a keychain's, each call ends exactly once, after the
/// event loop has turned and however late, and tells nobody when `context` is gone by then.
class ProfileVault : public QObject
{
    Q_OBJECT

public:
    enum class Keep : unsigned char { InKeychain, ForThisSession };
    using Loaded = std::function<void(const KeychainResult<ProfileSecrets> &)>;
    using Done = Keychain::Done;

    explicit ProfileVault(Keychain &keychain, QObject *parent = nullptr);

    /// KeychainProblem::Failed when the entry cannot be understood, for example one of a newer Saltdesk; it stays as
    /// it is.
    void load(const QString &profileId, QObject *context, Loaded loaded);
    /// In the keychain: once there, the session's copy is gone; where that fails, everything is as before. For this
    /// session: what the keychain held stays there and comes back with the next start.
    void save(const QString &profileId, const ProfileSecrets &secrets, Keep keep, QObject *context, Done done);
    /// From both places. A profile of this session on a computer without a keychain needs none to be forgotten.
    void forget(const QString &profileId, QObject *context, Done done);
    /// For a duplicate: to where the first one lives.
    void copy(const QString &fromProfileId, const QString &toProfileId, QObject *context, Done done);

    /// Known without asking the keychain.
    [[nodiscard]] bool livesInSessionOnly(const QString &profileId) const;

private:
    Keychain &m_keychain;
    SessionKeychain m_session;
};

} // namespace saltdesk::models
