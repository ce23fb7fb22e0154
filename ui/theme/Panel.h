// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

namespace saltdesk::ui {

/// A quiet rounded ground for what is quoted or belongs together. Lay out inside it as in any widget.
class Panel : public QFrame
{
    Q_OBJECT

public:
    explicit Panel(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace saltdesk::ui
