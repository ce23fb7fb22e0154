// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiRequest.h"
#include "transport/Result.h"
#include "types/ConnectionPage.h"

#include <QObject>

#include <memory>

namespace saltdesk::api {

class ApiClient;

/// What a finished listing amounts to.
struct ListingSummary
{
    qsizetype rows = 0;
    int pages = 0;

    friend bool operator==(const ListingSummary &, const ListingSummary &) = default;
};

/// Reads a list of connections page by page: asks for the next page before it parses this one, parses off the thread,
/// hands pages over in order.
///
/// Owned by the caller; destroying it aborts. Signals: pageReady for each page in order, then ended exactly once,
/// always after the event loop has turned. A page that was asked for on the strength of a scanned id is dropped when
/// the parse disagrees. A `next_id` seen before ends the listing with ErrorKind::PagingLoop; an id seen before becomes
/// a warning and its record is dropped. After an error the pages already handed over stay valid: the list is
/// incomplete, not wrong.
class ConnectionListing : public QObject
{
    Q_OBJECT

public:
    /// `firstPage` is repeated with `from_id` for each further one.
    ConnectionListing(ApiClient &client, ApiRequest firstPage, QObject *parent = nullptr);
    ~ConnectionListing() override;

    void abort();

signals:
    void pageReady(const std::shared_ptr<const saltdesk::api::ConnectionPage> &page);
    void ended(const saltdesk::api::Result<saltdesk::api::ListingSummary> &result);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saltdesk::api
