// SPDX-License-Identifier: Apache-2.0
#include "window/ToolRow.h"

#include "theme/ButtonRole.h"
#include "theme/ColorTokens.h"
#include "window/FindField.h"
#include "window/WindowActions.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace saltdesk::ui {

namespace {
constexpr int narrowTools = 980;
constexpr int narrowestTools = 800;
constexpr int widestProfile = 140;
} // namespace

ToolRow::ToolRow(WindowActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_find(new FindField(this))
    , m_update(button(actions.update, tr("Update")))
    , m_remove(button(actions.remove, tr("Remove")))
    , m_lock(button(actions.lock, {}))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *label = new QLabel(tr("Find customer or connection"), this);
    label->setBuddy(m_find);
    label->hide();
    m_find->setMinimumWidth(150);
    m_find->setMaximumWidth(330);

    QToolButton *createNew = button(actions.createNew, tr("New connection"));
    setButtonRole(createNew, ButtonRole::Primary);
    QToolButton *refresh = button(actions.refresh, tr("Refresh"));
    // Room for the countdown, so that its neighbours keep their places.
    refresh->setMinimumWidth(QFontMetrics(refresh->font()).horizontalAdvance(tr("Refresh in %1").arg(u"00:00")) + 26);
    setButtonRole(m_remove, ButtonRole::Destructive);
    m_lock->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_find, 4);
    row->addWidget(createNew);
    row->addWidget(button(actions.reconnect, tr("Reconnect")));
    row->addWidget(refresh);
    row->addWidget(button(actions.answer, tr("Answer")));
    row->addWidget(m_update);
    row->addWidget(m_remove);
    row->addStretch(1);
    row->addWidget(m_lock);
    QWidget *last = m_find;
    for (int i = 0; i < row->count(); ++i) {
        if (QWidget *next = row->itemAt(i)->widget(); next != nullptr && next != last) {
            setTabOrder(last, next);
            last = next;
        }
    }
}

void ToolRow::addProfiles(QMenu &menu, const models::Environment &environment)
{
    const bool saved = !environment.profileName.isEmpty();
    const QString name = saved ? environment.profileName : models::environmentWord(environment.kind);
    m_profile = new QToolButton(this);
    m_profile->setText(fontMetrics().elidedText(name, Qt::ElideRight, widestProfile));
    m_profile->setToolTip(tr("The profile in use: %1").arg(name.toHtmlEscaped()));
    m_profile->setAccessibleName(tr("Profile"));
    m_profile->setAccessibleDescription(name);
    // Not setMenu(): the button would show it in a loop of its own, in which a whole session may come and go.
    connect(m_profile, &QToolButton::clicked, &menu,
            [this, &menu] { menu.popup(m_profile->mapToGlobal(QPoint(0, m_profile->height()))); });
    m_profile->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_profile->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(m_profile);
    setTabOrder(m_lock, m_profile);
}

void ToolRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_update->setVisible(width() >= narrowTools);
    m_remove->setVisible(width() >= narrowTools);
    if (m_profile != nullptr) {
        m_profile->setVisible(width() >= narrowTools);
    }
    m_lock->setToolButtonStyle(width() >= narrowestTools ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
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
