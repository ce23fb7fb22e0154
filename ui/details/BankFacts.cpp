// SPDX-License-Identifier: Apache-2.0
#include "details/BankFacts.h"

#include "credentials/FormField.h"

#include <QCoreApplication>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct BankTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::BankFacts)
};

QString labelOf(const QString &field, const api::Provider *provider)
{
    const api::ProviderField *known = models::interactiveField(provider, field);
    return known == nullptr ? field : known->label();
}

QString labelsOf(const std::vector<api::ProviderField> &fields)
{
    QStringList labels;
    for (const api::ProviderField &field : fields) {
        labels << (field.optional.value() ? BankTexts::tr("%1 (optional)").arg(field.label()) : field.label());
    }
    return labels.join(u", "_s);
}

QString standing(const api::Provider &provider)
{
    switch (provider.status.known) {
    case api::ProviderStatus::Active:
        return BankTexts::tr("available");
    case api::ProviderStatus::Inactive:
        return BankTexts::tr("switched off for now by Salt Edge");
    case api::ProviderStatus::Disabled:
        return BankTexts::tr("no longer supported by Salt Edge");
    case api::ProviderStatus::Unknown:
        break;
    }
    return provider.status.text;
}

} // namespace

QStringList questionLabels(const api::Stage &waiting, const api::Provider *provider)
{
    QStringList labels;
    for (const QString &field : waiting.interactiveFieldsNames.value()) {
        labels << labelOf(field, provider);
    }
    return labels;
}

std::vector<FactsList::Fact> bankFacts(const api::Provider *provider, const api::Stage *waiting)
{
    std::vector<FactsList::Fact> facts;
    const auto add = [&facts](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            facts.push_back({.name = name, .value = value, .toolTip = {}});
        }
    };
    if (waiting != nullptr) {
        const QStringList labels = questionLabels(*waiting, provider);
        add(BankTexts::tr("Asks now for"),
            labels.isEmpty() ? BankTexts::tr("a confirmation on another device") : labels.join(u", "_s));
    }
    if (provider == nullptr) {
        return facts;
    }
    add(BankTexts::tr("Bank's name"), provider->name.value());
    add(BankTexts::tr("Bank is"), standing(*provider));
    add(BankTexts::tr("Login needs"), labelsOf(provider->requiredFields.value()));
    add(BankTexts::tr("May ask for"), labelsOf(provider->interactiveFields.value()));
    return facts;
}

} // namespace saltdesk::ui
