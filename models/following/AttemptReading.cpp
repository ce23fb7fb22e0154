// SPDX-License-Identifier: Apache-2.0
#include "following/AttemptReading.h"

#include "resources/AttemptsApi.h"
#include "transport/ApiClient.h"

namespace saltdesk::models {

AttemptReading::AttemptReading(api::ApiClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{}

void AttemptReading::want(const api::ConnectionId &connection, const api::AttemptId &attempt, bool running)
{
    if (attempt == m_wanted && running == m_running) {
        return;
    }
    if (attempt != m_wanted) {
        m_attempt.reset();
    }
    m_call.abort();
    m_error.reset();
    m_wanted = attempt;
    m_running = running;
    if (attempt.isEmpty() || connection.isEmpty()) {
        return;
    }
    m_call = api::AttemptsApi(m_client).show(attempt, connection);
    m_call.then(this, [this, attempt](const api::Result<api::Attempt> &result) {
        if (attempt != m_wanted) {
            return;
        }
        if (result) {
            m_attempt = *result;
            emit arrived();
        } else {
            m_error = result.error();
            emit failed();
        }
    });
}

} // namespace saltdesk::models
