// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::api {

/// What tells a record from the others of its list; a record without it can't be shown. A type without an id has an
/// overload beside it.
template <class T>
[[nodiscard]] QString recordKey(const T &record)
{
    return record.id.toString();
}

} // namespace saltdesk::api
