// SPDX-License-Identifier: Apache-2.0
#include "state/HolderJson.h"

#include "state/ProviderJson.h"
#include "state/Seed.h"

#include <QJsonArray>
#include <algorithm>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static QString pick(const QStringList &from, const QString &seed)
{
    return from[static_cast<qsizetype>(seededNumber(seed) % static_cast<quint32>(from.size()))];
}

QString holderName(const QString &customerId)
{
    static const QStringList given{u"Ana"_s, u"Björn"_s, u"Chiara"_s, u"Dumitru"_s, u"Elif"_s, u"John"_s, u"Noor"_s};
    static const QStringList family{u"Popescu"_s, u"Müller"_s, u"O'Neill"_s, u"de Vries"_s, u"Doe"_s, u"Yılmaz"_s};
    return pick(given, customerId + u"given"_s) + u' ' + pick(family, customerId + u"family"_s);
}

static QJsonObject address(const Connection &connection, const Bank &bank)
{
    static const QStringList cities{u"Springfield"_s, u"Riverton"_s, u"Kingsport"_s, u"Lakeside"_s};
    static const QStringList streets{u"Evergreen Terrace"_s, u"Harbour Road"_s, u"Mill Lane"_s};
    const QString &seed = connection.customerId;
    return {{u"city"_s, pick(cities, seed + u"city"_s)},
            {u"state"_s, QJsonValue()},
            {u"street"_s, u"%1 %2"_s.arg(1 + seededNumber(seed) % 99).arg(pick(streets, seed + u"street"_s))},
            {u"country_code"_s, bank.countryCode},
            {u"post_code"_s, QString::number(10000 + seededNumber(seed + u"post"_s) % 89999)}};
}

QJsonObject holderJson(const Connection &connection, const Bank &bank)
{
    const bool fetched =
        std::any_of(connection.attempts.begin(), connection.attempts.end(), [](const Attempt &attempt) {
            return attempt.successAt && attempt.fetchScopes.contains("holder_info"_L1);
        });
    if (!fetched) {
        return {};
    }
    const quint32 number = seededNumber(connection.customerId);
    const QJsonObject whole{
        {u"names"_s, QJsonArray{holderName(connection.customerId)}},
        {u"emails"_s, QJsonArray{u"holder.%1@example.com"_s.arg(number % 10000)}},
        {u"phone_numbers"_s, QJsonArray{u"+1 555 01%1"_s.arg(number % 100, 2, 10, QLatin1Char('0'))}},
        {u"addresses"_s, QJsonArray{address(connection, bank)}}};
    QJsonObject known;
    for (const auto &member : providerJson(bank, {}).value("holder_info"_L1).toArray()) {
        if (whole.contains(member.toString())) {
            known.insert(member.toString(), whole.value(member.toString()));
        }
    }
    return known;
}

} // namespace saltdesk::sandbox
