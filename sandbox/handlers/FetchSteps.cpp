// SPDX-License-Identifier: Apache-2.0
#include "handlers/FetchSteps.h"

#include "handlers/Lookup.h"
#include "rules/AttemptRules.h"
#include "rules/ClientRules.h"
#include "rules/ConnectionRules.h"
#include "rules/ConsentRules.h"
#include "rules/CredentialRules.h"

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static QJsonObject attemptOf(const Call &call)
{
    return call.data.value("attempt"_L1).toObject();
}

const Bank &FetchSteps::bankOf(const Connection &connection) const
{
    return *m_banks.find(connection.providerCode);
}

Outcome<void> FetchSteps::checkUsable(const Bank &bank) const
{
    return checkBankIsOpen(bank).and_then([&] { return checkMayUse(m_state.client(), bank); });
}

Outcome<const Bank *> FetchSteps::openBank(const QString &code) const
{
    const Bank *bank = m_banks.find(code);
    if (bank == nullptr) {
        return refuse(u"ProviderNotFound"_s, u"Provider with code: '%1' was not found."_s.arg(code));
    }
    return checkUsable(*bank).map([bank] { return bank; });
}

Outcome<const Bank *> FetchSteps::chooseBank(const QJsonObject &data) const
{
    const QString country = data.value("country_code"_L1).toString();
    const QString code = data.value("provider_code"_L1).toString();
    if (!m_banks.knowsCountry(country)) {
        return refuse(u"CountryNotFound"_s, u"Country with code: '%1' was not found."_s.arg(country));
    }
    return openBank(code).and_then([&](const Bank *bank) -> Outcome<const Bank *> {
        if (bank->countryCode != country || isHidden(*bank, m_state.client(), data)) {
            return refuse(u"ProviderNotFound"_s, u"Provider with code: '%1' was not found."_s.arg(code));
        }
        return bank;
    });
}

Outcome<Connection *> FetchSteps::readyConnection(const QString &id) const
{
    return findConnection(m_state, id).and_then([&](Connection *connection) {
        return checkNotDisabled(*connection)
            .and_then([&] { return checkUsable(bankOf(*connection)); })
            .and_then([&] { return checkNotProcessing(*connection); })
            .map([&] { return connection; });
    });
}

Outcome<FetchDraft> FetchSteps::draft(const Call &call, const Bank &bank) const
{
    return checkQuota(m_state)
        .and_then([&] { return readConsent(call.data.value("consent"_L1).toObject(), bank, call.now); })
        .and_then([&](const Consent &consent) {
            return readAttempt(attemptOf(call), consent, bank, {}, call.now).map([&](const Attempt &attempt) {
                return FetchDraft{consent, attempt};
            });
        });
}

Outcome<FetchDraft> FetchSteps::draft(const Call &call, const Connection &connection) const
{
    const Bank &bank = bankOf(connection);
    const auto consent = call.data.contains("consent"_L1)
                             ? readConsent(call.data.value("consent"_L1).toObject(), bank, call.now)
                             : activeConsent(m_state, connection);
    return consent.and_then([&](const Consent &held) {
        return readAttempt(attemptOf(call), held, bank, connection.accountIds, call.now)
            .map([&](const Attempt &attempt) {
                return FetchDraft{held, attempt};
            });
    });
}

Outcome<FetchDraft> FetchSteps::refreshDraft(const Call &call, const Connection &connection) const
{
    const bool userPresent = attemptOf(call).value("user_present"_L1).toBool();
    return activeConsent(m_state, connection)
        .and_then(
            [&](const Consent &) { return checkMayRefresh(connection, bankOf(connection), userPresent, call.now); })
        .and_then([&] { return draft(call, connection); });
}

Connection &FetchSteps::addConnection(const QString &customerId, const Bank &bank, Instant now) const
{
    return m_state.add(Connection{.id = m_state.nextId(),
                                  .customerId = customerId,
                                  .providerCode = bank.code,
                                  .createdAt = now,
                                  .updatedAt = now,
                                  .accountIds = {m_state.nextId(), m_state.nextId()}});
}

void FetchSteps::adopt(Connection &connection, const Call &call, Consent consent) const
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

void FetchSteps::start(Connection &connection, const Call &call, FetchDraft draft) const
{
    adopt(connection, call, std::move(draft.consent));
    Attempt &attempt = draft.attempt;
    connection.dailyRefresh = call.data.value("daily_refresh"_L1).toBool(connection.dailyRefresh);
    connection.categorization = call.data.value("categorization"_L1).toString(connection.categorization);
    if (attemptOf(call).contains("store_credentials"_L1)) {
        connection.storeCredentials = attempt.storeCredentials;
    }
    attempt.storeCredentials = connection.storeCredentials;
    attempt.categorization = connection.categorization;
    attempt.consentId = connection.consentId;
    m_engine.start(connection, std::move(attempt), call.now);
}

} // namespace saltdesk::sandbox
