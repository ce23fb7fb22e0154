// SPDX-License-Identifier: Apache-2.0
#include "handlers/FetchHandlers.h"

#include "handlers/Lookup.h"
#include "http/DataReply.h"
#include "rules/AttemptRules.h"
#include "rules/ConnectionRules.h"
#include "rules/CredentialRules.h"
#include "state/ObjectJson.h"

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static Outcome<void> checkTakesCredentials(const Bank &bank)
{
    if (bank.mode == "oauth"_L1) {
        return refuse(u"WrongProviderMode"_s, u"Provider '%1' needs a redirect to the bank."_s.arg(bank.code));
    }
    return {};
}

/// The draft of a direct request: it has its `return_to`, and a file is read by its address.
static Outcome<FetchDraft> completed(FetchDraft draft, const Bank &bank, const QString &fileUrl)
{
    if (!fileUrl.isEmpty()) {
        draft.attempt.script = bank.scriptFor({{u"file_url"_s, fileUrl}}, draft.attempt.fetchScopes);
    }
    return checkReturnTo(draft.attempt, bank).map([&] { return draft; });
}

QByteArray FetchHandlers::body(const Connection &connection) const
{
    return objectBody(connectionJson(connection, m_steps.bankOf(connection)));
}

Outcome<FetchHandlers::Input> FetchHandlers::readInput(const QJsonObject &data, const Bank &bank)
{
    return checkTakesCredentials(bank)
        .and_then([&] { return readFileUrl(data, bank); })
        .and_then([&](const QString &fileUrl) {
            return readCredentials(data, bank).map([&](const QJsonObject &credentials) {
                return Input{credentials, fileUrl};
            });
        });
}

Outcome<void> FetchHandlers::checkCredentialsMatch(const Call &call, const Connection &connection,
                                                   const QJsonObject &credentials) const
{
    const Bank &bank = m_steps.bankOf(connection);
    const bool overrides = call.data.value("override_credentials"_L1).toBool();
    return (overrides ? Outcome<void>() : checkSameLogin(connection, bank, credentials)).and_then([&] {
        return checkNotDuplicated(m_state, connection.customerId, connection.id, bank, credentials);
    });
}

Outcome<QByteArray> FetchHandlers::create(const Call &call) const
{
    const auto customer = findUnlockedCustomer(m_state, call.data.value("customer_id"_L1).toString());
    if (!customer) {
        return tl::unexpected(customer.error());
    }
    const auto chosen = m_steps.chooseBank(call.data);
    if (!chosen) {
        return tl::unexpected(chosen.error());
    }
    const Bank &bank = **chosen;
    const auto input = readInput(call.data, bank);
    if (!input) {
        return tl::unexpected(input.error());
    }
    const auto draft = m_steps.draft(call, bank).and_then([&](const FetchDraft &read) {
        return completed(read, bank, input->fileUrl);
    });
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    return checkNotDuplicated(m_state, (*customer)->id, {}, bank, input->credentials).map([&] {
        Connection &connection = m_steps.addConnection((*customer)->id, bank, call.now);
        connection.credentials = input->credentials;
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
    const auto input = readInput(call.data, bank);
    if (!input) {
        return tl::unexpected(input.error());
    }
    const auto draft = m_steps.draft(call, connection).and_then([&](const FetchDraft &read) {
        return completed(read, bank, input->fileUrl);
    });
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    return checkCredentialsMatch(call, connection, input->credentials).map([&] {
        connection.credentials = input->credentials;
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
    return readAnswer(call.data, *attempt.stages.back().question, bank).map([&](const QJsonObject &answer) {
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
