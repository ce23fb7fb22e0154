// SPDX-License-Identifier: Apache-2.0
#include "connecting/BankPreparation.h"

#include "connecting/ConsentTerms.h"
#include "resources/ConnectionsApi.h"
#include "resources/ConsentsApi.h"
#include "resources/ProvidersApi.h"
#include "transport/ApiClient.h"

#include <QJsonDocument>

#include <algorithm>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

template <class T>
std::optional<T> optionalOf(const api::Member<T> &member)
{
    return member.hasValue() ? std::optional(member.value()) : std::nullopt;
}

/// What the API fetches by itself under a consent (reference 2.7).
QStringList fetchedBy(ConsentScopes consent)
{
    QStringList scopes;
    if (consent.testFlag(ConsentScope::Accounts)) {
        scopes << u"accounts"_s;
    }
    if (consent.testFlag(ConsentScope::Holder)) {
        scopes << u"holder_info"_s;
    }
    if (consent.testFlag(ConsentScope::Transactions)) {
        scopes << u"transactions"_s;
    }
    return scopes;
}

api::AttemptRequest askedFor(const api::Attempt &attempt, ConsentScopes consent)
{
    api::AttemptRequest request;
    QStringList scopes = attempt.fetchScopes.value();
    scopes.sort();
    if (!scopes.isEmpty() && scopes != fetchedBy(consent)) {
        request.fetchScopes = attempt.fetchScopes.value();
    }
    if (attempt.locale && !attempt.locale.value().isEmpty() && attempt.locale.value() != "en"_L1) {
        request.locale = attempt.locale.value();
    }
    if (attempt.storeCredentials && !attempt.storeCredentials.value()) {
        request.storeCredentials = false;
    }
    const QJsonObject fields = QJsonDocument::fromJson(attempt.customFields.value()).object();
    if (!fields.isEmpty()) {
        request.customFields = fields;
    }
    return request;
}

} // namespace

ConnectionChoices lastChoices(const api::Connection &connection, const api::Consent *consent)
{
    ConnectionChoices choices;
    choices.customer = connection.customerId.value();
    choices.reconnects = connection.id;
    choices.countryCode = connection.countryCode.value();
    choices.providerCode = connection.providerCode.value();
    if (consent != nullptr) {
        choices.consent.scopes = consent->scopes.value();
        choices.consent.fromDate = optionalOf(consent->fromDate);
        if (consent->periodDays) {
            choices.consent.periodDays = int(consent->periodDays.value());
        }
    }
    if (connection.lastAttempt) {
        choices.attempt = askedFor(connection.lastAttempt.value(), scopesOf(choices.consent.scopes));
    }
    if (connection.dailyRefresh.value()) {
        choices.options.dailyRefresh = true;
    }
    const QString kind = connection.categorization.value();
    if (!kind.isEmpty() && kind != "personal"_L1) {
        choices.options.categorization = kind;
    }
    return choices;
}

BankPreparation::BankPreparation(api::ApiClient &client, QString locale, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_locale(std::move(locale))
{}

BankPreparation::~BankPreparation() = default;

void BankPreparation::prepareNew(const ConnectionChoices &choices)
{
    m_choices = choices;
    m_choices.reconnects.reset();
    readBank();
}

void BankPreparation::prepareReconnect(const ConnectionSummary &connection)
{
    m_choices = {};
    m_choices.customer = connection.customerId;
    m_choices.reconnects = connection.id;
    m_choices.countryCode = connection.countryCode;
    m_choices.providerCode = connection.providerCode;
    readBank();
}

void BankPreparation::readBank()
{
    m_running = true;
    m_bank = {};
    m_consents.reset();
    const int round = ++m_round;
    const bool fake = m_choices.countryCode == "XF"_L1;
    api::ProvidersApi(m_client)
        .show(m_choices.providerCode, fake)
        .then(this, [this, round](const api::Result<api::Provider> &bank) {
            if (round == m_round) {
                takeBank(bank);
            }
        });
}

void BankPreparation::takeBank(const api::Result<api::Provider> &bank)
{
    if (!bank) {
        m_running = false;
        emit failed(bank.error());
        return;
    }
    m_bank = *bank;
    if (!m_choices.isReconnect()) {
        end();
        return;
    }
    api::ConnectionsApi(m_client)
        .show(*m_choices.reconnects)
        .then(this, [this, round = m_round](const api::Result<api::ConnectionDocument> &document) {
            if (round == m_round) {
                takeConnection(document);
            }
        });
}

void BankPreparation::takeConnection(const api::Result<api::ConnectionDocument> &document)
{
    if (!document) {
        end();
        return;
    }
    const api::Connection connection = document->connection;
    const auto ask = [this, id = connection.id](const QString &from) {
        return api::ConsentsApi(m_client).list(id, from);
    };
    m_consents =
        std::make_unique<ListReading<api::Consent>>(ask, [this, connection](const ListReading<api::Consent> &reading) {
            // Of half a list the last one is not the newest.
            takeConsents(connection, reading.isComplete() ? reading.records() : std::vector<api::Consent>());
        });
    m_consents->start();
}

void BankPreparation::takeConsents(const api::Connection &connection, const std::vector<api::Consent> &consents)
{
    const api::ConsentId last = connection.lastConsentId.value();
    const auto found = std::ranges::find(consents, last, &api::Consent::id);
    const api::Consent *consent = found != consents.end() ? &*found : (consents.empty() ? nullptr : &consents.back());
    m_choices = lastChoices(connection, consent);
    end();
}

void BankPreparation::end()
{
    m_running = false;
    if (!m_choices.attempt.locale && !m_locale.isEmpty()) {
        m_choices.attempt.locale = m_locale;
    }
    emit ready();
}

} // namespace saltdesk::models
