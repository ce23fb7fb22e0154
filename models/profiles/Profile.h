// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "environment/Environment.h"
#include "profiles/ProxySettings.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace saltdesk::models {

/// Where one Salt Edge account is and how it is called, as far as that is no secret. Its secrets are ProfileSecrets,
/// kept elsewhere under the profile's id.
///
/// The key is always a *service* key (reference 1.4): an app key sees one customer and answers AppsRestricted.
struct Profile
{
    /// Made once, never shown; names the keychain's entry and the window's state.
    QString id = {};
    QString name = {};
    EnvironmentKind environment = EnvironmentKind::Live;
    QUrl baseUrl = {};
    QString appId = {};
    /// PEM, one certificate or many; trusted beside the system's.
    QByteArray caCertificates = {};
    ProxySettings proxy = {};
    /// The language in which banks and the API are asked to speak (`attempt.locale`); empty: as the API takes it.
    QString locale = {};
    /// Refresh waits until the time that the bank recommends (next_refresh_possible_at). Else the API alone decides.
    bool recommendedLimits = true;

    friend bool operator==(const Profile &, const Profile &) = default;
};

/// What the vendor's documentation names as the address (reference 1).
[[nodiscard]] QUrl defaultBaseUrl();
/// A profile with a fresh id and everything else as a stranger would leave it.
[[nodiscard]] Profile newProfile();

} // namespace saltdesk::models
