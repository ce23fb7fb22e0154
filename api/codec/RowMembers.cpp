// SPDX-License-Identifier: Apache-2.0
#include "codec/RowMembers.h"

#include "codec/IsoTime.h"
#include "codec/KnownNames.h"

namespace saltdesk::api {
namespace {

using Kind = JsonToken::Kind;

template <CompactId ConnectionRow::*member>
bool readId(ConnectionRow &row, const JsonToken &token, TextPool &pool)
{
    if (token.kind == Kind::Text) {
        row.*member = CompactId::fromText(token.text, pool);
        return true;
    }
    if (token.kind != Kind::Number || token.text.find_first_not_of("0123456789") != std::string_view::npos) {
        return false;
    }
    const std::optional<std::uint64_t> number = wholeNumber(token);
    row.*member = number ? CompactId::fromNumber(*number, pool) : CompactId::fromText(token.text, pool);
    return true;
}

template <TextIndex ConnectionRow::*member>
bool readText(ConnectionRow &row, const JsonToken &token, TextPool &pool)
{
    if (token.kind != Kind::Text) {
        return false;
    }
    row.*member = pool.intern(token.text);
    return true;
}

template <PackedTime ConnectionRow::*member>
bool readTime(ConnectionRow &row, const JsonToken &token, TextPool &)
{
    const std::optional<IsoMoment> moment = token.kind == Kind::Text ? parseIsoMoment(token.text) : std::nullopt;
    if (!moment) {
        return false;
    }
    row.*member = PackedTime(moment->seconds);
    return true;
}

template <void (*set)(ConnectionRow &, bool)>
bool readFlag(ConnectionRow &row, const JsonToken &token, TextPool &)
{
    if (token.kind != Kind::True && token.kind != Kind::False) {
        return false;
    }
    set(row, token.kind == Kind::True);
    return true;
}

bool readStatus(ConnectionRow &row, const JsonToken &token, TextPool &pool)
{
    row.status = token.kind == Kind::Text ? connectionStatusOf(token.text) : ConnectionStatus::Unknown;
    return readText<&ConnectionRow::statusText>(row, token, pool);
}

bool readStageName(ConnectionRow &row, const JsonToken &token, TextPool &pool)
{
    row.stage = token.kind == Kind::Text ? stageNameOf(token.text) : StageName::Unknown;
    return readText<&ConnectionRow::stageText>(row, token, pool);
}

// Members that share a word cannot be pointed to, so each flag has a setter.
void setDailyRefresh(ConnectionRow &row, bool on)
{
    row.dailyRefresh = on;
}

void setStoreCredentials(ConnectionRow &row, bool on)
{
    row.storeCredentials = on;
}

void setFinished(ConnectionRow &row, bool on)
{
    row.attemptFinished = on;
}

void setPartial(ConnectionRow &row, bool on)
{
    row.attemptPartial = on;
}

void setInteractive(ConnectionRow &row, bool on)
{
    row.attemptInteractive = on;
}

constexpr RowMembers<14> ofConnection({{
    {"id", readId<&ConnectionRow::id>},
    {"customer_id", readId<&ConnectionRow::customerId>},
    {"provider_code", readText<&ConnectionRow::providerCode>},
    {"provider_name", readText<&ConnectionRow::providerName>},
    {"country_code", readText<&ConnectionRow::countryCode>},
    {"status", readStatus},
    {"daily_refresh", readFlag<setDailyRefresh>},
    {"store_credentials", readFlag<setStoreCredentials>},
    {"last_consent_id", readId<&ConnectionRow::lastConsentId>},
    {"last_success_at", readTime<&ConnectionRow::lastSuccessAt>},
    {"next_refresh_possible_at", readTime<&ConnectionRow::nextRefreshPossibleAt>},
    {"created_at", readTime<&ConnectionRow::createdAt>},
    {"updated_at", readTime<&ConnectionRow::updatedAt>},
    {"last_attempt", nullptr},
}});

constexpr RowMembers<9> ofAttempt({{
    {"id", readId<&ConnectionRow::attemptId>},
    {"created_at", readTime<&ConnectionRow::attemptCreatedAt>},
    {"fail_at", readTime<&ConnectionRow::failAt>},
    {"fail_error_class", readText<&ConnectionRow::failErrorClass>},
    {"fail_message", readText<&ConnectionRow::failMessage>},
    {"finished", readFlag<setFinished>},
    {"partial", readFlag<setPartial>},
    {"interactive", readFlag<setInteractive>},
    {"last_stage", nullptr},
}});

constexpr RowMembers<3> ofStage({{
    {"id", readId<&ConnectionRow::stageId>},
    {"name", readStageName},
    {"created_at", readTime<&ConnectionRow::stageCreatedAt>},
}});

} // namespace

const RowMembers<14> &connectionMembers()
{
    return ofConnection;
}

const RowMembers<9> &attemptMembers()
{
    return ofAttempt;
}

const RowMembers<3> &stageMembers()
{
    return ofStage;
}

} // namespace saltdesk::api
