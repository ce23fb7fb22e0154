// SPDX-License-Identifier: Apache-2.0
#include "details/SentenceCard.h"

#include "theme/ButtonRole.h"
#include "theme/ColorTokens.h"
#include "theme/HeadingFont.h"
#include "theme/SymbolicIcon.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

namespace saltdesk::ui {

using models::NextAction;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The words of the button; empty for what this window can't do, where only the customer or the bank can act.
QString actionWords(NextAction action)
{
    switch (action) {
    case NextAction::Refresh:
        return SentenceCard::tr("Refresh");
    case NextAction::Remove:
        return SentenceCard::tr("Remove…");
    case NextAction::Reconnect:
        return SentenceCard::tr("Reconnect…");
    case NextAction::Answer:
        return SentenceCard::tr("Answer…");
    case NextAction::None:
        break;
    }
    return {};
}

} // namespace

SentenceCard::SentenceCard(QWidget *parent)
    : QWidget(parent)
    , m_headline(new WrappedLabel)
    , m_explanation(new WrappedLabel)
    , m_fine(new WrappedLabel)
    , m_action(new QPushButton)
    , m_copy(new QPushButton(tr("Copy for customer")))
{
    m_headline->setFont(headingFont(font(), 1.3));
    m_fine->setMuted(true);
    m_fine->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy->setToolTip(tr("Copies a sentence to be read out to the customer (F2)"));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_action);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 14, 16, 16);
    column->setSpacing(6);
    column->addWidget(m_headline);
    column->addWidget(m_explanation);
    column->addSpacing(2);
    column->addWidget(m_fine);
    column->addSpacing(6);
    column->addLayout(buttons);

    connect(m_action, &QPushButton::clicked, this, [this] { emit actionWanted(m_diagnosis.action); });
    connect(m_copy, &QPushButton::clicked, this, &SentenceCard::copyWanted);
}

void SentenceCard::tell(const models::Diagnosis &diagnosis, bool possible)
{
    m_diagnosis = diagnosis;
    m_headline->setText(diagnosis.headline);
    m_explanation->setText(diagnosis.explanation);
    m_explanation->setVisible(!diagnosis.explanation.isEmpty());
    m_fine->setText(diagnosis.fine);
    m_fine->setVisible(!diagnosis.fine.isEmpty());
    const QString words = actionWords(diagnosis.action);
    m_action->setText(words);
    m_action->setVisible(!words.isEmpty() && possible);
    setButtonRole(m_action, diagnosis.action == NextAction::Remove ? ButtonRole::Destructive : ButtonRole::Primary);
    setButtonRole(m_copy, m_action->isHidden() ? ButtonRole::Primary : ButtonRole::Normal);
    m_copy->setVisible(!diagnosis.sentenceForCustomer.isEmpty());
    setAccessibleName(diagnosis.headline);
    setAccessibleDescription(diagnosis.explanation);
    update();
}

void SentenceCard::paintEvent(QPaintEvent *)
{
    constexpr int radius = 8;
    const ColorTokens &tokens = ColorTokens::of(palette());
    const QRectF outline = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath card;
    card.addRoundedRect(outline, radius, radius);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(card, tokens.panel);
    painter.save();
    painter.setClipPath(card);
    painter.fillRect(QRect(0, 0, 4, height()), tokens.tone(m_diagnosis.tone));
    painter.restore();
    painter.setPen(tokens.line);
    painter.drawPath(card);
    painter.setClipRect(QRect(0, 0, 4, height()));
    painter.setPen(tokens.tone(m_diagnosis.tone));
    painter.drawPath(card);
}

} // namespace saltdesk::ui
