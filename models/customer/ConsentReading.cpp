// SPDX-License-Identifier: Apache-2.0
#include "customer/ConsentReading.h"

#include "transport/ApiClient.h"

namespace saltdesk::models {

ConsentReading::ConsentReading(api::ApiClient &client, const api::CustomerId &customer, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_customer(customer)
{}

ConsentReading::~ConsentReading()
{
    m_call.abort();
}

void ConsentReading::readPage(const QString &fromId)
{
    m_asked.insert(fromId);
    m_call = api::ConsentsApi(m_client).list(m_customer, fromId);
    m_call.then(this, [this](const api::Result<api::ConsentPage> &result) {
        if (result) {
            take(*result);
        } else {
            emit ended(false);
        }
    });
}

void ConsentReading::take(const api::ConsentPage &page)
{
    m_consents.insert(m_consents.end(), page.records.begin(), page.records.end());
    if (page.nextId.isEmpty()) {
        emit ended(true);
    } else if (m_asked.contains(page.nextId)) {
        // A list that points back into itself would go on for ever.
        emit ended(false);
    } else {
        readPage(page.nextId);
    }
}

} // namespace saltdesk::models
