// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Secret.h"

#include <QString>

class QLineEdit;

namespace saltdesk::ui {

/// What was typed, as bytes that are overwritten when they go.
[[nodiscard]] api::Secret secretOf(const QString &typed);

/// Overwrites the text that the field holds and empties it, its undo history included. Copies that Qt made while it was
/// typed are out of reach.
void wipeField(QLineEdit &field);

} // namespace saltdesk::ui
