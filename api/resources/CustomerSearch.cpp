// SPDX-License-Identifier: Apache-2.0
#include "resources/CustomerSearch.h"

#include "codec/RoutesV5.h"
#include "resources/DecodedAnswer.h"
#include "resources/ListFailure.h"
#include "resources/ListQuery.h"
#include "transport/ApiClient.h"

#include <algorithm>
#include <utility>

namespace saltdesk::api {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The longest page there is, so that an ignored filter costs the fewest requests (reference 1.3).
constexpr int searchPageSize = 1000;

} // namespace

CustomerSearch::CustomerSearch(ApiClient &client, QString identifier)
    : PendingRequest(&client)
    , m_client(client)
    , m_identifier(std::move(identifier))
{
    m_promise.start();
}

CustomerSearch::~CustomerSearch()
{
    if (!m_ended) {
        m_promise.addResult(listFailure(ErrorKind::Aborted, tr("The search was stopped.")));
        m_promise.finish();
    }
}

Call<std::optional<Customer>> CustomerSearch::call()
{
    return {m_promise.future(), this};
}

void CustomerSearch::abort()
{
    // The running page ends with Aborted, and that ends the search.
    m_page.abort();
}

void CustomerSearch::ask(const QString &nextId)
{
    const ApiRequest first = listRequest(v5::customers, {{u"identifier"_s, m_identifier}}, searchPageSize);
    m_page = decodedAnswer<CustomerPage>(m_client.send(fromId(first, nextId)), Method::Get, decodeCustomerPage);
    m_page.then(this, [this](const Result<CustomerPage> &page) { take(page); });
}

void CustomerSearch::take(const Result<CustomerPage> &page)
{
    if (!page) {
        end(tl::unexpected(page.error()));
        return;
    }
    const auto match = std::find_if(page->records.begin(), page->records.end(), [this](const Customer &customer) {
        return customer.identifier && *customer.identifier == m_identifier;
    });
    if (match != page->records.end()) {
        end(*match);
    } else if (page->nextId.isEmpty()) {
        end(std::nullopt);
    } else if (m_seenNextIds.contains(page->nextId)) {
        end(listFailure(ErrorKind::PagingLoop, tr("The list of customers points back into itself.")));
    } else {
        m_seenNextIds.insert(page->nextId);
        ask(page->nextId);
    }
}

void CustomerSearch::end(Result<std::optional<Customer>> result)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    deleteLater();
    m_promise.addResult(std::move(result));
    m_promise.finish();
}

} // namespace saltdesk::api
