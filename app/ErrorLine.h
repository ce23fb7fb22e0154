// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::app {

/// Writes "saltdesk: …" to stderr: one line whatever the text holds, through the redactor.
void writeErrorLine(const QString &text);

} // namespace saltdesk::app
