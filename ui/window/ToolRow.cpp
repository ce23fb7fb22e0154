// SPDX-License-Identifier: Apache-2.0
#include "window/ToolRow.h"

#include "theme/ButtonRole.h"
#include "theme/ColorTokens.h"
#include "window/FindField.h"
#include "window/WindowActions.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace saltdesk::ui {

ToolRow::ToolRow(WindowActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_find(new FindField(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *label = new QLabel(tr("Find customer or connection"), this);
    label->setBuddy(m_find);
    label->hide();
    m_find->setMinimumWidth(200);
    m_find->setMaximumWidth(330);

    QToolButton *createNew = button(actions.createNew, tr("New connection"));
    setButtonRole(createNew, ButtonRole::Primary);
    QToolButton *refresh = button(actions.refresh, tr("Refresh"));
    // Room for the countdown, so that its neighbours keep their places.
    refresh->setMinimumWidth(QFontMetrics(refresh->font()).horizontalAdvance(tr("Refresh in %1").arg(u"00:00")) + 26);
    QToolButton *remove = button(actions.remove, tr("Remove"));
    setButtonRole(remove, ButtonRole::Destructive);
    QToolButton *lock = button(actions.lock, {});
    lock->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_find, 4);
    row->addWidget(createNew);
    row->addWidget(button(actions.reconnect, tr("Reconnect")));
    row->addWidget(refresh);
    row->addWidget(button(actions.answer, tr("Answer")));
    row->addWidget(button(actions.update, tr("Update")));
    row->addWidget(remove);
    row->addStretch(1);
    row->addWidget(lock);
}

QToolButton *ToolRow::button(QAction *action, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAccessibleName(name);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void ToolRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), ColorTokens::of(palette()).line);
}

} // namespace saltdesk::ui
