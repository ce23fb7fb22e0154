// SPDX-License-Identifier: Apache-2.0
#include "handlers/ConnectSessionHandlers.h"

#include "clock/Times.h"
#include "handlers/Lookup.h"
#include "http/DataReply.h"
#include "state/RandomToken.h"

#include <QJsonArray>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;
using Purpose = ConnectSession::Purpose;

/// Whoever types on the page is there.
static Call withUser(Call call)
{
    QJsonObject attempt = call.data.value("attempt"_L1).toObject();
    attempt.insert("user_present"_L1, true);
    if (call.data.value("credentials_strategy"_L1) == "do_not_store"_L1) {
        attempt.insert("store_credentials"_L1, false);
    }
    call.data.insert("attempt"_L1, attempt);
    return call;
}

Outcome<Bank> ConnectSessionHandlers::wantedBank(const QJsonObject &data) const
{
    for (const auto &country : data.value("allowed_countries"_L1).toArray()) {
        if (!m_banks.knowsCountry(country.toString())) {
            return refuse(u"CountryNotFound"_s, u"Country with code: '%1' was not found."_s.arg(country.toString()));
        }
    }
    if (data.contains("provider_code"_L1)) {
        return m_steps.openBank(data.value("provider_code"_L1).toString()).map([](const Bank *bank) { return *bank; });
    }
    Bank any;
    any.supportedFetchScopes = {u"accounts"_s, u"accounts_without_balance"_s, u"holder_info"_s, u"transactions"_s};
    return any;
}

Outcome<QByteArray> ConnectSessionHandlers::create(const Call &call) const
{
    return findUnlockedCustomer(m_state, call.data.value("customer_id"_L1).toString())
        .and_then([&](const Customer *) { return wantedBank(call.data); })
        .and_then([&](const Bank &bank) { return m_steps.draft(call, bank); })
        .map([&](const FetchDraft &) { return opened(call, Purpose::Create); });
}

Outcome<QByteArray> ConnectSessionHandlers::reconnect(const Call &call) const
{
    return m_steps.readyConnection(call.data.value("connection_id"_L1).toString())
        .and_then([&](const Connection *connection) { return m_steps.draft(call, *connection); })
        .map([&](const FetchDraft &) { return opened(call, Purpose::Reconnect); });
}

Outcome<QByteArray> ConnectSessionHandlers::refresh(const Call &call) const
{
    return m_steps.readyConnection(call.data.value("connection_id"_L1).toString())
        .and_then([&](const Connection *connection) { return m_steps.refreshDraft(withUser(call), *connection); })
        .map([&](const FetchDraft &) { return opened(call, Purpose::Refresh); });
}

QByteArray ConnectSessionHandlers::opened(const Call &call, Purpose purpose) const
{
    const ConnectSession &session = m_state.add(
        ConnectSession{.token = randomToken(), .purpose = purpose, .data = withUser(call).data, .createdAt = call.now});
    return objectBody({{u"expires_at"_s, isoText(session.expiresAt())},
                       {u"connect_url"_s, QString(QString::fromLatin1(call.origin) + u"/connect/"_s + session.token)}});
}

} // namespace saltdesk::sandbox
