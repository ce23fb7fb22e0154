// SPDX-License-Identifier: Apache-2.0
#include "state/AccountJson.h"

#include "clock/Times.h"
#include "state/HolderJson.h"
#include "state/ProviderJson.h"
#include "state/Seed.h"

#include <QHash>
#include <QJsonArray>
#include <algorithm>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What the fetches have brought of one account.
struct Fetched
{
    Instant firstAt;
    Instant lastAt;
    int times = 0;
    bool balance = true;
    bool transactions = true;
};

bool covers(const Attempt &attempt, const QString &accountId, const QString &nature)
{
    const bool scope =
        attempt.fetchScopes.contains("accounts"_L1) || attempt.fetchScopes.contains("accounts_without_balance"_L1);
    const bool natureWanted = !attempt.includeNatures.isArray() || attempt.includeNatures.toArray().contains(nature);
    return scope && natureWanted && !attempt.excludeAccounts.contains(accountId);
}

std::optional<Fetched> fetchedOf(const Connection &connection, const QString &accountId, const QString &nature)
{
    std::optional<Fetched> all;
    bool remembered = false;
    for (const Attempt &attempt : connection.attempts) {
        remembered = remembered || attempt.successAt.has_value();
        if (attempt.successAt && covers(attempt, accountId, nature)) {
            all = Fetched{.firstAt = all ? all->firstAt : *attempt.successAt,
                          .lastAt = *attempt.successAt,
                          .times = all ? all->times + 1 : 1,
                          .balance = attempt.fetchScopes.contains("accounts"_L1),
                          .transactions = attempt.fetchScopes.contains("transactions"_L1)};
        }
    }
    if (!remembered && connection.lastSuccessAt) {
        // A success before all the attempts that are known.
        all = Fetched{.firstAt = connection.createdAt, .lastAt = *connection.lastSuccessAt, .times = 1};
    }
    return all;
}

/// Of random digits, with the check digits of ISO 13616.
QString ibanOf(const QString &accountId, const QString &country)
{
    const QString digits = QString::number(10000000 + seededNumber(accountId) % 89999999) + accountId.right(8);
    int rest = 0;
    for (const QChar letter : QString(digits + country + u"00"_s)) {
        const int value = letter.isDigit() ? letter.digitValue() : letter.unicode() - u'A' + 10;
        rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return country + u"%1"_s.arg(98 - rest, 2, 10, QLatin1Char('0')) + digits;
}

QString currencyOf(const QString &country)
{
    static const QHash<QString, QString> others{
        {u"AE"_s, u"AED"_s}, {u"GB"_s, u"GBP"_s}, {u"JP"_s, u"JPY"_s}, {u"MD"_s, u"MDL"_s}, {u"RO"_s, u"RON"_s}};
    return others.value(country, u"EUR"_s);
}

QJsonObject extraOf(const QString &id, const QString &nature, const Connection &connection, const Bank &bank)
{
    QJsonObject extra{{u"client_name"_s, holderName(connection.customerId)}, {u"status"_s, u"active"_s}};
    if (nature.endsWith("card"_L1)) {
        extra.insert(u"cards"_s, QJsonArray{QString(u"**** **** **** "_s + id.right(4))});
    } else {
        extra.insert(u"iban"_s, ibanOf(id, bank.countryCode));
    }
    return extra;
}

QJsonObject accountJson(const QString &id, const QString &nature, const Fetched &fetched, const Connection &connection,
                        const Bank &bank)
{
    const quint32 cents = seededNumber(id) % 900000 + static_cast<quint32>(fetched.times) * 137;
    // A number is needed even where the fetch brought none.
    const double balance = fetched.balance ? cents / 100.0 : 0;
    QJsonObject extra = extraOf(id, nature, connection, bank);
    if (fetched.balance) {
        extra.insert(u"available_amount"_s, balance);
    }
    if (fetched.transactions) {
        extra.insert(u"transactions_count"_s,
                     QJsonObject{{u"posted"_s, 20 + 2 * fetched.times}, {u"pending"_s, fetched.times % 3}});
    }
    return {{u"id"_s, id},
            {u"name"_s, u"%1 %2 %3"_s.arg(bank.name, QString(nature).replace(u'_', u' '), id.right(4))},
            {u"nature"_s, nature},
            {u"balance"_s, balance},
            {u"currency_code"_s, currencyOf(bank.countryCode)},
            {u"extra"_s, extra},
            {u"connection_id"_s, connection.id},
            {u"created_at"_s, isoText(fetched.firstAt)},
            {u"updated_at"_s, isoText(fetched.lastAt)}};
}

} // namespace

QList<QJsonObject> accountsJson(const Connection &connection, const Bank &bank)
{
    const QJsonArray natures = providerJson(bank, {}).value("supported_account_natures"_L1).toArray();
    QList<QJsonObject> accounts;
    for (qsizetype i = 0; i < connection.accountIds.size(); ++i) {
        const QString &id = connection.accountIds[i];
        const QString nature = natures.isEmpty() ? u"account"_s : natures[i % natures.size()].toString();
        if (const auto fetched = fetchedOf(connection, id, nature)) {
            accounts.append(accountJson(id, nature, *fetched, connection, bank));
        }
    }
    return accounts;
}

} // namespace saltdesk::sandbox
