// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QStringBuilder>

/// Bodies as the reference shows them (3.1, 3.3 to 3.8), and ways to change one thing in them.
namespace saltdesk::testing {

inline const QByteArray connectionSample =
    R"({"id":"111111111111111111","secret":"secret-of-the-connection-sample","provider_id":"67",)"
    R"("provider_code":"fakebank_interactive_xf","provider_name":"Fake Bank with SMS",)"
    R"("customer_id":"222222222222222222","country_code":"XF","status":"active","categorization":"personal",)"
    R"("daily_refresh":false,"store_credentials":true,"show_consent_confirmation":true,)"
    R"("last_consent_id":"555555555555555555","last_success_at":"2020-09-07T10:35:46Z",)"
    R"("next_refresh_possible_at":"2020-09-07T10:40:46Z","created_at":"2020-09-06T11:35:46Z",)"
    R"("updated_at":"2020-09-07T10:35:46Z","last_attempt":{"id":"777777777777777777","api_mode":"service",)"
    R"("api_version":"5","automatic_fetch":false,"categorization":"personal","consent_id":"555555555555555555",)"
    R"("created_at":"2020-09-07T10:35:20Z","custom_fields":{"ticket":"SUP-1042"},"customer_last_logged_at":null,)"
    R"("daily_refresh":false,"device_type":"desktop","exclude_accounts":[],"fail_at":null,"fail_error_class":null,)"
    R"("fail_message":null,"fetch_scopes":["accounts","transactions"],"finished":true,"finished_recent":true,)"
    R"("from_date":"2020-06-09","include_natures":null,"interactive":true,"locale":"en","partial":false,)"
    R"("remote_ip":"192.0.2.10","show_consent_confirmation":true,"store_credentials":true,)"
    R"("success_at":"2020-09-07T10:35:46Z","to_date":"2020-09-07","updated_at":"2020-09-07T10:35:46Z",)"
    R"("user_present":true,"last_stage":{"id":"888888888888888888","name":"finish","interactive_html":null,)"
    R"("interactive_fields_names":null,"interactive_fields_options":null,"created_at":"2020-09-07T10:35:46Z",)"
    R"("updated_at":"2020-09-07T10:35:46Z"}}})";

inline const QByteArray consentSample =
    R"({"id":"555555555555555555","connection_id":"111111111111111111","customer_id":"222222222222222222",)"
    R"("status":"active","scopes":["account_details","transactions_details"],"period_days":90,)"
    R"("expires_at":"2020-12-05T11:35:46Z","from_date":"2020-06-09","to_date":null,"collected_by":"client",)"
    R"("revoked_at":null,"revoke_reason":null,"created_at":"2020-09-06T11:35:46Z","updated_at":"2020-09-06T11:35:46Z"})";

inline const QByteArray customerSample =
    R"({"id":"222222222222222222","identifier":"helpdesk-000123","secret":"secret-of-the-customer-sample",)"
    R"("blocked_at":null,"created_at":"2020-09-01T08:00:00Z","updated_at":"2020-09-01T08:00:00Z"})";

inline const QByteArray providerSample =
    R"({"id":"3099","code":"fake_oauth_client_xf","name":"Fake OAuth Bank with Client Keys","mode":"oauth",)"
    R"("status":"active","automatic_fetch":false,"customer_notified_on_sign_in":false,"interactive":true,)"
    R"("identification_mode":"client","instruction":"Confirm access on the page of the fake bank",)"
    R"("home_url":"https://example.com","login_url":"https://example.com/login",)"
    R"("logo_url":"https://example.com/logo.svg","country_code":"XF","refresh_timeout":15,)"
    R"("holder_info":["names","emails"],"max_consent_days":90,"max_interactive_delay":540,)"
    R"("optional_interactivity":true,"regulated":true,"max_fetch_interval":365,"timezone":"UTC",)"
    R"("supported_fetch_scopes":["accounts","holder_info","transactions"],)"
    R"("supported_account_natures":["account","card","savings"],"supported_account_extra_fields":["iban"],)"
    R"("supported_transaction_extra_fields":["payee"],"supported_account_types":["personal","business"],)"
    R"("identification_codes":["20201"],"bic_codes":["BUKBGB22"],"supported_iframe_embedding":false,)"
    R"("payment_templates":["SEPA"],"no_funds_rejection_supported":true,"custom_pendings_period":2,"hub":"h",)"
    R"("created_at":"2018-04-12T10:35:46Z","updated_at":"2022-11-28T10:35:46Z",)"
    R"("required_fields":[{"name":"bank_branch","english_name":"Branch","localized_name":"Filiale",)"
    R"("nature":"select","position":3,"optional":false,"extra":{},"field_options":[)"
    R"({"name":"north","english_name":"North","localized_name":"Nord","option_value":"1","selected":true},)"
    R"({"name":"south","english_name":"South","localized_name":"Sud","option_value":"2","selected":false}]}],)"
    R"("interactive_fields":[{"name":"accounts","english_name":"Accounts","localized_name":"Konten",)"
    R"("nature":"dynamic_select","position":1,"optional":true,"extra":{"multiple":true}}]})";

inline const QByteArray countrySample = R"({"name":"Fake Country","code":"XF","refresh_start_time":2})";

inline const QByteArray accountSample =
    R"({"id":"333333333333333333","name":"Fake account 1","nature":"card","balance":2007.2,"currency_code":"EUR",)"
    R"("extra":{"client_name":"Fake name","iban":"GB33BUKB20201555555555","transactions_count":)"
    R"({"posted":22,"pending":1}},"connection_id":"111111111111111111","created_at":"2020-09-06T11:35:46Z",)"
    R"("updated_at":"2020-09-07T10:35:46Z"})";

inline const QByteArray holderInfoSample =
    R"({"names":["John Doe"],"emails":["john.doe@example.com"],"phone_numbers":["+1 555 0100"],)"
    R"("addresses":[{"city":"Springfield","state":"IL","street":"742 Evergreen Terrace","country_code":"US",)"
    R"("post_code":"62701"}],"extra":{"ssn":"1234","cpf":"123.456.789-09"}})";

inline QByteArray enveloped(const QByteArray &object)
{
    return R"({"data":)" + object + '}';
}

inline QByteArray page(const QByteArrayList &records, const QByteArray &meta = R"({"next_id":null,"next_page":null})")
{
    return R"({"data":[)" + records.join(',') + R"(],"meta":)" + meta + '}';
}

/// The text with one part replaced, which must be there: a sample that changed would else test nothing.
inline QByteArray with(QByteArray text, const QByteArray &part, const QByteArray &replacement)
{
    Q_ASSERT(text.contains(part));
    return text.replace(part, replacement);
}

inline QByteArray nested(int levels)
{
    return QByteArray(levels, '[') + QByteArray(levels, ']');
}

} // namespace saltdesk::testing
