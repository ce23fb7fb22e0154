// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "situation/Situation.h"

#include <QWidget>

#include <vector>

class QLineEdit;

namespace saltdesk::models {
class ConnectionsModel;
}

namespace saltdesk::ui {

class FilterChip;

/// The chips with their counts and the filter field; they filter the model as one types. Borrows the model.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(models::ConnectionsModel &model, QWidget *parent = nullptr);

    void clear();
    /// Focus to the field, its text selected.
    void begin();

signals:
    /// Escape or Down in the field: the agent wants the rows.
    void rowsWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addChips();
    void apply();
    void showCounts();
    [[nodiscard]] models::Chip chosen() const;

    models::ConnectionsModel &m_model;
    std::vector<FilterChip *> m_chips;
    QLineEdit *m_field;
};

} // namespace saltdesk::ui
