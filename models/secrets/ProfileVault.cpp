// SPDX-License-Identifier: Apache-2.0
#include "secrets/ProfileVault.h"

#include <QPointer>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

QString vaultEntry(const QString &profileId)
{
    return u"profile/"_s + profileId;
}

KeychainResult<ProfileSecrets> understoodEntry(const api::Secret &entry)
{
    std::optional<ProfileSecrets> secrets = decodeSecrets(entry);
    if (!secrets) {
        return tl::unexpected(
            KeychainError{KeychainProblem::Failed, ProfileVault::tr("The keychain's entry is not one that this version "
                                                                    "of Saltdesk understands.")});
    }
    return *std::move(secrets);
}

} // namespace

ProfileVault::ProfileVault(Keychain &keychain, QObject *parent)
    : QObject(parent)
    , m_keychain(keychain)
{}

bool ProfileVault::livesInSessionOnly(const QString &profileId) const
{
    return m_session.contains(vaultEntry(profileId));
}

void ProfileVault::load(const QString &profileId, QObject *context, Loaded loaded)
{
    const bool fromSession = livesInSessionOnly(profileId);
    Keychain &home = fromSession ? static_cast<Keychain &>(m_session) : m_keychain;
    home.read(vaultEntry(profileId), context,
              [vault = QPointer<ProfileVault>(this), profileId, fromSession, context,
               loaded = std::move(loaded)](const KeychainResult<api::Secret> &entry) {
                  // A keychain may take a minute, and in that time the session can have got an entry.
                  if (!vault.isNull() && !fromSession && vault->livesInSessionOnly(profileId)) {
                      vault->load(profileId, context, loaded);
                      return;
                  }
                  loaded(entry.and_then(understoodEntry));
              });
}

void ProfileVault::save(const QString &profileId, const ProfileSecrets &secrets, Keep keep, QObject *context, Done done)
{
    const QString entry = vaultEntry(profileId);
    const api::Secret encoded = encodeSecrets(secrets);
    if (keep == Keep::ForThisSession) {
        m_session.write(entry, encoded, context, std::move(done));
        return;
    }
    m_keychain.write(entry, encoded, context,
                     [vault = QPointer<ProfileVault>(this), entry, before = m_session.peek(entry), context,
                      done = std::move(done)](const KeychainResult<void> &written) {
                         // What the session got while the keychain took its time is newer, and stays.
                         if (!written || vault.isNull() || vault->m_session.peek(entry) != before) {
                             done(written);
                             return;
                         }
                         vault->m_session.remove(entry, context, done);
                     });
}

void ProfileVault::forget(const QString &profileId, QObject *context, Done done)
{
    const bool wasInSession = livesInSessionOnly(profileId);
    m_session.remove(vaultEntry(profileId), this, [](const KeychainResult<void> &) {});
    m_keychain.remove(
        vaultEntry(profileId), context, [wasInSession, done = std::move(done)](const KeychainResult<void> &removed) {
            const bool neededNone = wasInSession && !removed && removed.error().problem == KeychainProblem::Unavailable;
            done(neededNone ? KeychainResult<void>() : removed);
        });
}

void ProfileVault::copy(const QString &fromProfileId, const QString &toProfileId, QObject *context, Done done)
{
    load(fromProfileId, context,
         [vault = QPointer<ProfileVault>(this), fromProfileId, toProfileId, context,
          done = std::move(done)](const KeychainResult<ProfileSecrets> &secrets) {
             if (vault.isNull()) {
                 done(tl::unexpected(KeychainError{}));
                 return;
             }
             if (!secrets) {
                 done(tl::unexpected(secrets.error()));
                 return;
             }
             const Keep keep = vault->livesInSessionOnly(fromProfileId) ? Keep::ForThisSession : Keep::InKeychain;
             vault->save(toProfileId, *secrets, keep, context, done);
         });
}

} // namespace saltdesk::models
