// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::sandbox {

/// A number that looks random and is always the same one for this text: what invented objects are made of.
[[nodiscard]] quint32 seededNumber(const QString &text);

} // namespace saltdesk::sandbox
