// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Ids.h"

#include <QDateTime>
#include <QString>

namespace saltdesk::models {

/// What lies beside the local history that is in use: the files of other accounts, and damaged ones that were kept
/// aside. Blocking; from any thread. `path` is the file in use, or would be; empty: there is no folder.

/// Removes the customer from the other accounts' files, and the damaged ones as a whole, in which nobody can be looked
/// for. False: something may be left.
[[nodiscard]] bool forgetBeside(const QString &path, const api::CustomerId &customer);
/// Damaged files that were kept aside before then.
void removeDamagedBeside(const QString &path, const QDateTime &before);

} // namespace saltdesk::models
