// SPDX-License-Identifier: Apache-2.0
#include "handlers/FetchHandlers.h"

#include "clock/Times.h"
#include "handlers/Lookup.h"
#include "http/DataReply.h"
#include "rules/AttemptRules.h"
#include "rules/ConsentRules.h"
#include "rules/CredentialRules.h"
#include "state/ObjectJson.h"

#include <algorithm>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static Outcome<void> checkNotDisabled(const Connection &connection)
{
    if (connection.status == Connection::Status::Disabled) {
        return refuse(u"ConnectionDisabled"_s, u"Connection with id: '%1' is disabled."_s.arg(connection.id));
    }
    return {};
}

static Outcome<void> checkNotProcessing(const Connection &connection)
{
    if (connection.processing()) {
        return refuse(u"ConnectionAlreadyProcessing"_s,
                      u"Connection with id: '%1' is being processed already."_s.arg(connection.id));
    }
    return {};
}

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
    if (bank == nullptr || bank->countryCode != country) {
        return refuse(u"ProviderNotFound"_s, u"Provider with code: '%1' was not found."_s.arg(code));
    }
    if (bank->mode == "oauth"_L1) {
        return refuse(u"WrongProviderMode"_s, u"Provider '%1' needs a redirect to the bank."_s.arg(code));
    }
    if (bank->mode == "file"_L1 && !data.contains("file_url"_L1)) {
        return refuse(u"FileNotProvided"_s, u"data.file_url parameter must be filled"_s);
    }
    return checkBankIsOpen(*bank).map([bank] { return bank; });
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
    auto consent = readConsent(call.data.value("consent"_L1).toObject(), **bank, call.now);
    if (!consent) {
        return tl::unexpected(consent.error());
    }
    auto attempt = readAttempt(call.data.value("attempt"_L1).toObject(), *consent, **bank, {}, call.now);
    if (!attempt) {
        return tl::unexpected(attempt.error());
    }
    return checkNotDuplicated((*customer)->id, {}, **bank, *credentials).map([&] {
        Connection &connection = m_state.add(Connection{.id = m_state.nextId(),
                                                        .customerId = (*customer)->id,
                                                        .providerCode = (*bank)->code,
                                                        .createdAt = call.now,
                                                        .updatedAt = call.now,
                                                        .credentials = *credentials,
                                                        .accountIds = {m_state.nextId(), m_state.nextId()}});
        adopt(connection, call, std::move(*consent));
        return started(connection, call, std::move(*attempt));
    });
}

void FetchHandlers::adopt(Connection &connection, const Call &call, Consent consent) const
{
    if (consent.id.isEmpty()) {
        consent.id = m_state.nextId();
        consent.connectionId = connection.id;
        consent.customerId = connection.customerId;
        if (Consent *former = m_state.consent(connection.consentId); former != nullptr && former->active()) {
            former->revoke(u"client"_s, call.now);
        }
        connection.consentId = consent.id;
        m_state.add(std::move(consent));
    }
}

QByteArray FetchHandlers::started(Connection &connection, const Call &call, Attempt attempt) const
{
    connection.dailyRefresh = call.data.value("daily_refresh"_L1).toBool(connection.dailyRefresh);
    connection.categorization = call.data.value("categorization"_L1).toString(connection.categorization);
    if (call.data.value("attempt"_L1).toObject().contains("store_credentials"_L1)) {
        connection.storeCredentials = attempt.storeCredentials;
    }
    attempt.storeCredentials = connection.storeCredentials;
    attempt.categorization = connection.categorization;
    attempt.consentId = connection.consentId;
    m_engine.start(connection, std::move(attempt), call.now);
    return objectBody(connectionJson(connection, bankOf(connection)));
}

Outcome<Consent> FetchHandlers::activeConsent(const Connection &connection) const
{
    const Consent *consent = m_state.consent(connection.consentId);
    if (consent == nullptr || !consent->active()) {
        const bool expired = consent != nullptr && consent->revokeReason == "expired"_L1;
        return refuse(expired ? u"AispConsentExpired"_s : u"AispConsentRevoked"_s,
                      expired ? u"Consent has expired."_s : u"Consent was revoked."_s);
    }
    return *consent;
}

Outcome<Consent> FetchHandlers::consentForReconnect(const Call &call, const Connection &connection) const
{
    if (!call.data.contains("consent"_L1)) {
        return activeConsent(connection);
    }
    return readConsent(call.data.value("consent"_L1).toObject(), bankOf(connection), call.now);
}

Outcome<void> FetchHandlers::checkCredentialsMatch(const Call &call, const Connection &connection,
                                                   const QJsonObject &credentials) const
{
    const Bank &bank = bankOf(connection);
    const bool overrides = call.data.value("override_credentials"_L1).toBool();
    if (!overrides && !connection.credentials.isEmpty() &&
        bank.loginOf(connection.credentials) != bank.loginOf(credentials)) {
        return refuse(u"CredentialsNotMatch"_s, u"The credentials do not match those of the connection."_s);
    }
    return checkNotDuplicated(connection.customerId, connection.id, bank, credentials);
}

Outcome<QByteArray> FetchHandlers::reconnect(const Call &call) const
{
    auto found = findConnection(m_state, call.id);
    if (!found) {
        return tl::unexpected(found.error());
    }
    Connection &connection = **found;
    const auto ready =
        checkNotDisabled(connection).and_then([&] { return checkBankIsOpen(bankOf(connection)); }).and_then([&] {
            return checkNotProcessing(connection);
        });
    if (!ready) {
        return tl::unexpected(ready.error());
    }
    const auto credentials = readCredentials(call.data, bankOf(connection));
    if (!credentials) {
        return tl::unexpected(credentials.error());
    }
    auto consent = consentForReconnect(call, connection);
    if (!consent) {
        return tl::unexpected(consent.error());
    }
    auto attempt = readAttempt(call.data.value("attempt"_L1).toObject(), *consent, bankOf(connection),
                               connection.accountIds, call.now);
    if (!attempt) {
        return tl::unexpected(attempt.error());
    }
    return checkCredentialsMatch(call, connection, *credentials).map([&] {
        connection.credentials = *credentials;
        adopt(connection, call, std::move(*consent));
        return started(connection, call, std::move(*attempt));
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
    return readAnswer(call.data, *attempt.stages.back().question).map([&](const QJsonObject &answer) {
        m_engine.answer(connection, answer, call.now);
        return objectBody(connectionJson(connection, bank));
    });
}

Outcome<void> FetchHandlers::checkMayRefresh(const Call &call, const Connection &connection) const
{
    const bool early = connection.nextRefreshPossibleAt && *connection.nextRefreshPossibleAt > call.now;
    if (connection.status != Connection::Status::Active || !connection.storeCredentials || early) {
        return tl::unexpected(Refusal{u"ConnectionCannotBeRefreshed"_s,
                                      u"Connection cannot be refreshed right now"_s,
                                      {{u"next_refresh_possible_at"_s, isoValue(connection.nextRefreshPossibleAt)}}});
    }
    const auto recent = std::count_if(connection.attempts.begin(), connection.attempts.end(), [&](const Attempt &one) {
        return !one.userPresent && call.now - one.createdAt < std::chrono::hours(24);
    });
    const bool present = call.data.value("attempt"_L1).toObject().value("user_present"_L1).toBool();
    if (bankOf(connection).regulated && !present && recent >= 4) {
        return refuse(u"BackgroundFetchLimitExceeded"_s, u"Only 4 fetches in 24 hours without the user are allowed."_s);
    }
    return {};
}

Outcome<QByteArray> FetchHandlers::refresh(const Call &call) const
{
    const auto found = findConnection(m_state, call.id);
    if (!found) {
        return tl::unexpected(found.error());
    }
    Connection &connection = **found;
    const Bank &bank = bankOf(connection);
    return checkNotDisabled(connection)
        .and_then([&] { return checkBankIsOpen(bank); })
        .and_then([&] { return checkNotProcessing(connection); })
        .and_then([&] { return activeConsent(connection); })
        .and_then(
            [&](const Consent &consent) { return checkMayRefresh(call, connection).map([&] { return consent; }); })
        .and_then([&](const Consent &consent) {
            return readAttempt(call.data.value("attempt"_L1).toObject(), consent, bank, connection.accountIds,
                               call.now);
        })
        .map([&](const Attempt &attempt) { return started(connection, call, attempt); });
}

} // namespace saltdesk::sandbox
