// SPDX-License-Identifier: Apache-2.0
#include "question/TimeLeft.h"

#include "theme/ColorTokens.h"
#include "theme/WrappedLabel.h"
#include "time/RelativeTime.h"

#include <QBoxLayout>
#include <QPainter>

#include <algorithm>

namespace saltdesk::ui {

namespace {
constexpr int lineHeight = 4;
}

TimeLeft::TimeLeft(QWidget *parent)
    : QWidget(parent)
    , m_words(new WrappedLabel)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, lineHeight + 4, 0, 0);
    column->addWidget(m_words);
    m_words->setMuted(true);
}

void TimeLeft::show(const QDateTime &from, const std::optional<QDateTime> &until, const QDateTime &now)
{
    m_known = until.has_value();
    m_warns = false;
    if (!m_known) {
        m_words->setText(tr("How long the bank waits is not known."));
        update();
        return;
    }
    const qint64 whole = std::max<qint64>(1, from.secsTo(*until));
    const qint64 left = std::max<qint64>(0, now.secsTo(*until));
    m_part = std::min(1.0, double(left) / double(whole));
    m_warns = left <= warnWithin.count();
    const QString time = models::countdown(std::chrono::seconds(left));
    QString words = tr("about %1 left (estimated)").arg(time);
    if (left == 0) {
        words = tr("The bank's time is over by our estimate; an answer may come too late.");
    } else if (m_warns) {
        words = tr("Hurry: about %1 left (estimated)").arg(time);
    }
    m_words->setText(words);
    m_words->setMuted(!m_warns);
    if (m_warns) {
        QPalette warning = m_words->palette();
        warning.setColor(QPalette::WindowText, ColorTokens::of(palette()).warning);
        m_words->setPalette(warning);
    }
    update();
}

void TimeLeft::paintEvent(QPaintEvent *)
{
    if (!m_known) {
        return;
    }
    const ColorTokens &tokens = ColorTokens::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.line);
    painter.drawRoundedRect(QRectF(0, 0, width(), lineHeight), 2, 2);
    painter.setBrush(m_warns ? tokens.bad : tokens.warning);
    painter.drawRoundedRect(QRectF(0, 0, width() * m_part, lineHeight), 2, 2);
}

} // namespace saltdesk::ui
