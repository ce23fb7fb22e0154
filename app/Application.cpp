// SPDX-License-Identifier: Apache-2.0
#include "Application.h"

#include "ErrorLine.h"
#include "SettingsPlace.h"
#include "UnattendedRun.h"
#include "profiles/ProfileCommands.h"
#include "window/WindowRaising.h"

#include <QApplication>
#include <QProcessEnvironment>
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

tl::expected<Target, QString> startedSandbox()
{
    auto server = std::make_shared<sandbox::Server>(sandbox::ServerOptions{});
    if (const auto started = server->start(); !started) {
        return tl::unexpected(started.error());
    }
    return sandboxTarget(std::move(server));
}

} // namespace

Application::Application(QApplication &application, CommandLine line, models::Keychain &keychain,
                         const QString &policyPath)
    : m_line(std::move(line))
    , m_theme(application, modeOf(m_line.theme))
    , m_trail(models::AuditTrail::defaultPath(), m_clock)
    , m_settings(openSettings())
    , m_policy(models::Policy::read(policyPath))
    , m_profiles(models::ProfileFile(models::ProfileFile::defaultPath()))
    , m_vault(keychain)
    , m_opening({m_profiles, m_vault, m_policy, m_clock, &m_trail}, m_line.endsByItself())
    , m_idle(m_clock)
    , m_watch(m_idle)
{
    // A window closes when another profile follows, and a dialog may stand alone.
    QApplication::setQuitOnLastWindowClosed(false);
    connect(&m_opening, &ProfileOpening::ready, this, &Application::change);
    connect(&m_opening, &ProfileOpening::sandboxWanted, this, &Application::openSandbox);
    connect(&m_opening, &ProfileOpening::failed, this, &Application::fail);
    connect(&m_idle, &models::IdleLock::changed, this, [this](bool idle) {
        if (idle && !m_session) {
            // Whatever was typed goes with the dialog it was typed into.
            offerChoice();
        }
        m_idle.unlock();
    });
    connect(&m_instance, &RunningInstance::wanted, this, &Application::showWanted);
    connect(&m_opening, &ProfileOpening::givenUp, this, [this] {
        if (!m_session) {
            QCoreApplication::quit();
        }
    });
}

Application::~Application() = default;

tl::expected<void, StartFailure> Application::start()
{
    if (m_line.joinsRunning() && !m_instance.listen()) {
        qWarning("saltdesk: links will open in a new window, for the place where programs meet can't be had");
    }
    if (!m_line.profile.isEmpty()) {
        return openNamed();
    }
    if (!m_line.namesTarget() && (!m_line.endsByItself() || m_profiles.last())) {
        openLast();
        return {};
    }
    const auto made = firstTarget();
    if (!made) {
        return tl::unexpected(made.error());
    }
    auto target = underPolicy(*made, m_policy);
    if (!target) {
        return tl::unexpected(StartFailure{target.error(), ExitCode::Failed});
    }
    begin(std::move(*target));
    return {};
}

tl::expected<Target, StartFailure> Application::firstTarget() const
{
    const ExitCode code = m_line.sandbox ? ExitCode::Failed : ExitCode::Usage;
    return (m_line.sandbox ? startedSandbox() : targetFor(m_line, QProcessEnvironment::systemEnvironment()))
        .map_error([code](const QString &line) {
            return StartFailure{line, code};
        });
}

tl::expected<void, StartFailure> Application::openNamed()
{
    const auto profile = m_profiles.named(m_line.profile);
    if (!profile) {
        QStringList names;
        for (const models::Profile &one : m_profiles.profiles()) {
            names << one.name;
        }
        const QString line = names.isEmpty()
                                 ? tr("there is no profile '%1', and no other").arg(m_line.profile)
                                 : tr("there is no profile '%1'; there is: %2").arg(m_line.profile, names.join(u", "));
        return tl::unexpected(StartFailure{line, ExitCode::Usage});
    }
    m_opening.open(*profile);
    return {};
}

void Application::openLast()
{
    if (const auto last = m_profiles.last()) {
        m_opening.open(*last);
    } else {
        offerChoice();
    }
}

void Application::offerChoice()
{
    m_profiles.profiles().isEmpty() ? m_opening.welcome() : m_opening.choose();
}

void Application::openProfile(const QString &id)
{
    if (const auto profile = m_profiles.find(id)) {
        m_opening.open(*profile);
    }
}

void Application::openSandbox()
{
    m_opening.cancel();
    const auto target = startedSandbox().and_then([this](const Target &made) { return underPolicy(made, m_policy); });
    target ? change(*target) : fail(target.error());
}

void Application::change(const Target &target)
{
    if (!m_session) {
        return begin(target);
    }
    m_next = target;
    m_session->window().close();
}

void Application::begin(Target target)
{
    const QString id = target.environment.profileId;
    m_session = std::make_unique<Session>(std::move(target), m_clock, m_trail);
    ui::MainWindow &window = m_session->window();
    window.offerAppearance(m_theme);
    offerProfiles();
    m_opening.standOn(&window);
    connect(&window, &ui::MainWindow::closed, this, &Application::sessionClosed);
    connect(&window, &ui::MainWindow::keptOpen, this, [this] { m_next.reset(); });
    if (m_line.endsByItself()) {
        new UnattendedRun(m_line, *m_session, m_session.get());
    } else if (m_session->isSandbox() || !id.isEmpty()) {
        m_profiles.setLast(id);
    }
    window.show();
    tellConditions();
    // After the first paint: TLS takes its time to load, and nothing of it is needed to show a window.
    QTimer::singleShot(0, m_session.get(), [this] { openFirst(); });
}

void Application::offerProfiles()
{
    ui::MainWindow &window = m_session->window();
    auto *commands = new ui::ProfileCommands({m_profiles, m_vault, m_policy, m_clock, &m_trail}, m_session->profileId(),
                                             m_session->isSandbox(), &window);
    connect(commands, &ui::ProfileCommands::profileWanted, this, &Application::openProfile);
    connect(commands, &ui::ProfileCommands::sandboxWanted, this, &Application::openSandbox);
    window.offerProfiles(*commands);
}

void Application::sessionClosed()
{
    m_opening.standOn(nullptr);
    // It is still within its own close event.
    m_session.release()->deleteLater();
    if (auto next = std::exchange(m_next, std::nullopt)) {
        begin(std::move(*next));
    } else {
        m_opening.cancel();
        QCoreApplication::quit();
    }
}

void Application::openFirst()
{
    models::Workspace &workspace = m_session->workspace();
    workspace.client().warmUp();
    m_trail.verify();
    workspace.resumeFollowing();
    if (openAskedFor()) {
        return;
    }
    if (m_session->isSandbox()) {
        workspace.scope().find(sandbox::Server::demoCustomer());
    } else if (const auto last = workspace.recent().last(); last && !m_line.endsByItself()) {
        // Where the agent left.
        workspace.scope().find(last->toString(), workspace.recent().lastConnection());
    }
}

bool Application::openAskedFor()
{
    models::CustomerScope &scope = m_session->workspace().scope();
    // Asked for once: the next session is another profile's.
    const QString connection = std::exchange(m_line.connection, {});
    const QString customer = std::exchange(m_line.customer, {});
    if (!connection.isEmpty()) {
        scope.openConnection(api::ConnectionId(connection));
    } else if (!customer.isEmpty()) {
        scope.find(customer);
    }
    return !connection.isEmpty() || !customer.isEmpty();
}

void Application::showWanted(const std::optional<ObjectLink> &link)
{
    if (link) {
        m_line.follow(*link);
    }
    // Without a session it waits for whichever profile is opened.
    if (m_session) {
        openAskedFor();
    }
    if (QWidget *window = m_session ? &m_session->window() : QApplication::activeModalWidget()) {
        ui::raiseWindow(*window);
    }
}

void Application::tellConditions()
{
    QStringList said = m_policy.warnings() + m_profiles.warnings();
    if (!m_settings.text.isEmpty()) {
        said << std::exchange(m_settings.text, {});
    }
    if (m_line.endsByItself()) {
        for (const QString &line : std::as_const(said)) {
            writeErrorLine(line);
        }
    }
    if (!said.isEmpty()) {
        m_session->window().tellCondition(said.join(u' '));
    }
}

void Application::fail(const QString &line)
{
    if (m_session) {
        return m_session->window().tellCondition(line);
    }
    writeErrorLine(line);
    QCoreApplication::exit(static_cast<int>(ExitCode::Failed));
}

} // namespace saltdesk::app
