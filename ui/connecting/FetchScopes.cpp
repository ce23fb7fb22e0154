// SPDX-License-Identifier: Apache-2.0
#include "connecting/FetchScopes.h"

#include <QCoreApplication>

namespace saltdesk::ui {

using models::ConsentScope;
using namespace Qt::Literals::StringLiterals;

namespace {

struct FetchTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::FetchScopes)
};

struct Combination
{
    QStringList scopes;
    models::ConsentScopes needs;
    QString words;
};

std::vector<Combination> combinations()
{
    const auto accounts = models::ConsentScopes(ConsentScope::Accounts);
    const auto holder = models::ConsentScopes(ConsentScope::Holder);
    const auto moves = accounts | ConsentScope::Transactions;
    const QString withoutBalance = u"accounts_without_balance"_s;
    return {
        {{}, {}, FetchTexts::tr("Everything the consent allows")},
        {{u"accounts"_s}, accounts, FetchTexts::tr("Accounts")},
        {{u"accounts"_s, u"transactions"_s}, moves, FetchTexts::tr("Accounts and transactions")},
        {{u"holder_info"_s}, holder, FetchTexts::tr("Holder information")},
        {{u"accounts"_s, u"holder_info"_s}, accounts | holder, FetchTexts::tr("Accounts and holder information")},
        {{u"accounts"_s, u"holder_info"_s, u"transactions"_s},
         moves | holder,
         FetchTexts::tr("Accounts, transactions and holder information")},
        {{withoutBalance}, accounts, FetchTexts::tr("Accounts without their balances")},
        {{withoutBalance, u"holder_info"_s},
         accounts | holder,
         FetchTexts::tr("Accounts without their balances, and holder information")},
    };
}

} // namespace

std::vector<FetchScopesChoice> fetchScopesWithin(models::ConsentScopes consent)
{
    std::vector<FetchScopesChoice> choices;
    for (const Combination &combination : combinations()) {
        if ((combination.needs & consent) == combination.needs) {
            choices.push_back({.scopes = combination.scopes, .words = combination.words});
        }
    }
    return choices;
}

} // namespace saltdesk::ui
