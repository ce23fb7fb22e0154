// SPDX-License-Identifier: Apache-2.0
#include "connecting/ConnectLink.h"

#include "resources/ConnectSessionsApi.h"
#include "transport/ApiClient.h"
#include "transport/PrivateAddress.h"

#include <QUrl>

#include <utility>

namespace saltdesk::models {

using namespace std::chrono_literals;

namespace {

/// One call per request type, so that the variant's visitor needs no names.
struct SessionCall
{
    [[nodiscard]] auto operator()(const api::CreateConnectSessionRequest &request) const { return api.create(request); }
    [[nodiscard]] auto operator()(const api::ReconnectConnectSessionRequest &request) const
    {
        return api.reconnect(request);
    }
    [[nodiscard]] auto operator()(const api::RefreshConnectSessionRequest &request) const
    {
        return api.refresh(request);
    }

    api::ConnectSessionsApi api;
};

/// The address goes to a browser, which would do more than show a page if it were a script or a file.
bool isPage(const api::Secret &address)
{
    return api::isPrivateAddress(QUrl::fromEncoded(address.reveal().toByteArray(), QUrl::StrictMode));
}

} // namespace

ConnectLink::ConnectLink(api::ApiClient &client, const api::Clock &serverClock, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(serverClock)
{
    m_second.setSingleShot(true);
    m_second.setTimerType(Qt::PreciseTimer);
    connect(&m_second, &QTimer::timeout, this, &ConnectLink::tick);
}

ConnectLink::~ConnectLink()
{
    m_call.abort();
}

bool ConnectLink::ask(Request request)
{
    if (m_state == State::Asking) {
        return false;
    }
    m_request = std::move(request);
    m_call = std::visit(SessionCall{api::ConnectSessionsApi(m_client)}, *m_request);
    m_call.then(this, [this](const api::Result<api::ConnectSession> &result) { settle(result); });
    become(State::Asking);
    return true;
}

bool ConnectLink::askAgain()
{
    return m_request && ask(*m_request);
}

std::chrono::seconds ConnectLink::left() const
{
    return m_state == State::Ready ? std::chrono::ceil<std::chrono::seconds>(untilExpiry()) : 0s;
}

std::chrono::milliseconds ConnectLink::untilExpiry() const
{
    return qMax(0ms, std::chrono::milliseconds(m_clock.now().msecsTo(m_expiresAt)));
}

void ConnectLink::settle(const api::Result<api::ConnectSession> &result)
{
    // Its future holds the address too.
    m_call = {};
    if (!result) {
        become(State::Failed, result.error());
        return;
    }
    if (!isPage(result->connectUrl)) {
        api::ApiError error;
        error.kind = api::ErrorKind::Malformed;
        error.message = tr("The link in the answer is not an https address.");
        become(State::Failed, error);
        return;
    }
    const QDateTime told = result->expiresAt.value();
    m_expiresAt = told.isValid() ? told : m_clock.now().addSecs(usualLife.count());
    if (untilExpiry() == 0ms) {
        become(State::Expired);
        return;
    }
    m_url = result->connectUrl;
    waitForNextSecond();
    become(State::Ready);
}

void ConnectLink::become(State state, std::optional<api::ApiError> error)
{
    m_state = state;
    m_error = std::move(error);
    if (state != State::Ready) {
        m_url = {};
        m_second.stop();
    }
    emit changed();
}

void ConnectLink::tick()
{
    if (untilExpiry() == 0ms) {
        become(State::Expired);
        return;
    }
    waitForNextSecond();
    emit changed();
}

void ConnectLink::waitForNextSecond()
{
    // Never longer than a second, so that a machine that slept notices at once that the link is over.
    const std::chrono::milliseconds begun = untilExpiry() % 1s;
    m_second.start(begun == 0ms ? 1s : begun);
}

} // namespace saltdesk::models
