// SPDX-License-Identifier: Apache-2.0
#include "theme/SaltdeskStyle.h"

#include "theme/ButtonRole.h"
#include "theme/ColorTokens.h"
#include "theme/ControlPainter.h"
#include "theme/SymbolicIcon.h"

#include <QAbstractButton>
#include <QPainter>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>

namespace saltdesk::ui {

namespace {

constexpr int controlHeight = 30;

/// The colour of a button's words, by what it means.
QPalette buttonPalette(const QStyleOption &option, const QWidget *widget)
{
    QPalette palette = option.palette;
    if (!option.state.testFlag(QStyle::State_Enabled)) {
        return palette;
    }
    const ColorTokens &tokens = ColorTokens::of(palette);
    const ButtonRole role = buttonRole(widget);
    if (role == ButtonRole::Primary) {
        palette.setColor(QPalette::ButtonText, tokens.onAccent);
    } else if (role == ButtonRole::Destructive) {
        palette.setColor(QPalette::ButtonText, tokens.bad);
    }
    return palette;
}

} // namespace

SaltdeskStyle::SaltdeskStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{}

void SaltdeskStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) != nullptr || qobject_cast<QScrollBar *>(widget) != nullptr ||
        qobject_cast<QTabBar *>(widget) != nullptr) {
        widget->setAttribute(Qt::WA_Hover);
    }
}

QPalette SaltdeskStyle::standardPalette() const
{
    return ColorTokens::light().palette();
}

void SaltdeskStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    switch (element) { // NOLINT: the other elements are Fusion's
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        return ControlPainter::button(*painter, *option, widget);
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame != nullptr && frame->lineWidth > 0) {
            ControlPainter::field(*painter, *option);
        }
        return;
    case PE_IndicatorCheckBox:
        return ControlPainter::checkBox(*painter, *option);
    case PE_FrameFocusRect:
        if (option->state.testFlag(State_KeyboardFocusChange)) {
            ControlPainter::focusRing(*painter, *option);
        }
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          ColorTokens::of(option->palette).line);
        return;
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget:
    case PE_PanelStatusBar:
    case PE_IndicatorHeaderArrow: // the header paints its own beside the words
        return;
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

bool SaltdeskStyle::drawLabel(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        button != nullptr && element == CE_PushButtonLabel) {
        QStyleOptionButton copy = *button;
        copy.palette = buttonPalette(*button, widget);
        QProxyStyle::drawControl(element, &copy, painter, widget);
        return true;
    }
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        button != nullptr && element == CE_ToolButtonLabel) {
        QStyleOptionToolButton copy = *button;
        copy.palette = buttonPalette(*button, widget);
        copy.state &= ~(State_Sunken | State_On); // the words don't move when pressed
        if (button->toolButtonStyle == Qt::ToolButtonTextBesideIcon) {
            copy.rect.adjust(10, 0, 0, 0);
        }
        QProxyStyle::drawControl(element, &copy, painter, widget);
        return true;
    }
    return false;
}

void SaltdeskStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    switch (element) { // NOLINT: the other elements are Fusion's
    case CE_PushButtonLabel:
    case CE_ToolButtonLabel:
        if (drawLabel(element, option, painter, widget)) {
            return;
        }
        break;
    case CE_PushButtonBevel:
        return ControlPainter::button(*painter, *option, widget);
    case CE_TabBarTabShape:
        if (tab != nullptr) {
            return ControlPainter::tab(*painter, *tab);
        }
        break;
    case CE_TabBarTabLabel:
        if (tab != nullptr) {
            return ControlPainter::tabLabel(*painter, *tab);
        }
        break;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            return ControlPainter::headerSection(*painter, *header);
        }
        break;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            return ControlPainter::headerLabel(*painter, *header);
        }
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, ColorTokens::of(option->palette).panel);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          ColorTokens::of(option->palette).line);
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, ColorTokens::of(option->palette).line);
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            return ControlPainter::menuBarItem(*painter, *item);
        }
        break;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, ColorTokens::of(option->palette).panel);
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void SaltdeskStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                       const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || slider == nullptr) {
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
    if (slider->maximum > slider->minimum) {
        ControlPainter::scrollHandle(*painter, *slider, subControlRect(control, option, SC_ScrollBarSlider, widget));
    }
}

QRect SaltdeskStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                    const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || slider == nullptr) {
        return QProxyStyle::subControlRect(control, option, part, widget);
    }
    const QRect whole = option->rect;
    const bool flat = slider->orientation == Qt::Horizontal;
    const int length = flat ? whole.width() : whole.height();
    const qint64 range = qint64{slider->maximum} - slider->minimum;
    const int handle =
        range <= 0 ? length : qMax(28, int(qint64{length} * slider->pageStep / (range + slider->pageStep)));
    const int start =
        sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition, length - handle);
    const auto cut = [&](int from, int size) {
        return flat ? QRect(whole.x() + from, whole.y(), size, whole.height())
                    : QRect(whole.x(), whole.y() + from, whole.width(), size);
    };
    switch (part) { // NOLINT: there are no arrows
    case SC_ScrollBarGroove:
        return whole;
    case SC_ScrollBarSlider:
        return cut(start, handle);
    case SC_ScrollBarSubPage:
        return cut(0, start);
    case SC_ScrollBarAddPage:
        return cut(start + handle, length - start - handle);
    default:
        return {};
    }
}

QRect SaltdeskStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        return QProxyStyle::subElementRect(element, option, widget).adjusted(4, 0, -4, 0);
    }
    if (element == SE_PushButtonFocusRect || element == SE_ToolButtonLayoutItem) {
        return option->rect;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize SaltdeskStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                      const QWidget *widget) const
{
    const QSize usual = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) { // NOLINT: the other sizes are Fusion's
    case CT_PushButton:
        return {contents.width() + 28, qMax(controlHeight, contents.height() + 12)};
    case CT_ToolButton:
        return {contents.width() + 22, qMax(controlHeight, contents.height() + 10)};
    case CT_LineEdit:
        return {usual.width() + 12, qMax(controlHeight, contents.height() + 12)};
    case CT_ComboBox:
    case CT_SpinBox:
        return {usual.width() + 8, qMax(controlHeight, usual.height())};
    case CT_MenuBarItem:
        return {contents.width() + 16, qMax(26, contents.height() + 8)};
    case CT_MenuItem:
        return {usual.width() + 16, qMax(usual.height(), 26)};
    case CT_TabBarTab: {
        // Room for the words in bold, so that choosing a tab moves nothing.
        const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
        QFont bold = widget == nullptr ? QFont() : widget->font();
        bold.setBold(true);
        const int words = tab == nullptr ? 0 : QFontMetrics(bold).size(Qt::TextShowMnemonic, tab->text).width();
        return {words + 12, 36};
    }
    default:
        return usual;
    }
}

int SaltdeskStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) { // NOLINT: the other measures are Fusion's
    case PM_ScrollBarExtent:
        return 12;
    case PM_SplitterWidth:
        return 1;
    case PM_HeaderMargin:
        return 8;
    case PM_FocusFrameHMargin: // cells of item views, which add one
        return 7;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_TabBarBaseHeight:
        return 1;
    case PM_MenuBarHMargin:
        return 5;
    case PM_MenuBarItemSpacing:
        return 0;
    case PM_MenuBarVMargin:
        return 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return 16;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return 16;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QIcon SaltdeskStyle::standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    if (pixmap == SP_LineEditClearButton) {
        return SymbolicIcon::icon(QStringLiteral("close"), SymbolicIcon::Ink::Muted);
    }
    return QProxyStyle::standardIcon(pixmap, option, widget);
}

int SaltdeskStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                             QStyleHintReturn *returned) const
{
    switch (hint) { // NOLINT: the other hints are Fusion's
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_ItemView_ShowDecorationSelected:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

} // namespace saltdesk::ui
