// SPDX-License-Identifier: Apache-2.0
#include "window/PendingRemoval.h"

#include <algorithm>

namespace saltdesk::ui {

PendingRemoval::PendingRemoval(std::chrono::milliseconds span, QObject *parent)
    : QObject(parent)
    , m_span(span)
{
    m_timer.setInterval(std::min(span, std::chrono::milliseconds(250)));
    connect(&m_timer, &QTimer::timeout, this, &PendingRemoval::tick);
}

bool PendingRemoval::start(const models::ConnectionSummary &connection)
{
    if (m_connection) {
        return false;
    }
    m_connection = connection;
    m_rest = m_span;
    m_since.start();
    m_timer.start();
    emit changed();
    return true;
}

void PendingRemoval::hold()
{
    if (m_connection && m_timer.isActive()) {
        m_rest = remaining();
        m_timer.stop();
    }
}

void PendingRemoval::resume()
{
    if (m_connection && !m_timer.isActive()) {
        m_since.start();
        m_timer.start();
    }
}

void PendingRemoval::undo()
{
    m_timer.stop();
    m_connection.reset();
    emit changed();
}

std::chrono::seconds PendingRemoval::left() const
{
    if (!m_connection) {
        return std::chrono::seconds{0};
    }
    return std::chrono::ceil<std::chrono::seconds>(remaining());
}

std::chrono::milliseconds PendingRemoval::remaining() const
{
    const auto gone = m_timer.isActive() ? std::chrono::milliseconds(m_since.elapsed()) : std::chrono::milliseconds{0};
    return std::max(m_rest - gone, std::chrono::milliseconds{0});
}

void PendingRemoval::tick()
{
    if (m_connection && remaining() == std::chrono::milliseconds{0}) {
        const api::ConnectionId id = m_connection->id;
        undo();
        emit due(id);
        return;
    }
    emit changed();
}

} // namespace saltdesk::ui
