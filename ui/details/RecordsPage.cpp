// SPDX-License-Identifier: Apache-2.0
#include "details/RecordsPage.h"

#include "connections/RowCopying.h"
#include "privacy/Personal.h"
#include "states/ErrorWords.h"
#include "states/StatePage.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

using Part = RecordsPage::Part;

struct PartWords
{
    QString title;
    QString reading;
    QString failed;
    QString none;
};

PartWords wordsOf(Part part)
{
    switch (part) {
    case Part::Attempts:
        return {RecordsPage::tr("Attempts"), RecordsPage::tr("Reading the attempts"),
                RecordsPage::tr("The attempts could not be read"), RecordsPage::tr("No attempts")};
    case Part::Consents:
        return {RecordsPage::tr("Consents"), RecordsPage::tr("Reading the consents"),
                RecordsPage::tr("The consents could not be read"), RecordsPage::tr("No consents")};
    case Part::Accounts:
        return {RecordsPage::tr("Accounts"), RecordsPage::tr("Reading the accounts"),
                RecordsPage::tr("The accounts could not be read"), RecordsPage::tr("No accounts")};
    }
    Q_UNREACHABLE();
}

QAbstractItemModel &modelOf(models::ConnectionHistory &history, Part part)
{
    switch (part) {
    case Part::Attempts:
        return history.attempts();
    case Part::Consents:
        return history.consents();
    case Part::Accounts:
        return history.accounts();
    }
    Q_UNREACHABLE();
}

} // namespace

RecordsPage::RecordsPage(models::ConnectionHistory &history, Part part, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_part(part)
    , m_stack(new QStackedWidget)
    , m_table(new QTableView)
    , m_page(new StatePage)
    , m_note(new WrappedLabel)
{
    build();
    connect(&history, &models::ConnectionHistory::changed, this, [this](Part changed) {
        if (changed == m_part) {
            if (isVisible()) {
                m_history.want(m_part);
            }
            showPart();
        }
    });
    connect(m_page, &StatePage::actionWanted, this, [this] { m_history.readAgain(); });
    showPart();
}

void RecordsPage::build()
{
    m_table->setModel(&modelOf(m_history, m_part));
    m_table->setAccessibleName(wordsOf(m_part).title);
    // A customer's money is his own affair.
    markPersonal(m_stack, m_part == Part::Accounts);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(32);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setResizeContentsPrecision(50);
    m_table->horizontalHeader()->setFixedHeight(36);
    new RowCopying(*m_table);
    m_note->setContentsMargins(16, 8, 16, 8);

    m_stack->addWidget(m_table);
    m_stack->addWidget(m_page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    column->addWidget(m_note);
}

void RecordsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_history.want(m_part);
}

void RecordsPage::showPart()
{
    showNote();
    const bool hasRows = m_table->model()->rowCount() > 0;
    m_stack->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_table) : m_page);
    if (hasRows) {
        m_table->resizeColumnsToContents();
        return;
    }
    const auto &error = m_history.error(m_part);
    const PartWords words = wordsOf(m_part);
    PageState state;
    if (m_history.isLoading(m_part)) {
        state.title = words.reading;
        state.busy = true;
    } else if (error) {
        state = failurePage(words.failed, *error);
    } else {
        state.icon = u"inbox"_s;
        state.title = words.none;
    }
    m_page->show(state);
}

void RecordsPage::showNote()
{
    const auto warnings = static_cast<int>(m_history.warnings(m_part));
    const auto &error = m_history.error(m_part);
    QStringList notes;
    if (error && m_table->model()->rowCount() > 0) {
        notes << tr("The list is not complete: %1").arg(errorWords(*error).why);
    }
    if (warnings > 0) {
        notes << tr("%n part(s) of the answer could not be read; the rest is shown.", nullptr, warnings);
    }
    m_note->setText(notes.join(u'\n'));
    m_note->setVisible(!notes.isEmpty());
}

} // namespace saltdesk::ui
