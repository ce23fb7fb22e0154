// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "environment/Environment.h"
#include "profiles/ProxySettings.h"

#include <QList>
#include <QSet>
#include <QSslCertificate>
#include <QString>
#include <QStringList>

#include <optional>

namespace saltdesk::models {

/// What the administrator of the computer has decided, above what any profile says: a file that agents can't change.
///
///     [writes]
///     read_only=true                    nothing unlocks writes, in no environment but the built-in sandbox
///     [network]
///     proxy=none | system | host:port   instead of the profiles' own
///     ca_certificates=/etc/saltdesk/ca.pem
///     [profiles]
///     forbid=live, test                 environments that can't be used; sandbox is the built-in one
///
/// A file that is there and can't be understood locks writes: whoever wrote it meant to forbid something. A value.
class Policy
{
public:
    /// No file: nothing is forbidden.
    Policy() = default;
    [[nodiscard]] static Policy read(const QString &path);
    [[nodiscard]] static QString defaultPath();

    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    [[nodiscard]] bool forbids(EnvironmentKind environment) const { return m_forbidden.contains(environment); }
    /// Unset: each profile's own.
    [[nodiscard]] const std::optional<ProxySettings> &proxy() const { return m_proxy; }
    /// Trusted beside the system's, whatever the profile.
    [[nodiscard]] const QList<QSslCertificate> &certificates() const { return m_certificates; }
    /// What of the file could not be understood, a sentence each.
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }

private:
    void warn(const QString &what);
    void readProxy(const QString &text);
    void readTrust(const QString &path);
    void readForbidden(const QStringList &words);
    void readLock(const QString &word);

    bool m_readOnly = false;
    QSet<EnvironmentKind> m_forbidden;
    std::optional<ProxySettings> m_proxy;
    QList<QSslCertificate> m_certificates;
    QStringList m_warnings;
};

} // namespace saltdesk::models
