// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "handlers/Call.h"

#include <QDate>

namespace saltdesk::sandbox {

/// A parameter of the query that is `true` or `false`; false when it is absent.
[[nodiscard]] Outcome<bool> queryFlag(const Call &call, const QString &name);
/// One of `allowed`; empty when it is absent.
[[nodiscard]] Outcome<QString> queryChoice(const Call &call, const QString &name, const QStringList &allowed);
/// A date; invalid when it is absent.
[[nodiscard]] Outcome<QDate> queryDate(const Call &call, const QString &name);

} // namespace saltdesk::sandbox
