// SPDX-License-Identifier: Apache-2.0
#include "RecordPages.h"

namespace saltdesk::bench {

namespace {

constexpr auto provider =
    R"({"id":"%1","code":"fake_oauth_client_xf","name":"Fake OAuth Bank with Client Keys","mode":"oauth",)"
    R"("status":"active","automatic_fetch":false,"customer_notified_on_sign_in":false,"interactive":true,)"
    R"("identification_mode":"client","instruction":"Confirm access on the page of the fake bank","home_u)"
    R"(rl":"https://example.com","login_url":"https://example.com/login","logo_url":"https://example.com/)"
    R"(logo.svg","country_code":"XF","refresh_timeout":15,"holder_info":["names","emails"],"max_consent_d)"
    R"(ays":90,"max_interactive_delay":540,"optional_interactivity":true,"regulated":true,"max_fetch_inte)"
    R"(rval":365,"timezone":"UTC","supported_fetch_scopes":["accounts","holder_info","transactions"],"sup)"
    R"(ported_account_natures":["account","card","savings"],"supported_account_extra_fields":["iban"],"su)"
    R"(pported_transaction_extra_fields":["payee"],"supported_account_types":["personal","business"],"ide)"
    R"(ntification_codes":["20201"],"bic_codes":["BUKBGB22"],"supported_iframe_embedding":false,"payment_)"
    R"(templates":["SEPA"],"no_funds_rejection_supported":true,"custom_pendings_period":2,"hub":"h","crea)"
    R"(ted_at":"2018-04-12T10:35:46Z","updated_at":"2022-11-28T10:35:46Z","required_fields":[{"name":"ban)"
    R"(k_branch","english_name":"Branch","localized_name":"Filiale","nature":"select","position":3,"optio)"
    R"(nal":false,"extra":{},"field_options":[{"name":"north","english_name":"North","localized_name":"No)"
    R"(rd","option_value":"1","selected":true},{"name":"south","english_name":"South","localized_name":"S)"
    R"(ud","option_value":"2","selected":false}]}],"interactive_fields":[{"name":"accounts","english_name)"
    R"(":"Accounts","localized_name":"Konten","nature":"dynamic_select","position":1,"optional":true,"ext)"
    R"(ra":{"multiple":true}}]})";

constexpr auto account =
    R"({"id":"%1","name":"Fake account 1","nature":"card","balance":2007.2,"currency_code":"EUR","extra":)"
    R"({"client_name":"Fake name","iban":"GB33BUKB20201555555555","transactions_count":{"posted":22,"pend)"
    R"(ing":1}},"connection_id":"111111111111111111","created_at":"2020-09-06T11:35:46Z","updated_at":"20)"
    R"(20-09-07T10:35:46Z"})";

constexpr auto attempt =
    R"({"id":"%1","api_mode":"service","api_version":"5","automatic_fetch":false,"categorization":"person)"
    R"(al","consent_id":"555555555555555555","created_at":"2020-09-07T10:35:20Z","custom_fields":{"ticket)"
    R"(":"SUP-1042"},"customer_last_logged_at":null,"daily_refresh":false,"device_type":"desktop","exclud)"
    R"(e_accounts":[],"fail_at":null,"fail_error_class":null,"fail_message":null,"fetch_scopes":["account)"
    R"(s","transactions"],"finished":true,"finished_recent":true,"from_date":"2020-06-09","include_nature)"
    R"(s":null,"interactive":true,"locale":"en","partial":false,"remote_ip":"192.0.2.10","show_consent_co)"
    R"(nfirmation":true,"store_credentials":true,"success_at":"2020-09-07T10:35:46Z","to_date":"2020-09-0)"
    R"(7","updated_at":"2020-09-07T10:35:46Z","user_present":true,"stages":[{"id":"888888888888888881","n)"
    R"(ame":"start","interactive_html":null,"interactive_fields_names":null,"interactive_fields_options":)"
    R"(null,"created_at":"2020-09-07T10:35:46Z","updated_at":"2020-09-07T10:35:46Z"},{"id":"8888888888888)"
    R"(88882","name":"connect","interactive_html":null,"interactive_fields_names":null,"interactive_field)"
    R"(s_options":null,"created_at":"2020-09-07T10:35:46Z","updated_at":"2020-09-07T10:35:46Z"},{"id":"88)"
    R"(8888888888888883","name":"fetch_accounts","interactive_html":null,"interactive_fields_names":null,)"
    R"("interactive_fields_options":null,"created_at":"2020-09-07T10:35:46Z","updated_at":"2020-09-07T10:)"
    R"(35:46Z"},{"id":"888888888888888884","name":"finish","interactive_html":null,"interactive_fields_na)"
    R"(mes":null,"interactive_fields_options":null,"created_at":"2020-09-07T10:35:46Z","updated_at":"2020)"
    R"(-09-07T10:35:46Z"}]})";

constexpr auto country = R"({"name":"Fake Country","code":"%1","refresh_start_time":2})";

constexpr auto holderInfo =
    R"({"names":["John Doe"],"emails":["john.doe@example.com"],"phone_numbers":["+1 555 0100"],"addresses)"
    R"(":[{"city":"Springfield","state":"IL","street":"742 Evergreen Terrace","country_code":"US","post_c)"
    R"(ode":"62701"}],"extra":{"ssn":"1234","cpf":"123.456.789-09"}})";

/// A list of so many records, each with its own number for the `%1` in the sample.
QByteArray listOf(const char *sample, int records)
{
    QByteArray list("{\"data\":[");
    for (int i = 0; i < records; ++i) {
        list += i == 0 ? "" : ",";
        list += QByteArray(sample).replace("%1", QByteArray::number(333333333333333333 + i));
    }
    list += "],\"meta\":{\"next_id\":null,\"next_page\":null}}";
    // As a received body has it, so that the parser need not copy.
    list.reserve(list.size() + 64);
    return list;
}

std::vector<QByteArray> pagesOf(const char *sample)
{
    std::vector<QByteArray> pages;
    pages.resize(10, listOf(sample, 1000));
    return pages;
}

} // namespace

std::vector<QByteArray> providerPages()
{
    return pagesOf(provider);
}

std::vector<QByteArray> accountPages()
{
    return pagesOf(account);
}

std::vector<QByteArray> attemptPages()
{
    return pagesOf(attempt);
}

std::vector<QByteArray> countryLists()
{
    std::vector<QByteArray> lists;
    lists.resize(100, listOf(country, 250));
    return lists;
}

std::vector<QByteArray> holderInfos()
{
    QByteArray body("{\"data\":");
    body.append(holderInfo).append('}');
    body.reserve(body.size() + 64);
    std::vector<QByteArray> bodies;
    bodies.resize(10'000, body);
    return bodies;
}

} // namespace saltdesk::bench
