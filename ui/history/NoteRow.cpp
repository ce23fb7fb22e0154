// SPDX-License-Identifier: Apache-2.0
#include "history/NoteRow.h"

#include "privacy/Personal.h"
#include "theme/ButtonRole.h"
#include "theme/SymbolicIcon.h"
#include "theme/WrappedLabel.h"
#include "time/RelativeTime.h"

#include <QBoxLayout>
#include <QToolButton>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

NoteRow::NoteRow(QWidget *parent)
    : QWidget(parent)
    , m_text(new WrappedLabel)
    , m_written(new WrappedLabel)
    , m_remove(new QToolButton)
{
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    markPersonal(m_text);
    m_written->setMuted(true);
    m_remove->setIcon(SymbolicIcon::icon(u"close"_s, SymbolicIcon::Ink::Muted));
    m_remove->setFocusPolicy(Qt::TabFocus);
    setButtonRole(m_remove, ButtonRole::Quiet);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_text);
    words->addWidget(m_written);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addLayout(words, 1);
    row->addWidget(m_remove, 0, Qt::AlignTop);
    connect(m_remove, &QToolButton::clicked, this, [this] { emit removeWanted(m_note.id); });
}

void NoteRow::show(const models::Note &note, const QDateTime &now)
{
    m_note = note;
    const QString written = models::relativeTime(note.writtenAt, now);
    m_text->setText(note.text);
    m_written->setText(written);
    m_written->setToolTip(models::absoluteTime(note.writtenAt));
    m_remove->setToolTip(tr("Remove this note"));
    //: Of several notes; %1 is when it was written, as in "3 h ago"
    m_remove->setAccessibleName(tr("Remove the note written %1").arg(written));
}

} // namespace saltdesk::ui
