// SPDX-License-Identifier: Apache-2.0
#include "codec/FetchWriter.h"

namespace saltdesk::api {

void writeConsent(JsonWriter &json, const ConsentRequest &consent)
{
    json.beginObject("consent");
    json.member("scopes", consent.scopes);
    json.member("from_date", consent.fromDate);
    json.member("to_date", consent.toDate);
    json.member("period_days", consent.periodDays);
    json.endObject();
}

void writeAttempt(JsonWriter &json, const std::optional<AttemptRequest> &attempt)
{
    if (!attempt) {
        return;
    }
    json.beginObject("attempt");
    json.member("fetch_scopes", attempt->fetchScopes);
    json.member("from_date", attempt->fromDate);
    json.member("to_date", attempt->toDate);
    json.member("fetched_accounts_notify", attempt->fetchedAccountsNotify);
    json.member("custom_fields", attempt->customFields);
    json.member("locale", attempt->locale);
    json.member("include_natures", attempt->includeNatures);
    json.member("customer_last_logged_at", attempt->customerLastLoggedAt);
    json.member("exclude_accounts", attempt->excludeAccounts);
    json.member("store_credentials", attempt->storeCredentials);
    json.member("user_present", attempt->userPresent);
    json.member("return_to", attempt->returnTo);
    json.member("unduplication_strategy", attempt->unduplicationStrategy);
    json.endObject();
}

void writeFirstAttempt(JsonWriter &json, std::optional<AttemptRequest> attempt)
{
    if (attempt) {
        attempt->excludeAccounts.reset();
    }
    writeAttempt(json, attempt);
}

void writeOptions(JsonWriter &json, const FetchOptions &options)
{
    json.member("daily_refresh", options.dailyRefresh);
    json.member("include_fake_providers", options.includeFakeProviders);
    json.member("categorization", options.categorization);
}

} // namespace saltdesk::api
