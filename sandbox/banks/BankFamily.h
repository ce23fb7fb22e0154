// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace saltdesk::sandbox {

/// The bank files that one file stands for: itself and, where it has a `family`, one more bank for each of its
/// `failures` that always ends so. `family` says how their `code` and `name` are made (`{}` stands for the class, in
/// the code in snake case) and their `first_id`. A file that is not JSON stands for itself.
[[nodiscard]] QList<QByteArray> withFamily(const QByteArray &json);

} // namespace saltdesk::sandbox
