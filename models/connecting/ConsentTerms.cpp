// SPDX-License-Identifier: Apache-2.0
#include "connecting/ConsentTerms.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ConsentTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::ConsentTerms)
};

// Reference 1.5 and 2.6.
constexpr int oldestDays = 365;
constexpr int usualDays = 90;

ConsentScopes offeredBy(const api::Provider &provider)
{
    const QStringList supported = provider.supportedFetchScopes.value();
    if (supported.isEmpty()) {
        return ConsentScope::Accounts | ConsentScope::Transactions | ConsentScope::Holder;
    }
    const bool accounts = supported.contains("accounts"_L1) || supported.contains("accounts_without_balance"_L1);
    ConsentScopes offered;
    offered.setFlag(ConsentScope::Accounts, accounts);
    offered.setFlag(ConsentScope::Transactions, accounts && supported.contains("transactions"_L1));
    offered.setFlag(ConsentScope::Holder, supported.contains("holder_info"_L1));
    // Only names that are not known: the API has the last word.
    return offered ? offered : ConsentScope::Accounts | ConsentScope::Transactions | ConsentScope::Holder;
}

QString spoken(ConsentScopes scopes)
{
    QStringList parts;
    if (scopes.testFlag(ConsentScope::Accounts)) {
        parts << ConsentTexts::tr("your accounts and their balances");
    }
    if (scopes.testFlag(ConsentScope::Transactions)) {
        parts << ConsentTexts::tr("your transactions");
    }
    if (scopes.testFlag(ConsentScope::Holder)) {
        parts << ConsentTexts::tr("your name and contact details");
    }
    return QLocale().createSeparatedList(parts);
}

} // namespace

ConsentTerms consentTerms(const api::Provider &provider, const QDate &today)
{
    ConsentTerms terms;
    terms.offered = offeredBy(provider);
    terms.today = today;
    const qint64 kept = provider.maxFetchInterval.valueOr(oldestDays);
    const auto days = int(std::clamp<qint64>(kept, 1, oldestDays));
    terms.earliestFrom = today.addDays(-days);
    terms.usualFrom = today.addDays(-std::min(days, usualDays));
    if (provider.maxConsentDays && provider.maxConsentDays.value() > 0) {
        terms.longestPeriod = int(std::min<qint64>(provider.maxConsentDays.value(), 36'500));
    }
    return terms;
}

QStringList scopeNames(ConsentScopes scopes)
{
    if (scopes.testFlag(ConsentScope::Transactions) && !scopes.testFlag(ConsentScope::Accounts)) {
        return {};
    }
    QStringList names;
    if (scopes.testFlag(ConsentScope::Accounts)) {
        names << u"account_details"_s;
    }
    if (scopes.testFlag(ConsentScope::Holder)) {
        names << u"holder_information"_s;
    }
    if (scopes.testFlag(ConsentScope::Transactions)) {
        names << u"transactions_details"_s;
    }
    return names;
}

ConsentScopes scopesOf(const QStringList &names)
{
    ConsentScopes scopes;
    scopes.setFlag(ConsentScope::Accounts, names.contains("account_details"_L1));
    scopes.setFlag(ConsentScope::Holder, names.contains("holder_information"_L1));
    scopes.setFlag(ConsentScope::Transactions, names.contains("transactions_details"_L1));
    return scopes;
}

ConsentScopes allowed(ConsentScopes wanted, ConsentScopes offered)
{
    if (wanted.testFlag(ConsentScope::Transactions)) {
        wanted |= ConsentScope::Accounts;
    }
    return wanted & offered;
}

ConsentScopes usualScopes(ConsentScopes offered)
{
    const ConsentScopes usual = allowed(ConsentScope::Accounts | ConsentScope::Transactions, offered);
    return usual ? usual : offered;
}

api::ConsentRequest consentRequest(ConsentScopes scopes, const QDate &from, std::optional<int> days)
{
    api::ConsentRequest consent;
    consent.scopes = scopeNames(scopes);
    if (scopes.testFlag(ConsentScope::Transactions) && from.isValid()) {
        consent.fromDate = from;
    }
    consent.periodDays = days;
    return consent;
}

QString consentWords(const api::ConsentRequest &consent, const QString &bank, const QDate &today)
{
    const QLocale locale;
    const ConsentScopes scopes = scopesOf(consent.scopes);
    if (!scopes) {
        return ConsentTexts::tr("Choose at least one thing that may be read.");
    }
    QStringList sentences{//: %1 is a list such as "your accounts and your transactions", %2 a bank.
                          ConsentTexts::tr("Do you agree that we read %1 at %2?").arg(spoken(scopes), bank)};
    if (consent.fromDate) {
        sentences << ConsentTexts::tr("The history begins on %1.")
                         .arg(locale.toString(*consent.fromDate, QLocale::LongFormat));
    }
    sentences << (consent.periodDays
                      ? ConsentTexts::tr("Your consent ends on %1.")
                            .arg(locale.toString(today.addDays(*consent.periodDays), QLocale::LongFormat))
                      : ConsentTexts::tr("Your consent has no end."))
              << ConsentTexts::tr("You may take it back at any time.");
    return sentences.join(u' ');
}

} // namespace saltdesk::models
