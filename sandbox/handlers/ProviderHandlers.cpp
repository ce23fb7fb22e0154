// SPDX-License-Identifier: Apache-2.0
#include "handlers/ProviderHandlers.h"

#include "handlers/QueryValues.h"
#include "state/IdOrder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSet>
#include <algorithm>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static bool isFake(const Bank &bank)
{
    return bank.countryCode == "XF"_L1;
}

static QJsonObject countryJson(const QString &code)
{
    const bool fake = code == "XF"_L1;
    return {{u"name"_s, fake ? u"Fake Country"_s : QLocale::territoryToString(QLocale::codeToTerritory(code))},
            {u"code"_s, code},
            {u"refresh_start_time"_s, 2}};
}

bool ProviderHandlers::Filter::allows(const Bank &bank) const
{
    return bank.status != "disabled"_L1 && (fakes || !isFake(bank)) &&
           (countryCode.isEmpty() || bank.countryCode == countryCode) && (mode.isEmpty() || bank.mode == mode) &&
           (keyOwner.isEmpty() || bank.identificationMode == keyOwner) &&
           (!changedSince.isValid() || providerChangedOn(bank) >= changedSince);
}

Outcome<void> ProviderHandlers::readFlags(const Call &call, Filter &filter) const
{
    const QList<std::pair<QString, bool *>> flags{{u"include_fake_providers"_s, &filter.fakes},
                                                  {u"include_provider_fields"_s, &filter.parts.fields},
                                                  {u"include_payments_fields"_s, &filter.parts.payments}};
    for (const auto &[name, flag] : flags) {
        const auto value = queryFlag(call, name);
        if (!value) {
            return tl::unexpected(value.error());
        }
        *flag = *value;
    }
    return {};
}

Outcome<ProviderHandlers::Filter> ProviderHandlers::readFilter(const Call &call) const
{
    Filter filter{.countryCode = call.query.value(u"country_code"_s)};
    if (call.query.contains(u"country_code"_s) && !m_banks.knowsCountry(filter.countryCode)) {
        return refuse(u"CountryNotFound"_s, u"Country with code: '%1' was not found."_s.arg(filter.countryCode));
    }
    return queryChoice(call, u"mode"_s, {u"oauth"_s, u"web"_s, u"api"_s, u"file"_s})
        .and_then([&](const QString &mode) {
            filter.mode = mode;
            return queryChoice(call, u"provider_key_owner"_s, {u"client"_s, u"saltedge"_s});
        })
        .and_then([&](const QString &owner) {
            filter.keyOwner = owner;
            return queryDate(call, u"from_date"_s);
        })
        .and_then([&](const QDate &date) {
            filter.changedSince = date;
            return readFlags(call, filter);
        })
        .map([&] { return filter; });
}

std::vector<const Bank *> ProviderHandlers::chosen(const Filter &filter) const
{
    std::vector<const Bank *> banks;
    for (const Bank &bank : m_banks.banks()) {
        if (filter.allows(bank)) {
            banks.push_back(&bank);
        }
    }
    std::sort(banks.begin(), banks.end(), [](const Bank *a, const Bank *b) { return IdOrder()(a->id, b->id); });
    return banks;
}

Outcome<QByteArray> ProviderHandlers::list(const Call &call) const
{
    return m_paging.read(call).and_then([&](const PageRequest &wanted) {
        return readFilter(call).map([&](const Filter &filter) {
            Page page;
            for (const Bank *bank : chosen(filter)) {
                if (IdOrder()(bank->id, wanted.fromId)) {
                    continue;
                }
                if (page.rows.size() == wanted.size) {
                    Paging::link(page, call, bank->id);
                    break;
                }
                page.rows.append(QJsonDocument(providerJson(*bank, filter.parts)).toJson(QJsonDocument::Compact));
            }
            return listBody(page);
        });
    });
}

Outcome<QByteArray> ProviderHandlers::show(const Call &call) const
{
    return queryFlag(call, u"include_fake_providers"_s).and_then([&](bool fakes) -> Outcome<QByteArray> {
        const Bank *bank = m_banks.find(call.id);
        if (bank == nullptr || (isFake(*bank) && !fakes)) {
            return refuse(u"ProviderNotFound"_s, u"Provider with code: '%1' was not found."_s.arg(call.id));
        }
        return objectBody(providerJson(*bank, {.fields = true}));
    });
}

Outcome<QByteArray> ProviderHandlers::countries(const Call &call) const
{
    return queryFlag(call, u"include_fake_providers"_s).map([&](bool fakes) {
        QSet<QString> known;
        for (const Bank *bank : chosen({.fakes = fakes})) {
            known.insert(bank->countryCode);
        }
        QStringList codes = known.values();
        codes.sort();
        QJsonArray rows;
        for (const QString &code : codes) {
            rows.append(countryJson(code));
        }
        return arrayBody(rows);
    });
}

} // namespace saltdesk::sandbox
