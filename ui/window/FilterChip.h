// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "situation/Situation.h"

#include <QAbstractButton>

namespace saltdesk::ui {

/// One of the pills above the table: its word and how many connections are under it.
class FilterChip : public QAbstractButton
{
    Q_OBJECT

public:
    FilterChip(models::Chip chip, QString word, QWidget *parent = nullptr);

    [[nodiscard]] models::Chip chip() const { return m_chip; }
    void setCount(int count);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    models::Chip m_chip;
    QString m_word;
    int m_count = 0;
};

} // namespace saltdesk::ui
