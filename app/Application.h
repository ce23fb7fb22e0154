// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "CommandLine.h"
#include "Target.h"
#include "server/Server.h"
#include "theme/Theme.h"
#include "types/Clock.h"
#include "window/MainWindow.h"
#include "workspace/Workspace.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <memory>

class QApplication;

namespace saltdesk::app {

/// The composition root: makes every long-lived object, hands each what it needs, and destroys them in order. Lives in
/// main(), between the QApplication's construction and the end of its event loop.
class Application : public QObject
{
    Q_OBJECT

public:
    Application(QApplication &application, CommandLine line);
    ~Application() override;

    /// Shows the window; what to open is asked for after its first paint. The error is one line for stderr.
    [[nodiscard]] tl::expected<void, QString> start();

private:
    [[nodiscard]] tl::expected<Target, QString> makeTarget();
    void openFirst();
    void finish();
    void printList(bool listed) const;
    [[nodiscard]] bool writeScreenshot() const;

    CommandLine m_line;
    ui::Theme m_theme;
    api::SystemClock m_clock;
    QNetworkAccessManager m_network;
    std::unique_ptr<sandbox::Server> m_sandbox;
    std::unique_ptr<models::Workspace> m_workspace;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace saltdesk::app
