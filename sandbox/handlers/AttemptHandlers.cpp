// SPDX-License-Identifier: Apache-2.0
#include "handlers/AttemptHandlers.h"

#include "handlers/Lookup.h"
#include "state/ObjectJson.h"

#include <QJsonDocument>
#include <algorithm>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

Outcome<QByteArray> AttemptHandlers::list(const Call &call) const
{
    const auto wanted = m_paging.read(call);
    if (!wanted) {
        return tl::unexpected(wanted.error());
    }
    return findQueriedConnection(m_state, call).map([&](const Connection *connection) {
        Page page;
        for (const Attempt &attempt : connection->attempts) {
            if (IdOrder()(attempt.id, wanted->fromId)) {
                continue;
            }
            if (page.rows.size() == wanted->size) {
                Paging::link(page, call, attempt.id);
                break;
            }
            page.rows.append(QJsonDocument(attemptJson(attempt)).toJson(QJsonDocument::Compact));
        }
        return listBody(page);
    });
}

Outcome<QByteArray> AttemptHandlers::show(const Call &call) const
{
    return findQueriedConnection(m_state, call).and_then([&](const Connection *connection) -> Outcome<QByteArray> {
        const auto &all = connection->attempts;
        const auto found = std::find_if(all.begin(), all.end(), [&](const Attempt &one) { return one.id == call.id; });
        if (found == all.end()) {
            return refuse(u"AttemptNotFound"_s, u"Attempt with id: '%1' was not found."_s.arg(call.id));
        }
        return objectBody(attemptJson(*found));
    });
}

} // namespace saltdesk::sandbox
