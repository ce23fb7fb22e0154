// SPDX-License-Identifier: Apache-2.0
#include "details/StageTrack.h"

#include "theme/ColorTokens.h"
#include "time/RelativeTime.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int dot = 12;
constexpr int namesTop = 20;

QString spent(const QDateTime &from, const QDateTime &to)
{
    if (!from.isValid() || !to.isValid() || to < from) {
        return {};
    }
    const qint64 seconds = from.secsTo(to);
    return seconds < 60 ? StageTrack::tr("%1 s").arg(seconds) : models::countdown(std::chrono::seconds(seconds));
}

} // namespace

StageTrack::StageTrack(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Stages of the last attempt"));
}

void StageTrack::show(const StageSteps &steps, const QDateTime &now)
{
    m_steps = steps.steps();
    m_spent.clear();
    QStringList words;
    for (size_t i = 0; i < m_steps.size(); ++i) {
        const bool last = i + 1 == m_steps.size();
        const QDateTime end = !last ? m_steps[i + 1].since : steps.isRunning() ? now : QDateTime();
        m_spent << spent(m_steps[i].since, end);
        words << QString(m_steps[i].name + u' ' + m_spent.back()).trimmed();
    }
    setAccessibleDescription(words.join(u", "_s));
    update();
}

QSize StageTrack::sizeHint() const
{
    return {200, namesTop + 2 * fontMetrics().lineSpacing() + 2};
}

void StageTrack::paintEvent(QPaintEvent *)
{
    if (m_steps.empty()) {
        return;
    }
    const ColorTokens &tokens = ColorTokens::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int count = int(m_steps.size());
    const int pitch = width() / std::max(3, count);
    const int middle = dot / 2 + 2;
    painter.fillRect(QRectF(dot / 2.0, middle - 1, width() - dot / 2.0, 2), tokens.line);
    painter.fillRect(QRectF(dot / 2.0, middle - 1, (count - 1) * pitch, 2), tokens.good);
    for (int i = 0; i < count; ++i) {
        const StageStep &step = m_steps[size_t(i)];
        const QRectF circle(i * pitch + 1, middle - dot / 2.0, dot, dot);
        const bool running = step.tone == models::Tone::Running;
        painter.setBrush(running ? tokens.window : tokens.tone(step.tone));
        painter.setPen(QPen(tokens.tone(step.tone), running ? 3 : 1));
        painter.drawEllipse(running ? circle.adjusted(1, 1, -1, -1) : circle);
        const int line = fontMetrics().lineSpacing();
        const QRect place(i * pitch, namesTop, pitch - 4, line);
        painter.setPen(tokens.text);
        painter.drawText(place, Qt::AlignLeft, fontMetrics().elidedText(step.name, Qt::ElideRight, place.width()));
        painter.setPen(tokens.muted);
        painter.drawText(place.translated(0, line), Qt::AlignLeft, m_spent.value(i));
    }
}

} // namespace saltdesk::ui
