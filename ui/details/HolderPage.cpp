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
#include <QStackedWidget>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;
using State = models::HolderReading::State;

HolderPage::HolderPage(models::HolderReading &reading, QWidget *parent)
    : QWidget(parent)
    , m_reading(reading)
    , m_stack(new QStackedWidget)
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
    QScrollArea *scroll = quietScroll(content);
    scroll->setAccessibleName(tr("Holder information"));

    m_stack->addWidget(m_curtain);
    m_stack->addWidget(scroll);
    m_stack->addWidget(m_page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
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
        m_stack->setCurrentIndex(0);
        return;
    case State::Shown:
        showInfo();
        m_stack->setCurrentIndex(1);
        return;
    case State::Reading:
    case State::Failed:
        showWhyNot();
        m_stack->setCurrentIndex(2);
        return;
    }
    Q_UNREACHABLE();
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
