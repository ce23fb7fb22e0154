// SPDX-License-Identifier: Apache-2.0
#include "handlers/FetchHandlers.h"

#include "handlers/Lookup.h"
#include "http/DataReply.h"
#include "rules/CredentialRules.h"
#include "state/ObjectJson.h"

#include <algorithm>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static Outcome<void> checkTakesCredentials(const Bank &bank)
{
    if (bank.mode == "oauth"_L1) {
        return refuse(u"WrongProviderMode"_s, u"Provider '%1' needs a redirect to the bank."_s.arg(bank.code));
    }
    return {};
}

static Outcome<void> checkFile(const QJsonObject &data, const Bank &bank)
{
    if (bank.mode == "file"_L1 && !data.contains("file_url"_L1)) {
        return refuse(u"FileNotProvided"_s, u"data.file_url parameter must be filled"_s);
    }
    return {};
}

QByteArray FetchHandlers::body(const Connection &connection) const
{
    return objectBody(connectionJson(connection, m_steps.bankOf(connection)));
}

Outcome<const Bank *> FetchHandlers::chooseBank(const QJsonObject &data) const
{
    return m_steps.chooseBank(data).and_then([&](const Bank *bank) {
        return checkTakesCredentials(*bank).and_then([&] { return checkFile(data, *bank); }).map([bank] {
            return bank;
        });
    });
}

Outcome<void> FetchHandlers::checkNotDuplicated(const QString &customerId, const QString &exceptId, const Bank &bank,
                                                const QJsonObject &credentials) const
{
    const State::Ids &ids = m_state.connectionsOf(customerId);
    const bool duplicated = std::any_of(ids.begin(), ids.end(), [&](const QString &id) {
        const Connection &other = *m_state.keptConnection(id);
        return id != exceptId && other.providerCode == bank.code && !credentials.isEmpty() &&
               other.credentials == credentials;
    });
    if (duplicated) {
        return refuse(u"ConnectionDuplicated"_s, u"You have already used these credentials to connect this provider"_s);
    }
    return {};
}

Outcome<void> FetchHandlers::checkCredentialsMatch(const Call &call, const Connection &connection,
                                                   const QJsonObject &credentials) const
{
    const Bank &bank = m_steps.bankOf(connection);
    const bool overrides = call.data.value("override_credentials"_L1).toBool();
    if (!overrides && !connection.credentials.isEmpty() &&
        bank.loginOf(connection.credentials) != bank.loginOf(credentials)) {
        return refuse(u"CredentialsNotMatch"_s, u"The credentials do not match those of the connection."_s);
    }
    return checkNotDuplicated(connection.customerId, connection.id, bank, credentials);
}

Outcome<QByteArray> FetchHandlers::create(const Call &call) const
{
    const auto customer = findUnlockedCustomer(m_state, call.data.value("customer_id"_L1).toString());
    if (!customer) {
        return tl::unexpected(customer.error());
    }
    const auto bank = chooseBank(call.data);
    if (!bank) {
        return tl::unexpected(bank.error());
    }
    const auto credentials = readCredentials(call.data, **bank);
    if (!credentials) {
        return tl::unexpected(credentials.error());
    }
    const auto draft = m_steps.draft(call, **bank);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    return checkNotDuplicated((*customer)->id, {}, **bank, *credentials).map([&] {
        Connection &connection = m_steps.addConnection((*customer)->id, **bank, call.now);
        connection.credentials = *credentials;
        m_steps.start(connection, call, *draft);
        return body(connection);
    });
}

Outcome<QByteArray> FetchHandlers::reconnect(const Call &call) const
{
    const auto found = m_steps.readyConnection(call.id);
    if (!found) {
        return tl::unexpected(found.error());
    }
    Connection &connection = **found;
    const Bank &bank = m_steps.bankOf(connection);
    const auto credentials = checkTakesCredentials(bank).and_then([&] { return readCredentials(call.data, bank); });
    if (!credentials) {
        return tl::unexpected(credentials.error());
    }
    const auto draft = m_steps.draft(call, connection);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    return checkCredentialsMatch(call, connection, *credentials).map([&] {
        connection.credentials = *credentials;
        m_steps.start(connection, call, *draft);
        return body(connection);
    });
}

Outcome<QByteArray> FetchHandlers::interactive(const Call &call) const
{
    const auto found = findConnection(m_state, call.id);
    if (!found) {
        return tl::unexpected(found.error());
    }
    Connection &connection = **found;
    const Bank &bank = m_steps.bankOf(connection);
    const Attempt &attempt = connection.attempts.back();
    if (!bank.interactive) {
        return refuse(u"ProviderNotInteractive"_s, u"Provider '%1' is not interactive."_s.arg(bank.code));
    }
    if (connection.processing() && !attempt.waitsForAnswer()) {
        return refuse(u"ConnectionAlreadyProcessing"_s, u"The running attempt does not wait for an answer."_s);
    }
    if (!attempt.waitsForAnswer()) {
        const bool wrong = attempt.failClass == "InvalidInteractiveCredentials"_L1;
        return refuse(wrong ? attempt.failClass : u"InteractiveTimeout"_s,
                      u"No attempt waits for an answer any more."_s);
    }
    return readAnswer(call.data, *attempt.stages.back().question).map([&](const QJsonObject &answer) {
        m_engine.answer(connection, answer, call.now);
        return body(connection);
    });
}

Outcome<QByteArray> FetchHandlers::refresh(const Call &call) const
{
    return m_steps.readyConnection(call.id).and_then([&](Connection *connection) {
        return m_steps.refreshDraft(call, *connection).map([&](const FetchDraft &draft) {
            m_steps.start(*connection, call, draft);
            return body(*connection);
        });
    });
}

} // namespace saltdesk::sandbox
