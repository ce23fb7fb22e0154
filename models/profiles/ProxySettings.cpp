// SPDX-License-Identifier: Apache-2.0
#include "profiles/ProxySettings.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>

namespace saltdesk::models {
namespace {

class SystemProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return systemProxyForQuery(query); }
};

} // namespace

QNetworkProxy manualProxy(const ProxySettings &settings, const api::Secret &password)
{
    if (settings.mode != ProxySettings::Mode::Manual) {
        return QNetworkProxy(QNetworkProxy::NoProxy);
    }
    QNetworkProxy proxy(QNetworkProxy::HttpProxy, settings.host, settings.port, settings.user);
    if (!settings.user.isEmpty()) {
        proxy.setPassword(QString::fromUtf8(password.reveal()));
    }
    return proxy;
}

void applyProxy(QNetworkAccessManager &network, const ProxySettings &settings, const api::Secret &password)
{
    if (settings.mode == ProxySettings::Mode::System) {
        // The manager takes the factory over.
        network.setProxyFactory(new SystemProxies);
        return;
    }
    network.setProxyFactory(nullptr);
    network.setProxy(manualProxy(settings, password));
}

} // namespace saltdesk::models
