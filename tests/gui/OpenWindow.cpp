// SPDX-License-Identifier: Apache-2.0
#include "OpenWindow.h"

#include "connections/ConnectionColumn.h"
#include "testing/Arrival.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QTableView>
#include <QTest>

#include <algorithm>

namespace saltdesk::testing {

using namespace Qt::Literals::StringLiterals;

OpenWindow::OpenWindow(const WindowWish &wish)
{
    // What an earlier window remembered must not decide what this one shows.
    QSettings().clear();
    sandbox::ServerOptions options;
    options.timeScale = wish.timeScale;
    m_server = std::make_unique<sandbox::Server>(options);
    if (const auto started = m_server->start(); !started) {
        qFatal("%s", qPrintable(started.error()));
    }
    api::ApiEndpoint endpoint;
    endpoint.baseUrl = m_server->baseUrl();
    if (wish.hasKeys) {
        endpoint.appId = m_server->appId().toUtf8();
        endpoint.secret = api::Secret(m_server->secret().toUtf8());
    }
    const models::Environment environment{.kind = wish.kind,
                                          .hint = u"a test"_s,
                                          .hasKeys = wish.hasKeys,
                                          .missing = wish.hasKeys ? QString() : u"SALTDESK_SECRET is not set."_s,
                                          .readOnlyByPolicy = wish.readOnlyByPolicy};
    if (!wish.auditPath.isEmpty()) {
        m_trail = std::make_unique<models::AuditTrail>(wish.auditPath, m_clock);
        m_trail->verify();
    }
    m_workspace = std::make_unique<models::Workspace>(m_network, endpoint, environment, m_clock, wish.pace,
                                                      hastyLimits(), nullptr, m_trail.get());
    m_window = std::make_unique<ui::MainWindow>(*m_workspace, nullptr, wish.removalWaits);
    m_window->show();
    if (!QTest::qWaitForWindowActive(m_window.get())) {
        qFatal("the window did not become active");
    }
}

OpenWindow::~OpenWindow() = default;

bool OpenWindow::find(const QString &customer)
{
    using State = models::CustomerScope::State;
    m_workspace->scope().find(customer);
    return QTest::qWaitFor(
        [this] {
            const State state = m_workspace->scope().state();
            const bool chosen = model().rowCount() == 0 || table()->currentIndex().isValid();
            return state != State::Searching && state != State::Loading && !m_workspace->scope().isBusy() && chosen;
        },
        20'000);
}

QTableView *OpenWindow::table() const
{
    return m_window->findChild<QTableView *>(u"connections"_s);
}

int OpenWindow::rowOf(const QString &bank) const
{
    const QAbstractItemModel *rows = table()->model();
    for (int row = 0; row < rows->rowCount(); ++row) {
        if (rows->index(row, static_cast<int>(models::ConnectionColumn::Bank)).data().toString() == bank) {
            return row;
        }
    }
    return -1;
}

void OpenWindow::chooseRow(int row)
{
    const QModelIndex index = table()->model()->index(row, 1);
    table()->scrollTo(index);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(index).center());
}

QString OpenWindow::chosenBank() const
{
    return table()->currentIndex().siblingAtColumn(static_cast<int>(models::ConnectionColumn::Bank)).data().toString();
}

QLineEdit *OpenWindow::field(const QString &name) const
{
    const auto fields = m_window->findChildren<QLineEdit *>();
    const auto found = std::ranges::find(fields, name, &QLineEdit::accessibleName);
    return found == fields.end() ? nullptr : *found;
}

QAction *OpenWindow::action(const QString &start) const
{
    const auto actions = m_window->findChildren<QAction *>();
    const auto found = std::ranges::find_if(
        actions, [&](const QAction *action) { return action->text().remove(u'&').startsWith(start); });
    return found == actions.end() ? nullptr : *found;
}

bool OpenWindow::says(const QString &words) const
{
    const auto labels = m_window->findChildren<QLabel *>();
    return std::ranges::any_of(
        labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

bool OpenWindow::press(const QString &text) const
{
    const auto buttons = m_window->findChildren<QAbstractButton *>();
    const auto found = std::ranges::find_if(buttons, [&](const QAbstractButton *button) {
        return button->isVisible() && button->isEnabled() && button->text().remove(u'&') == text;
    });
    if (found == buttons.end()) {
        return false;
    }
    QTest::mouseClick(*found, Qt::LeftButton);
    return true;
}

int OpenWindow::received(const QByteArray &verb) const
{
    const auto log = m_server->requestLog();
    return int(std::ranges::count_if(log, [&](const auto &request) { return request.method == verb; }));
}

} // namespace saltdesk::testing
