// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "secrets/Keychain.h"

namespace saltdesk::models {

/// The operating system's keychain, through QtKeychain: on Linux the Secret Service or KWallet. Holds no state; several
/// may live beside each other. There is no time limit: the system may be asking for the keychain's password.
class SystemKeychain final : public Keychain
{
public:
    /// Entries are kept under this name, which the system's own viewer shows.
    explicit SystemKeychain(QString service = QStringLiteral("Saltdesk"));

    void read(const QString &entry, QObject *context, Found found) override;
    void write(const QString &entry, const api::Secret &secret, QObject *context, Done done) override;
    void remove(const QString &entry, QObject *context, Done done) override;

private:
    QString m_service;
};

} // namespace saltdesk::models
