// SPDX-License-Identifier: Apache-2.0
#include "Application.h"

#include "PrintedConnections.h"
#include "states/PageState.h"

#include <QApplication>
#include <QProcessEnvironment>
#include <QTextStream>
#include <QTimer>

namespace saltdesk::app {

using namespace Qt::Literals::StringLiterals;

namespace {

ui::Theme::Mode modeOf(CommandLine::Theme theme)
{
    switch (theme) {
    case CommandLine::Theme::System:
        return ui::Theme::Mode::System;
    case CommandLine::Theme::Light:
        return ui::Theme::Mode::Light;
    case CommandLine::Theme::Dark:
        return ui::Theme::Mode::Dark;
    }
    Q_UNREACHABLE();
}

void exitWith(ExitCode code)
{
    QCoreApplication::exit(static_cast<int>(code));
}

} // namespace

Application::Application(QApplication &application, CommandLine line)
    : m_line(std::move(line))
    , m_theme(application, modeOf(m_line.theme))
{}

Application::~Application() = default;

tl::expected<void, QString> Application::start()
{
    auto target = makeTarget();
    if (!target) {
        return tl::unexpected(target.error());
    }
    m_workspace =
        std::make_unique<models::Workspace>(m_network, std::move(target->endpoint), target->environment, m_clock);
    m_window = std::make_unique<ui::MainWindow>(*m_workspace);
    m_window->offerAppearance(m_theme);
    if (m_line.endsByItself()) {
        connect(m_window.get(), &ui::MainWindow::firstLoadEnded, this, &Application::finish, Qt::QueuedConnection);
    }
    m_window->show();
    // After the first paint: TLS takes its time to load, and nothing of it is needed to show a window.
    QTimer::singleShot(0, this, &Application::openFirst);
    return {};
}

tl::expected<Target, QString> Application::makeTarget()
{
    if (!m_line.sandbox) {
        return targetFor(m_line, QProcessEnvironment::systemEnvironment());
    }
    m_sandbox = std::make_unique<sandbox::Server>(sandbox::ServerOptions{});
    if (const auto started = m_sandbox->start(); !started) {
        return tl::unexpected(started.error());
    }
    return sandboxTarget(m_sandbox->baseUrl(), m_sandbox->appId(), m_sandbox->secret());
}

void Application::openFirst()
{
    m_workspace->client().warmUp();
    m_workspace->resumeFollowing();
    if (!m_line.connection.isEmpty()) {
        m_workspace->scope().openConnection(api::ConnectionId(m_line.connection));
    } else if (!m_line.customer.isEmpty()) {
        m_workspace->scope().find(m_line.customer);
    } else if (m_line.sandbox) {
        m_workspace->scope().find(sandbox::Server::demoCustomer());
    }
}

void Application::finish()
{
    using enum models::CustomerScope::State;
    const models::CustomerScope::State state = m_workspace->scope().state();
    const bool listed = state == Shown || state == Empty;
    if (m_line.print) {
        printList(listed);
    }
    if (!m_line.screenshot.isEmpty() && !writeScreenshot()) {
        QTextStream(stderr) << tr("saltdesk: cannot write the picture '%1'\n").arg(m_line.screenshot);
        exitWith(ExitCode::Failed);
        return;
    }
    exitWith(m_line.print && !listed ? ExitCode::Failed : ExitCode::Ok);
}

void Application::printList(bool listed) const
{
    if (listed) {
        QTextStream(stdout) << printedConnections(m_workspace->connections());
        return;
    }
    // What the window says in place of the table.
    const ui::PageState page =
        ui::pageState(m_workspace->environment(), m_workspace->scope(), m_workspace->connections());
    QTextStream(stderr) << "saltdesk: " << QString(page.title + u". " + page.text).simplified() << '\n';
}

bool Application::writeScreenshot() const
{
    return m_window->grab().save(m_line.screenshot, "PNG");
}

} // namespace saltdesk::app
