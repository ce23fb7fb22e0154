// SPDX-License-Identifier: Apache-2.0
#include "secrets/SystemKeychain.h"

#include "secrets/KeychainVerdict.h"

#include <QPointer>

#include <qt6keychain/keychain.h>

namespace saltdesk::models {
namespace {

KeychainEnd keychainEnd(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return KeychainEnd::Done;
    case QKeychain::EntryNotFound:
        return KeychainEnd::NotFound;
    case QKeychain::AccessDenied:
        return KeychainEnd::Denied;
    case QKeychain::AccessDeniedByUser:
        return KeychainEnd::DeniedByUser;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return KeychainEnd::NoBackend;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        return KeychainEnd::Other;
    }
    return KeychainEnd::Other;
}

/// Overwrites the bytes that went through a job once the job, which shares them, is gone.
void wipeAfter(QKeychain::Job *job, QByteArray bytes)
{
    QObject::connect(job, &QObject::destroyed, job, [bytes = std::move(bytes)]() mutable { api::wipe(bytes); });
}

/// Starts the job and has `judged` told how it ended. The job belongs to itself, never to the caller: QtKeychain's
/// callbacks hold a bare pointer to it until the keychain has answered.
template <class Judged>
void runJob(QKeychain::Job *job, const QString &entry, KeychainAct act, QObject *context, Judged judged)
{
    job->setKey(entry);
    QObject::connect(
        job, &QKeychain::Job::finished, job,
        [act, alive = QPointer<QObject>(context), judged = std::move(judged)](QKeychain::Job *ended) mutable {
            if (!alive) {
                return;
            }
            const KeychainEnd end = keychainEnd(ended->error());
            if (end == KeychainEnd::Done && act != KeychainAct::Remove) {
                judged(KeychainResult<void>());
                return;
            }
            viewSecretService(ended->service(), ended->key(), alive,
                              [act, end, detail = ended->errorString(),
                               judged = std::move(judged)](const SecretServiceView &view) mutable {
                                  const auto problem = keychainVerdict(act, end, view);
                                  judged(problem ? KeychainResult<void>(tl::unexpected(KeychainError{*problem, detail}))
                                                 : KeychainResult<void>());
                              });
        });
    job->start();
}

} // namespace

SystemKeychain::SystemKeychain(QString service)
    : m_service(std::move(service))
{}

void SystemKeychain::read(const QString &entry, QObject *context, Found found)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    const QPointer<QKeychain::ReadPasswordJob> reading(job);
    runJob(job, entry, KeychainAct::Read, context,
           [reading, found = std::move(found)](const KeychainResult<void> &result) {
               if (!result) {
                   found(tl::unexpected(result.error()));
                   return;
               }
               const QByteArray bytes = reading->binaryData();
               wipeAfter(reading, bytes);
               found(api::Secret::copyOf(bytes));
           });
}

void SystemKeychain::write(const QString &entry, const api::Secret &secret, QObject *context, Done done)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    const QByteArray bytes = secret.reveal().toByteArray();
    job->setBinaryData(bytes);
    wipeAfter(job, bytes);
    runJob(job, entry, KeychainAct::Write, context, std::move(done));
}

void SystemKeychain::remove(const QString &entry, QObject *context, Done done)
{
    runJob(new QKeychain::DeletePasswordJob(m_service), entry, KeychainAct::Remove, context, std::move(done));
}

} // namespace saltdesk::models
