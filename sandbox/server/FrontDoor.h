// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attempts/AttemptEngine.h"
#include "faults/FaultPlan.h"
#include "http/Gatekeeper.h"
#include "http/Reply.h"
#include "http/Router.h"
#include "pages/BrowserPages.h"
#include "server/ServerOptions.h"
#include "state/State.h"

#include <mutex>

namespace saltdesk::sandbox {

/// One received request, without headers and body and so without secrets.
struct LoggedRequest
{
    QByteArray method;
    /// Path and query as sent.
    QByteArray target;
    int status = 0;
};

/// The whole sandbox but for the network: a request goes in, a reply comes out. Handles one request at a time; any
/// thread may ask. Owns state, banks, faults and the log.
class FrontDoor
{
public:
    static constexpr qsizetype logLimit = 100000;

    /// `options` must be complete: a clock, an App-id and a secret.
    explicit FrontDoor(const ServerOptions &options);
    ~FrontDoor();
    FrontDoor(const FrontDoor &) = delete;
    FrontDoor &operator=(const FrontDoor &) = delete;

    [[nodiscard]] Reply answer(const Request &request);

    [[nodiscard]] FaultPlan &faults() { return m_faults; }
    /// The newest requests, at most `logLimit`, oldest first.
    [[nodiscard]] QList<LoggedRequest> log() const;
    void clearLog();

private:
    [[nodiscard]] Reply serve(const Request &request, const QString &requestId);
    /// A page for a browser: outside faults and log, which are about the API, and its address is a secret.
    [[nodiscard]] Reply show(const Request &request);
    void bringUpTo(Instant now);
    [[nodiscard]] Reply administer(const Request &request, const QString &requestId);

    ServerOptions m_options;
    BankCatalogue m_banks;
    State m_state;
    AttemptEngine m_engine;
    Gatekeeper m_gate;
    Router m_router;
    BrowserPages m_pages;
    FaultPlan m_faults;
    mutable std::mutex m_mutex;
    QList<LoggedRequest> m_log;
};

} // namespace saltdesk::sandbox
