// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPixmap>

class QWidget;

namespace saltdesk::ui {

/// A picture of a widget and what is in it, in which everything marked as personal is veiled as in presenter mode, be
/// that on or off. The widget looks as before afterwards.
[[nodiscard]] QPixmap veiledPicture(QWidget &widget);

} // namespace saltdesk::ui
