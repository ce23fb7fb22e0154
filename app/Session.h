// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Target.h"
#include "window/MainWindow.h"
#include "workspace/Workspace.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <memory>

namespace saltdesk::app {

/// One profile at work: its way to the network, its workspace and its window. Owned by the Application; a profile is
/// changed by ending one session and beginning another, so that nothing of the first is left in the second.
class Session : public QObject
{
    Q_OBJECT

public:
    /// Borrows clock and trail, which outlive it.
    Session(Target target, const api::Clock &clock, models::AuditTrail &trail, QObject *parent = nullptr);
    ~Session() override;

    [[nodiscard]] models::Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    /// Of a saved profile; else empty.
    [[nodiscard]] const QString &profileId() const { return m_workspace->environment().profileId; }
    [[nodiscard]] bool isSandbox() const { return m_sandbox != nullptr; }

private:
    // Destroyed from below: the window borrows the workspace, which borrows the network.
    std::shared_ptr<sandbox::Server> m_sandbox;
    QNetworkAccessManager m_network;
    std::unique_ptr<models::Workspace> m_workspace;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace saltdesk::app
