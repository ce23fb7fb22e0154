// SPDX-License-Identifier: Apache-2.0
#include "profiles/ProfileEndpoint.h"

#include "policy/Policy.h"
#include "profiles/CertificateFile.h"
#include "profiles/SigningKey.h"

#include <QCoreApplication>

#include <algorithm>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ProfileEndpointTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::ProfileEndpoint)
};

constexpr qsizetype longestName = 60;

tl::unexpected<ProfileFault> profileFault(ProfileField field, const QString &text)
{
    return tl::unexpected(ProfileFault{field, text});
}

tl::expected<void, ProfileFault> checkAddress(const api::ApiEndpoint &endpoint)
{
    if (endpoint.isUrlAllowed()) {
        return {};
    }
    const bool plain = endpoint.baseUrl.scheme() == "http"_L1;
    return profileFault(ProfileField::BaseUrl,
                        plain ? ProfileEndpointTexts::tr("http would send the keys readable for everybody on the way. "
                                                         "The address must begin with https.")
                              : ProfileEndpointTexts::tr("This is no address of an API: it must begin with https and "
                                                         "have neither user, query nor fragment."));
}

tl::expected<void, ProfileFault> checkKeys(const api::ApiEndpoint &endpoint)
{
    if (endpoint.appId.isEmpty()) {
        return profileFault(ProfileField::AppId, ProfileEndpointTexts::tr("The App-id is missing."));
    }
    if (!api::fitsInHeader(endpoint.appId)) {
        return profileFault(ProfileField::AppId,
                            ProfileEndpointTexts::tr("There are characters in the App-id that no App-id has."));
    }
    if (endpoint.secret.isEmpty()) {
        return profileFault(ProfileField::Secret, ProfileEndpointTexts::tr("The secret is missing."));
    }
    if (!api::fitsInHeader(endpoint.secret.reveal())) {
        return profileFault(ProfileField::Secret,
                            ProfileEndpointTexts::tr("There are characters in the secret that no secret has."));
    }
    return {};
}

tl::expected<void, ProfileFault> addSigningKey(api::ApiEndpoint &endpoint, const ProfileSecrets &secrets)
{
    if (secrets.signingKey.isEmpty()) {
        return {};
    }
    auto signer = readSigningKey(secrets.signingKey, secrets.passphrase);
    if (!signer) {
        const SigningKeyFault fault = signer.error().fault;
        const bool passphrase = fault == SigningKeyFault::NeedsPassphrase || fault == SigningKeyFault::WrongPassphrase;
        return profileFault(passphrase ? ProfileField::Passphrase : ProfileField::SigningKey, signer.error().text);
    }
    endpoint.signer = std::move(*signer);
    return {};
}

tl::expected<void, ProfileFault> addTrust(api::ApiEndpoint &endpoint, const QByteArray &pem)
{
    if (pem.trimmed().isEmpty()) {
        return {};
    }
    const auto certificates = readCertificates(pem);
    if (!certificates) {
        return profileFault(ProfileField::CaCertificates, certificates.error());
    }
    endpoint.extraCertificates += *certificates;
    return {};
}

tl::expected<void, ProfileFault> checkProxy(const ProxySettings &proxy)
{
    if (proxy.mode != ProxySettings::Mode::Manual) {
        return {};
    }
    const QUrl url(u"http://"_s + proxy.host, QUrl::StrictMode);
    const bool isHost = url.isValid() && !proxy.host.isEmpty() && url.host() == proxy.host.toLower();
    if (!isHost || proxy.port == 0) {
        return profileFault(ProfileField::Proxy,
                            ProfileEndpointTexts::tr("A manual proxy needs the name of its host and a port."));
    }
    return {};
}

} // namespace

tl::expected<api::ApiEndpoint, ProfileFault> endpointOf(const Profile &profile, const ProfileSecrets &secrets,
                                                        const Policy &policy)
{
    if (policy.forbids(profile.environment)) {
        return profileFault(ProfileField::Environment,
                            ProfileEndpointTexts::tr("Your administrator's policy forbids this environment."));
    }
    api::ApiEndpoint endpoint;
    endpoint.baseUrl = profile.baseUrl;
    endpoint.appId = profile.appId.toUtf8();
    endpoint.secret = secrets.secret;
    const auto made = checkAddress(endpoint)
                          .and_then([&] { return checkKeys(endpoint); })
                          .and_then([&] { return addSigningKey(endpoint, secrets); })
                          .and_then([&] { return addTrust(endpoint, profile.caCertificates); })
                          .and_then([&] { return checkProxy(policy.proxy().value_or(profile.proxy)); });
    if (!made) {
        return tl::unexpected(made.error());
    }
    endpoint.extraCertificates += policy.certificates();
    return endpoint;
}

QString faultOfName(const QString &name)
{
    if (name.trimmed().isEmpty()) {
        return ProfileEndpointTexts::tr("A profile needs a name.");
    }
    if (name.size() > longestName) {
        return ProfileEndpointTexts::tr("The name is too long: %1 characters at most.").arg(longestName);
    }
    const bool visible = std::ranges::all_of(name, [](QChar c) { return c == u' ' || c.isPrint() || c.isSurrogate(); });
    return visible ? QString() : ProfileEndpointTexts::tr("There are characters in the name that can't be seen.");
}

} // namespace saltdesk::models
