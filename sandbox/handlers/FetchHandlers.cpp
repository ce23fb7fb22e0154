// SPDX-License-Identifier: Apache-2.0
#include "handlers/FetchHandlers.h"

#include "handlers/Lookup.h"
#include "http/DataReply.h"
#include "rules/AttemptRules.h"
#include "rules/ClientRules.h"
#include "rules/ConnectionRules.h"
#include "rules/ConsentRules.h"
#include "rules/CredentialRules.h"
#include "state/ObjectJson.h"

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

const Bank &FetchHandlers::bankOf(const Connection &connection) const
{
    return *m_banks.find(connection.providerCode);
}

Outcome<const Bank *> FetchHandlers::chooseBank(const QJsonObject &data) const
{
    const QString country = data.value("country_code"_L1).toString();
    const QString code = data.value("provider_code"_L1).toString();
    if (!m_banks.knowsCountry(country)) {
        return refuse(u"CountryNotFound"_s, u"Country with code: '%1' was not found."_s.arg(country));
    }
    const Bank *bank = m_banks.find(code);
    if (bank == nullptr || bank->countryCode != country || isHidden(*bank, m_state.client(), data)) {
        return refuse(u"ProviderNotFound"_s, u"Provider with code: '%1' was not found."_s.arg(code));
    }
    return checkReachable(*bank).map([bank] { return bank; });
}

Outcome<void> FetchHandlers::checkReachable(const Bank &bank) const
{
    if (bank.mode == "oauth"_L1) {
        return refuse(u"WrongProviderMode"_s, u"Provider '%1' needs a redirect to the bank."_s.arg(bank.code));
    }
    return checkBankIsOpen(bank).and_then([&] { return checkMayUse(m_state.client(), bank); });
}

Outcome<FetchHandlers::Input> FetchHandlers::readInput(const QJsonObject &data, const Bank &bank)
{
    return readFileUrl(data, bank).and_then([&](const QString &fileUrl) -> Outcome<Input> {
        const auto credentials = readCredentials(data, bank);
        if (!credentials) {
            return tl::unexpected(credentials.error());
        }
        const QJsonObject file{{u"file_url"_s, fileUrl}};
        return checkBankBegins(bank, fileUrl.isEmpty() ? *credentials : file).map([&] {
            return Input{*credentials, fileUrl};
        });
    });
}

Outcome<Attempt> FetchHandlers::readStart(const Call &call, const Consent &consent, const Bank &bank,
                                          const QStringList &accountIds, const Input &input)
{
    const QJsonObject json = call.data.value("attempt"_L1).toObject();
    return readAttempt(json, consent, bank, accountIds, call.now).and_then([&](Attempt attempt) {
        if (!input.fileUrl.isEmpty()) {
            attempt.script = bank.scriptFor({{u"file_url"_s, input.fileUrl}}, attempt.fetchScopes);
        }
        return checkReturnTo(attempt, bank).map([&] { return attempt; });
    });
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
    const auto input = readInput(call.data, **bank);
    if (!input) {
        return tl::unexpected(input.error());
    }
    auto consent = readConsent(call.data.value("consent"_L1).toObject(), **bank, call.now);
    if (!consent) {
        return tl::unexpected(consent.error());
    }
    auto attempt = readStart(call, *consent, **bank, {}, *input);
    if (!attempt) {
        return tl::unexpected(attempt.error());
    }
    return checkNotDuplicated(m_state, (*customer)->id, {}, **bank, input->credentials)
        .and_then([&] { return checkQuota(m_state); })
        .map([&] {
            Connection &connection = m_state.add(Connection{.id = m_state.nextId(),
                                                            .customerId = (*customer)->id,
                                                            .providerCode = (*bank)->code,
                                                            .createdAt = call.now,
                                                            .updatedAt = call.now,
                                                            .credentials = input->credentials,
                                                            .accountIds = {m_state.nextId(), m_state.nextId()}});
            m_start.adopt(connection, call, std::move(*consent));
            return m_start.begin(connection, call, std::move(*attempt));
        });
}

Outcome<Consent> FetchHandlers::consentForReconnect(const Call &call, const Connection &connection) const
{
    if (!call.data.contains("consent"_L1)) {
        return activeConsent(m_state, connection);
    }
    return readConsent(call.data.value("consent"_L1).toObject(), bankOf(connection), call.now);
}

Outcome<void> FetchHandlers::checkCredentialsMatch(const Call &call, const Connection &connection,
                                                   const QJsonObject &credentials) const
{
    const Bank &bank = bankOf(connection);
    const bool overrides = call.data.value("override_credentials"_L1).toBool();
    return (overrides ? Outcome<void>() : checkSameLogin(connection, bank, credentials)).and_then([&] {
        return checkNotDuplicated(m_state, connection.customerId, connection.id, bank, credentials);
    });
}

Outcome<QByteArray> FetchHandlers::reconnect(const Call &call) const
{
    auto found = findConnection(m_state, call.id);
    if (!found) {
        return tl::unexpected(found.error());
    }
    Connection &connection = **found;
    const Bank &bank = bankOf(connection);
    const auto input = checkNotDisabled(connection)
                           .and_then([&] { return checkReachable(bank); })
                           .and_then([&] { return checkNotProcessing(connection); })
                           .and_then([&] { return readInput(call.data, bank); });
    if (!input) {
        return tl::unexpected(input.error());
    }
    auto consent = consentForReconnect(call, connection);
    if (!consent) {
        return tl::unexpected(consent.error());
    }
    auto attempt = readStart(call, *consent, bank, connection.accountIds, *input);
    if (!attempt) {
        return tl::unexpected(attempt.error());
    }
    return checkCredentialsMatch(call, connection, input->credentials).map([&] {
        connection.credentials = input->credentials;
        m_start.adopt(connection, call, std::move(*consent));
        return m_start.begin(connection, call, std::move(*attempt));
    });
}

Outcome<QByteArray> FetchHandlers::interactive(const Call &call) const
{
    const auto found = findConnection(m_state, call.id);
    if (!found) {
        return tl::unexpected(found.error());
    }
    Connection &connection = **found;
    const Bank &bank = bankOf(connection);
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
        return objectBody(connectionJson(connection, bank));
    });
}

Outcome<QByteArray> FetchHandlers::refresh(const Call &call) const
{
    const auto found = findConnection(m_state, call.id);
    if (!found) {
        return tl::unexpected(found.error());
    }
    Connection &connection = **found;
    const Bank &bank = bankOf(connection);
    const QJsonObject json = call.data.value("attempt"_L1).toObject();
    const bool userPresent = json.value("user_present"_L1).toBool();
    return checkNotDisabled(connection)
        .and_then([&] { return checkBankIsOpen(bank); })
        .and_then([&] { return checkBankBegins(bank, connection.credentials); })
        .and_then([&] { return checkNotProcessing(connection); })
        .and_then([&] { return activeConsent(m_state, connection); })
        .and_then([&](const Consent &consent) {
            return checkMayRefresh(connection, bank, userPresent, call.now).map([&] { return consent; });
        })
        .and_then(
            [&](const Consent &consent) { return readAttempt(json, consent, bank, connection.accountIds, call.now); })
        .map([&](const Attempt &attempt) { return m_start.begin(connection, call, attempt); });
}

} // namespace saltdesk::sandbox
