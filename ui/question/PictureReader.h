// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QImage>

namespace saltdesk::ui {

/// The picture in a stranger's file; null if it is none of PNG, JPEG, GIF and WebP, is damaged, or would take more than
/// eight million pixels or an edge of more than 4,096. Its size is known before anything is unpacked.
[[nodiscard]] QImage readPicture(const QByteArray &bytes);

} // namespace saltdesk::ui
