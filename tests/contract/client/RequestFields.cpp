// SPDX-License-Identifier: Apache-2.0
#include "client/RequestFields.h"

#include <QTimeZone>

namespace saltdesk::contract {

using namespace Qt::Literals::StringLiterals;
using api::AttemptRequest;
using api::ConsentRequest;
using api::Secret;

Fields<AttemptRequest> attemptFields()
{
    const QDateTime lastLogin(QDate(2020, 9, 7), QTime(13, 35, 46, 999), QTimeZone(3 * 3600));
    const QJsonObject custom{{u"ticket"_s, u"SUP-1042 äöü"_s}, {u"nested"_s, QJsonObject{{u"a"_s, 1}}}};
    const QStringList natures{u"account"_s,     u"bonus"_s,      u"card"_s,    u"checking"_s,  u"credit"_s,
                              u"credit_card"_s, u"debit_card"_s, u"ewallet"_s, u"insurance"_s, u"investment"_s,
                              u"loan"_s,        u"mortgage"_s,   u"savings"_s};
    Fields<AttemptRequest> fields{
        field(u"fetch_scopes: accounts"_s, &AttemptRequest::fetchScopes, QStringList{u"accounts"_s}),
        field(u"fetch_scopes: without balance"_s, &AttemptRequest::fetchScopes,
              QStringList{u"accounts_without_balance"_s, u"holder_info"_s}),
        field(u"fetch_scopes"_s, &AttemptRequest::fetchScopes,
              QStringList{u"accounts"_s, u"holder_info"_s, u"transactions"_s}),
        field(u"from_date"_s, &AttemptRequest::fromDate, QDate(2020, 6, 9)),
        field(u"to_date"_s, &AttemptRequest::toDate, QDate(2020, 12, 31)),
        field(u"fetched_accounts_notify"_s, &AttemptRequest::fetchedAccountsNotify, true),
        field(u"custom_fields"_s, &AttemptRequest::customFields, custom),
        field(u"include_natures"_s, &AttemptRequest::includeNatures, natures),
        field(u"customer_last_logged_at"_s, &AttemptRequest::customerLastLoggedAt, lastLogin),
        field(u"exclude_accounts: none"_s, &AttemptRequest::excludeAccounts, QStringList()),
        field(u"exclude_accounts"_s, &AttemptRequest::excludeAccounts, QStringList{u"333333333333333333"_s}),
        field(u"store_credentials"_s, &AttemptRequest::storeCredentials, false),
        field(u"user_present"_s, &AttemptRequest::userPresent, true),
        field(u"return_to"_s, &AttemptRequest::returnTo, u"http://localhost:39017/return?a=1&b=ü"_s),
    };
    for (const QString &locale : {u"en"_s, u"es-MX"_s, u"pt-BR"_s, u"zh-HK"_s}) {
        fields.push_back(field(QString(u"locale: "_s + locale), &AttemptRequest::locale, locale));
    }
    for (const QString &strategy : {u"mark_as_pending"_s, u"mark_as_duplicate"_s, u"delete_transactions"_s}) {
        fields.push_back(
            field(QString(u"unduplication_strategy: "_s + strategy), &AttemptRequest::unduplicationStrategy, strategy));
    }
    return fields;
}

Fields<ConsentRequest> consentFields()
{
    const auto scopes = [](const QString &name, const QStringList &list) {
        return Field<ConsentRequest>{name, [list](ConsentRequest &consent) { consent.scopes = list; }};
    };
    return {
        scopes(u"scopes: holder"_s, {u"holder_information"_s}),
        scopes(u"scopes: details and holder"_s, {u"account_details"_s, u"holder_information"_s}),
        scopes(u"scopes: details and transactions"_s, {u"account_details"_s, u"transactions_details"_s}),
        scopes(u"scopes: all"_s, {u"account_details"_s, u"holder_information"_s, u"transactions_details"_s}),
        field(u"from_date"_s, &ConsentRequest::fromDate, QDate(2020, 6, 9)),
        field(u"to_date"_s, &ConsentRequest::toDate, QDate(2020, 9, 7)),
        field(u"period_days"_s, &ConsentRequest::periodDays, 90),
    };
}

Fields<api::FetchOptions> optionFields()
{
    return {
        field(u"daily_refresh"_s, &api::FetchOptions::dailyRefresh, true),
        field(u"include_fake_providers"_s, &api::FetchOptions::includeFakeProviders, true),
        field(u"categorization: none"_s, &api::FetchOptions::categorization, u"none"_s),
        field(u"categorization: business"_s, &api::FetchOptions::categorization, u"business"_s),
        field(u"categorization: personal"_s, &api::FetchOptions::categorization, u"personal"_s),
    };
}

api::ConnectionId someConnection()
{
    return api::ConnectionId(u"111111111111111111"_s);
}

api::CustomerId someCustomer()
{
    return api::CustomerId(u"222222222222222222"_s);
}

ConsentRequest leastConsent()
{
    ConsentRequest consent;
    consent.scopes = QStringList{u"account_details"_s};
    return consent;
}

api::Credentials someCredentials()
{
    return {{u"login"_s, {Secret::copyOf("usernäme")}, false},
            {u"password"_s, {Secret::copyOf("\"quoted\\\n")}, false},
            {u"accounts"_s, {Secret::copyOf("guid1"), Secret::copyOf("guid2")}, true}};
}

api::EncryptedCredentials someEncryptedCredentials()
{
    return {u"AES-256-CBC"_s, u"Y29udGVudA=="_s, u"a2V5"_s, u"aXY="_s};
}

} // namespace saltdesk::contract
