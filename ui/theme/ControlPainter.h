// SPDX-License-Identifier: Apache-2.0
#pragma once

class QPainter;
class QRect;
class QStyleOption;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionTab;
class QWidget;

namespace saltdesk::ui {

/// How the single controls look; what the style calls.
namespace ControlPainter {

constexpr int radius = 6;

void button(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void field(QPainter &painter, const QStyleOption &option);
void menuBarItem(QPainter &painter, const QStyleOptionMenuItem &option);
void checkBox(QPainter &painter, const QStyleOption &option);
void tab(QPainter &painter, const QStyleOptionTab &option);
void tabLabel(QPainter &painter, const QStyleOptionTab &option);
void headerSection(QPainter &painter, const QStyleOptionHeader &option);
void headerLabel(QPainter &painter, const QStyleOptionHeader &option);
/// The handle of a scroll bar, without a groove.
void scrollHandle(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle);
void focusRing(QPainter &painter, const QStyleOption &option);

} // namespace ControlPainter

} // namespace saltdesk::ui
