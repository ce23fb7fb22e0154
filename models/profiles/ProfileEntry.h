// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/ProfileEndpoint.h"
#include "profiles/ProfileProof.h"
#include "secrets/ProfileVault.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace saltdesk::models {

class AuditTrail;
class Policy;
class ProfileStore;

/// One profile that is being made or changed: checked, proved against its API, its secrets kept, then saved; in this
/// order, so that nothing is saved that was not proved and no profile is saved whose secrets were not kept.
///
/// Owned by the form's dialog, GUI thread; borrows store, vault, policy, clock and trail. After each submit() exactly
/// one of saved, failed or keychainFailed comes, unless cancel() was called; whatever it was, what is in the form
/// stays.
class ProfileEntry : public QObject
{
    Q_OBJECT

public:
    enum class State : unsigned char {
        Loading, ///< the keychain is asked for the secrets that are kept
        Unread,  ///< it did not give them: nothing may be changed before it does
        Editing,
        Proving,
        Keeping ///< the keychain is taking the secrets
    };

    /// `trail` is told of the write that a proof may need; may be null.
    ProfileEntry(ProfileStore &store, ProfileVault &vault, const Policy &policy, const api::Clock &clock,
                 AuditTrail *trail, QObject *parent = nullptr);
    ~ProfileEntry() override;

    /// A new profile; ready at once.
    void beginNew();
    /// A saved one; loaded() comes when the keychain has answered, keychainFailed when it gave nothing and might have.
    void beginEdit(const Profile &profile);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isNew() const { return m_isNew; }
    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] const ProfileSecrets &keptSecrets() const { return m_kept; }
    /// The proof of the last submit; null before it, or when nothing had to be proved.
    [[nodiscard]] EndpointProof *proof() const;

    /// An error marks a field; nothing was sent. What only changes name, language or limits is not proved
    /// again.
    [[nodiscard]] tl::expected<void, ProfileFault> submit(const Profile &profile, const ProfileSecrets &secrets);
    /// After keychainFailed: keeps the proved secrets in memory only, and saves the profile.
    void keepForThisSession();
    /// After keychainFailed: asks the keychain again.
    void keepAgain();
    void cancel();

signals:
    void stateChanged();
    void loaded();
    void saved(const QString &profileId);
    /// The proof failed (see there), or the settings could not be written: then a sentence.
    void failed(const QString &text);
    void keychainFailed(const saltdesk::models::KeychainError &error);

private:
    void setState(State state);
    [[nodiscard]] bool needsProof(const Profile &profile, const ProfileSecrets &secrets) const;
    void prove(const api::ApiEndpoint &endpoint);
    void keep(ProfileVault::Keep where);
    void save(const std::function<void()> &undo);
    /// Puts the keychain back to what it held before the profile was submitted.
    [[nodiscard]] std::function<void()> undoing() const;

    ProfileStore &m_store;
    ProfileVault &m_vault;
    const Policy &m_policy;
    const api::Clock &m_clock;
    AuditTrail *m_trail;
    State m_state = State::Editing;
    bool m_isNew = true;
    Profile m_profile;
    ProfileSecrets m_kept;
    Profile m_submitted;
    ProfileSecrets m_secrets;
    std::unique_ptr<ProfileProof> m_proof;
    /// Answers of the keychain to an earlier load or keeping are not listened to.
    int m_turn = 0;
};

} // namespace saltdesk::models
