// SPDX-License-Identifier: Apache-2.0
#include "transport/ApiEndpoint.h"

#include <QHostAddress>

#include <algorithm>

namespace saltdesk::api {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

bool fitsInHeader(QByteArrayView value)
{
    return std::all_of(value.begin(), value.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

} // namespace

bool ApiEndpoint::hasKeys() const
{
    return !appId.isEmpty() && !secret.isEmpty() && fitsInHeader(appId) && fitsInHeader(secret.reveal());
}

bool ApiEndpoint::isUrlAllowed() const
{
    if (!baseUrl.isValid() || baseUrl.host().isEmpty() || !baseUrl.userInfo().isEmpty() || baseUrl.hasQuery() ||
        baseUrl.hasFragment()) {
        return false;
    }
    return baseUrl.scheme() == "https"_L1 || (baseUrl.scheme() == "http"_L1 && isLoopback(baseUrl.host()));
}

} // namespace saltdesk::api
