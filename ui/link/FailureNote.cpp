// SPDX-License-Identifier: Apache-2.0
#include "link/FailureNote.h"

#include "privacy/CopiedText.h"
#include "theme/ColorTokens.h"
#include "theme/SymbolicIcon.h"
#include "theme/ToneIcon.h"
#include "theme/WrappedLabel.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>
#include <QScrollArea>

namespace saltdesk::ui {

FailureNote::FailureNote(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_title(new WrappedLabel)
    , m_text(new WrappedLabel)
    , m_fine(new WrappedLabel)
    , m_copy(new QPushButton(tr("Cop&y the message")))
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_fine->setMuted(true);
    m_fine->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);

    auto *words = new QWidget;
    auto *lines = new QVBoxLayout(words);
    lines->setContentsMargins(0, 0, 4, 0);
    lines->setSpacing(8);
    lines->addLayout(head);
    lines->addWidget(m_text);
    lines->addWidget(m_fine);
    lines->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("What went wrong"));
    scroll->setWidget(words);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(scroll, 1);
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    connect(m_copy, &QPushButton::clicked, this, [this] { copyRedacted(m_message.copyText); });
}

void FailureNote::tell(const Message &message)
{
    m_message = message;
    m_title->setText(message.title);
    m_text->setText(message.text);
    m_fine->setText(message.fine);
    m_fine->setVisible(!message.fine.isEmpty());
    setAccessibleName(message.title);
    setAccessibleDescription(QString(message.text + u' ' + message.fine).simplified());
    showColours();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void FailureNote::showColours()
{
    const QColor ink = ColorTokens::of(palette()).tone(m_message.tone);
    m_icon->setPixmap(SymbolicIcon::pixmap(toneIcon(m_message.tone), ink, 16, devicePixelRatioF()));
}

void FailureNote::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showColours();
    }
}

} // namespace saltdesk::ui
