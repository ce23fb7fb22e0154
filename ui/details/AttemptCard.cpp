// SPDX-License-Identifier: Apache-2.0
#include "details/AttemptCard.h"

#include "details/AttemptFacts.h"
#include "details/FactsList.h"
#include "theme/QuietScroll.h"
#include "theme/SymbolicIcon.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

AttemptCard::AttemptCard(QWidget *parent)
    : QWidget(parent)
    , m_title(new WrappedLabel)
    , m_note(new WrappedLabel)
    , m_facts(new FactsList)
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_note->setMuted(true);
    auto *close = new QToolButton;
    close->setIcon(SymbolicIcon::icon(u"close"_s));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close the attempt"));
    close->setToolTip(tr("Close (Escape)"));
    connect(close, &QToolButton::clicked, this, &AttemptCard::closeWanted);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 8, 4);
    head->addWidget(m_title, 1);
    head->addWidget(close, 0, Qt::AlignTop);
    auto *content = new QWidget;
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins(16, 0, 16, 16);
    inside->addWidget(m_note);
    inside->addWidget(m_facts);
    inside->addStretch();
    m_scroll = quietScroll(content);
    m_scroll->setAccessibleName(tr("Fields of the attempt"));
    // So that the keys scroll it.
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    setAccessibleName(tr("Chosen attempt"));
}

void AttemptCard::show(const api::Attempt &attempt, const QString &note, const QDateTime &now)
{
    m_title->setText(tr("Attempt %1").arg(attempt.id.toString()));
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_facts->show(attemptFacts(attempt, now));
    if (m_shown != attempt.id) {
        m_shown = attempt.id;
        m_scroll->verticalScrollBar()->setValue(0);
    }
}

} // namespace saltdesk::ui
