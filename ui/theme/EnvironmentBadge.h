// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "environment/Environment.h"

#include <QWidget>

namespace saltdesk::ui {

/// The environment's word and sign on its colour, on every dialog that writes.
class EnvironmentBadge : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentBadge(QWidget *parent = nullptr);

    void setKind(models::EnvironmentKind kind);
    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] static QString icon(models::EnvironmentKind kind);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    models::EnvironmentKind m_kind = models::EnvironmentKind::Sandbox;
};

} // namespace saltdesk::ui
