// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QWidget>

#include <optional>

namespace saltdesk::ui {

class WrappedLabel;

/// How long the bank goes on waiting: a line that grows shorter, and the words for it, marked as an estimate. In the
/// last half minute both warn. Without a known end there are words only.
class TimeLeft : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds warnWithin{30};

    explicit TimeLeft(QWidget *parent = nullptr);

    void show(const QDateTime &from, const std::optional<QDateTime> &until, const QDateTime &now);
    using QWidget::show;
    /// The estimated time is over, though the bank may still wait.
    [[nodiscard]] bool isOver() const { return m_part <= 0; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    WrappedLabel *m_words;
    /// Of the whole span: what is left, 0 to 1.
    double m_part = 1;
    bool m_known = false;
    bool m_warns = false;
};

} // namespace saltdesk::ui
