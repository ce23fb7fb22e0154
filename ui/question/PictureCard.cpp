// SPDX-License-Identifier: Apache-2.0
#include "question/PictureCard.h"

#include "question/PictureCanvas.h"
#include "theme/CardFrame.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <iterator>

namespace saltdesk::ui {

namespace {

constexpr std::array<qreal, 6> zoomSteps{1.0, 1.5, 2.0, 3.0, 4.0, 6.0};
constexpr int tallestPicture = 320;
constexpr int paperMargin = 12;

/// `size` shrunk to `room` if need be, never enlarged.
QSize shrunk(const QSize &size, const QSize &room)
{
    const bool fits = size.width() <= room.width() && size.height() <= room.height();
    return fits ? size : size.scaled(room, Qt::KeepAspectRatio).expandedTo({1, 1});
}

} // namespace

PictureCard::PictureCard(QImage picture, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_canvas(new PictureCanvas(std::move(picture)))
    , m_area(new QScrollArea)
    , m_paper(new CardFrame(CardFrame::Ground::Paper))
    , m_larger(new QPushButton(tr("Larger")))
    , m_smaller(new QPushButton(tr("Smaller")))
{
    build(name);
    setStep(0);
}

void PictureCard::build(const QString &name)
{
    const QString spoken = name.isEmpty() ? tr("Picture from the bank") : name;
    m_area->setWidget(m_canvas);
    m_area->setAlignment(Qt::AlignCenter);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_area->viewport()->setAutoFillBackground(false);
    m_canvas->setAutoFillBackground(false);
    m_area->setAccessibleName(spoken);
    m_area->installEventFilter(this);
    m_canvas->setAccessibleName(spoken);
    m_canvas->setToolTip(name);
    m_larger->setToolTip(tr("Shows the picture larger (Ctrl++)"));
    m_smaller->setToolTip(tr("Shows the picture smaller (Ctrl+-)"));

    auto *paper = new QVBoxLayout(m_paper);
    paper->setContentsMargins(paperMargin, paperMargin, paperMargin, paperMargin);
    paper->addWidget(m_area);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_larger);
    buttons->addWidget(m_smaller);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_paper);
    column->addLayout(buttons);
    for (QPushButton *button : {m_larger, m_smaller}) {
        button->setAutoDefault(false);
    }
    connect(m_larger, &QPushButton::clicked, this, &PictureCard::larger);
    connect(m_smaller, &QPushButton::clicked, this, &PictureCard::smaller);
}

qreal PictureCard::zoom() const
{
    return zoomSteps.at(static_cast<std::size_t>(m_step));
}

void PictureCard::larger()
{
    setStep(m_step + 1);
}

void PictureCard::smaller()
{
    setStep(m_step - 1);
}

void PictureCard::setStep(int step)
{
    const int last = static_cast<int>(zoomSteps.size()) - 1;
    m_step = std::clamp(step, 0, last);
    m_larger->setEnabled(m_step < last);
    m_smaller->setEnabled(m_step > 0);
    fit();
}

void PictureCard::fit()
{
    const QSize room(std::max(1, width() - 2 * paperMargin), tallestPicture);
    const QSize shown = shrunk(m_canvas->pictureSize(), room) * zoom();
    m_canvas->resize(shown);
    const bool isWider = shown.width() > room.width();
    const int bar = isWider ? m_area->horizontalScrollBar()->sizeHint().height() : 0;
    m_area->setFixedHeight(std::min(shown.height(), tallestPicture) + bar);
}

void PictureCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool PictureCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        m_paper->setActive(event->type() == QEvent::FocusIn);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace saltdesk::ui
