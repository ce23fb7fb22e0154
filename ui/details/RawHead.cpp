// SPDX-License-Identifier: Apache-2.0
#include "details/RawHead.h"

#include "details/TextHits.h"
#include "theme/SymbolicIcon.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

RawHead::RawHead(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit)
    , m_hits(new QLabel)
    , m_asText(new QCheckBox(tr("As text")))
    , m_copy(new QPushButton(tr("Copy all")))
    , m_parts(new QBoxLayout(QBoxLayout::TopToBottom, this))
{
    auto *label = new QLabel(tr("Search in the answer"), this);
    label->setBuddy(m_search);
    label->hide();
    m_search->setPlaceholderText(tr("Search  F3"));
    m_search->setAccessibleName(tr("Search in the answer"));
    m_search->setToolTip(tr("F3 and Shift+F3 go to the next place and back"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(SymbolicIcon::icon(u"search"_s, SymbolicIcon::Ink::Muted), QLineEdit::LeadingPosition);
    m_asText->setToolTip(tr("The answer as received, indented; numbers, order and escapes as they were sent. "
                            "Not for more than a megabyte, which can be copied."));

    auto *row = new QHBoxLayout;
    row->addWidget(m_search, 1);
    row->addWidget(m_hits);
    auto *choices = new QHBoxLayout;
    choices->addWidget(m_asText);
    choices->addStretch();
    choices->addWidget(m_copy);
    m_parts->setContentsMargins(0, 0, 0, 0);
    m_parts->setSpacing(8);
    m_parts->addLayout(row, 1);
    m_parts->addLayout(choices);

    connect(m_search, &QLineEdit::textChanged, this, &RawHead::wantedChanged);
    connect(m_search, &QLineEdit::returnPressed, this, &RawHead::nextWanted);
    connect(m_asText, &QCheckBox::toggled, this, &RawHead::shapeChanged);
    connect(m_copy, &QPushButton::clicked, this, &RawHead::copyWanted);
}

QString RawHead::wanted() const
{
    return m_search->text();
}

bool RawHead::isAsText() const
{
    return m_asText->isChecked() && m_asText->isEnabled();
}

void RawHead::setTextPossible(bool possible)
{
    m_asText->setEnabled(possible);
}

void RawHead::setCopyPossible(bool possible)
{
    m_copy->setEnabled(possible);
}

void RawHead::showHits(const TextHits &hits)
{
    if (wanted().isEmpty()) {
        m_hits->clear();
    } else if (hits.count() == 0) {
        m_hits->setText(tr("none"));
    } else {
        m_hits->setText(tr("%1 of %2").arg(hits.number()).arg(hits.count()));
    }
}

void RawHead::resizeEvent(QResizeEvent *event)
{
    constexpr int wide = 580;
    m_parts->setDirection(width() >= wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    QWidget::resizeEvent(event);
}

} // namespace saltdesk::ui
