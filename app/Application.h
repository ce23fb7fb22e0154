// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "CommandLine.h"
#include "ProfileOpening.h"
#include "RunningInstance.h"
#include "Session.h"
#include "audit/AuditTrail.h"
#include "policy/Policy.h"
#include "privacy/IdleLock.h"
#include "privacy/IdleWatch.h"
#include "profiles/ProfileStore.h"
#include "secrets/ProfileVault.h"
#include "settings/SettingsUpgrade.h"
#include "theme/Theme.h"
#include "types/Clock.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QApplication;

namespace saltdesk::app {

/// Why the program could not start.
struct StartFailure
{
    /// For stderr.
    QString line = {};
    ExitCode code = ExitCode::Failed;
};

/// The composition root: makes every long-lived object, hands each what it needs, and destroys them in order. Lives in
/// main(), between the QApplication's construction and the end of its event loop. One session at a time.
class Application : public QObject
{
    Q_OBJECT

public:
    /// The keychain is borrowed and outlives this.
    Application(QApplication &application, CommandLine line, models::Keychain &keychain,
                const QString &policyPath = models::Policy::defaultPath());
    ~Application() override;

    /// Shows the window, or what stands in its place; what to open is asked for after the first paint.
    [[nodiscard]] tl::expected<void, StartFailure> start();
    /// For the time without a window; a window has its own.
    [[nodiscard]] models::IdleLock &idleLock() { return m_idle; }

private:
    [[nodiscard]] tl::expected<Target, StartFailure> firstTarget() const;
    [[nodiscard]] tl::expected<void, StartFailure> openNamed();
    void openLast();
    void offerChoice();
    void openProfile(const QString &id);
    void openSandbox();
    /// Ends the session in front, if it lets itself be ended, and begins this one.
    void change(const Target &target);
    void begin(Target target);
    void offerProfiles();
    void sessionClosed();
    void openFirst();
    /// Customer or connection of the command line or of a link; whether there was one.
    bool openAskedFor();
    /// What another start was asked to show.
    void showWanted(const std::optional<ObjectLink> &link);
    void fail(const QString &line);
    void tellConditions();

    CommandLine m_line;
    ui::Theme m_theme;
    api::SystemClock m_clock;
    models::AuditTrail m_trail;
    models::SettingsCondition m_settings;
    models::Policy m_policy;
    models::ProfileStore m_profiles;
    models::ProfileVault m_vault;
    ProfileOpening m_opening;
    models::IdleLock m_idle;
    ui::IdleWatch m_watch;
    RunningInstance m_instance;
    std::unique_ptr<Session> m_session;
    /// What follows the session in front; unset: the end.
    std::optional<Target> m_next;
};

} // namespace saltdesk::app
