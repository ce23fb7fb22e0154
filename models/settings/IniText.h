// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace saltdesk::models {

/// Whether it is an INI text: every line is empty, a comment, a section or a value. QSettings skips what it does not
/// understand without a word, so whoever has to know looks first. Pure.
[[nodiscard]] bool isIniText(const QByteArray &bytes);

} // namespace saltdesk::models
