// SPDX-License-Identifier: Apache-2.0
#include "details/HolderPage.h"

#include "details/HolderFacts.h"
#include "history/HolderReading.h"
#include "privacy/Personal.h"
#include "states/StatePage.h"
#include "theme/QuietScroll.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QScrollArea>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;
using State = models::HolderReading::State;

HolderPage::HolderPage(models::HolderReading &reading, QWidget *parent)
    : QWidget(parent)
    , m_reading(reading)
    , m_curtain(new QWidget)
    , m_show(new QPushButton(tr("Show holder information")))
    , m_facts(new FactsList)
    , m_note(new WrappedLabel)
    , m_page(new StatePage)
{
    build();
    connect(m_show, &QPushButton::clicked, &reading, &models::HolderReading::ask);
    connect(m_page, &StatePage::actionWanted, &reading, &models::HolderReading::ask);
    connect(&reading, &models::HolderReading::changed, this, &HolderPage::showState);
    showState();
}

void HolderPage::build()
{
    auto *why = new WrappedLabel;
    why->setText(
        tr("Names, addresses and telephone numbers, as the bank has them. They are read when you ask for them, "
           "and forgotten when you leave this tab."));
    why->setMuted(true);
    auto *curtain = new QVBoxLayout(m_curtain);
    curtain->setContentsMargins(16, 16, 16, 16);
    curtain->setSpacing(12);
    curtain->addWidget(why);
    curtain->addWidget(m_show, 0, Qt::AlignLeft);
    curtain->addStretch();

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 14, 16, 16);
    column->addWidget(m_note);
    column->addWidget(m_facts);
    column->addStretch();
    m_note->setMuted(true);
    markPersonal(m_facts);
    m_scroll = quietScroll(content);
    m_scroll->setAccessibleName(tr("Holder information"));
    // So that the keys scroll it.
    m_scroll->setFocusPolicy(Qt::StrongFocus);

    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    setMinimumWidth(300);
    setAccessibleName(tr("Holder"));
    for (QWidget *part : {m_curtain, static_cast<QWidget *>(m_scroll), static_cast<QWidget *>(m_page)}) {
        whole->addWidget(part);
        part->hide();
    }
}

void HolderPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_reading.forget();
}

void HolderPage::showState()
{
    switch (m_reading.state()) {
    case State::Hidden:
        m_facts->show({});
        showOnly(m_curtain);
        return;
    case State::Shown:
        showInfo();
        showOnly(m_scroll);
        return;
    case State::Reading:
    case State::Failed:
        showWhyNot();
        showOnly(m_page);
        return;
    }
    Q_UNREACHABLE();
}

/// No stack: what is not shown must not take room from the accounts. Focus that was here stays here.
void HolderPage::showOnly(QWidget *part)
{
    part->show();
    if (hasFocus() || isAncestorOf(focusWidget())) {
        part == m_scroll ? m_scroll->setFocus() : setFocus();
    }
    for (QWidget *each : {m_curtain, static_cast<QWidget *>(m_scroll), static_cast<QWidget *>(m_page)}) {
        each->setVisible(each == part);
    }
}

void HolderPage::showInfo()
{
    const std::vector<FactsList::Fact> facts = holderFacts(*m_reading.info());
    m_facts->show(facts);
    m_note->setText(facts.empty() ? tr("The bank says nothing of the holder.") : QString());
    m_note->setVisible(facts.empty());
}

void HolderPage::showWhyNot()
{
    PageState state;
    if (m_reading.state() == State::Reading) {
        state.title = tr("Reading the holder information");
        state.busy = true;
    } else {
        state = failurePage(tr("The holder information could not be read"), *m_reading.error());
    }
    m_page->show(state);
}

} // namespace saltdesk::ui
