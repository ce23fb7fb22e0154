// SPDX-License-Identifier: Apache-2.0
#include "handlers/RouteTable.h"

#include "handlers/AttemptHandlers.h"
#include "handlers/ConnectionHandlers.h"
#include "handlers/ConsentHandlers.h"
#include "handlers/CustomerHandlers.h"
#include "handlers/FetchHandlers.h"
#include "rules/RequestShapes.h"

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

template <typename Handlers>
static Handler bind(std::shared_ptr<Handlers> handlers, Outcome<QByteArray> (Handlers::*method)(const Call &) const)
{
    return [handlers = std::move(handlers), method](const Call &call) { return ((*handlers).*method)(call); };
}

std::vector<Route> routeTable(State &state, const BankCatalogue &banks, AttemptEngine &engine, Paging paging)
{
    const auto connections = std::make_shared<ConnectionHandlers>(state, banks, engine, paging);
    const auto fetches = std::make_shared<FetchHandlers>(state, banks, engine);
    const auto customers = std::make_shared<CustomerHandlers>(state, paging);
    const auto attempts = std::make_shared<AttemptHandlers>(state, paging);
    const auto consents = std::make_shared<ConsentHandlers>(state, paging);
    const QStringList pages{u"from_id"_s, u"per_page"_s};
    const auto listOf = [&](const QStringList &names) { return names + pages; };
    const QString one = u"/connections/{}"_s;
    using enum BodyUse;
    return {
        {"GET", u"/connections"_s, listOf({u"customer_id"_s}), None, nullptr,
         bind(connections, &ConnectionHandlers::list)},
        {"POST", u"/connections"_s, {}, Data, &createShape(), bind(fetches, &FetchHandlers::create)},
        {"GET", one, {}, None, nullptr, bind(connections, &ConnectionHandlers::show)},
        {"PUT", one, {}, Data, &updateShape(), bind(connections, &ConnectionHandlers::update)},
        {"DELETE", one, {}, None, nullptr, bind(connections, &ConnectionHandlers::remove)},
        {"PUT", one + u"/reconnect"_s, {}, Data, &reconnectShape(), bind(fetches, &FetchHandlers::reconnect)},
        {"PUT", one + u"/interactive"_s, {}, Data, &interactiveShape(), bind(fetches, &FetchHandlers::interactive)},
        {"PUT", one + u"/refresh"_s, {}, OptionalData, &refreshShape(), bind(fetches, &FetchHandlers::refresh)},
        {"GET", u"/customers"_s, listOf({u"identifier"_s}), None, nullptr, bind(customers, &CustomerHandlers::list)},
        {"GET", u"/customers/{}"_s, {}, None, nullptr, bind(customers, &CustomerHandlers::show)},
        {"GET", u"/attempts"_s, listOf({u"connection_id"_s}), None, nullptr, bind(attempts, &AttemptHandlers::list)},
        {"GET", u"/attempts/{}"_s, {u"connection_id"_s}, None, nullptr, bind(attempts, &AttemptHandlers::show)},
        {"GET", u"/consents"_s, listOf({u"connection_id"_s, u"customer_id"_s}), None, nullptr,
         bind(consents, &ConsentHandlers::list)},
        {"GET",
         u"/consents/{}"_s,
         {u"connection_id"_s, u"customer_id"_s},
         None,
         nullptr,
         bind(consents, &ConsentHandlers::show)},
    };
}

} // namespace saltdesk::sandbox
