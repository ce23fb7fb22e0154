// SPDX-License-Identifier: Apache-2.0
#include "states/MessageBar.h"

#include "privacy/CopiedText.h"
#include "privacy/Personal.h"
#include "theme/ButtonRole.h"
#include "theme/ColorTokens.h"
#include "theme/SymbolicIcon.h"
#include "theme/ToneIcon.h"
#include "theme/WrappedLabel.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_title(new WrappedLabel)
    , m_text(new WrappedLabel)
    , m_fine(new WrappedLabel)
    , m_action(new QPushButton)
    , m_copy(new QPushButton(tr("Copy")))
    , m_close(new QToolButton)
{
    build();
    hide();
}

void MessageBar::build()
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_fine->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy->setAccessibleName(tr("Copy the message"));
    // Enter in a dialog is for the dialog's own button.
    m_action->setAutoDefault(false);
    m_copy->setAutoDefault(false);
    m_close->setIcon(SymbolicIcon::icon(u"close"_s));
    m_close->setAccessibleName(tr("Dismiss the message"));
    m_close->setToolTip(tr("Dismiss"));
    setButtonRole(m_close, ButtonRole::Quiet);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addWidget(m_fine);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 10, 12, 10);
    row->setSpacing(8);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addSpacing(4);
    row->addLayout(words, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    row->addWidget(m_copy, 0, Qt::AlignVCenter);
    row->addWidget(m_close, 0, Qt::AlignVCenter);

    connect(m_action, &QPushButton::clicked, this, &MessageBar::actionTriggered);
    connect(m_copy, &QPushButton::clicked, this, [this] { copyRedacted(m_message.copyText); });
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        emit dismissed();
    });
}

void MessageBar::setDismissable(bool dismissable)
{
    m_close->setVisible(dismissable);
}

void MessageBar::tell(const Message &message)
{
    m_repeats = message == m_message ? m_repeats + 1 : 1;
    m_message = message;
    showWords();
    showColours();
    setVisible(!message.isEmpty());
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::clear()
{
    m_message = {};
    m_repeats = 0;
    hide();
}

void MessageBar::showWords()
{
    m_title->setText(m_repeats > 1 ? tr("%1 (%n times)", nullptr, m_repeats).arg(m_message.title) : m_message.title);
    markPersonal(m_title, m_message.personal);
    m_text->setText(m_message.text);
    m_text->setVisible(!m_message.text.isEmpty());
    m_fine->setText(m_message.fine);
    m_fine->setVisible(!m_message.fine.isEmpty());
    m_action->setText(m_message.actionText);
    m_action->setVisible(!m_message.actionText.isEmpty());
    m_copy->setVisible(!m_message.copyText.isEmpty());
    setAccessibleName(m_message.title);
    setAccessibleDescription(QString(m_message.text + u' ' + m_message.fine).trimmed());
}

void MessageBar::showColours()
{
    const ColorTokens &tokens = ColorTokens::of(palette());
    m_icon->setPixmap(
        SymbolicIcon::pixmap(toneIcon(m_message.tone), tokens.tone(m_message.tone), 16, devicePixelRatioF()));
    // What the labels change is painted by itself; the ground around them is not.
    update();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const ColorTokens &tokens = ColorTokens::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tokens.ground(m_message.tone));
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.line);
    painter.fillRect(QRect(0, 0, 4, height()), tokens.tone(m_message.tone));
}

void MessageBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_message.isEmpty()) {
        showColours();
    }
}

} // namespace saltdesk::ui
