// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditDialog.h"

#include "audit/AuditExport.h"
#include "audit/AuditFilterBar.h"
#include "audit/AuditTrail.h"
#include "connections/RowCopying.h"
#include "states/MessageBar.h"
#include "states/StatePage.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

namespace saltdesk::ui {

using models::AuditFlaw;
using models::AuditModel;
using models::AuditVerdict;
using models::Tone;
using namespace Qt::Literals::StringLiterals;

namespace {

QString entriesText(qsizetype count)
{
    // Not %n, which would not group the digits.
    return count == 1 ? AuditDialog::tr("1 entry") : AuditDialog::tr("%1 entries").arg(QLocale().toString(count));
}

/// What the next entry mends by itself is a warning, what somebody must look into is bad.
Tone toneOf(const AuditVerdict &verdict)
{
    if (!verdict.flaw) {
        return verdict.explainedGaps > 0 ? Tone::Warning : Tone::Good;
    }
    switch (verdict.flaw->kind) {
    case AuditFlaw::Kind::HalfLine:
    case AuditFlaw::Kind::NewerVersion:
    case AuditFlaw::Kind::HeadMissing:
        return Tone::Warning;
    case AuditFlaw::Kind::Altered:
    case AuditFlaw::Kind::Missing:
    case AuditFlaw::Kind::Reordered:
    case AuditFlaw::Kind::NotJson:
    case AuditFlaw::Kind::CutOff:
    case AuditFlaw::Kind::Unreadable:
        return Tone::Bad;
    }
    Q_UNREACHABLE();
}

} // namespace

AuditDialog::AuditDialog(models::AuditTrail &trail, QWidget *parent)
    : QDialog(parent)
    , m_trail(trail)
    , m_model(trail)
    , m_verdict(new MessageBar)
    , m_problem(new MessageBar)
    , m_filter(new AuditFilterBar)
    , m_stack(new QStackedWidget)
    , m_table(new QTableView)
    , m_page(new StatePage)
    , m_count(new QLabel)
    , m_copy(new QPushButton(tr("&Copy rows")))
    , m_export(new QPushButton(tr("&Export…")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Audit trail"));
    setAccessibleName(windowTitle());
    build();
    connect(m_filter, &AuditFilterBar::changed, this, [this] {
        m_model.setFilter(m_filter->filter());
        showPage();
    });
    connect(&m_model, &AuditModel::loaded, this, &AuditDialog::showAll);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        showVerdict();
        showPage();
    });
    connect(m_page, &StatePage::actionWanted, this, [this] { m_filter->clear(); });
    m_model.read();
    showPage();
    m_filter->setFocus();
}

void AuditDialog::build()
{
    m_verdict->setDismissable(false);
    buildTable();
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_verdict);
    column->addWidget(m_problem);
    column->addWidget(m_filter);
    column->addWidget(m_stack, 1);
    column->addWidget(makeFooter());
    resize(1180, 640);
}

void AuditDialog::buildTable()
{
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Audit trail"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(32);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setFixedHeight(36);
    m_table->horizontalHeader()->setResizeContentsPrecision(50);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

QWidget *AuditDialog::makeFooter()
{
    auto *footer = new QWidget;
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    buttons->addButton(m_export, QDialogButtonBox::ActionRole);
    m_copy->setAutoDefault(false);
    m_export->setAutoDefault(false);
    auto *copying = new RowCopying(*m_table);
    connect(m_copy, &QPushButton::clicked, copying, &RowCopying::copy);
    connect(copying, &RowCopying::copied, this, [this](int rows) {
        m_count->setText(rows == 1 ? tr("Copied 1 row") : tr("Copied %n rows", nullptr, rows));
    });
    connect(m_export, &QPushButton::clicked, this, &AuditDialog::chooseExport);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(16, 10, 16, 12);
    row->addWidget(m_count, 1);
    row->addWidget(buttons);
    return footer;
}

void AuditDialog::showAll()
{
    const QDate today = QDate::currentDate();
    const QDate first = m_model.total() > 0 ? m_model.oldestTime().toLocalTime().date() : today;
    m_filter->offer(m_model.profiles(), std::min(first, today), today);
    fitColumns();
    showVerdict();
    showPage();
    if (m_model.rowCount() > 0) {
        m_table->selectRow(0);
    }
}

void AuditDialog::fitColumns()
{
    m_table->resizeColumnsToContents();
    QHeaderView &header = *m_table->horizontalHeader();
    for (int column = 0; column < AuditModel::columns; ++column) {
        m_table->setColumnWidth(column, std::clamp(header.sectionSize(column) + 12, 56, 260));
    }
}

void AuditDialog::showVerdict()
{
    const AuditVerdict &verdict = m_model.verdict();
    const Message message{.tone = toneOf(verdict),
                          .title = models::auditVerdictSentence(verdict),
                          .text = models::auditVerdictAdvice(verdict, m_trail.path()),
                          // The advice names it too.
                          .fine = verdict.isIntact() ? QDir::toNativeSeparators(m_trail.path()) : QString()};
    if (message != m_verdict->message()) {
        m_verdict->tell(message);
    }
}

void AuditDialog::showPage()
{
    const bool hasRows = m_model.rowCount() > 0;
    PageState state;
    if (m_model.isReading()) {
        state = {
            .icon = {}, .title = tr("Reading the audit trail"), .text = {}, .fine = {}, .copyText = {}, .busy = true};
    } else if (m_model.total() == 0) {
        state.icon = u"inbox"_s;
        state.title = tr("No entries yet");
        state.text = tr("Every change that you send to Salt Edge, and every unlock, is written down here.");
    } else if (!hasRows) {
        state.icon = u"filter"_s;
        state.title = tr("No entry passes the filter");
        state.text = tr("The trail has %1.").arg(entriesText(m_model.total()));
        state.action = PageAction::ClearFilters;
    }
    m_stack->setCurrentIndex(hasRows ? 0 : 1);
    m_page->show(state);
    m_copy->setEnabled(hasRows);
    m_export->setEnabled(hasRows);
    showCount();
}

void AuditDialog::showCount()
{
    const QString shown = QLocale().toString(m_model.rowCount());
    m_count->setText(m_model.rowCount() == m_model.total()
                         ? tr("%1 shown").arg(shown)
                         : tr("%1 of %2 shown").arg(shown, QLocale().toString(m_model.total())));
}

void AuditDialog::chooseExport()
{
    auto *chooser = new QFileDialog(this, tr("Export the audit trail"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilters({tr("CSV, for a spreadsheet (*.csv)"), tr("JSON (*.json)")});
    chooser->setDefaultSuffix(u"csv"_s);
    connect(chooser, &QFileDialog::filterSelected, chooser, [chooser](const QString &filter) {
        chooser->setDefaultSuffix(filter.contains("*.json"_L1) ? u"json"_s : u"csv"_s);
    });
    connect(chooser, &QFileDialog::fileSelected, this, &AuditDialog::exportTo);
    chooser->open();
}

void AuditDialog::exportTo(const QString &path)
{
    const std::vector<models::AuditEntry> entries = m_model.filtered();
    if (const auto saved = models::saveAuditExport(path, entries); !saved) {
        m_problem->tell({.tone = Tone::Bad, .title = tr("The export was not saved"), .text = saved.error()});
        return;
    }
    m_problem->clear();
    m_count->setText(
        tr("Exported %1 to %2").arg(entriesText(qsizetype(entries.size())), QDir::toNativeSeparators(path)));
}

} // namespace saltdesk::ui
