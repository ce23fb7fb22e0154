// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "environment/Environment.h"

#include <QWidget>

namespace saltdesk::ui {

/// Whose data this is, in word, sign and colour, over the whole width of the window.
class EnvironmentStrip : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentStrip(const models::Environment &environment, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    models::EnvironmentKind m_kind;
    QString m_word;
    QString m_hint;
};

} // namespace saltdesk::ui
