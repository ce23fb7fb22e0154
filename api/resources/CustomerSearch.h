// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/CustomerDecoder.h"
#include "transport/Call.h"
#include "transport/PendingRequest.h"

#include <QPromise>
#include <QSet>
#include <QString>

#include <optional>

namespace saltdesk::api {

class ApiClient;

/// Looks for the customer with an identifier: asks with the filter and believes only an exact match, walking on through
/// the pages in case the server ignored the filter. Child of the ApiClient; deletes itself after it ended. A `next_id`
/// that was seen before ends it with ErrorKind::PagingLoop.
class CustomerSearch final : public PendingRequest
{
    Q_OBJECT

public:
    CustomerSearch(ApiClient &client, QString identifier);
    ~CustomerSearch() override;

    [[nodiscard]] Call<std::optional<Customer>> call();
    void start() { ask({}); }
    void abort() override;

private:
    void ask(const QString &nextId);
    void take(const Result<CustomerPage> &page);
    void end(Result<std::optional<Customer>> result);

    ApiClient &m_client;
    QString m_identifier;
    Call<CustomerPage> m_page;
    QSet<QString> m_seenNextIds;
    QPromise<Result<std::optional<Customer>>> m_promise;
    bool m_ended = false;
};

} // namespace saltdesk::api
