// SPDX-License-Identifier: Apache-2.0
#include "policy/Policy.h"

#include "profiles/CertificateFile.h"
#include "settings/IniText.h"

#include <QCoreApplication>
#include <QFile>
#include <QSettings>

#include <filesystem>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct PolicyTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::Policy)
};

const QString readOnlyKey = u"writes/read_only"_s;
const QString proxyKey = u"network/proxy"_s;
const QString trustKey = u"network/ca_certificates"_s;
const QString forbidKey = u"profiles/forbid"_s;

/// QSettings makes a list of whatever has a comma.
QString policyText(const QSettings &file, const QString &key)
{
    return file.value(key).toStringList().join(u',').trimmed();
}

} // namespace

QString Policy::defaultPath()
{
    return u"/etc/saltdesk/policy.ini"_s;
}

Policy Policy::read(const QString &path)
{
    Policy policy;
    // One that can't be reached is not one that is not there.
    std::error_code error;
    const auto status = std::filesystem::symlink_status(path.toStdString(), error);
    if (status.type() == std::filesystem::file_type::not_found) {
        return policy;
    }
    const QSettings file(path, QSettings::IniFormat);
    QFile text(path);
    if (!text.open(QIODevice::ReadOnly) || !isIniText(text.readAll()) || file.status() != QSettings::NoError) {
        policy.warn(PolicyTexts::tr("The policy “%1” can't be read.").arg(path));
        return policy;
    }
    for (const QStringList keys = file.allKeys(); const QString &key : keys) {
        if (key == readOnlyKey) {
            policy.readLock(policyText(file, key));
        } else if (key == proxyKey) {
            policy.readProxy(policyText(file, key));
        } else if (key == trustKey) {
            policy.readTrust(policyText(file, key));
        } else if (key == forbidKey) {
            policy.readForbidden(file.value(key).toStringList());
        } else {
            policy.warn(PolicyTexts::tr("The policy names “%1”, which this version does not know.").arg(key));
        }
    }
    return policy;
}

void Policy::warn(const QString &what)
{
    m_warnings << what + u' ' + PolicyTexts::tr("Writes stay locked until it is mended.");
    m_readOnly = true;
}

void Policy::readLock(const QString &word)
{
    if (word == "true"_L1 || word == "false"_L1) {
        m_readOnly = m_readOnly || word == "true"_L1;
        return;
    }
    warn(PolicyTexts::tr("The policy's read_only is neither true nor false."));
}

void Policy::readProxy(const QString &text)
{
    using Mode = ProxySettings::Mode;
    if (text == "none"_L1 || text == "system"_L1) {
        m_proxy = ProxySettings{.mode = text == "none"_L1 ? Mode::None : Mode::System};
        return;
    }
    const QUrl url(u"http://"_s + text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.port() <= 0 || !url.path().isEmpty() || url.hasQuery() ||
        !url.userInfo().isEmpty()) {
        return warn(PolicyTexts::tr("The policy's proxy is neither none, system nor host:port."));
    }
    m_proxy = ProxySettings{.mode = Mode::Manual, .host = url.host(), .port = static_cast<quint16>(url.port())};
}

void Policy::readTrust(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return warn(PolicyTexts::tr("The policy's certificates “%1” can't be read.").arg(path));
    }
    const auto certificates = readCertificates(file.readAll());
    if (!certificates) {
        return warn(
            PolicyTexts::tr("The policy's certificates “%1” can't be used: %2").arg(path, certificates.error()));
    }
    m_certificates = *certificates;
}

void Policy::readForbidden(const QStringList &words)
{
    // In quotes the commas do not part them.
    for (const QStringList parts = words.join(u',').split(u','); const QString &entry : parts) {
        const QString word = entry.trimmed().toLower();
        if (const auto kind = environmentNamed(word)) {
            m_forbidden << *kind;
        } else if (!word.isEmpty()) {
            warn(PolicyTexts::tr("The policy forbids “%1”, which is none of live, test and sandbox.").arg(entry));
        }
    }
}

} // namespace saltdesk::models
