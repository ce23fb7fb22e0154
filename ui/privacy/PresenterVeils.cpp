// SPDX-License-Identifier: Apache-2.0
#include "privacy/PresenterVeils.h"

#include "privacy/Personal.h"
#include "privacy/VeilEffect.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDynamicPropertyChangeEvent>
#include <QToolTip>

namespace saltdesk::ui {

namespace {

bool isPersonalChange(const QEvent *event)
{
    return event->type() == QEvent::DynamicPropertyChange &&
           static_cast<const QDynamicPropertyChangeEvent *>(event)->propertyName() == personalProperty;
}

/// A scroll area's viewport is asked for the area's tooltip.
bool hidesToolTip(const QWidget *widget)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget->parentWidget());
    return isVeiled(widget) || (area != nullptr && area->viewport() == widget && isVeiled(area) &&
                                qobject_cast<const QAbstractItemView *>(area) == nullptr);
}

} // namespace

PresenterVeils::PresenterVeils(models::PresenterMode &mode, QObject *parent)
    : QObject(parent)
    , m_mode(mode)
{
    qApp->installEventFilter(this);
    connect(&mode, &models::PresenterMode::changed, this, &PresenterVeils::applyToAll);
}

PresenterVeils::~PresenterVeils() = default;

void PresenterVeils::applyToAll()
{
    QToolTip::hideText();
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (isPersonal(widget)) {
            apply(widget, m_mode.isOn());
        }
    }
}

void PresenterVeils::apply(QWidget *widget, bool veiled)
{
    if (isVeiled(widget) == veiled) {
        return;
    }
    setVeiled(widget, veiled);
    auto *area = qobject_cast<QAbstractScrollArea *>(widget);
    if (qobject_cast<QAbstractItemView *>(widget) != nullptr) {
        return area->viewport()->update();
    }
    QWidget *target = area != nullptr ? area->viewport() : widget;
    target->setGraphicsEffect(veiled ? new VeilEffect(*target) : nullptr);
}

bool PresenterVeils::eventFilter(QObject *watched, QEvent *event)
{
    if (!watched->isWidgetType()) {
        return QObject::eventFilter(watched, event);
    }
    auto *widget = static_cast<QWidget *>(watched);
    // Polish comes once to each widget, before it is first seen.
    if (m_mode.isOn() && (isPersonalChange(event) || (event->type() == QEvent::Polish && isPersonal(widget)))) {
        apply(widget, isPersonal(widget));
    }
    return (event->type() == QEvent::ToolTip && hidesToolTip(widget)) || QObject::eventFilter(watched, event);
}

} // namespace saltdesk::ui
