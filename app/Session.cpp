// SPDX-License-Identifier: Apache-2.0
#include "Session.h"

namespace saltdesk::app {

Session::Session(Target target, const api::Clock &clock, models::AuditTrail &trail, QObject *parent)
    : QObject(parent)
    , m_sandbox(std::move(target.sandbox))
{
    models::applyProxy(m_network, target.proxy, target.proxyPassword);
    m_workspace =
        std::make_unique<models::Workspace>(m_network, std::move(target.endpoint), std::move(target.environment), clock,
                                            models::PollingPace{}, api::TransportLimits{}, nullptr, &trail);
    m_window = std::make_unique<ui::MainWindow>(*m_workspace);
}

Session::~Session() = default;

} // namespace saltdesk::app
