// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace saltdesk::models {

/// What a picture is by its first bytes, whatever it is called: "png", "jpeg", "gif" or "webp"; empty for all else. In
/// particular for SVG, which is a document that can refer to files and addresses.
[[nodiscard]] QByteArray pictureFormat(const QByteArray &bytes);

} // namespace saltdesk::models
