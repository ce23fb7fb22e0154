// SPDX-License-Identifier: Apache-2.0
#include "state/ObjectJson.h"

#include "clock/Times.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

static QString statusName(Connection::Status status)
{
    switch (status) {
    case Connection::Status::Active:
        return u"active"_s;
    case Connection::Status::Inactive:
        return u"inactive"_s;
    case Connection::Status::Disabled:
        return u"disabled"_s;
    }
    return {};
}

QString secretOf(const QString &id)
{
    const QByteArray digest =
        QCryptographicHash::hash(QByteArray("secret of " + id.toLatin1()), QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QJsonObject customerJson(const Customer &customer)
{
    return {{u"id"_s, customer.id},
            {u"identifier"_s, customer.identifier},
            {u"secret"_s, secretOf(customer.id)},
            {u"blocked_at"_s, isoValue(customer.blockedAt)},
            {u"created_at"_s, isoText(customer.createdAt)},
            {u"updated_at"_s, isoText(customer.updatedAt)}};
}

QJsonObject consentJson(const Consent &consent)
{
    return {{u"id"_s, consent.id},
            {u"connection_id"_s, consent.connectionId},
            {u"customer_id"_s, consent.customerId},
            {u"status"_s, consent.active() ? u"active"_s : u"revoked"_s},
            {u"scopes"_s, QJsonArray::fromStringList(consent.scopes)},
            {u"period_days"_s, consent.periodDays ? QJsonValue(*consent.periodDays) : QJsonValue()},
            {u"expires_at"_s, isoValue(consent.expiresAt)},
            {u"from_date"_s, dateValue(consent.fromDate)},
            {u"to_date"_s, dateValue(consent.toDate)},
            {u"collected_by"_s, consent.collectedBy},
            {u"revoked_at"_s, isoValue(consent.revokedAt)},
            {u"revoke_reason"_s, textOrNull(consent.revokeReason)},
            {u"created_at"_s, isoText(consent.createdAt)},
            {u"updated_at"_s, isoText(consent.updatedAt)}};
}

QJsonObject stageJson(const Stage &stage)
{
    const auto &asked = stage.question;
    return {{u"id"_s, stage.id},
            {u"name"_s, stage.name},
            {u"interactive_html"_s, asked ? QJsonValue(asked->html) : QJsonValue()},
            {u"interactive_fields_names"_s, asked ? QJsonArray::fromStringList(asked->fields) : QJsonValue()},
            {u"interactive_fields_options"_s, asked && !asked->options.isEmpty() ? asked->options : QJsonValue()},
            {u"created_at"_s, isoText(stage.createdAt)},
            {u"updated_at"_s, isoText(stage.updatedAt)}};
}

static QJsonObject requestedPart(const Attempt &attempt)
{
    return {{u"categorization"_s, attempt.categorization},
            {u"custom_fields"_s, attempt.customFields},
            {u"customer_last_logged_at"_s, isoValue(attempt.customerLastLoggedAt)},
            {u"exclude_accounts"_s, QJsonArray::fromStringList(attempt.excludeAccounts)},
            {u"fetch_scopes"_s, QJsonArray::fromStringList(attempt.fetchScopes)},
            {u"from_date"_s, dateValue(attempt.fromDate)},
            {u"to_date"_s, dateValue(attempt.toDate)},
            {u"include_natures"_s, attempt.includeNatures},
            {u"locale"_s, attempt.locale},
            {u"store_credentials"_s, attempt.storeCredentials},
            {u"user_present"_s, attempt.userPresent}};
}

static QJsonObject withoutStages(const Attempt &attempt)
{
    QJsonObject json = requestedPart(attempt);
    const QJsonObject own{{u"id"_s, attempt.id},
                          {u"api_mode"_s, u"service"_s},
                          {u"api_version"_s, u"5"_s},
                          {u"automatic_fetch"_s, attempt.automaticFetch},
                          {u"consent_id"_s, textOrNull(attempt.consentId)},
                          {u"created_at"_s, isoText(attempt.createdAt)},
                          {u"updated_at"_s, isoText(attempt.updatedAt)},
                          {u"daily_refresh"_s, attempt.dailyRefresh},
                          {u"device_type"_s, u"desktop"_s},
                          {u"fail_at"_s, isoValue(attempt.failAt)},
                          {u"fail_error_class"_s, textOrNull(attempt.failClass)},
                          {u"fail_message"_s, textOrNull(attempt.failMessage)},
                          {u"finished"_s, attempt.finished},
                          {u"finished_recent"_s, attempt.finishedRecent},
                          {u"interactive"_s, attempt.interactive},
                          {u"partial"_s, attempt.partial},
                          {u"remote_ip"_s, u"192.0.2.10"_s},
                          {u"show_consent_confirmation"_s, attempt.showConsentConfirmation},
                          {u"success_at"_s, isoValue(attempt.successAt)}};
    for (auto member = own.begin(); member != own.end(); ++member) {
        json.insert(member.key(), member.value());
    }
    if (!attempt.returnTo.isEmpty()) {
        json.insert(u"return_to"_s, attempt.returnTo);
    }
    if (!attempt.unduplicationStrategy.isEmpty()) {
        json.insert(u"unduplication_strategy"_s, attempt.unduplicationStrategy);
    }
    return json;
}

QJsonObject attemptJson(const Attempt &attempt)
{
    QJsonObject json = withoutStages(attempt);
    QJsonArray stages;
    for (const Stage &stage : attempt.stages) {
        stages.append(stageJson(stage));
    }
    json.insert(u"stages"_s, stages);
    return json;
}

QJsonObject connectionJson(const Connection &connection, const Bank &bank)
{
    const Attempt &last = connection.attempts.back();
    QJsonObject attempt = withoutStages(last);
    attempt.insert(u"last_stage"_s, stageJson(last.stages.back()));
    return {{u"id"_s, connection.id},
            {u"secret"_s, secretOf(connection.id)},
            {u"provider_id"_s, bank.id},
            {u"provider_code"_s, bank.code},
            {u"provider_name"_s, bank.name},
            {u"customer_id"_s, connection.customerId},
            {u"country_code"_s, bank.countryCode},
            {u"status"_s, statusName(connection.status)},
            {u"categorization"_s, connection.categorization},
            {u"daily_refresh"_s, connection.dailyRefresh},
            {u"store_credentials"_s, connection.storeCredentials},
            {u"show_consent_confirmation"_s, connection.showConsentConfirmation},
            {u"last_consent_id"_s, textOrNull(connection.consentId)},
            {u"last_success_at"_s, isoValue(connection.lastSuccessAt)},
            {u"next_refresh_possible_at"_s, isoValue(connection.nextRefreshPossibleAt)},
            {u"created_at"_s, isoText(connection.createdAt)},
            {u"updated_at"_s, isoText(connection.updatedAt)},
            {u"last_attempt"_s, attempt}};
}

} // namespace saltdesk::sandbox
