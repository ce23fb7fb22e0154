// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QWidget>

class QLabel;
class QTableWidget;

namespace saltdesk::ui {

class WrappedLabel;

/// Keys and values that come back in the attempt and in callbacks, such as a ticket's number. Shows how much of the
/// allowed kilobyte they take (reference 2.7).
class CustomFields : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype mostBytes = 1024;

    explicit CustomFields(QWidget *parent = nullptr);

    void show(const QJsonObject &fields);
    using QWidget::show;
    /// Rows without a key are left out.
    [[nodiscard]] QJsonObject fields() const;
    [[nodiscard]] bool fits() const;

signals:
    void changed();

private:
    void keepSpareRow();
    void addRow(const QString &key, const QString &value);
    void showSize();

    /// Values that are no texts: they are not shown here, and stay as they are.
    QJsonObject m_kept;
    QTableWidget *m_table;
    WrappedLabel *m_size;
};

} // namespace saltdesk::ui
