// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringView>

namespace saltdesk::models {

/// Whether an address carries its content itself.
[[nodiscard]] bool isEmbedded(QStringView address);

/// The picture in a `data:` address: base64 that is declared as PNG, JPEG, GIF or WebP and is one of these, of 2 MiB at
/// most. Empty for all else.
[[nodiscard]] QByteArray embeddedPicture(QStringView address);

} // namespace saltdesk::models
