// SPDX-License-Identifier: Apache-2.0
#include "details/HolderFacts.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct HolderTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::HolderFacts)
};

void addEach(std::vector<FactsList::Fact> &facts, const QString &name, const QStringList &values)
{
    for (const QString &value : values) {
        if (!value.isEmpty()) {
            facts.push_back({name, value, {}});
        }
    }
}

QString addressLine(const api::HolderAddress &address)
{
    const QString town = QString(address.postCode.value() + u' ' + address.city.value()).trimmed();
    QStringList parts{address.street.value(), town, address.state.value(), address.countryCode.value()};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace

std::vector<FactsList::Fact> holderFacts(const api::HolderInfo &info)
{
    std::vector<FactsList::Fact> facts;
    addEach(facts, HolderTexts::tr("Name"), info.names.value());
    addEach(facts, HolderTexts::tr("E-mail"), info.emails.value());
    addEach(facts, HolderTexts::tr("Telephone"), info.phoneNumbers.value());
    QStringList addresses;
    for (const api::HolderAddress &address : info.addresses.value()) {
        addresses << addressLine(address);
    }
    addEach(facts, HolderTexts::tr("Address"), addresses);
    const QJsonObject extra = QJsonDocument::fromJson(info.extra.value()).object();
    for (auto it = extra.begin(); it != extra.end(); ++it) {
        addEach(facts, it.key(), {it.value().toVariant().toString()});
    }
    return facts;
}

} // namespace saltdesk::ui
