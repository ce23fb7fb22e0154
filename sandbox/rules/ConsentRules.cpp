// SPDX-License-Identifier: Apache-2.0
#include "rules/ConsentRules.h"

#include "clock/Times.h"

#include <QHash>
#include <QJsonArray>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

/// What the bank must be able to fetch for a consent scope to make sense (reference 2.6).
static Outcome<void> checkScopesSupported(const Consent &consent, const Bank &bank)
{
    static const QHash<QString, QString> fetched{{u"account_details"_s, u"accounts"_s},
                                                 {u"holder_information"_s, u"holder_info"_s},
                                                 {u"transactions_details"_s, u"transactions"_s}};
    for (const QString &scope : consent.scopes) {
        if (!bank.supportedFetchScopes.contains(fetched.value(scope))) {
            return refuse(u"AispConsentScopesNotAllowed"_s,
                          u"Consent scope '%1' is not allowed for provider '%2'."_s.arg(scope, bank.code));
        }
    }
    return {};
}

static Outcome<void> readScopes(const QJsonObject &json, const Bank &bank, Consent &consent)
{
    consent.scopes.clear();
    for (const auto &item : json.value("scopes"_L1).toArray()) {
        consent.scopes.append(item.toString());
    }
    const bool details = consent.scopes.contains("account_details"_L1);
    const bool holder = consent.scopes.contains("holder_information"_L1);
    // Transactions come with accounts only; the other combinations of reference 2.6 are all that remain.
    if ((!details && !holder) || (consent.scopes.contains("transactions_details"_L1) && !details) ||
        consent.scopes.removeDuplicates() > 0) {
        return refuse(u"AispConsentScopesInvalid"_s, u"data.consent.scopes is not an allowed combination"_s);
    }
    return checkScopesSupported(consent, bank);
}

static Outcome<void> readDates(const QJsonObject &json, QDate today, Consent &consent)
{
    const bool transactions = consent.scopes.contains("transactions_details"_L1);
    if (!transactions && (json.contains("from_date"_L1) || json.contains("to_date"_L1))) {
        return refuse(u"InvalidAispConsentFromDate"_s, u"data.consent dates need the scope transactions_details"_s);
    }
    consent.fromDate = today.addDays(-90);
    if (json.contains("from_date"_L1)) {
        consent.fromDate = QDate::fromString(json.value("from_date"_L1).toString(), Qt::ISODate);
    }
    if (consent.fromDate < today.addDays(-365) || consent.fromDate > today) {
        return refuse(u"InvalidAispConsentFromDate"_s, u"data.consent.from_date is out of range"_s);
    }
    if (json.contains("to_date"_L1)) {
        consent.toDate = QDate::fromString(json.value("to_date"_L1).toString(), Qt::ISODate);
        if (consent.toDate < consent.fromDate) {
            return refuse(u"InvalidToDate"_s, u"data.consent.to_date lies before from_date"_s);
        }
    }
    return {};
}

Outcome<Consent> readConsent(const QJsonObject &json, const Bank &bank, Instant now)
{
    Consent consent{.createdAt = now, .updatedAt = now};
    if (auto verdict = readScopes(json, bank, consent); !verdict) {
        return tl::unexpected(verdict.error());
    }
    if (auto verdict = readDates(json, utcDate(now), consent); !verdict) {
        return tl::unexpected(verdict.error());
    }
    const QJsonValue period = json.value("period_days"_L1);
    consent.periodDays = period.isDouble() ? std::optional(period.toInt()) : bank.maxConsentDays;
    if (bank.maxConsentDays && *consent.periodDays > *bank.maxConsentDays) {
        return refuse(u"InvalidAispConsentPeriod"_s,
                      u"data.consent.period_days must not exceed %1"_s.arg(*bank.maxConsentDays));
    }
    if (consent.periodDays) {
        consent.expiresAt = now + std::chrono::days(*consent.periodDays);
    }
    return consent;
}

} // namespace saltdesk::sandbox
