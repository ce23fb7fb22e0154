// SPDX-License-Identifier: Apache-2.0
#include "state/ProviderJson.h"

#include <QJsonArray>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static QJsonArray texts(const char *words)
{
    return QJsonArray::fromStringList(QString::fromLatin1(words).split(u' '));
}

/// What the sandbox itself goes by.
static QJsonObject behaviour(const Bank &bank)
{
    return {{u"id"_s, bank.id},
            {u"code"_s, bank.code},
            {u"name"_s, bank.name},
            {u"country_code"_s, bank.countryCode},
            {u"mode"_s, bank.mode},
            {u"status"_s, bank.status},
            {u"identification_mode"_s, bank.identificationMode},
            {u"automatic_fetch"_s, bank.automaticFetch},
            {u"interactive"_s, bank.interactive},
            {u"regulated"_s, bank.regulated},
            {u"refresh_timeout"_s, static_cast<int>(bank.refreshTimeout.count())},
            {u"max_interactive_delay"_s, static_cast<int>(bank.interactiveDelay.count())},
            {u"max_consent_days"_s, bank.maxConsentDays ? QJsonValue(*bank.maxConsentDays) : QJsonValue()},
            {u"supported_fetch_scopes"_s, QJsonArray::fromStringList(bank.supportedFetchScopes)}};
}

static QJsonObject usual(const Bank &bank)
{
    const bool knowsHolder = bank.supportedFetchScopes.contains("holder_info"_L1);
    return {{u"optional_interactivity"_s, false},
            {u"customer_notified_on_sign_in"_s, false},
            {u"instruction"_s, u"Sign in as you do on the bank's own site."_s},
            {u"home_url"_s, u"https://example.com"_s},
            {u"login_url"_s, u"https://example.com"_s},
            {u"logo_url"_s, u"https://example.com/logos/%1.svg"_s.arg(bank.code)},
            {u"timezone"_s, u"UTC"_s},
            {u"max_fetch_interval"_s, 90},
            {u"holder_info"_s, knowsHolder ? texts("names emails phone_numbers addresses") : QJsonArray()},
            {u"supported_account_natures"_s, texts("account card savings")},
            {u"supported_account_extra_fields"_s,
             texts("available_amount cards client_name iban status transactions_count")},
            {u"supported_transaction_extra_fields"_s, texts("payee")},
            {u"supported_account_types"_s, texts("personal")},
            {u"identification_codes"_s, QJsonArray()},
            {u"bic_codes"_s, QJsonArray()},
            {u"supported_iframe_embedding"_s, false},
            {u"payment_templates"_s, QJsonArray()},
            {u"custom_pendings"_s, false},
            {u"custom_pendings_period"_s, QJsonValue()},
            {u"created_at"_s, u"2014-02-07T12:56:54Z"_s},
            {u"updated_at"_s, u"2020-01-01T00:00:00Z"_s}};
}

static void lay(QJsonObject &under, const QJsonObject &over)
{
    for (auto member = over.begin(); member != over.end(); ++member) {
        under.insert(member.key(), member.value());
    }
}

QJsonObject providerJson(const Bank &bank, ProviderParts parts)
{
    QJsonObject json = usual(bank);
    lay(json, bank.provider);
    lay(json, behaviour(bank));
    for (const QString &name : {u"required_fields"_s, u"interactive_fields"_s}) {
        if (parts.fields) {
            json.insert(name, bank.provider.value(name).toArray());
        } else {
            json.remove(name);
        }
    }
    if (parts.payments) {
        lay(json, {{u"supported_payment_fields"_s, QJsonObject()},
                   {u"required_payment_fields"_s, QJsonObject()},
                   {u"no_funds_rejection_supported"_s, false}});
    }
    return json;
}

QDate providerChangedOn(const Bank &bank)
{
    const QJsonValue changed = providerJson(bank, {}).value("updated_at"_L1);
    return QDate::fromString(changed.toString().left(10), Qt::ISODate);
}

} // namespace saltdesk::sandbox
