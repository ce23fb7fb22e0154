// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clock/Clock.h"
#include "faults/Fault.h"
#include "state/ClientAccount.h"

#include <QList>
#include <memory>

namespace saltdesk::sandbox {

/// How a sandbox is started. The defaults are those of the embedded one.
struct ServerOptions
{
    /// 0 takes a free one.
    quint16 port = 0;
    /// Empty: random, new for every start.
    QString appId = {};
    QString secret = {};
    /// The public half of the client's key. When set, every request must be signed (reference 1.2).
    QByteArray publicKeyPem = {};
    /// How many times as fast as the world the banks live. Ignored when `clock` is given.
    double timeScale = 1;
    /// Load mode: `connections` generated connections, owned in equal shares by `customers` generated customers called
    /// `load-000001` and so on (one when 0). They come beside the usual start state.
    int customers = 0;
    int connections = 0;
    /// The most that one page of a list holds, whatever `per_page` asks for.
    int pageSize = 1000;
    /// PEM files; both or none. With them the server speaks HTTPS.
    QString certificateFile = {};
    QString keyFile = {};
    /// Opens POST `/sandbox/faults`.
    bool admin = false;
    /// Unknown members of requests are ignored instead of refused (reference 14).
    bool lenient = false;
    /// How far the client company has been let in; `Live` needs a public key.
    ClientStatus clientStatus = ClientStatus::Open;
    /// Whether the client has registrations at the banks with client keys.
    bool providerKeys = true;
    /// What shall go wrong from the start.
    QList<Fault> faults = {};
    /// For tests. Null: the machine's clock, `timeScale` times as fast.
    std::shared_ptr<const Clock> clock = nullptr;
};

} // namespace saltdesk::sandbox
