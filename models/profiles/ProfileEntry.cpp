// SPDX-License-Identifier: Apache-2.0
#include "profiles/ProfileEntry.h"

#include "policy/Policy.h"
#include "profiles/ProfileStore.h"

#include <QPointer>

namespace saltdesk::models {

ProfileEntry::ProfileEntry(ProfileStore &store, ProfileVault &vault, const Policy &policy, const api::Clock &clock,
                           AuditTrail *trail, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_vault(vault)
    , m_policy(policy)
    , m_clock(clock)
    , m_trail(trail)
{}

ProfileEntry::~ProfileEntry() = default;

EndpointProof *ProfileEntry::proof() const
{
    return m_proof ? &m_proof->proof() : nullptr;
}

void ProfileEntry::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

void ProfileEntry::beginNew()
{
    cancel();
    m_isNew = true;
    m_profile = newProfile();
    m_kept = {};
    setState(State::Editing);
}

void ProfileEntry::beginEdit(const Profile &profile)
{
    cancel();
    m_isNew = false;
    m_profile = profile;
    m_kept = {};
    setState(State::Loading);
    m_vault.load(profile.id, this, [this, turn = ++m_turn](const KeychainResult<ProfileSecrets> &kept) {
        if (turn != m_turn) {
            return;
        }
        const auto problem = kept ? KeychainProblem::NotFound : kept.error().problem;
        if (kept) {
            m_kept = *kept;
        } else if (problem == KeychainProblem::NotFound || problem == KeychainProblem::Unavailable) {
            // Nothing is kept anywhere, so nothing can be lost.
            m_kept = {};
        } else {
            // What can't be seen would be overwritten in part.
            setState(State::Unread);
            emit keychainFailed(kept.error());
            return;
        }
        setState(State::Editing);
        emit loaded();
    });
}

tl::expected<void, ProfileFault> ProfileEntry::submit(const Profile &profile, const ProfileSecrets &secrets)
{
    if (const QString fault = faultOfName(profile.name); !fault.isEmpty()) {
        return tl::unexpected(ProfileFault{ProfileField::Name, fault});
    }
    if (!m_store.isNameFree(profile.name, profile.id)) {
        return tl::unexpected(ProfileFault{ProfileField::Name, tr("There is a profile of this name.")});
    }
    const auto endpoint = endpointOf(profile, secrets, m_policy);
    if (!endpoint) {
        return tl::unexpected(endpoint.error());
    }
    cancel();
    m_submitted = profile;
    m_secrets = secrets;
    if (needsProof(profile, secrets)) {
        prove(*endpoint);
    } else {
        // Not at once: whoever submits may not be ready to hear of it.
        setState(State::Keeping);
        const auto later = [this, turn = ++m_turn] {
            if (turn == m_turn) {
                save([] {});
            }
        };
        QMetaObject::invokeMethod(this, later, Qt::QueuedConnection);
    }
    return {};
}

bool ProfileEntry::needsProof(const Profile &profile, const ProfileSecrets &secrets) const
{
    return m_isNew || secrets != m_kept || profile.baseUrl != m_profile.baseUrl ||
           profile.environment != m_profile.environment || profile.appId != m_profile.appId ||
           profile.caCertificates != m_profile.caCertificates || profile.proxy != m_profile.proxy;
}

void ProfileEntry::prove(const api::ApiEndpoint &endpoint)
{
    m_proof = std::make_unique<ProfileProof>(m_submitted, m_secrets, endpoint, m_policy, m_clock, m_trail);
    connect(&m_proof->proof(), &EndpointProof::ended, this, [this] {
        if (m_proof->proof().keysWork()) {
            keep(ProfileVault::Keep::InKeychain);
            return;
        }
        setState(State::Editing);
        emit failed(QString());
    });
    setState(State::Proving);
    m_proof->proof().start();
}

void ProfileEntry::keep(ProfileVault::Keep where)
{
    setState(State::Keeping);
    // The vault outlives this: what it has kept by then must be taken back, also when nobody waits any more.
    m_vault.save(m_submitted.id, m_secrets, where, &m_vault,
                 [this, alive = QPointer(this), turn = ++m_turn, undo = undoing()](const KeychainResult<void> &kept) {
                     if (!alive || turn != m_turn) {
                         if (kept) {
                             undo();
                         }
                         return;
                     }
                     if (kept) {
                         return save(undo);
                     }
                     setState(State::Editing);
                     emit keychainFailed(kept.error());
                 });
}

std::function<void()> ProfileEntry::undoing() const
{
    return [&vault = m_vault, id = m_submitted.id, isNew = m_isNew, before = m_kept] {
        const auto nobody = [](const KeychainResult<void> &) {};
        if (isNew || before == ProfileSecrets{}) {
            vault.forget(id, &vault, nobody);
        } else {
            vault.save(id, before, ProfileVault::Keep::InKeychain, &vault, nobody);
        }
    };
}

void ProfileEntry::keepForThisSession()
{
    keep(ProfileVault::Keep::ForThisSession);
}

void ProfileEntry::keepAgain()
{
    keep(ProfileVault::Keep::InKeychain);
}

void ProfileEntry::save(const std::function<void()> &undo)
{
    const auto written = m_store.save(m_submitted);
    setState(State::Editing);
    if (!written) {
        undo();
        emit failed(written.error());
        return;
    }
    m_profile = m_submitted;
    m_kept = {};
    m_secrets = {};
    m_isNew = false;
    emit saved(m_submitted.id);
}

void ProfileEntry::cancel()
{
    ++m_turn;
    if (m_proof) {
        m_proof->proof().disconnect(this);
        m_proof->proof().cancel();
        m_proof.reset();
    }
    m_secrets = {};
    if (m_state != State::Editing) {
        setState(State::Editing);
    }
}

} // namespace saltdesk::models
