// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPalette>
#include <QRect>

class QPainter;

namespace saltdesk::ui {

/// Paints soft bars where lines of text would stand. They are made from the place alone and not from the text, so no
/// picture of them can be turned back into one, as a blur can. `lineHeight` in pixels.
void paintVeil(QPainter &painter, const QRect &place, int lineHeight, const QPalette &palette);

} // namespace saltdesk::ui
