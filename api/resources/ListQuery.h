// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiRequest.h"

#include <QLatin1StringView>
#include <QString>

namespace saltdesk::api {

/// The request for a page of a list (reference 1.3): its filter, `per_page`, and where the page starts.
[[nodiscard]] ApiRequest listRequest(QLatin1StringView path, std::vector<std::pair<QString, QString>> filter,
                                     int perPage);
/// A request about one object: the path with its id, and a body for the writes that have one.
[[nodiscard]] ApiRequest requestAbout(const QString &id, Method method, QLatin1StringView path, QByteArray body = {});
/// A write to a route without an id.
[[nodiscard]] ApiRequest writeTo(QLatin1StringView path, Method method, QByteArray body);
/// The same write, with whom it concerns.
[[nodiscard]] ApiRequest concerning(ApiRequest request, RequestSubject subject);
/// The same list from a `next_id` on; from the beginning when it is empty.
[[nodiscard]] ApiRequest fromId(ApiRequest request, const QString &id);

} // namespace saltdesk::api
