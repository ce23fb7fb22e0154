// SPDX-License-Identifier: Apache-2.0
#include "link/ExpiryLine.h"

#include "theme/ColorTokens.h"
#include "theme/SymbolicIcon.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>

namespace saltdesk::ui {

namespace {
constexpr int expiryHeight = 32;
constexpr int expiryIcon = 16;
} // namespace

ExpiryLine::ExpiryLine(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_text(new QLabel)
{
    setFixedHeight(expiryHeight);
    m_icon->setFixedSize(expiryIcon, expiryIcon);
    m_text->setTextFormat(Qt::PlainText);
    QFont bold = font();
    bold.setBold(true);
    m_text->setFont(bold);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
}

void ExpiryLine::tell(const ExpiryWords &words)
{
    const bool otherTone = words.tone != m_words.tone;
    m_words = words;
    m_text->setText(words.text);
    setAccessibleName(words.text);
    showColours();
    if (otherTone) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void ExpiryLine::showColours()
{
    const ColorTokens &tokens = ColorTokens::of(palette());
    m_icon->setPixmap(m_words.icon.isEmpty() ? QPixmap()
                                             : SymbolicIcon::pixmap(m_words.icon, tokens.tone(m_words.tone), expiryIcon,
                                                                    devicePixelRatioF()));
    QPalette own;
    own.setColor(QPalette::WindowText, tokens.tone(m_words.tone));
    m_text->setPalette(own);
    update();
}

void ExpiryLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ColorTokens::of(palette()).ground(m_words.tone));
    painter.drawRoundedRect(rect(), 6, 6);
}

void ExpiryLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showColours();
    }
}

} // namespace saltdesk::ui
