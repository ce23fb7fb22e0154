// SPDX-License-Identifier: Apache-2.0
#include "connecting/BankVisit.h"

#include "resources/OAuthProvidersApi.h"
#include "transport/ApiClient.h"

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

bool needsReturn(const api::Provider &bank)
{
    return bank.mode.known == api::ProviderMode::OAuth ||
           (bank.mode.known == api::ProviderMode::Api && bank.interactive.value());
}

BankVisit::BankVisit(api::ApiClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_return(std::make_unique<LoopbackReturn>())
{
    connect(m_return.get(), &LoopbackReturn::returned, this, &BankVisit::takeReturn);
    connect(m_return.get(), &LoopbackReturn::expired, this, &BankVisit::notReturned);
}

BankVisit::~BankVisit() = default;

bool BankVisit::begin(const ConnectionChoices &choices, const api::Provider &bank)
{
    if (!m_return || !m_return->listen()) {
        return false;
    }
    m_clientOwned = bank.identificationMode.value() == "client"_L1;
    const api::OAuthProvidersApi calls(m_client);
    const api::Call<api::OAuthSession> call =
        choices.isReconnect() ? calls.reconnect(reconnectOAuthRequest(choices, m_return->returnTo()))
                              : calls.create(createOAuthRequest(choices, m_return->returnTo()));
    call.then(this, [this](const api::Result<api::OAuthSession> &result) { take(result); });
    return true;
}

void BankVisit::take(const api::Result<api::OAuthSession> &result)
{
    if (!result) {
        // Nobody will be sent there.
        m_return.reset();
        emit refused(result.error());
        return;
    }
    m_connection = result->connectionId.value();
    m_page = result->redirectUrl;
    emit started(m_connection, result->attemptId.value());
}

void BankVisit::takeReturn(const api::Secret &queryString)
{
    m_returned = true;
    if (!m_clientOwned || m_connection.isEmpty()) {
        emit returned();
        return;
    }
    api::OAuthProvidersApi(m_client)
        .authorize({.connectionId = m_connection, .queryString = queryString})
        .then(this, [this](const api::Result<api::ConnectionDocument> &result) { takeAuthorized(result); });
}

void BankVisit::takeAuthorized(const api::Result<api::ConnectionDocument> &result)
{
    if (!result) {
        m_authorizeError = result.error();
    }
    emit returned();
}

} // namespace saltdesk::models
