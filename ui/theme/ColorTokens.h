// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "environment/Environment.h"
#include "situation/Situation.h"

#include <QColor>
#include <QPalette>

namespace saltdesk::ui {

/// The named colours of the window, once for light and once for dark. Widgets never name a colour themselves: they ask
/// of() with their own palette whenever they paint, so a change of the palette is all that a change of theme needs.
struct ColorTokens
{
    QColor window;
    QColor panel;
    QColor stripe;
    QColor hover;
    QColor line;
    QColor text;
    QColor muted;
    QColor accent;
    QColor accentHover;
    QColor onAccent;
    QColor selection;
    QColor good;
    QColor warning;
    QColor bad;
    QColor running;
    QColor idle;
    QColor goodGround;
    QColor warningGround;
    QColor badGround;
    QColor runningGround;
    QColor idleGround;
    QColor sandbox;
    QColor test;
    QColor live;

    [[nodiscard]] static const ColorTokens &light();
    [[nodiscard]] static const ColorTokens &dark();
    /// The set that a palette was made from; for a foreign palette the one that fits its lightness.
    [[nodiscard]] static const ColorTokens &of(const QPalette &palette);

    [[nodiscard]] QColor tone(models::Tone tone) const;
    /// The tint behind a text of that tone.
    [[nodiscard]] QColor ground(models::Tone tone) const;
    [[nodiscard]] QColor environment(models::EnvironmentKind kind) const;
    [[nodiscard]] QPalette palette() const;
};

} // namespace saltdesk::ui
