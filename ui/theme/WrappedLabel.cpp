// SPDX-License-Identifier: Apache-2.0
#include "theme/WrappedLabel.h"

#include "theme/ColorTokens.h"

#include <QEvent>
#include <QGuiApplication>

namespace saltdesk::ui {

WrappedLabel::WrappedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setMinimumWidth(40);
}

void WrappedLabel::setMuted(bool muted)
{
    m_muted = muted;
    applyColour();
}

QSize WrappedLabel::minimumSizeHint() const
{
    return {40, QLabel::minimumSizeHint().height()};
}

void WrappedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    const bool colours = event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange;
    const QColor wanted = ColorTokens::of(QGuiApplication::palette()).muted;
    if (colours && m_muted && palette().color(QPalette::Active, QPalette::WindowText) != wanted) {
        applyColour();
    }
}

void WrappedLabel::applyColour()
{
    QPalette own;
    if (m_muted) {
        // On a surface of the role Base a label writes in the role Text.
        for (const auto role : {QPalette::WindowText, QPalette::Text}) {
            own.setColor(role, ColorTokens::of(QGuiApplication::palette()).muted);
        }
    }
    setPalette(own);
}

} // namespace saltdesk::ui
