// SPDX-License-Identifier: Apache-2.0
#include "window/PrivacyCommands.h"

#include "activity/ActivityPanel.h"
#include "theme/ButtonRole.h"
#include "window/WindowActions.h"
#include "workspace/Workspace.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMainWindow>
#include <QStatusBar>
#include <QToolButton>

namespace saltdesk::ui {

PrivacyCommands::PrivacyCommands(models::Workspace &workspace, WindowActions &actions, QMainWindow &window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_actions(actions)
    , m_veils(m_presenter)
    , m_idle(m_clock)
    , m_watch(m_idle)
    , m_windows(m_idle)
    , m_activity(
          new ActivityPanel(workspace.activity(), {.baseUrl = workspace.client().endpoint().baseUrl,
                                                   .isSigned = workspace.client().endpoint().signer.has_value()}))
{
    addPresenter(window);
    addActivity(window);
    addHiding();
}

QString PrivacyCommands::mayName(const QString &customer) const
{
    return m_presenter.isOn() || m_idle.isLocked() ? QString() : customer;
}

QWidget &PrivacyCommands::activityPanel() const
{
    return *m_activity;
}

void PrivacyCommands::addActivity(QMainWindow &window)
{
    window.addDockWidget(Qt::BottomDockWidgetArea, m_activity);
    m_activity->hide();
    connect(m_actions.activity, &QAction::toggled, m_activity, &QWidget::setVisible);
    connect(m_activity, &ActivityPanel::shownChanged, m_actions.activity, &QAction::setChecked);
    auto *toggle = new QToolButton;
    toggle->setDefaultAction(m_actions.activity);
    toggle->setAccessibleName(tr("Activity"));
    toggle->setFocusPolicy(Qt::TabFocus);
    setButtonRole(toggle, ButtonRole::Quiet);
    window.statusBar()->addPermanentWidget(toggle);
}

void PrivacyCommands::addPresenter(QMainWindow &window)
{
    auto *hint = new QLabel(tr("Presenter mode"));
    QFont bold = hint->font();
    bold.setBold(true);
    hint->setFont(bold);
    hint->setToolTip(tr("What names a customer is veiled"));
    hint->hide();
    window.statusBar()->addPermanentWidget(hint);
    connect(m_actions.presenter, &QAction::toggled, &m_presenter, &models::PresenterMode::setOn);
    connect(&m_presenter, &models::PresenterMode::changed, hint, &QWidget::setVisible);
    connect(&m_presenter, &models::PresenterMode::changed, this, &PrivacyCommands::hidesNamesChanged);
}

bool PrivacyCommands::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!isKey || QKeySequence(static_cast<QKeyEvent *>(event)->keyCombination()) != m_actions.hideNow->shortcut()) {
        return QObject::eventFilter(watched, event);
    }
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        m_idle.lock();
    }
    return true;
}

void PrivacyCommands::addHiding()
{
    qApp->installEventFilter(this);
    connect(m_actions.hideNow, &QAction::triggered, &m_idle, &models::IdleLock::lock);
    connect(&m_idle, &models::IdleLock::changed, this, [this](bool locked) {
        if (locked) {
            m_workspace.writeLock().lock();
        }
        emit hidesNamesChanged();
        emit hiddenChanged(locked);
    });
}

} // namespace saltdesk::ui
