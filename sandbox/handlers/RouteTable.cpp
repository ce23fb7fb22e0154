// SPDX-License-Identifier: Apache-2.0
#include "handlers/RouteTable.h"

#include "handlers/AccountHandlers.h"
#include "handlers/AttemptHandlers.h"
#include "handlers/ConnectSessionHandlers.h"
#include "handlers/ConnectionHandlers.h"
#include "handlers/ConsentHandlers.h"
#include "handlers/CustomerHandlers.h"
#include "handlers/FetchHandlers.h"
#include "handlers/OAuthHandlers.h"
#include "handlers/ProviderHandlers.h"
#include "rules/RequestShapes.h"

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename Handlers>
Handler bind(std::shared_ptr<Handlers> handlers, Outcome<QByteArray> (Handlers::*method)(const Call &) const)
{
    return [handlers = std::move(handlers), method](const Call &call) { return ((*handlers).*method)(call); };
}

/// A route without a body.
Route plain(const QByteArray &method, const QString &pattern, const QStringList &query, Handler handler)
{
    return {method, pattern, query, BodyUse::None, nullptr, std::move(handler)};
}

/// A route that takes `data` of this shape.
Route taking(const QByteArray &method, const QString &pattern, const Shape &shape, Handler handler)
{
    return {method, pattern, {}, BodyUse::Data, &shape, std::move(handler)};
}

QStringList paged(const QStringList &names)
{
    return names + QStringList{u"from_id"_s, u"per_page"_s};
}

QStringList owners()
{
    return {u"connection_id"_s, u"customer_id"_s};
}

std::vector<Route> connectionRoutes(State &state, const BankCatalogue &banks, AttemptEngine &engine, Paging paging)
{
    const auto connections = std::make_shared<ConnectionHandlers>(state, banks, engine, paging);
    const auto fetches = std::make_shared<FetchHandlers>(state, banks, engine);
    const QString one = u"/connections/{}"_s;
    return {
        plain("GET", u"/connections"_s, paged({u"customer_id"_s}), bind(connections, &ConnectionHandlers::list)),
        taking("POST", u"/connections"_s, createShape(), bind(fetches, &FetchHandlers::create)),
        plain("GET", one, {}, bind(connections, &ConnectionHandlers::show)),
        taking("PUT", one, updateShape(), bind(connections, &ConnectionHandlers::update)),
        plain("DELETE", one, {}, bind(connections, &ConnectionHandlers::remove)),
        taking("PUT", one + u"/reconnect"_s, reconnectShape(), bind(fetches, &FetchHandlers::reconnect)),
        taking("PUT", one + u"/interactive"_s, interactiveShape(), bind(fetches, &FetchHandlers::interactive)),
        {"PUT",
         one + u"/refresh"_s,
         {},
         BodyUse::OptionalData,
         &refreshShape(),
         bind(fetches, &FetchHandlers::refresh)},
    };
}

std::vector<Route> customerRoutes(State &state, Paging paging)
{
    const auto customers = std::make_shared<CustomerHandlers>(state, paging);
    const QString one = u"/customers/{}"_s;
    return {
        plain("GET", u"/customers"_s, paged({u"identifier"_s}), bind(customers, &CustomerHandlers::list)),
        taking("POST", u"/customers"_s, createCustomerShape(), bind(customers, &CustomerHandlers::create)),
        plain("GET", one, {}, bind(customers, &CustomerHandlers::show)),
        plain("DELETE", one, {}, bind(customers, &CustomerHandlers::remove)),
        plain("PUT", one + u"/lock"_s, {}, bind(customers, &CustomerHandlers::lock)),
        plain("PUT", one + u"/unlock"_s, {}, bind(customers, &CustomerHandlers::unlock)),
    };
}

std::vector<Route> catalogueRoutes(const BankCatalogue &banks, Paging paging)
{
    const auto providers = std::make_shared<ProviderHandlers>(banks, paging);
    const QString fakes = u"include_fake_providers"_s;
    const QStringList filters{fakes,
                              u"from_date"_s,
                              u"country_code"_s,
                              u"mode"_s,
                              u"include_provider_fields"_s,
                              u"provider_key_owner"_s,
                              u"include_payments_fields"_s};
    return {
        plain("GET", u"/countries"_s, {fakes}, bind(providers, &ProviderHandlers::countries)),
        plain("GET", u"/providers"_s, paged(filters), bind(providers, &ProviderHandlers::list)),
        plain("GET", u"/providers/{}"_s, {fakes}, bind(providers, &ProviderHandlers::show)),
    };
}

std::vector<Route> historyRoutes(State &state, const BankCatalogue &banks, AttemptEngine &engine, Paging paging)
{
    const auto attempts = std::make_shared<AttemptHandlers>(state, paging);
    const auto consents = std::make_shared<ConsentHandlers>(state, engine, paging);
    const auto accounts = std::make_shared<AccountHandlers>(state, banks, paging);
    const QStringList connection{u"connection_id"_s};
    return {
        plain("GET", u"/attempts"_s, paged(connection), bind(attempts, &AttemptHandlers::list)),
        plain("GET", u"/attempts/{}"_s, connection, bind(attempts, &AttemptHandlers::show)),
        plain("GET", u"/consents"_s, paged(owners()), bind(consents, &ConsentHandlers::list)),
        plain("GET", u"/consents/{}"_s, owners(), bind(consents, &ConsentHandlers::show)),
        plain("PUT", u"/consents/{}/revoke"_s, owners(), bind(consents, &ConsentHandlers::revoke)),
        plain("GET", u"/accounts"_s, paged(owners()), bind(accounts, &AccountHandlers::list)),
        plain("GET", u"/holder_info"_s, connection, bind(accounts, &AccountHandlers::holderInfo)),
    };
}

std::vector<Route> browserRoutes(State &state, const BankCatalogue &banks, AttemptEngine &engine)
{
    const auto oauth = std::make_shared<OAuthHandlers>(state, banks, engine);
    const auto sessions = std::make_shared<ConnectSessionHandlers>(state, banks, engine);
    return {
        taking("POST", u"/oauth_providers/create"_s, oauthCreateShape(), bind(oauth, &OAuthHandlers::create)),
        taking("POST", u"/oauth_providers/reconnect"_s, oauthReconnectShape(), bind(oauth, &OAuthHandlers::reconnect)),
        taking("PUT", u"/oauth_providers/authorize"_s, oauthAuthorizeShape(), bind(oauth, &OAuthHandlers::authorize)),
        taking("POST", u"/connect_sessions/create"_s, sessionCreateShape(),
               bind(sessions, &ConnectSessionHandlers::create)),
        taking("POST", u"/connect_sessions/reconnect"_s, sessionReconnectShape(),
               bind(sessions, &ConnectSessionHandlers::reconnect)),
        taking("POST", u"/connect_sessions/refresh"_s, sessionRefreshShape(),
               bind(sessions, &ConnectSessionHandlers::refresh)),
    };
}

} // namespace

std::vector<Route> routeTable(State &state, const BankCatalogue &banks, AttemptEngine &engine, Paging paging)
{
    std::vector<Route> all;
    for (auto &group :
         {connectionRoutes(state, banks, engine, paging), customerRoutes(state, paging), catalogueRoutes(banks, paging),
          historyRoutes(state, banks, engine, paging), browserRoutes(state, banks, engine)}) {
        all.insert(all.end(), group.begin(), group.end());
    }
    return all;
}

} // namespace saltdesk::sandbox
