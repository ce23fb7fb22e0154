// SPDX-License-Identifier: Apache-2.0
#include "transport/PrivateAddress.h"

#include <QHostAddress>
#include <QUrl>

namespace saltdesk::api {

using namespace Qt::Literals::StringLiterals;

bool isThisComputer(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

bool isPrivateInTransit(const QUrl &url)
{
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isThisComputer(url.host()));
}

bool isPrivateAddress(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && isPrivateInTransit(url);
}

} // namespace saltdesk::api
