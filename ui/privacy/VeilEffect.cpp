// SPDX-License-Identifier: Apache-2.0
#include "privacy/VeilEffect.h"

#include "privacy/Veil.h"

#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace saltdesk::ui {

namespace {

/// Between the buttons that stand in the line.
QRect veiledTextPlace(const QLineEdit &line)
{
    constexpr int frame = 2;
    QRect place = line.rect().adjusted(frame, frame, -frame, -frame);
    const auto buttons = line.findChildren<QToolButton *>();
    for (const QToolButton *button : buttons) {
        if (button->isHidden()) {
            continue;
        }
        if (button->geometry().center().x() < line.width() / 2) {
            place.setLeft(qMax(place.left(), button->geometry().right() + 2));
        } else {
            place.setRight(qMin(place.right(), button->geometry().left() - 2));
        }
    }
    return place;
}

bool hasTextToVeil(const QWidget &widget)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget)) {
        return !line->text().isEmpty() && line->echoMode() == QLineEdit::Normal;
    }
    const auto *label = qobject_cast<const QLabel *>(&widget);
    return label == nullptr || !label->text().isEmpty();
}

} // namespace

VeilEffect::VeilEffect(QWidget &widget)
    : m_widget(widget)
{}

void VeilEffect::draw(QPainter *painter)
{
    if (!hasTextToVeil(m_widget)) {
        return drawSource(painter);
    }
    const int lineHeight = m_widget.fontMetrics().lineSpacing();
    const auto *line = qobject_cast<const QLineEdit *>(&m_widget);
    if (line == nullptr) {
        if (m_widget.autoFillBackground()) {
            painter->fillRect(m_widget.rect(), m_widget.palette().brush(m_widget.backgroundRole()));
        }
        return paintVeil(*painter, m_widget.contentsRect(), lineHeight, m_widget.palette());
    }
    // As a picture: after drawSource() a widget's painter cannot be used any more.
    QPoint offset;
    const QPixmap frame = sourcePixmap(Qt::LogicalCoordinates, &offset, NoPad);
    painter->drawPixmap(offset, frame);
    const QRect place = veiledTextPlace(*line);
    painter->fillRect(place, m_widget.palette().base());
    paintVeil(*painter, place, qMin(lineHeight, place.height()), m_widget.palette());
}

} // namespace saltdesk::ui
