// SPDX-License-Identifier: Apache-2.0
#include "server/FrontDoor.h"

#include "clock/Times.h"
#include "faults/FaultReader.h"
#include "faults/FaultyReply.h"
#include "handlers/RouteTable.h"
#include "http/DataReply.h"
#include "http/ErrorReply.h"
#include "http/Pictures.h"
#include "rules/ClientRules.h"
#include "state/LoadState.h"
#include "state/StartState.h"

#include <QUuid>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static Gatekeeper::Key keyOf(const ServerOptions &options)
{
    return {.appId = options.appId.toUtf8(),
            .secret = options.secret.toUtf8(),
            .publicKey = PublicKey::fromPem(options.publicKeyPem)};
}

FrontDoor::FrontDoor(const ServerOptions &options)
    : m_options(options)
    , m_banks(BankCatalogue::builtIn())
    , m_engine(m_state, m_banks)
    , m_gate(keyOf(options), options.lenient)
    , m_router(routeTable(m_state, m_banks, m_engine, Paging(options.pageSize)), options.lenient)
    , m_pages(m_state, m_banks, m_engine)
{
    const Instant now = m_options.clock->now();
    m_state.client() = {.status = options.clientStatus, .hasProviderKeys = options.providerKeys, .since = now};
    for (const Fault &fault : options.faults) {
        m_faults.add(fault);
    }
    StartState(m_state, m_banks, m_engine, now).fill();
    addLoad(m_state, m_banks, options.customers, options.connections, now);
}

FrontDoor::~FrontDoor() = default;

Reply FrontDoor::answer(const Request &request)
{
    const std::scoped_lock lock(m_mutex);
    const QString requestId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (m_options.admin && request.path() == "/sandbox/faults"_L1) {
        return administer(request, requestId);
    }
    if (BrowserPages::serves(request.path())) {
        return show(request);
    }
    const QList<Fault> due = m_faults.take(request.method, request.path());
    auto instead = replyInstead(due, requestId);
    Reply reply = instead ? *std::move(instead) : serve(request, requestId);
    spoil(reply, due);
    reply.headers.append({"Date", httpDate(m_options.clock->now() + clockSkew(due))});
    if (m_log.size() == logLimit) {
        m_log.removeFirst();
    }
    m_log.append({request.method, request.target, reply.status});
    return reply;
}

Reply FrontDoor::serve(const Request &request, const QString &requestId)
{
    if (auto picture = pictureReply(request, m_banks)) {
        return *std::move(picture);
    }
    const Instant now = m_options.clock->now();
    auto body = m_gate.admit(request, *m_options.clock)
                    .and_then([&] { return checkMayAsk(m_options.clientStatus, request.method); })
                    .and_then([&] {
                        bringUpTo(now);
                        return m_router.answer(request, now);
                    });
    return body ? Reply{.body = withOrigin(*std::move(body), request.origin)}
                : errorReply(body.error(), m_router.echo(request), requestId);
}

Reply FrontDoor::show(const Request &request)
{
    bringUpTo(m_options.clock->now());
    return m_pages.answer(request, m_options.clock->now());
}

void FrontDoor::bringUpTo(Instant now)
{
    m_engine.advanceAll(now);
    m_state.settleConsents(now);
}

Reply FrontDoor::administer(const Request &request, const QString &requestId)
{
    if (request.method == "DELETE") {
        m_faults.clear();
        return Reply{.body = objectBody({})};
    }
    if (request.method == "POST") {
        const auto fault = readFault(request.body);
        if (!fault) {
            return errorReply(fault.error(), {}, requestId);
        }
        m_faults.add(*fault);
    } else if (request.method != "GET") {
        return errorReply({u"RouteNotFound"_s, u"Only GET, POST and DELETE."_s}, {}, requestId);
    }
    return Reply{.body = objectBody({{u"pending"_s, static_cast<int>(m_faults.pending())}})};
}

QList<LoggedRequest> FrontDoor::log() const
{
    const std::scoped_lock lock(m_mutex);
    return m_log;
}

void FrontDoor::clearLog()
{
    const std::scoped_lock lock(m_mutex);
    m_log.clear();
}

} // namespace saltdesk::sandbox
