// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/Answers.h"
#include "support/RoutedNetwork.h"
#include "testing/Arrival.h"
#include "testing/ManualClock.h"

#include "connections/ConnectionsModel.h"
#include "transport/ApiClient.h"

namespace saltdesk::testing {

/// A client and a model on a network that answers by route: what the classes that ask the API are tested on.
struct Bench
{
    explicit Bench(bool withKeys = true)
        : client(network, endpoint(withKeys), clock, hastyLimits())
        , connections(client.serverClock())
    {}

    [[nodiscard]] static api::ApiEndpoint endpoint(bool withKeys)
    {
        api::ApiEndpoint endpoint = endpointAt(QUrl(QStringLiteral("http://127.0.0.1:9/api/v5")));
        if (!withKeys) {
            endpoint.appId.clear();
        }
        return endpoint;
    }

    RoutedNetwork network;
    ManualClock clock;
    api::ApiClient client;
    models::ConnectionsModel connections;
};

} // namespace saltdesk::testing
