// SPDX-License-Identifier: Apache-2.0
#include "connecting/NewcomerSearch.h"

#include <algorithm>

namespace saltdesk::models {
namespace {

/// The server's clock is known to a second or two, and creation times are cut to seconds.
constexpr qint64 clockSlack = 5;

QString idText(const api::CompactId &id, const api::TextPool &texts)
{
    return QString::fromStdString(id.text(texts));
}

bool canBe(const api::ConnectionRow &row, const api::TextPool &texts, const Newcomer &newcomer)
{
    const std::string_view code = texts.text(row.providerCode);
    const bool sameBank = QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size())) == newcomer.providerCode;
    const QDateTime created = row.createdAt.toDateTime();
    const bool young = !created.isValid() || created >= newcomer.sentAt.addSecs(-clockSlack);
    return sameBank && young && !newcomer.known.contains(api::ConnectionId(idText(row.id, texts)));
}

} // namespace

std::optional<FoundConnection> findNewcomer(const api::ConnectionPage &page, const Newcomer &newcomer)
{
    // Lists ascend, newest last.
    const auto found = std::find_if(page.rows.rbegin(), page.rows.rend(),
                                    [&](const api::ConnectionRow &row) { return canBe(row, page.texts, newcomer); });
    if (found == page.rows.rend()) {
        return std::nullopt;
    }
    return FoundConnection{.id = api::ConnectionId(idText(found->id, page.texts)),
                           .attempt = found->hasAttempt ? api::AttemptId(idText(found->attemptId, page.texts))
                                                        : api::AttemptId()};
}

} // namespace saltdesk::models
