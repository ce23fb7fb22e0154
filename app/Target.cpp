// SPDX-License-Identifier: Apache-2.0
#include "Target.h"

#include "policy/Policy.h"
#include "profiles/ProfileEndpoint.h"
#include "transport/PrivateAddress.h"

#include <QCoreApplication>
#include <QFile>

namespace saltdesk::app {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TargetTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::app::Target)
};

tl::expected<QByteArray, QString> contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return tl::unexpected(TargetTexts::tr("cannot read '%1': %2").arg(path, file.errorString()));
    }
    return file.readAll();
}

tl::expected<void, QString> addCertificates(api::ApiEndpoint &endpoint, const QString &path)
{
    if (path.isEmpty()) {
        return {};
    }
    const auto pem = contents(path);
    if (!pem) {
        return tl::unexpected(pem.error());
    }
    endpoint.extraCertificates = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (endpoint.extraCertificates.isEmpty()) {
        return tl::unexpected(TargetTexts::tr("there is no PEM certificate in '%1'").arg(path));
    }
    return {};
}

tl::expected<void, QString> addSigner(api::ApiEndpoint &endpoint, const QString &path)
{
    if (path.isEmpty()) {
        return {};
    }
    auto pem = contents(path);
    if (!pem) {
        return tl::unexpected(TargetTexts::tr("SALTDESK_PRIVATE_KEY: %1").arg(pem.error()));
    }
    auto signer = api::RequestSigner::fromPem(api::Secret(std::move(*pem)));
    if (!signer) {
        return tl::unexpected(TargetTexts::tr("SALTDESK_PRIVATE_KEY: %1").arg(signer.error()));
    }
    endpoint.signer = std::move(*signer);
    return {};
}

/// Only what is plainly not the world counts as a test system: the most careful reading of an address is "live".
models::EnvironmentKind kindOf(const QUrl &url)
{
    return api::isThisComputer(url.host()) ? models::EnvironmentKind::Test : models::EnvironmentKind::Live;
}

QString missingKeys(const api::ApiEndpoint &endpoint)
{
    if (endpoint.baseUrl.isEmpty()) {
        return TargetTexts::tr(
            "Start Saltdesk with --sandbox to try it on demo banks, or with --base-url and the keys in SALTDESK_APP_ID "
            "and SALTDESK_SECRET.");
    }
    if (endpoint.appId.isEmpty() && endpoint.secret.isEmpty()) {
        return TargetTexts::tr(
            "Set SALTDESK_APP_ID and SALTDESK_SECRET to the App-id and the secret of a service key, then start "
            "Saltdesk again.");
    }
    if (endpoint.appId.isEmpty()) {
        return TargetTexts::tr("Set SALTDESK_APP_ID to the App-id of the key, then start Saltdesk again.");
    }
    if (endpoint.secret.isEmpty()) {
        return TargetTexts::tr("Set SALTDESK_SECRET to the secret of the key, then start Saltdesk again.");
    }
    return TargetTexts::tr(
        "SALTDESK_APP_ID or SALTDESK_SECRET holds characters that no key has. Copy the key anew, then start Saltdesk "
        "again.");
}

} // namespace

tl::expected<Target, QString> targetFor(const CommandLine &line, const QProcessEnvironment &environment)
{
    Target target;
    api::ApiEndpoint &endpoint = target.endpoint;
    endpoint.baseUrl = line.baseUrl;
    if (!line.baseUrl.isEmpty()) {
        if (!endpoint.isUrlAllowed()) {
            return tl::unexpected(
                TargetTexts::tr("--base-url must be https, or http on this computer, without user, query or fragment"));
        }
        endpoint.appId = environment.value(u"SALTDESK_APP_ID"_s).trimmed().toUtf8();
        endpoint.secret = api::Secret(environment.value(u"SALTDESK_SECRET"_s).trimmed().toUtf8());
        const auto added = addCertificates(endpoint, line.caCertificate).and_then([&] {
            return addSigner(endpoint, environment.value(u"SALTDESK_PRIVATE_KEY"_s));
        });
        if (!added) {
            return tl::unexpected(added.error());
        }
    }
    target.environment.kind = line.baseUrl.isEmpty() ? models::EnvironmentKind::Sandbox : kindOf(line.baseUrl);
    target.environment.hint = line.baseUrl.isEmpty() ? TargetTexts::tr("not connected") : line.baseUrl.host();
    target.environment.hasKeys = endpoint.hasKeys();
    target.environment.missing = endpoint.hasKeys() ? QString() : missingKeys(endpoint);
    return target;
}

Target sandboxTarget(std::shared_ptr<sandbox::Server> server)
{
    Target target;
    target.endpoint.baseUrl = server->baseUrl();
    target.endpoint.appId = server->appId().toUtf8();
    target.endpoint.secret = api::Secret(server->secret().toUtf8());
    target.environment.kind = models::EnvironmentKind::Sandbox;
    target.environment.hint = TargetTexts::tr("built-in demo banks · nothing here is real");
    // It is on this computer.
    target.proxy.mode = models::ProxySettings::Mode::None;
    target.sandbox = std::move(server);
    return target;
}

tl::expected<Target, QString> profileTarget(const models::Profile &profile, const models::ProfileSecrets &secrets,
                                            const models::Policy &policy)
{
    auto endpoint = models::endpointOf(profile, secrets, policy);
    if (!endpoint) {
        return tl::unexpected(endpoint.error().text);
    }
    Target target;
    target.endpoint = std::move(*endpoint);
    target.environment = {.kind = profile.environment,
                          //: %1 is a profile's name, %2 the host of its API.
                          .hint = TargetTexts::tr("%1 · %2").arg(profile.name, profile.baseUrl.host()),
                          .profileId = profile.id,
                          .profileName = profile.name,
                          .readOnlyByPolicy = policy.isReadOnly(),
                          .locale = profile.locale,
                          .recommendedLimits = profile.recommendedLimits};
    target.proxy = policy.proxy().value_or(profile.proxy);
    target.proxyPassword = secrets.proxyPassword;
    return target;
}

tl::expected<Target, QString> underPolicy(Target target, const models::Policy &policy)
{
    const bool isAnywhere = !target.endpoint.baseUrl.isEmpty();
    if (isAnywhere && policy.forbids(target.environment.kind)) {
        return tl::unexpected(TargetTexts::tr("your administrator's policy forbids the environment %1")
                                  .arg(models::environmentWord(target.environment.kind)));
    }
    if (target.sandbox == nullptr) {
        target.environment.readOnlyByPolicy = policy.isReadOnly();
        target.proxy = policy.proxy().value_or(target.proxy);
        target.endpoint.extraCertificates += policy.certificates();
    }
    return target;
}

} // namespace saltdesk::app
