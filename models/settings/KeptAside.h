// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::models {

/// Copies a file that is about to be replaced beside itself, with `why` and the time in its name: nothing of the
/// agent's is lost. The copy's path; empty when it could not be made.
[[nodiscard]] QString keepAside(const QString &path, const QString &why);

} // namespace saltdesk::models
