// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/Profile.h"
#include "secrets/ProfileSecrets.h"

namespace saltdesk::testing {

/// A profile with something in every member.
[[nodiscard]] inline models::Profile sampleProfile(const QString &name)
{
    models::Profile profile = models::newProfile();
    profile.name = name;
    profile.environment = models::EnvironmentKind::Test;
    profile.baseUrl = QUrl(QStringLiteral("https://api.example.com/api/v5"));
    profile.appId = QStringLiteral("app-id-1");
    profile.proxy = {.mode = models::ProxySettings::Mode::Manual,
                     .host = QStringLiteral("proxy.example.com"),
                     .port = 3128,
                     .user = QStringLiteral("agent")};
    profile.locale = QStringLiteral("de");
    profile.recommendedLimits = false;
    return profile;
}

/// Each member is a canary to look for.
[[nodiscard]] inline models::ProfileSecrets sampleSecrets()
{
    return {.secret = api::Secret::copyOf("canary-secret"),
            .signingKey = {},
            .passphrase = api::Secret::copyOf("canary-passphrase"),
            .proxyPassword = api::Secret::copyOf("canary-proxy-password")};
}

} // namespace saltdesk::testing
