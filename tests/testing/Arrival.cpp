// SPDX-License-Identifier: Apache-2.0
#include "testing/Arrival.h"

#include "testing/TestCertificate.h"

namespace saltdesk::testing {

api::ApiEndpoint endpointAt(const QUrl &baseUrl)
{
    api::ApiEndpoint endpoint;
    endpoint.baseUrl = baseUrl;
    endpoint.appId = "app-id-1";
    endpoint.secret = api::Secret(QByteArray(canarySecret));
    if (baseUrl.scheme() == QLatin1String("https")) {
        endpoint.extraCertificates = {testCertificate().certificate()};
    }
    return endpoint;
}

api::TransportLimits hastyLimits()
{
    api::TransportLimits limits;
    limits.retry.firstDelay = std::chrono::milliseconds{1};
    limits.retry.maxDelay = std::chrono::milliseconds{4};
    limits.retry.jitter = [] { return 0.5; };
    return limits;
}

} // namespace saltdesk::testing
