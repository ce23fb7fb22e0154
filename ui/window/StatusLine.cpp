// SPDX-License-Identifier: Apache-2.0
#include "window/StatusLine.h"

#include "privacy/Personal.h"
#include "theme/ButtonRole.h"
#include "theme/ColorTokens.h"
#include "theme/SymbolicIcon.h"
#include "theme/WrappedLabel.h"
#include "time/RelativeTime.h"
#include "workspace/Workspace.h"

#include <QLocale>
#include <QPainter>
#include <QToolButton>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// English has no translation file, so its one singular is a sentence of its own.
QString counted(int count, const QString &one, const QString &many)
{
    return count == 0 ? QString() : count == 1 ? one : many;
}

} // namespace

StatusLine::StatusLine(models::Workspace &workspace, QWidget *parent)
    : QStatusBar(parent)
    , m_workspace(workspace)
    , m_count(new QLabel)
    , m_read(new WrappedLabel)
    , m_followed(new WrappedLabel)
    , m_running(new WrappedLabel)
    , m_warnings(new QToolButton)
{
    setSizeGripEnabled(false);
    setContentsMargins(8, 0, 8, 0);
    setMinimumHeight(28);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_count->setContentsMargins(4, 0, 0, 0);
    m_count->setTextFormat(Qt::PlainText);
    markPersonal(m_count);
    for (QLabel *label : {m_read, m_followed, m_running}) {
        label->setWordWrap(false);
        label->setContentsMargins(12, 0, 0, 0);
        static_cast<WrappedLabel *>(label)->setMuted(true);
    }
    m_warnings->setIcon(SymbolicIcon::icon(u"alert"_s));
    m_warnings->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setButtonRole(m_warnings, ButtonRole::Quiet);
    m_warnings->setFocusPolicy(Qt::TabFocus);
    addWidget(m_count);
    addWidget(m_read);
    addWidget(m_followed);
    addPermanentWidget(m_running);
    addPermanentWidget(m_warnings);
    connect(m_warnings, &QToolButton::clicked, this, &StatusLine::warningsWanted);
    connect(&workspace.scope(), &models::CustomerScope::changed, this, &StatusLine::showAll);
    connect(&workspace.connections(), &models::ConnectionsModel::countsChanged, this, &StatusLine::showAll);
    connect(&workspace.poller(), &models::AttemptPoller::followedChanged, this, &StatusLine::showAll);
    connect(&workspace.client(), &api::ApiClient::activeChanged, this, &StatusLine::showAll);
    showAll();
}

QString StatusLine::countWords() const
{
    const models::ConnectionsModel &model = m_workspace.connections();
    if (!m_workspace.scope().customer()) {
        return {};
    }
    const QString whose = m_workspace.scope().customerLabel();
    if (model.rowCount() != model.total()) {
        return tr("%1 of %Ln connections of %2", nullptr, model.total())
            .arg(QLocale().toString(model.rowCount()), whose);
    }
    return model.total() == 1 ? tr("One connection of %1").arg(whose)
                              : tr("%Ln connections of %1", nullptr, model.total()).arg(whose);
}

void StatusLine::showAll()
{
    const QDateTime read = m_workspace.scope().readAt();
    const int followed = m_workspace.poller().followed();
    const int running = m_workspace.client().activeRequests();
    const auto warnings = int(m_workspace.connections().warnings().size());
    m_count->setText(countWords());
    m_read->setText(read.isValid() ? tr("read %1").arg(read.toLocalTime().toString(u"HH:mm:ss"_s)) : QString());
    m_read->setToolTip(read.isValid() ? models::absoluteTime(read) : QString());
    m_followed->setText(counted(followed, tr("following one attempt"), tr("following %n attempts", nullptr, followed)));
    m_running->setText(counted(running, tr("one request running"), tr("%n requests running", nullptr, running)));
    m_warnings->setText(
        counted(warnings, tr("1 record could not be read"), tr("%Ln records could not be read", nullptr, warnings)));
    m_warnings->setToolTip(tr("Shows what could not be read"));
    m_warnings->setVisible(warnings > 0);
}

void StatusLine::paintEvent(QPaintEvent *event)
{
    QStatusBar::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), ColorTokens::of(palette()).line);
}

} // namespace saltdesk::ui
