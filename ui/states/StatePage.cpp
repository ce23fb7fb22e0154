// SPDX-License-Identifier: Apache-2.0
#include "states/StatePage.h"

#include "privacy/CopiedText.h"
#include "privacy/Personal.h"
#include "states/BusyBar.h"
#include "theme/ButtonRole.h"
#include "theme/ColorTokens.h"
#include "theme/HeadingFont.h"
#include "theme/SymbolicIcon.h"
#include "theme/WrappedLabel.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>

namespace saltdesk::ui {

namespace {

QString actionWords(PageAction action)
{
    switch (action) {
    case PageAction::None:
        return {};
    case PageAction::ClearFilters:
        return StatePage::tr("Clear filters");
    case PageAction::ReadAgain:
        return StatePage::tr("Read again");
    case PageAction::Find:
        return StatePage::tr("Find customer or connection");
    case PageAction::Cancel:
        return StatePage::tr("Cancel");
    }
    return {};
}

} // namespace

StatePage::StatePage(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_title(new WrappedLabel)
    , m_text(new WrappedLabel)
    , m_fine(new WrappedLabel)
    , m_busy(new BusyBar)
    , m_action(new QPushButton)
    , m_copy(new QPushButton(tr("Copy")))
{
    build();
    m_soon.setSingleShot(true);
    m_soon.setInterval(std::chrono::milliseconds(200));
    m_later.setSingleShot(true);
    m_later.setInterval(std::chrono::seconds(1));
    connect(&m_soon, &QTimer::timeout, this, &StatePage::reveal);
    connect(&m_later, &QTimer::timeout, this, [this] {
        m_busy->show();
        showButtons(true);
    });
    connect(m_action, &QPushButton::clicked, this, [this] { emit actionWanted(m_state.action); });
    connect(m_copy, &QPushButton::clicked, this, [this] { copyRedacted(m_state.copyText); });
}

void StatePage::build()
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setFont(headingFont(font(), 1.2));
    m_text->setMuted(true);
    m_fine->setMuted(true);
    m_fine->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_icon->setAlignment(Qt::AlignCenter);
    for (WrappedLabel *label : {m_title, m_text, m_fine}) {
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    }
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_action);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    auto *middle = new QVBoxLayout;
    middle->setSpacing(8);
    middle->addStretch(2);
    middle->addWidget(m_icon);
    middle->addSpacing(4);
    middle->addWidget(m_title);
    middle->addWidget(m_text);
    middle->addWidget(m_fine);
    middle->addWidget(m_busy, 0, Qt::AlignHCenter);
    middle->addSpacing(8);
    middle->addLayout(buttons);
    middle->addStretch(3);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addLayout(middle, 4);
    row->addStretch(1);
}

void StatePage::show(const PageState &state)
{
    if (state == m_state) {
        return;
    }
    const bool wasBusy = m_state.busy;
    m_state = state;
    m_title->setText(state.title);
    markPersonal(m_title, state.personal);
    m_text->setText(state.text);
    m_fine->setText(state.fine);
    m_action->setText(actionWords(state.action));
    setButtonRole(m_action, state.busy ? ButtonRole::Normal : ButtonRole::Primary);
    setAccessibleName(state.title);
    setAccessibleDescription(state.text);
    if (!state.busy) {
        m_soon.stop();
        m_later.stop();
        m_busy->hide();
        showButtons(true);
        reveal();
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    } else if (!wasBusy) {
        for (QWidget *part :
             {static_cast<QWidget *>(m_icon), static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_text),
              static_cast<QWidget *>(m_fine), static_cast<QWidget *>(m_busy)}) {
            part->hide();
        }
        showButtons(false);
        m_soon.start();
        m_later.start();
    }
}

void StatePage::reveal()
{
    showIcon();
    m_title->show();
    m_text->setVisible(!m_state.text.isEmpty());
    m_fine->setVisible(!m_state.fine.isEmpty());
}

void StatePage::showButtons(bool shown)
{
    m_action->setVisible(shown && m_state.action != PageAction::None);
    m_copy->setVisible(shown && !m_state.copyText.isEmpty());
}

void StatePage::showIcon()
{
    m_icon->setVisible(!m_state.icon.isEmpty());
    if (!m_state.icon.isEmpty()) {
        const ColorTokens &tokens = ColorTokens::of(palette());
        m_icon->setPixmap(SymbolicIcon::pixmap(m_state.icon, tokens.muted, 40, devicePixelRatioF()));
    }
}

void StatePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_icon->isHidden()) {
        showIcon();
    }
}

} // namespace saltdesk::ui
