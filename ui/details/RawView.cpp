// SPDX-License-Identifier: Apache-2.0
#include "details/RawView.h"

#include "privacy/CopiedText.h"
#include "privacy/Personal.h"
#include "theme/SymbolicIcon.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>
#include <QFontDatabase>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

RawView::RawView(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit)
    , m_hits(new QLabel)
    , m_copy(new QPushButton(tr("Copy all")))
    , m_text(new QPlainTextEdit)
{
    auto *label = new QLabel(tr("Search in the answer"), this);
    label->setBuddy(m_search);
    label->hide();
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search in the answer"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(SymbolicIcon::icon(u"search"_s, SymbolicIcon::Ink::Muted), QLineEdit::LeadingPosition);
    m_text->setReadOnly(true);
    markPersonal(m_text);
    m_text->setAccessibleName(tr("Answer of the API"));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setFrameShape(QFrame::StyledPanel);

    auto *row = new QHBoxLayout;
    row->addWidget(m_search, 1);
    row->addWidget(m_hits);
    row->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_text, 1);

    connect(m_search, &QLineEdit::textChanged, this, [this] { findNext(true); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { findNext(false); });
    connect(m_copy, &QPushButton::clicked, this, [this] { copyRedacted(m_text->toPlainText()); });
}

void RawView::show(const api::RawJson &raw, const QString &note)
{
    m_copy->setEnabled(!raw.isEmpty());
    m_text->setPlaceholderText(note);
    if (raw.bytes() == m_shown) {
        return;
    }
    m_shown = raw.bytes();
    m_text->setPlainText(QString::fromUtf8(raw.indented()));
    findNext(true);
}

void RawView::findNext(bool fromStart)
{
    const QString wanted = m_search->text();
    if (fromStart) {
        m_text->moveCursor(QTextCursor::Start);
    }
    if (wanted.isEmpty()) {
        m_hits->clear();
        return;
    }
    bool found = m_text->find(wanted);
    if (!found && !fromStart) {
        m_text->moveCursor(QTextCursor::Start);
        found = m_text->find(wanted);
    }
    const auto hits = int(m_text->toPlainText().count(wanted, Qt::CaseInsensitive));
    m_hits->setText(found ? tr("%n found", nullptr, hits) : tr("none"));
}

} // namespace saltdesk::ui
