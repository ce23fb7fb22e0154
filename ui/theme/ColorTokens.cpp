// SPDX-License-Identifier: Apache-2.0
#include "theme/ColorTokens.h"

namespace saltdesk::ui {

const ColorTokens &ColorTokens::light()
{
    static const ColorTokens tokens{
        .window = QColor(0xf6f7f9),
        .panel = QColor(0xffffff),
        .stripe = QColor(0xfafbfc),
        .hover = QColor(0xf0f3f7),
        .line = QColor(0xdfe3e8),
        .text = QColor(0x1c2430),
        .muted = QColor(0x5f6b7a),
        .accent = QColor(0x1f5fd0),
        .accentHover = QColor(0x1a52b5),
        .onAccent = QColor(0xffffff),
        .selection = QColor(0xdbe7fb),
        .good = QColor(0x17733f),
        .warning = QColor(0x8a5a00),
        .bad = QColor(0xb3261e),
        .running = QColor(0x1f5fd0),
        .idle = QColor(0x5f6b7a),
        .goodGround = QColor(0xe1f4e8),
        .warningGround = QColor(0xfdf0cf),
        .badGround = QColor(0xfde7e5),
        .runningGround = QColor(0xe2ecfd),
        .idleGround = QColor(0xeceff3),
        .sandbox = QColor(0x1f5fd0),
        .test = QColor(0x96590a),
        .live = QColor(0xb3261e),
    };
    return tokens;
}

const ColorTokens &ColorTokens::dark()
{
    static const ColorTokens tokens{
        .window = QColor(0x1b1f26),
        .panel = QColor(0x232831),
        .stripe = QColor(0x262c36),
        .hover = QColor(0x2c333e),
        .line = QColor(0x363d49),
        .text = QColor(0xe8ecf2),
        .muted = QColor(0x9aa6b6),
        .accent = QColor(0x6ea3ff),
        .accentHover = QColor(0x8ab5ff),
        .onAccent = QColor(0x10151d),
        .selection = QColor(0x2f4266),
        .good = QColor(0x6fd39b),
        .warning = QColor(0xf0c060),
        .bad = QColor(0xff9a90),
        .running = QColor(0x8fb8ff),
        .idle = QColor(0x9aa6b6),
        .goodGround = QColor(0x1d3a2b),
        .warningGround = QColor(0x41341a),
        .badGround = QColor(0x4a2422),
        .runningGround = QColor(0x20365f),
        .idleGround = QColor(0x323946),
        .sandbox = QColor(0x2455b0),
        .test = QColor(0x7d4a08),
        .live = QColor(0x96201a),
    };
    return tokens;
}

const ColorTokens &ColorTokens::of(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? dark() : light();
}

QColor ColorTokens::tone(models::Tone tone) const
{
    switch (tone) {
    case models::Tone::Good:
        return good;
    case models::Tone::Warning:
        return warning;
    case models::Tone::Bad:
        return bad;
    case models::Tone::Running:
        return running;
    case models::Tone::Idle:
        return idle;
    }
    return idle;
}

QColor ColorTokens::ground(models::Tone tone) const
{
    switch (tone) {
    case models::Tone::Good:
        return goodGround;
    case models::Tone::Warning:
        return warningGround;
    case models::Tone::Bad:
        return badGround;
    case models::Tone::Running:
        return runningGround;
    case models::Tone::Idle:
        return idleGround;
    }
    return idleGround;
}

QColor ColorTokens::environment(models::EnvironmentKind kind) const
{
    switch (kind) {
    case models::EnvironmentKind::Sandbox:
        return sandbox;
    case models::EnvironmentKind::Test:
        return test;
    case models::EnvironmentKind::Live:
        return live;
    }
    return live;
}

QPalette ColorTokens::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, panel);
    palette.setColor(QPalette::AlternateBase, stripe);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, muted);
    palette.setColor(QPalette::Button, panel);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, onAccent);
    palette.setColor(QPalette::Highlight, selection);
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::ToolTipBase, panel);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Light, panel);
    palette.setColor(QPalette::Midlight, hover);
    palette.setColor(QPalette::Mid, line);
    palette.setColor(QPalette::Dark, line);
    palette.setColor(QPalette::Shadow, line);
    const QColor faint =
        QColor::fromRgbF((muted.redF() * 7 + panel.redF() * 3) / 10, //
                         (muted.greenF() * 7 + panel.greenF() * 3) / 10, (muted.blueF() * 7 + panel.blueF() * 3) / 10);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        palette.setColor(QPalette::Disabled, role, faint);
    }
    return palette;
}

} // namespace saltdesk::ui
