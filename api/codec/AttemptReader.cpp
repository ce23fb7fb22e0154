// SPDX-License-Identifier: Apache-2.0
#include "codec/AttemptReader.h"

#include "codec/StageReader.h"

namespace saltdesk::api {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Traffic of 2019 has the boolean `categorize` instead (reference 3.2).
Member<QString> readCategorization(const ObjectReader &reader)
{
    if (reader.raw("categorization") || !reader.raw("categorize")) {
        return reader.text("categorization");
    }
    const Member<bool> categorize = reader.flag("categorize");
    if (categorize.isNull()) {
        return Member<QString>::null();
    }
    return categorize ? Member<QString>(*categorize ? u"personal"_s : u"none"_s) : Member<QString>();
}

void readSituation(Attempt &attempt, const ObjectReader &reader)
{
    attempt.createdAt = reader.dateTime("created_at");
    attempt.updatedAt = reader.dateTime("updated_at");
    attempt.successAt = reader.dateTime("success_at");
    attempt.failAt = reader.dateTime("fail_at");
    attempt.failErrorClass = reader.text("fail_error_class");
    attempt.failMessage = reader.text("fail_message");
    attempt.finished = reader.flag("finished");
    attempt.finishedRecent = reader.flag("finished_recent");
    attempt.partial = reader.flag("partial");
    attempt.lastStage = reader.object<Stage>("last_stage", readStage);
    attempt.stages = reader.objects<Stage>("stages", readStage);
}

/// What the request asked for and where it came from.
void readRequest(Attempt &attempt, const ObjectReader &reader)
{
    attempt.apiMode = reader.text("api_mode");
    attempt.apiVersion = reader.idText("api_version");
    attempt.automaticFetch = reader.flag("automatic_fetch");
    attempt.interactive = reader.flag("interactive");
    attempt.categorization = readCategorization(reader);
    attempt.consentId = reader.id<ConsentId>("consent_id");
    attempt.customerLastLoggedAt = reader.dateTime("customer_last_logged_at");
    attempt.customFields = reader.json("custom_fields");
    attempt.dailyRefresh = reader.flag("daily_refresh");
    attempt.deviceType = reader.text("device_type");
    attempt.excludeAccounts = reader.texts("exclude_accounts");
    attempt.fetchScopes = reader.texts("fetch_scopes");
    attempt.fromDate = reader.date("from_date");
    attempt.toDate = reader.date("to_date");
    attempt.includeNatures = reader.texts("include_natures");
    attempt.locale = reader.text("locale");
    attempt.remoteIp = reader.text("remote_ip");
    attempt.showConsentConfirmation = reader.flag("show_consent_confirmation");
    attempt.storeCredentials = reader.flag("store_credentials");
    attempt.userPresent = reader.flag("user_present");
    attempt.returnTo = reader.text("return_to");
    attempt.unduplicationStrategy = reader.text("unduplication_strategy");
    attempt.userAgent = reader.text("user_agent");
}

} // namespace

Attempt readAttempt(const ObjectReader &reader)
{
    Attempt attempt;
    attempt.id = reader.id<AttemptId>("id").value();
    readSituation(attempt, reader);
    readRequest(attempt, reader);
    return attempt;
}

} // namespace saltdesk::api
