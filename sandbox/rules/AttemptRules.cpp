// SPDX-License-Identifier: Apache-2.0
#include "rules/AttemptRules.h"

#include "clock/Times.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <algorithm>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const auto &item : value.toArray()) {
        list.append(item.toString());
    }
    return list;
}

static QStringList scopesOf(const Consent &consent)
{
    QStringList scopes;
    if (consent.scopes.contains("account_details"_L1)) {
        scopes.append(u"accounts"_s);
    }
    if (consent.scopes.contains("holder_information"_L1)) {
        scopes.append(u"holder_info"_s);
    }
    if (consent.scopes.contains("transactions_details"_L1)) {
        scopes.append(u"transactions"_s);
    }
    return scopes;
}

static bool isCombination(const QStringList &scopes)
{
    const bool accounts = scopes.contains("accounts"_L1);
    const bool withoutBalance = scopes.contains("accounts_without_balance"_L1);
    const bool transactions = scopes.contains("transactions"_L1);
    return !scopes.isEmpty() && !(accounts && withoutBalance) && !(transactions && !accounts);
}

static Outcome<void> readScopes(const QJsonObject &json, const Consent &consent, const Bank &bank, Attempt &attempt)
{
    const QStringList granted = scopesOf(consent);
    attempt.fetchScopes = granted;
    if (json.contains("fetch_scopes"_L1)) {
        attempt.fetchScopes = texts(json.value("fetch_scopes"_L1));
        if (attempt.fetchScopes.removeDuplicates() > 0 || !isCombination(attempt.fetchScopes)) {
            return refuse(u"FetchScopesInvalid"_s, u"data.attempt.fetch_scopes is not an allowed combination"_s);
        }
    }
    for (const QString &scope : attempt.fetchScopes) {
        const QString needed = scope == "accounts_without_balance"_L1 ? u"accounts"_s : scope;
        if (!granted.contains(needed) || !bank.supportedFetchScopes.contains(scope)) {
            return refuse(u"FetchScopesNotAllowed"_s, u"Fetch scope '%1' is not allowed."_s.arg(scope));
        }
    }
    return {};
}

static Outcome<void> readDates(const QJsonObject &json, const Consent &consent, QDate today, Attempt &attempt)
{
    attempt.fromDate = consent.fromDate;
    if (json.contains("from_date"_L1)) {
        attempt.fromDate = QDate::fromString(json.value("from_date"_L1).toString(), Qt::ISODate);
        if (attempt.fromDate < today.addDays(-365) || attempt.fromDate > today) {
            return refuse(u"InvalidFromDate"_s, u"data.attempt.from_date is out of range"_s);
        }
        if (attempt.fromDate < consent.fromDate) {
            return refuse(u"DateOutOfAispConsentRange"_s, u"data.attempt.from_date lies before the consent's"_s);
        }
    }
    if (json.value("to_date"_L1).isString()) {
        attempt.toDate = QDate::fromString(json.value("to_date"_L1).toString(), Qt::ISODate);
        if (attempt.toDate < attempt.fromDate || attempt.toDate > today.addDays(1)) {
            return refuse(u"InvalidToDate"_s, u"data.attempt.to_date is out of range"_s);
        }
    }
    return {};
}

static Outcome<void> readReturnTo(const QJsonObject &json, Attempt &attempt)
{
    attempt.returnTo = json.value("return_to"_L1).toString();
    if (attempt.returnTo.size() > 2040) {
        return refuse(u"ReturnURLTooLong"_s, u"data.attempt.return_to must not exceed 2040 characters"_s);
    }
    if (json.contains("return_to"_L1) && QUrl(attempt.returnTo, QUrl::StrictMode).scheme().isEmpty()) {
        return refuse(u"ReturnURLInvalid"_s, u"data.attempt.return_to is not a URL"_s);
    }
    return {};
}

static Outcome<void> readRest(const QJsonObject &json, const QStringList &accountIds, Instant now, Attempt &attempt)
{
    attempt.customFields = json.value("custom_fields"_L1).toObject();
    if (QJsonDocument(attempt.customFields).toJson(QJsonDocument::Compact).size() > 1024) {
        return refuse(u"CustomFieldsSizeTooBig"_s, u"data.attempt.custom_fields must not exceed 1 KB"_s);
    }
    attempt.excludeAccounts = texts(json.value("exclude_accounts"_L1));
    const bool excludesAll = std::all_of(accountIds.begin(), accountIds.end(),
                                         [&](const QString &id) { return attempt.excludeAccounts.contains(id); });
    if (!attempt.excludeAccounts.isEmpty() && excludesAll) {
        return refuse(u"AllAccountsExcluded"_s, u"All accounts are excluded."_s);
    }
    attempt.locale = json.value("locale"_L1).toString(u"en"_s);
    attempt.includeNatures =
        json.value("include_natures"_L1).isArray() ? json.value("include_natures"_L1) : QJsonValue();
    attempt.customerLastLoggedAt = parseIso(json.value("customer_last_logged_at"_L1).toString());
    if (attempt.customerLastLoggedAt > now) {
        return refuse(u"DateTimeOutOfRange"_s, u"data.attempt.customer_last_logged_at lies in the future"_s);
    }
    attempt.storeCredentials = json.value("store_credentials"_L1).toBool(true);
    attempt.userPresent = json.value("user_present"_L1).toBool();
    attempt.unduplicationStrategy = json.value("unduplication_strategy"_L1).toString();
    return {};
}

Outcome<Attempt> readAttempt(const QJsonObject &json, const Consent &consent, const Bank &bank,
                             const QStringList &accountIds, Instant now)
{
    Attempt attempt;
    attempt.consentId = consent.id;
    return readScopes(json, consent, bank, attempt)
        .and_then([&] { return readDates(json, consent, utcDate(now), attempt); })
        .and_then([&] { return readReturnTo(json, attempt); })
        .and_then([&] { return readRest(json, accountIds, now, attempt); })
        .map([&] { return attempt; });
}

Outcome<void> checkReturnTo(const Attempt &attempt, const Bank &bank)
{
    if (bank.mode == "api"_L1 && bank.interactive && attempt.returnTo.isEmpty()) {
        return refuse(u"ReturnURLInvalid"_s, u"data.attempt.return_to parameter must be filled"_s);
    }
    return {};
}

} // namespace saltdesk::sandbox
