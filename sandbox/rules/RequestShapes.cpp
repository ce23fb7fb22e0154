// SPDX-License-Identifier: Apache-2.0
#include "rules/RequestShapes.h"

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;
using enum MemberKind;

static Member consent(bool required)
{
    const QStringList scopes{u"account_details"_s, u"holder_information"_s, u"transactions_details"_s};
    return {.name = u"consent"_s,
            .kind = Object,
            .required = required,
            .members = {
                {.name = u"scopes"_s,
                 .kind = TextList,
                 .required = true,
                 .allowed = scopes,
                 .errorClass = u"AispConsentScopesInvalid"_s},
                {.name = u"from_date"_s, .kind = Date, .errorClass = u"DateFormatInvalid"_s},
                {.name = u"to_date"_s, .kind = Date, .errorClass = u"DateFormatInvalid"_s},
                {.name = u"period_days"_s,
                 .kind = PositiveInteger,
                 .nullable = true,
                 .errorClass = u"InvalidAispConsentPeriod"_s},
            }};
}

static QStringList locales()
{
    return QStringLiteral("bg cz de en es-MX es fr he hu it nl pl pt-BR pt ro ru sk tr uk zh-HK zh fi hr si sv")
        .split(u' ');
}

static QStringList natures()
{
    return QStringLiteral("account bonus card checking credit credit_card debit_card ewallet insurance investment loan "
                          "mortgage savings")
        .split(u' ');
}

static Shape attemptMembers()
{
    const QStringList scopes{u"accounts"_s, u"accounts_without_balance"_s, u"holder_info"_s, u"transactions"_s};
    const QStringList strategies{u"mark_as_pending"_s, u"mark_as_duplicate"_s, u"delete_transactions"_s};
    return {
        {.name = u"fetch_scopes"_s, .kind = TextList, .allowed = scopes, .errorClass = u"FetchScopesInvalid"_s},
        {.name = u"from_date"_s, .kind = Date, .errorClass = u"DateFormatInvalid"_s},
        {.name = u"to_date"_s, .kind = Date, .nullable = true, .errorClass = u"DateFormatInvalid"_s},
        {.name = u"fetched_accounts_notify"_s, .kind = Flag},
        {.name = u"custom_fields"_s, .kind = FreeObject, .errorClass = u"CustomFieldsFormatInvalid"_s},
        {.name = u"locale"_s, .kind = Text, .allowed = locales()},
        {.name = u"include_natures"_s, .kind = TextList, .nullable = true, .allowed = natures()},
        {.name = u"customer_last_logged_at"_s,
         .kind = DateTime,
         .nullable = true,
         .errorClass = u"DateTimeFormatInvalid"_s},
        {.name = u"store_credentials"_s, .kind = Flag},
        {.name = u"user_present"_s, .kind = Flag},
        {.name = u"return_to"_s, .kind = Text, .errorClass = u"ReturnURLInvalid"_s},
        {.name = u"unduplication_strategy"_s, .kind = Text, .allowed = strategies},
    };
}

/// `exclude_accounts` belongs to reconnect and refresh only (reference 2.7).
static Member attempt(bool mayExcludeAccounts)
{
    Shape members = attemptMembers();
    if (mayExcludeAccounts) {
        members.push_back({.name = u"exclude_accounts"_s, .kind = TextList});
    }
    return {.name = u"attempt"_s, .kind = Object, .members = std::move(members)};
}

static void addCredentials(Shape &shape)
{
    shape.push_back({.name = u"credentials"_s, .kind = Credentials});
    shape.push_back({.name = u"encrypted_credentials"_s,
                     .kind = Object,
                     .members = {{.name = u"algorithm"_s, .kind = Text, .required = true},
                                 {.name = u"content"_s, .kind = Text, .required = true},
                                 {.name = u"key"_s, .kind = Text, .required = true},
                                 {.name = u"iv"_s, .kind = Text, .required = true}},
                     .errorClass = u"InvalidEncoding"_s});
}

static void addCommon(Shape &shape)
{
    const QStringList categorizations{u"none"_s, u"personal"_s, u"business"_s};
    shape.push_back({.name = u"daily_refresh"_s, .kind = Flag});
    shape.push_back({.name = u"include_fake_providers"_s, .kind = Flag});
    shape.push_back({.name = u"categorization"_s, .kind = Text, .allowed = categorizations});
}

const Shape &createShape()
{
    static const Shape shape = [] {
        Shape made{{.name = u"customer_id"_s, .kind = Text, .required = true},
                   {.name = u"country_code"_s, .kind = Text, .required = true},
                   {.name = u"provider_code"_s, .kind = Text, .required = true},
                   consent(true),
                   attempt(false),
                   {.name = u"file_url"_s, .kind = Text}};
        addCredentials(made);
        addCommon(made);
        return made;
    }();
    return shape;
}

const Shape &updateShape()
{
    static const Shape shape{{.name = u"status"_s, .kind = Text, .allowed = {u"inactive"_s}},
                             {.name = u"daily_refresh"_s, .kind = Flag},
                             {.name = u"store_credentials"_s, .kind = Flag}};
    return shape;
}

const Shape &reconnectShape()
{
    static const Shape shape = [] {
        Shape made{consent(false),
                   attempt(true),
                   {.name = u"file_url"_s, .kind = Text},
                   {.name = u"override_credentials"_s, .kind = Flag}};
        addCredentials(made);
        addCommon(made);
        return made;
    }();
    return shape;
}

const Shape &interactiveShape()
{
    static const Shape shape = [] {
        Shape made;
        addCredentials(made);
        return made;
    }();
    return shape;
}

const Shape &refreshShape()
{
    static const Shape shape = [] {
        Shape made{attempt(true)};
        addCommon(made);
        return made;
    }();
    return shape;
}

const Shape &createCustomerShape()
{
    static const Shape shape{
        {.name = u"identifier"_s, .kind = Text, .required = true, .errorClass = u"IdentifierInvalid"_s}};
    return shape;
}

static void addFlags(Shape &shape, const QStringList &names)
{
    for (const QString &name : names) {
        shape.push_back({.name = name, .kind = Flag});
    }
}

const Shape &oauthCreateShape()
{
    static const Shape shape = [] {
        Shape made{{.name = u"customer_id"_s, .kind = Text, .required = true},
                   {.name = u"country_code"_s, .kind = Text, .required = true},
                   {.name = u"provider_code"_s, .kind = Text, .required = true},
                   consent(true),
                   attempt(false)};
        addCommon(made);
        addFlags(made, {u"return_connection_id"_s});
        return made;
    }();
    return shape;
}

const Shape &oauthReconnectShape()
{
    static const Shape shape = [] {
        Shape made{{.name = u"connection_id"_s, .kind = Text, .required = true}, consent(true), attempt(true)};
        addCommon(made);
        addFlags(made, {u"return_connection_id"_s});
        return made;
    }();
    return shape;
}

const Shape &oauthAuthorizeShape()
{
    static const Shape shape{{.name = u"connection_id"_s, .kind = Text, .required = true},
                             {.name = u"query_string"_s, .kind = Text, .required = true}};
    return shape;
}

/// What all connect sessions take, the members of reference 14 included.
static void addSession(Shape &shape)
{
    const QStringList callbacks{u"iframe"_s, u"external_saltbridge"_s, u"external_notify"_s, u"post_message"_s};
    const QStringList modes{u"oauth"_s, u"web"_s, u"api"_s, u"file"_s};
    addCommon(shape);
    addFlags(shape, {u"return_connection_id"_s, u"return_error_class"_s, u"lost_connection_notify"_s,
                     u"show_connect_overview"_s});
    shape.push_back({.name = u"javascript_callback_type"_s, .kind = Text, .allowed = callbacks});
    shape.push_back({.name = u"provider_modes"_s, .kind = TextList, .allowed = modes});
    shape.push_back({.name = u"connect_template"_s, .kind = Text});
    shape.push_back({.name = u"theme"_s, .kind = Text, .allowed = {u"default"_s, u"dark"_s}});
}

/// What those take in which the person types credentials.
static void addCredentialsStrategy(Shape &shape)
{
    const QStringList strategies{u"store"_s, u"do_not_store"_s, u"ask"_s};
    addFlags(shape, {u"show_consent_confirmation"_s});
    shape.push_back({.name = u"credentials_strategy"_s, .kind = Text, .allowed = strategies});
}

const Shape &sessionCreateShape()
{
    static const Shape shape = [] {
        Shape made{{.name = u"customer_id"_s, .kind = Text, .required = true},
                   consent(true),
                   attempt(false),
                   {.name = u"provider_code"_s, .kind = Text},
                   {.name = u"allowed_countries"_s, .kind = TextList}};
        addSession(made);
        addCredentialsStrategy(made);
        addFlags(made, {u"disable_provider_search"_s});
        return made;
    }();
    return shape;
}

const Shape &sessionReconnectShape()
{
    static const Shape shape = [] {
        const QStringList strategies{u"ask"_s, u"override"_s};
        Shape made{{.name = u"connection_id"_s, .kind = Text, .required = true}, consent(true), attempt(true)};
        addSession(made);
        addCredentialsStrategy(made);
        made.push_back({.name = u"override_credentials_strategy"_s, .kind = Text, .allowed = strategies});
        return made;
    }();
    return shape;
}

const Shape &sessionRefreshShape()
{
    static const Shape shape = [] {
        Shape made{{.name = u"connection_id"_s, .kind = Text, .required = true}, attempt(true)};
        addSession(made);
        return made;
    }();
    return shape;
}

} // namespace saltdesk::sandbox
