// SPDX-License-Identifier: Apache-2.0
#include "resources/CustomersApi.h"

#include "codec/RoutesV5.h"
#include "resources/CustomerSearch.h"
#include "resources/DecodedAnswer.h"
#include "resources/ListQuery.h"
#include "transport/ApiClient.h"

namespace saltdesk::api {

using namespace Qt::Literals::StringLiterals;

Call<CustomerPage> CustomersApi::list(const QString &nextId, int perPage) const
{
    const ApiRequest first = listRequest(v5::customers, {}, perPage);
    return decodedAnswer<CustomerPage>(m_client.send(fromId(first, nextId)), Method::Get, decodeCustomerPage);
}

Call<Customer> CustomersApi::show(const CustomerId &id) const
{
    ApiRequest request;
    request.pathTemplate = v5::customer;
    request.pathArguments.append(id.toString());
    return decodedAnswer<Customer>(m_client.send(std::move(request)), Method::Get, decodeCustomer);
}

Call<std::optional<Customer>> CustomersApi::findByIdentifier(const QString &identifier) const
{
    auto *search = new CustomerSearch(m_client, identifier);
    Call<std::optional<Customer>> call = search->call();
    search->start();
    return call;
}

} // namespace saltdesk::api
