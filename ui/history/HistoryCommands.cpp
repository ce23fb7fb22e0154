// SPDX-License-Identifier: Apache-2.0
#include "history/HistoryCommands.h"

#include "details/DetailsPane.h"
#include "history/NoteDialog.h"
#include "history/RetentionMenu.h"
#include "states/MessageBar.h"
#include "window/WindowActions.h"
#include "workspace/Workspace.h"

#include <QMessageBox>
#include <QPushButton>

namespace saltdesk::ui {

HistoryCommands::HistoryCommands(models::Workspace &workspace, const WindowActions &actions, DetailsPane &details,
                                 MessageBar &bar, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_details(details)
    , m_bar(bar)
    , m_window(window)
{
    connect(actions.addNote, &QAction::triggered, this, &HistoryCommands::addNote);
    connect(&details, &DetailsPane::noteWanted, this, &HistoryCommands::addNote);
    connect(&details, &DetailsPane::noteRemovalWanted, this, &HistoryCommands::removeNote);
    connect(&workspace.localHistory(), &models::LocalHistory::conditionChanged, this, &HistoryCommands::showCondition);
    addRetentionMenu(*actions.customerMenu(), workspace.localHistory());
    showCondition();
}

void HistoryCommands::addNote()
{
    const auto &customer = m_workspace.scope().customer();
    if (!customer) {
        return;
    }
    const auto save = [history = &m_workspace.localHistory(), who = customer->id, connection = m_details.shown()](
                          const QString &text) { return history->addNote(who, connection, text); };
    (new NoteDialog(m_workspace.scope().customerLabel(), m_workspace.environment().kind, save, m_window))->open();
}

void HistoryCommands::removeNote(qint64 id)
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Remove note"), tr("Remove this note?"),
                                     QMessageBox::Cancel, m_window);
    question->setInformativeText(tr("This can't be undone."));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *remove = question->addButton(tr("Remove note"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(remove, &QPushButton::clicked, this, [this, id] {
        m_workspace.localHistory().removeNote(id).then(this, [this](const models::HistoryResult<void> &removed) {
            if (!removed) {
                m_bar.tell({.tone = models::Tone::Warning,
                            .title = tr("The note is not removed."),
                            .text = removed.error().text()});
            }
        });
    });
    question->open();
}

void HistoryCommands::showCondition()
{
    const QString &condition = m_workspace.localHistory().condition();
    if (condition.isEmpty()) {
        m_bar.clear();
    } else {
        m_bar.tell({.tone = models::Tone::Warning, .title = condition});
    }
}

} // namespace saltdesk::ui
