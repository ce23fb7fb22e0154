// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>

namespace saltdesk::ui {

/// The font of a heading: bold, and so many times as large as what it stands above.
[[nodiscard]] inline QFont headingFont(QFont font, qreal times)
{
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * times);
    return font;
}

} // namespace saltdesk::ui
