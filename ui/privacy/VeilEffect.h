// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QGraphicsEffect>

class QWidget;

namespace saltdesk::ui {

/// Draws a veil in place of what a widget shows. Of a line of text the frame and the buttons stay. A widget that shows
/// no text needs none. Set it with setGraphicsEffect(), which takes it over.
class VeilEffect : public QGraphicsEffect
{
    Q_OBJECT

public:
    explicit VeilEffect(QWidget &widget);

protected:
    void draw(QPainter *painter) override;

private:
    QWidget &m_widget;
};

} // namespace saltdesk::ui
