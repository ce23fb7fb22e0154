// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Server.h"
#include "testing/Arrival.h"
#include "testing/TestCertificate.h"
#include "types/Clock.h"

#include <QNetworkAccessManager>
#include <QTemporaryDir>

#include <memory>

namespace saltdesk::testing {

enum class Wire { Http, Https };

/// A sandbox in this process and the endpoint that fits it. The banks live a thousand times as fast as the world.
class RunningSandbox
{
public:
    explicit RunningSandbox(Wire wire, bool signedRequests = false, double timeScale = 1000);

    [[nodiscard]] sandbox::Server &server() { return *m_server; }
    [[nodiscard]] api::ApiEndpoint endpoint() const;
    /// Requests of this verb that the server read.
    [[nodiscard]] qsizetype received(const QByteArray &verb) const;

private:
    QTemporaryDir m_folder;
    bool m_signed;
    std::unique_ptr<sandbox::Server> m_server;
};

} // namespace saltdesk::testing
