// SPDX-License-Identifier: Apache-2.0
#include "customer/CustomerLookup.h"

#include "resources/ConnectionsApi.h"
#include "resources/CustomersApi.h"
#include "transport/ApiClient.h"

#include <algorithm>

namespace saltdesk::models {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Ids of the API have 18 or 19 digits today; numbers that companies give their customers are shorter.
constexpr qsizetype fewestSearchedDigits = 15;

/// "There is no such thing": the next meaning may fit. A number out of range is an id that nothing can have.
bool meansNobody(const api::ApiError &error)
{
    return error.errorClass == "CustomerNotFound"_L1 || error.errorClass == "ConnectionNotFound"_L1 ||
           error.errorClass == "ValueOutOfRange"_L1;
}

} // namespace

QList<CustomerLookup::Step> CustomerLookup::stepsFor(const QString &text)
{
    const bool digits = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!digits) {
        return {Step::Identifier};
    }
    if (text.size() >= fewestSearchedDigits) {
        return {Step::CustomerId, Step::ConnectionId, Step::Identifier};
    }
    return {Step::Identifier, Step::CustomerId, Step::ConnectionId};
}

CustomerLookup::CustomerLookup(api::ApiClient &client, const QString &text, const QList<Step> &steps, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_text(text)
    , m_steps(steps)
{}

CustomerLookup::~CustomerLookup()
{
    if (m_abort) {
        m_abort();
    }
}

void CustomerLookup::start()
{
    tryNext();
}

void CustomerLookup::tryNext()
{
    m_abort = {};
    if (m_steps.isEmpty()) {
        emit foundNobody();
        return;
    }
    switch (m_steps.takeFirst()) {
    case Step::CustomerId:
        tryCustomer();
        return;
    case Step::ConnectionId:
        tryConnection();
        return;
    case Step::Identifier:
        tryIdentifier();
        return;
    }
}

void CustomerLookup::tryCustomer()
{
    const auto call = api::CustomersApi(m_client).show(api::CustomerId(m_text));
    m_abort = [call] { call.abort(); };
    call.then(this, [this](const api::Result<api::Customer> &result) {
        if (result) {
            emit found(*result, {});
        } else {
            refused(result.error());
        }
    });
}

void CustomerLookup::tryConnection()
{
    const auto call = api::ConnectionsApi(m_client).show(api::ConnectionId(m_text));
    m_abort = [call] { call.abort(); };
    call.then(this, [this](const api::Result<api::ConnectionDocument> &result) {
        if (!result) {
            refused(result.error());
        } else if (result->connection.customerId.value().isEmpty()) {
            tryNext();
        } else {
            readOwner(result->connection.customerId.value(), result->connection.id);
        }
    });
}

void CustomerLookup::tryIdentifier()
{
    const auto call = api::CustomersApi(m_client).findByIdentifier(m_text);
    m_abort = [call] { call.abort(); };
    call.then(this, [this](const api::Result<std::optional<api::Customer>> &result) {
        if (!result) {
            refused(result.error());
        } else if (!result->has_value()) {
            tryNext();
        } else {
            emit found(**result, {});
        }
    });
}

void CustomerLookup::readOwner(const api::CustomerId &owner, const api::ConnectionId &connection)
{
    const auto call = api::CustomersApi(m_client).show(owner);
    m_abort = [call] { call.abort(); };
    call.then(this, [this, owner, connection](const api::Result<api::Customer> &result) {
        if (result) {
            emit found(*result, connection);
        } else if (meansNobody(result.error())) {
            // The connection names its customer, so his list can be read even if he can't be looked at.
            api::Customer nameless;
            nameless.id = owner;
            emit found(nameless, connection);
        } else {
            emit failed(result.error());
        }
    });
}

void CustomerLookup::refused(const api::ApiError &error)
{
    if (meansNobody(error)) {
        tryNext();
    } else {
        emit failed(error);
    }
}

} // namespace saltdesk::models
