// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace saltdesk::ui {

/// The one-coloured icons of resources/icons, drawn in the colour of the text beside them.
namespace SymbolicIcon {

enum class Ink { Text, Muted };

/// An icon that takes the palette's button text colour each time it is drawn, so it follows a change of theme.
[[nodiscard]] QIcon icon(const QString &name, Ink ink = Ink::Text);
/// `size` in device-independent pixels. Drawn once per name, colour, size and ratio.
[[nodiscard]] QPixmap pixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio);

} // namespace SymbolicIcon

} // namespace saltdesk::ui
