// SPDX-License-Identifier: Apache-2.0
#include "history/HolderReading.h"

#include "resources/HolderInfoApi.h"
#include "transport/ApiClient.h"

namespace saltdesk::models {

HolderReading::HolderReading(api::ApiClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{}

void HolderReading::open(const api::ConnectionId &id)
{
    if (id != m_id) {
        m_id = id;
        forget();
    }
}

void HolderReading::ask()
{
    if (m_id.isEmpty() || m_reading) {
        return;
    }
    m_reading = true;
    m_error.reset();
    m_call = api::HolderInfoApi(m_client).show(m_id);
    m_call.then(this, [this, id = m_id](const api::Result<api::HolderInfo> &result) {
        // Of a connection that was left meanwhile nothing is kept.
        if (!m_reading || id != m_id) {
            return;
        }
        m_reading = false;
        if (result) {
            m_info = *result;
        } else {
            m_error = result.error();
        }
        emit changed();
    });
    emit changed();
}

void HolderReading::forget()
{
    m_reading = false;
    m_call.abort();
    m_info.reset();
    m_error.reset();
    emit changed();
}

HolderReading::State HolderReading::state() const
{
    if (m_reading) {
        return State::Reading;
    }
    if (m_info) {
        return State::Shown;
    }
    return m_error ? State::Failed : State::Hidden;
}

} // namespace saltdesk::models
