// SPDX-License-Identifier: Apache-2.0
#include "states/PageState.h"

#include "connections/ConnectionsModel.h"
#include "customer/CustomerScope.h"
#include "environment/Environment.h"
#include "states/ErrorWords.h"

#include <QCoreApplication>

namespace saltdesk::ui {

using State = models::CustomerScope::State;
using namespace Qt::Literals::StringLiterals;

namespace {

struct PageTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::PageState)
};

PageState plain(const QString &icon, const QString &title, const QString &text, PageAction action)
{
    return {.icon = icon, .title = title, .text = text, .fine = {}, .copyText = {}, .action = action};
}

PageState failed(const models::CustomerScope &scope)
{
    const QString what = PageTexts::tr("The connections could not be read");
    if (!scope.error()) {
        return plain(u"cross"_s, what, {}, PageAction::ReadAgain);
    }
    PageState page = failurePage(what, *scope.error());
    if (scope.error()->kind == api::ErrorKind::Network) {
        page.icon = u"offline"_s;
    }
    return page;
}

PageState filteredAway(const models::ConnectionsModel &connections)
{
    const QString total = connections.total() == 1
                              ? PageTexts::tr("The only connection does not match.")
                              : PageTexts::tr("None of the %Ln connections matches.", nullptr, connections.total());
    return {.icon = u"filter"_s,
            .title = PageTexts::tr("Filtered away"),
            .text = total,
            .fine = {},
            .copyText = {},
            .action = PageAction::ClearFilters};
}

PageState busy(const QString &title, const QString &text)
{
    return {.icon = {},
            .title = title,
            .text = text,
            .fine = {},
            .copyText = {},
            .action = PageAction::Cancel,
            .busy = true};
}

PageState naming(PageState state)
{
    state.personal = true;
    return state;
}

PageState withoutRows(const models::Environment &environment, const models::CustomerScope &scope)
{
    switch (scope.state()) {
    case State::NotConfigured:
        return plain(u"key"_s, PageTexts::tr("No keys yet"),
                     environment.missing.isEmpty() ? PageTexts::tr("The App-id or the secret is missing.")
                                                   : environment.missing,
                     PageAction::None);
    case State::NotSearched:
        return plain(u"search"_s, PageTexts::tr("Whose bank does not sync?"),
                     PageTexts::tr("Find a customer by id or identifier, or a connection by its id."),
                     PageAction::Find);
    case State::Searching:
        return naming(busy(PageTexts::tr("Looking for “%1”").arg(scope.searchedFor()), {}));
    case State::NotFound:
        return naming(plain(
            u"person"_s, PageTexts::tr("Nobody found for “%1”").arg(scope.searchedFor()),
            PageTexts::tr("No customer has this id or identifier, and no connection has this id. Check it for missing "
                          "digits, and whether the customer belongs to this environment."),
            PageAction::Find));
    case State::Loading:
        return naming(busy(PageTexts::tr("Reading the connections of %1").arg(scope.customerLabel()), {}));
    case State::Shown:
    case State::Empty:
        return naming(plain(u"inbox"_s, PageTexts::tr("%1 has no connections").arg(scope.customerLabel()),
                            PageTexts::tr("The customer is known, but no bank is connected."), PageAction::ReadAgain));
    case State::Failed:
        return failed(scope);
    }
    return {};
}

} // namespace

PageState failurePage(const QString &what, const api::ApiError &error)
{
    const Message message = errorMessage(what, error);
    return {.icon = u"cross"_s,
            .title = what,
            .text = message.text,
            .fine = message.fine,
            .copyText = message.copyText,
            .action = PageAction::ReadAgain};
}

PageState pageState(const models::Environment &environment, const models::CustomerScope &scope,
                    const models::ConnectionsModel &connections)
{
    const bool searching = scope.state() == State::Searching || scope.state() == State::NotFound;
    if (connections.rowCount() > 0 && !searching) {
        return {};
    }
    if (connections.total() > 0 && !searching) {
        return filteredAway(connections);
    }
    return withoutRows(environment, scope);
}

} // namespace saltdesk::ui
