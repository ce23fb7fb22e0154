// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Secret.h"

#include <QNetworkProxy>
#include <QString>

class QNetworkAccessManager;

namespace saltdesk::models {

/// By which way a profile's requests leave. The password is one of the profile's secrets.
struct ProxySettings
{
    enum class Mode : unsigned char { System, Manual, None };

    Mode mode = Mode::System;
    /// Of a manual HTTP proxy.
    QString host = {};
    quint16 port = 0;
    /// Empty: the proxy asks for none.
    QString user = {};

    friend bool operator==(const ProxySettings &, const ProxySettings &) = default;
};

/// The manual proxy, or NoProxy. Of the system's it knows nothing: ask QNetworkProxyFactory.
[[nodiscard]] QNetworkProxy manualProxy(const ProxySettings &settings, const api::Secret &password);
/// From now on the manager's requests go this way.
void applyProxy(QNetworkAccessManager &network, const ProxySettings &settings, const api::Secret &password);

} // namespace saltdesk::models
