// SPDX-License-Identifier: Apache-2.0
#include "theme/Theme.h"

#include "theme/ColorTokens.h"
#include "theme/SaltdeskStyle.h"

#include <QApplication>
#include <QEvent>

namespace saltdesk::ui {

namespace {

/// What the desktop wants. Qt 6.4 has no public word for it: it shows in the palette that an application gets which
/// sets none of its own.
bool desktopIsDark()
{
    QApplication::setPalette(QPalette());
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

} // namespace

Theme::Theme(QApplication &application, Mode mode, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_mode(mode)
{
    // The palette is asked for before the style is set, since a style brings one of its own.
    applyPalette();
    QApplication::setStyle(new SaltdeskStyle);
    m_application.installEventFilter(this);
}

void Theme::setMode(Mode mode)
{
    if (mode == m_mode) {
        return;
    }
    m_mode = mode;
    applyPalette();
    emit modeChanged(mode);
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && m_mode == Mode::System && !m_applying) {
        applyPalette();
    }
    return QObject::eventFilter(watched, event);
}

void Theme::applyPalette()
{
    m_applying = true;
    m_dark = m_mode == Mode::Dark || (m_mode == Mode::System && desktopIsDark());
    QApplication::setPalette((m_dark ? ColorTokens::dark() : ColorTokens::light()).palette());
    m_applying = false;
}

} // namespace saltdesk::ui
