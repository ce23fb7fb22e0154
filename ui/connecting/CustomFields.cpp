// SPDX-License-Identifier: Apache-2.0
#include "connecting/CustomFields.h"

#include "theme/ColorTokens.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLocale>
#include <QTableWidget>

namespace saltdesk::ui {

namespace {

qsizetype sizeOf(const QJsonObject &fields)
{
    return fields.isEmpty() ? 0 : QJsonDocument(fields).toJson(QJsonDocument::Compact).size();
}

} // namespace

CustomFields::CustomFields(QWidget *parent)
    : QWidget(parent)
    , m_table(new QTableWidget(0, 2))
    , m_size(new WrappedLabel)
{
    auto *label = new WrappedLabel;
    label->setText(tr("Custom fields"));
    label->setBuddy(m_table);
    m_table->setAccessibleName(tr("Custom fields"));
    m_table->setHorizontalHeaderLabels({tr("Key"), tr("Value")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setFixedHeight(104);
    m_table->setTabKeyNavigation(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(label);
    column->addWidget(m_table);
    column->addWidget(m_size);
    keepSpareRow();
    showSize();
    connect(m_table, &QTableWidget::cellChanged, this, [this] {
        keepSpareRow();
        showSize();
        emit changed();
    });
}

void CustomFields::show(const QJsonObject &fields)
{
    {
        const QSignalBlocker quiet(m_table);
        m_table->setRowCount(0);
        m_kept = {};
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            if (field->isString()) {
                addRow(field.key(), field->toString());
            } else {
                m_kept.insert(field.key(), *field);
            }
        }
        keepSpareRow();
    }
    showSize();
}

QJsonObject CustomFields::fields() const
{
    QJsonObject fields = m_kept;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QTableWidgetItem *key = m_table->item(row, 0);
        const QTableWidgetItem *value = m_table->item(row, 1);
        if (key != nullptr && !key->text().trimmed().isEmpty()) {
            fields.insert(key->text().trimmed(), value != nullptr ? value->text() : QString());
        }
    }
    return fields;
}

bool CustomFields::fits() const
{
    return sizeOf(fields()) <= mostBytes;
}

void CustomFields::keepSpareRow()
{
    const QSignalBlocker quiet(m_table);
    const int last = m_table->rowCount() - 1;
    const QTableWidgetItem *key = last >= 0 ? m_table->item(last, 0) : nullptr;
    if (last < 0 || (key != nullptr && !key->text().trimmed().isEmpty())) {
        addRow({}, {});
    }
}

void CustomFields::addRow(const QString &key, const QString &value)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(key));
    m_table->setItem(row, 1, new QTableWidgetItem(value));
}

void CustomFields::showSize()
{
    const QString used = QLocale().toString(sizeOf(fields()));
    const QString most = QLocale().toString(mostBytes);
    m_size->setMuted(fits());
    m_size->setText(fits() ? tr("%1 of %2 bytes").arg(used, most)
                           : tr("Too large: %1 of %2 bytes. Shorten the fields.").arg(used, most));
    if (!fits()) {
        QPalette red = m_size->palette();
        red.setColor(QPalette::WindowText, ColorTokens::of(palette()).bad);
        m_size->setPalette(red);
    }
}

} // namespace saltdesk::ui
