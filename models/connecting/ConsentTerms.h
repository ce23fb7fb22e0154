// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/ConsentRequest.h"
#include "types/Provider.h"

#include <QDate>
#include <QFlags>
#include <QString>
#include <QStringList>

#include <optional>

namespace saltdesk::models {

/// What a consent may cover (reference 2.6).
enum class ConsentScope : unsigned char { Accounts = 1, Transactions = 2, Holder = 4 };
Q_DECLARE_FLAGS(ConsentScopes, ConsentScope)
Q_DECLARE_OPERATORS_FOR_FLAGS(ConsentScopes)

/// What a bank allows a consent to say. Pure values; `today` is the server's day.
struct ConsentTerms
{
    /// What the bank can give at all; a bank that does not tell is taken to give everything.
    ConsentScopes offered;
    /// The first day that may be asked for: 365 days ago, or what the bank keeps.
    QDate earliestFrom;
    /// 90 days ago, as the API itself would take, or later where the bank keeps less.
    QDate usualFrom;
    QDate today;
    /// In days; unset: no limit.
    std::optional<int> longestPeriod;
};

[[nodiscard]] ConsentTerms consentTerms(const api::Provider &provider, const QDate &today);

/// The names of the API, in its order; empty when the combination is none of the five that are allowed.
[[nodiscard]] QStringList scopeNames(ConsentScopes scopes);
[[nodiscard]] ConsentScopes scopesOf(const QStringList &names);
/// The nearest allowed combination that stays inside `offered`: transactions need account details.
[[nodiscard]] ConsentScopes allowed(ConsentScopes wanted, ConsentScopes offered);
/// What one usually asks for: accounts and transactions as far as the bank gives them, else what there is.
[[nodiscard]] ConsentScopes usualScopes(ConsentScopes offered);

/// The request for what was chosen; a history without transactions has no beginning.
[[nodiscard]] api::ConsentRequest consentRequest(ConsentScopes scopes, const QDate &from, std::optional<int> days);

/// The words that the customer has to agree to, to be read out. `bank` is plain text.
[[nodiscard]] QString consentWords(const api::ConsentRequest &consent, const QString &bank, const QDate &today);

} // namespace saltdesk::models
