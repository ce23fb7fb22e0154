// SPDX-License-Identifier: Apache-2.0
#include "codec/ProviderDecoder.h"

#include "codec/Envelope.h"
#include "codec/FieldReader.h"
#include "codec/KnownNames.h"

#include <algorithm>
#include <limits>

namespace saltdesk::api {
namespace {

/// Ascending by position, in the server's order where it is the same; one without comes last.
Member<std::vector<ProviderField>> readFields(const ObjectReader &reader, std::string_view name)
{
    Member<std::vector<ProviderField>> fields = reader.objects<ProviderField>(name, readProviderField);
    if (!fields) {
        return fields;
    }
    std::vector<ProviderField> sorted = fields.value();
    std::erase_if(sorted, [&](const ProviderField &field) {
        if (field.name.isEmpty()) {
            reader.noteWrongType(std::string(name) + ".name");
        }
        return field.name.isEmpty();
    });
    const auto place = [](const ProviderField &field) {
        return field.position.valueOr(std::numeric_limits<qint64>::max());
    };
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&place](const ProviderField &a, const ProviderField &b) { return place(a) < place(b); });
    return sorted;
}

void readNature(Provider &provider, const ObjectReader &reader)
{
    provider.mode.text = reader.text("mode").value();
    provider.mode.known = providerModeOf(provider.mode.text.toStdString());
    provider.status.text = reader.text("status").value();
    provider.status.known = providerStatusOf(provider.status.text.toStdString());
    provider.automaticFetch = reader.flag("automatic_fetch");
    provider.interactive = reader.flag("interactive");
    provider.optionalInteractivity = reader.flag("optional_interactivity");
    provider.customerNotifiedOnSignIn = reader.flag("customer_notified_on_sign_in");
    provider.identificationMode = reader.text("identification_mode");
    provider.regulated = reader.flag("regulated");
    provider.supportedIframeEmbedding = reader.flag("supported_iframe_embedding");
}

void readPlace(Provider &provider, const ObjectReader &reader)
{
    provider.instruction = reader.text("instruction");
    provider.homeUrl = reader.text("home_url");
    provider.loginUrl = reader.text("login_url");
    provider.logoUrl = reader.text("logo_url");
    provider.countryCode = reader.text("country_code");
    provider.timezone = reader.text("timezone");
}

void readLimits(Provider &provider, const ObjectReader &reader)
{
    provider.refreshTimeout = reader.integer("refresh_timeout");
    provider.maxInteractiveDelay = reader.integer("max_interactive_delay");
    provider.maxFetchInterval = reader.integer("max_fetch_interval");
    provider.maxConsentDays = reader.integer("max_consent_days");
}

void readSupport(Provider &provider, const ObjectReader &reader)
{
    provider.holderInfo = reader.texts("holder_info");
    provider.supportedFetchScopes = reader.texts("supported_fetch_scopes");
    provider.supportedAccountNatures = reader.texts("supported_account_natures");
    provider.supportedAccountExtraFields = reader.texts("supported_account_extra_fields");
    provider.supportedTransactionExtraFields = reader.texts("supported_transaction_extra_fields");
    provider.supportedAccountTypes = reader.texts("supported_account_types");
    provider.identificationCodes = reader.texts("identification_codes");
    provider.bicCodes = reader.texts("bic_codes");
}

Provider readProvider(const ObjectReader &reader)
{
    Provider provider;
    provider.id = reader.id<ProviderId>("id").value();
    provider.code = reader.text("code").value();
    provider.name = reader.text("name");
    readNature(provider, reader);
    readPlace(provider, reader);
    readLimits(provider, reader);
    readSupport(provider, reader);
    provider.requiredFields = readFields(reader, "required_fields");
    provider.interactiveFields = readFields(reader, "interactive_fields");
    provider.createdAt = reader.dateTime("created_at");
    provider.updatedAt = reader.dateTime("updated_at");
    return provider;
}

} // namespace

Result<Provider> decodeProvider(const QByteArray &body)
{
    return decodeRecord<Provider>(body, readProvider);
}

Result<ProviderPage> decodeProviderPage(const QByteArray &body)
{
    return decodeList<Provider>(body, readProvider);
}

} // namespace saltdesk::api
