// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "history/StageScale.h"

#include <QPalette>
#include <QRect>

class QPainter;

namespace saltdesk::ui {

/// Paints the stages of an attempt to scale. Passed ones are plain; where the bank waited for the customer is hatched;
/// the one that failed carries a cross; one whose time is not known is an outline.
void paintStageStrip(QPainter &painter, const QRect &place, const models::StageScale &scale, const QPalette &palette);

} // namespace saltdesk::ui
