// SPDX-License-Identifier: Apache-2.0
#include "history/ProviderDirectory.h"

#include "resources/ProvidersApi.h"
#include "transport/ApiClient.h"

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

ProviderDirectory::ProviderDirectory(api::ApiClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{}

const api::Provider *ProviderDirectory::find(const QString &code) const
{
    const auto found = m_known.constFind(code);
    return found == m_known.cend() ? nullptr : &found.value();
}

bool ProviderDirectory::isSettled(const QString &code) const
{
    return code.isEmpty() || m_settled.contains(code);
}

void ProviderDirectory::want(const QString &code, const QString &countryCode)
{
    if (code.isEmpty() || m_asked.contains(code)) {
        return;
    }
    const api::Call<api::Provider> call = api::ProvidersApi(m_client).show(code, countryCode == "XF"_L1);
    m_asked.insert(code, call);
    call.then(this, [this, code](const api::Result<api::Provider> &provider) {
        m_settled.insert(code);
        if (provider) {
            m_known.insert(code, *provider);
            emit known(code);
        }
        emit settled(code);
    });
}

} // namespace saltdesk::models
