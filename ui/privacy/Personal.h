// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace saltdesk::ui {

/// Says of a widget that it shows what names a customer or is his, so that presenter mode veils it (PresenterVeils): a
/// label or page as a whole, a line of text within its frame, a table by its own delegate, which asks isVeiled().
void markPersonal(QWidget *widget, bool personal = true);
[[nodiscard]] bool isPersonal(const QWidget *widget);

/// Whether what the widget shows is veiled right now.
[[nodiscard]] bool isVeiled(const QWidget *widget);
void setVeiled(QWidget *widget, bool veiled);

/// The dynamic property behind markPersonal().
inline constexpr auto personalProperty = "saltdeskPersonal";

} // namespace saltdesk::ui
