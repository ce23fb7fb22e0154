// SPDX-License-Identifier: Apache-2.0
#include "activity/ActivityPanel.h"

#include "activity/ActivityModel.h"
#include "activity/ActivityTable.h"
#include "activity/CurlCommand.h"
#include "export/CsvTable.h"
#include "privacy/CopiedText.h"
#include "theme/ButtonRole.h"
#include "theme/SymbolicIcon.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFileDialog>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedWidget>
#include <QToolButton>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

ActivityPanel::ActivityPanel(models::ActivityModel &model, Target target, QWidget *parent)
    : QDockWidget(tr("Activity"), parent)
    , m_model(model)
    , m_target(std::move(target))
    , m_table(new ActivityTable(model))
    , m_stack(new QStackedWidget)
    , m_nothing(new WrappedLabel)
    , m_note(new WrappedLabel)
    , m_onlyErrors(new QCheckBox(tr("Only &errors")))
    , m_copyCurl(new QPushButton(tr("Copy as cURL")))
    , m_copyId(new QPushButton(tr("Copy request id")))
    , m_save(new QPushButton(tr("Save as…")))
    , m_clear(new QPushButton(tr("Clear")))
{
    // By this name the window remembers where it was.
    setObjectName(u"activity"_s);
    setAccessibleName(tr("Activity"));
    setAllowedAreas(Qt::BottomDockWidgetArea);
    setFeatures(DockWidgetClosable);
    build();
    connectParts();
    showState();
    hide();
}

void ActivityPanel::build()
{
    m_nothing->setMuted(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_copyCurl->setToolTip(tr("The chosen request as a line for a shell, without keys and body"));
    m_copyId->setToolTip(tr("What Salt Edge's support asks for"));
    m_save->setToolTip(tr("Saves the shown rows as CSV"));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nothing);
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(makeTitleRow());
    column->addWidget(m_stack, 1);
    setWidget(content);
    // The row above stands for the title.
    setTitleBarWidget(new QWidget);
}

QLayout *ActivityPanel::makeTitleRow()
{
    auto *title = new QLabel(tr("Activity"));
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    m_note->setMuted(true);
    auto *close = new QToolButton;
    close->setIcon(SymbolicIcon::icon(u"close"_s));
    close->setAccessibleName(tr("Close the activity panel"));
    close->setToolTip(tr("Close (F12)"));
    close->setFocusPolicy(Qt::TabFocus);
    setButtonRole(close, ButtonRole::Quiet);
    connect(close, &QToolButton::clicked, this, &QDockWidget::close);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(6);
    row->addWidget(title);
    row->addWidget(m_note, 1);
    row->addWidget(m_onlyErrors);
    for (QPushButton *button : {m_copyCurl, m_copyId, m_save, m_clear}) {
        row->addWidget(button);
    }
    row->addWidget(close);
    return row;
}

void ActivityPanel::connectParts()
{
    connect(m_onlyErrors, &QCheckBox::toggled, m_table, &ActivityTable::showOnlyErrors);
    connect(m_copyCurl, &QPushButton::clicked, this, &ActivityPanel::copyCurl);
    connect(m_copyId, &QPushButton::clicked, this, &ActivityPanel::copyRequestId);
    connect(m_save, &QPushButton::clicked, this, &ActivityPanel::chooseFile);
    connect(m_clear, &QPushButton::clicked, this, [this] { m_model.clear(); });
    connect(m_table, &ActivityTable::rowsChanged, this, &ActivityPanel::showState);
}

void ActivityPanel::showState()
{
    const int shown = m_table->shownRows().rowCount();
    const int row = m_table->chosenRow();
    m_stack->setCurrentIndex(shown > 0 ? 0 : 1);
    m_nothing->setText(m_model.rowCount() == 0 ? tr("Nothing was sent yet.") : tr("No request failed."));
    m_copyCurl->setEnabled(row >= 0);
    m_copyId->setEnabled(row >= 0 && !m_model.exchange(row).requestId.isEmpty());
    m_save->setEnabled(shown > 0);
    m_clear->setEnabled(m_model.rowCount() > 0);
    const QString requests =
        m_model.rowCount() == 1 ? tr("1\u00a0request") : tr("%Ln\u00a0requests", nullptr, m_model.rowCount());
    m_note->setText(m_model.failures() == 0 ? requests
                                            : tr("%1, %Ln\u00a0failed", nullptr, m_model.failures()).arg(requests));
}

void ActivityPanel::copyCurl() const
{
    if (const int row = m_table->chosenRow(); row >= 0) {
        copyRedacted(models::curlCommand(m_model.exchange(row), m_target.baseUrl, m_target.isSigned));
    }
}

void ActivityPanel::copyRequestId() const
{
    if (const int row = m_table->chosenRow(); row >= 0) {
        copyRedacted(m_model.exchange(row).requestId);
    }
}

void ActivityPanel::chooseFile()
{
    auto *chooser = new QFileDialog(this, tr("Save the activity"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilter(tr("Tables (*.csv)"));
    chooser->setDefaultSuffix(u"csv"_s);
    connect(chooser, &QFileDialog::fileSelected, this, &ActivityPanel::save);
    chooser->open();
}

void ActivityPanel::save(const QString &path)
{
    QSaveFile file(path);
    const bool saved =
        file.open(QIODevice::WriteOnly) && file.write(models::csvTable(m_table->shownRows())) >= 0 && file.commit();
    m_note->setText(saved ? tr("Saved") : tr("Not saved: %1").arg(file.errorString()));
}

bool ActivityPanel::event(QEvent *event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent) {
        emit shownChanged(!isHidden());
    }
    return QDockWidget::event(event);
}

} // namespace saltdesk::ui
