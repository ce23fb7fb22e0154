// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <vector>

class QLabel;

namespace saltdesk::ui {

class WrappedLabel;

/// Names and values in rows. Values are plain text and can be selected and copied with the mouse.
class FactsList : public QWidget
{
    Q_OBJECT

public:
    struct Fact
    {
        QString name;
        QString value;
        QString toolTip;
    };

    explicit FactsList(QWidget *parent = nullptr);
    /// Rows whose names stay keep their widgets, so a selected value survives.
    void show(const std::vector<Fact> &facts);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row
    {
        WrappedLabel *name;
        QLabel *value;
    };
    void grow(size_t count);

    std::vector<Row> m_rows;
};

} // namespace saltdesk::ui
