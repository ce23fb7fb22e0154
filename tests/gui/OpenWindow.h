// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/AuditTrail.h"
#include "server/Server.h"
#include "types/Clock.h"
#include "window/MainWindow.h"
#include "workspace/Workspace.h"

#include <QAction>
#include <QNetworkAccessManager>

#include <memory>

class QLineEdit;
class QTableView;

namespace saltdesk::testing {

/// How a test wants its window.
struct WindowWish
{
    models::EnvironmentKind kind = models::EnvironmentKind::Sandbox;
    bool hasKeys = true;
    /// How many times as fast as the world the banks live.
    double timeScale = 1;
    std::chrono::milliseconds removalWaits{50};
    bool readOnlyByPolicy = false;
    /// Where its audit trail is kept; empty: there is none.
    QString auditPath = {};
    models::PollingPace pace{std::chrono::milliseconds{20}, std::chrono::milliseconds{100}};
};

/// A sandbox, a workspace on it, and the main window, visible; and short ways to its parts as a user would name them.
class OpenWindow
{
public:
    explicit OpenWindow(const WindowWish &wish = {});
    ~OpenWindow();

    [[nodiscard]] sandbox::Server &server() { return *m_server; }
    [[nodiscard]] models::Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] models::AuditTrail *trail() { return m_trail.get(); }
    [[nodiscard]] models::ConnectionsModel &model() { return m_workspace->connections(); }
    [[nodiscard]] ui::MainWindow &window() { return *m_window; }

    /// Finds a customer and waits until his connections, or what stands for them, are shown.
    [[nodiscard]] bool find(const QString &customer);
    [[nodiscard]] QTableView *table() const;
    /// The visible row of the bank, or -1.
    [[nodiscard]] int rowOf(const QString &bank) const;
    void chooseRow(int row);
    [[nodiscard]] QString chosenBank() const;
    /// By the accessible name.
    [[nodiscard]] QLineEdit *field(const QString &name) const;
    /// The action whose text, without its mnemonic, starts so.
    [[nodiscard]] QAction *action(const QString &start) const;
    /// Whether a visible label of the window says this somewhere.
    [[nodiscard]] bool says(const QString &words) const;
    /// Presses a visible button by its text, anywhere in the window or its dialogs. False: there is none.
    [[nodiscard]] bool press(const QString &text) const;
    /// Requests of this verb that the server received.
    [[nodiscard]] int received(const QByteArray &verb) const;

private:
    std::unique_ptr<sandbox::Server> m_server;
    QNetworkAccessManager m_network;
    api::SystemClock m_clock;
    std::unique_ptr<models::AuditTrail> m_trail;
    std::unique_ptr<models::Workspace> m_workspace;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace saltdesk::testing
