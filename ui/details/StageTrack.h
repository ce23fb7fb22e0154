// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "details/StageSteps.h"

#include <QWidget>

namespace saltdesk::ui {

/// The stages of an attempt on a line: a dot and the name of each, and the time spent in it. Painted; its accessible
/// description tells the same in words.
class StageTrack : public QWidget
{
    Q_OBJECT

public:
    explicit StageTrack(QWidget *parent = nullptr);

    /// `now` is the server's time: what a running stage has taken so far.
    void show(const StageSteps &steps, const QDateTime &now);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<StageStep> m_steps;
    QStringList m_spent;
};

} // namespace saltdesk::ui
