// SPDX-License-Identifier: Apache-2.0
#include "resources/CustomersApi.h"

#include "codec/CustomerWriter.h"
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
    const ApiRequest request = requestAbout(id.toString(), Method::Get, v5::customer);
    return decodedAnswer<Customer>(m_client.send(request), Method::Get, decodeCustomer);
}

Call<Customer> CustomersApi::create(const QString &identifier) const
{
    const ApiRequest request = writeTo(v5::customers, Method::Post, writeCreateCustomer(identifier));
    return decodedAnswer<Customer>(m_client.send(request), Method::Post, decodeCustomer);
}

Call<CustomerChange> CustomersApi::remove(const CustomerId &id) const
{
    return change(id, Method::Delete, v5::customer);
}

Call<CustomerChange> CustomersApi::lock(const CustomerId &id) const
{
    return change(id, Method::Put, v5::customerLock);
}

Call<CustomerChange> CustomersApi::unlock(const CustomerId &id) const
{
    return change(id, Method::Put, v5::customerUnlock);
}

Call<CustomerChange> CustomersApi::change(const CustomerId &id, Method method, QLatin1StringView path) const
{
    return decodedAnswer<CustomerChange>(
        m_client.send(concerning(requestAbout(id.toString(), method, path), {.customer = id.toString()})), method,
        decodeCustomerChange);
}

Call<std::optional<Customer>> CustomersApi::findByIdentifier(const QString &identifier) const
{
    auto *search = new CustomerSearch(m_client, identifier);
    Call<std::optional<Customer>> call = search->call();
    search->start();
    return call;
}

} // namespace saltdesk::api
