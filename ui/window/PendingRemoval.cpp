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
    m_since.start();
    m_timer.start();
    emit changed();
    return true;
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
    const auto left = m_span - std::chrono::milliseconds(m_since.elapsed());
    return std::chrono::ceil<std::chrono::seconds>(std::max(left, std::chrono::milliseconds{0}));
}

void PendingRemoval::tick()
{
    if (m_connection && m_since.hasExpired(m_span.count())) {
        const api::ConnectionId id = m_connection->id;
        undo();
        emit due(id);
        return;
    }
    emit changed();
}

} // namespace saltdesk::ui
