// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testing/Arrival.h"
#include "testing/FakeNetwork.h"
#include "testing/ManualClock.h"
#include "transport/ApiClient.h"

#include <QUrlQuery>

namespace saltdesk::testing {

/// A client with keys whose network answers what a test says.
struct ApiFixture
{
    ManualClock clock;
    FakeNetwork network;
    api::ApiClient client{network, endpointAt(QUrl(QStringLiteral("https://www.saltedge.com/api/v5"))), clock,
                          hastyLimits()};

    /// The value of a query item of the n-th request; null when it has none.
    [[nodiscard]] QString queried(qsizetype request, const QString &item) const
    {
        const QUrlQuery query(network.sent().at(request).url());
        return query.hasQueryItem(item) ? query.queryItemValue(item, QUrl::FullyDecoded) : QString();
    }
    [[nodiscard]] QString path(qsizetype request) const { return network.sent().at(request).url().path(); }
    /// An answer that waits until it is aborted.
    void hang()
    {
        FakeAnswer answer;
        answer.hangs = true;
        network.answer(answer);
    }
};

/// A page of records that have an id and nothing else. `nextId` is JSON.
inline QByteArray pageOf(const QByteArrayList &ids, const QByteArray &nextId = "null")
{
    QByteArrayList records;
    for (const QByteArray &id : ids) {
        records.append("{\"id\":\"" + id + "\"}");
    }
    return "{\"data\":[" + records.join(',') + "],\"meta\":{\"next_id\":" + nextId + ",\"next_page\":null}}";
}

} // namespace saltdesk::testing
