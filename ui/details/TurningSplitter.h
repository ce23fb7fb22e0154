// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSplitter>

namespace saltdesk::ui {

/// Two parts of a tab: one above the other, or side by side where the tab is wide and therefore low.
class TurningSplitter : public QSplitter
{
    Q_OBJECT

public:
    explicit TurningSplitter(QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace saltdesk::ui
