// SPDX-License-Identifier: Apache-2.0
#include "details/FactsList.h"

#include "privacy/Personal.h"
#include "theme/ColorTokens.h"
#include "theme/WrappedLabel.h"

#include <QGridLayout>
#include <QPainter>

namespace saltdesk::ui {

FactsList::FactsList(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
}

void FactsList::grow(size_t count)
{
    auto *grid = static_cast<QGridLayout *>(layout());
    while (m_rows.size() < count) {
        const Row row{.name = new WrappedLabel, .value = new WrappedLabel};
        const int line = int(m_rows.size());
        row.name->setMuted(true);
        for (QLabel *label : {static_cast<QLabel *>(row.name), row.value}) {
            label->setContentsMargins(8, 8, 8, 8);
            label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        }
        row.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row.name->setBuddy(row.value);
        markPersonal(row.value);
        grid->addWidget(row.name, line, 0);
        grid->addWidget(row.value, line, 1);
        m_rows.push_back(row);
    }
}

void FactsList::show(const std::vector<Fact> &facts)
{
    grow(facts.size());
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const bool used = i < facts.size();
        m_rows[i].name->setVisible(used);
        m_rows[i].value->setVisible(used);
        if (!used) {
            continue;
        }
        m_rows[i].name->setText(facts[i].name);
        if (m_rows[i].value->text() != facts[i].value) {
            m_rows[i].value->setText(facts[i].value);
        }
        m_rows[i].value->setToolTip(facts[i].toolTip);
        m_rows[i].value->setAccessibleName(facts[i].name);
        m_rows[i].value->setAccessibleDescription(facts[i].value);
    }
    update();
}

void FactsList::paintEvent(QPaintEvent *)
{
    const ColorTokens &tokens = ColorTokens::of(palette());
    QPainter painter(this);
    bool striped = false;
    for (const Row &row : m_rows) {
        if (row.name->isHidden()) {
            continue;
        }
        const int top = row.name->y();
        const int bottom = top + std::max(row.name->height(), row.value->height());
        if (striped) {
            painter.fillRect(QRect(0, top, width(), bottom - top), tokens.stripe);
        }
        painter.fillRect(QRect(0, bottom - 1, width(), 1), tokens.line);
        striped = !striped;
    }
}

} // namespace saltdesk::ui
