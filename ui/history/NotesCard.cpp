// SPDX-License-Identifier: Apache-2.0
#include "history/NotesCard.h"

#include "history/NoteRow.h"
#include "theme/ButtonRole.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace saltdesk::ui {

NotesCard::NotesCard(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    auto *title = new QLabel(tr("Notes"));
    QFont bold = font();
    bold.setBold(true);
    title->setFont(bold);
    auto *add = new QPushButton(tr("Add note"));
    add->setToolTip(tr("Writes down something about the customer, on this computer only (N)"));
    setButtonRole(add, ButtonRole::Quiet);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(title);
    row->addWidget(add);
    row->addStretch();
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_column->addLayout(row);
    connect(add, &QPushButton::clicked, this, &NotesCard::addWanted);
}

void NotesCard::show(const std::vector<models::Note> &notes, const QDateTime &now)
{
    while (m_rows.size() < notes.size()) {
        auto *row = new NoteRow;
        connect(row, &NoteRow::removeWanted, this, &NotesCard::removeWanted);
        m_column->addWidget(row);
        m_rows.push_back(row);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < notes.size());
        if (i < notes.size()) {
            m_rows[i]->show(notes[i], now);
        }
    }
}

} // namespace saltdesk::ui
