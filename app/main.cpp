// SPDX-License-Identifier: Apache-2.0
#include "Application.h"
#include "ErrorLine.h"
#include "PlatformComplaint.h"
#include "RedactedLog.h"
#include "RunningInstance.h"
#include "secrets/SystemKeychain.h"

#include <QApplication>
#include <QIcon>
#include <QTextStream>

#include <memory>

using saltdesk::app::Application;
using saltdesk::app::CommandLine;
using saltdesk::app::ExitCode;
using saltdesk::app::PlatformComplaint;
using saltdesk::app::RedactedLog;
using saltdesk::app::RunningInstance;

namespace {

int complain(const QString &line, ExitCode code = ExitCode::Usage)
{
    saltdesk::app::writeErrorLine(line);
    return static_cast<int>(code);
}

QStringList argumentsOf(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments += QString::fromLocal8Bit(argv[i]);
    }
    return arguments;
}

/// The QApplication, or the exit status where this computer can't show a window.
tl::expected<std::unique_ptr<QApplication>, int> windowSystem(int &argc, char *argv[])
{
    if (const auto lacking = PlatformComplaint::noDisplay()) {
        return tl::unexpected(complain(*lacking, ExitCode::Failed));
    }
    const PlatformComplaint complaint;
    auto application = std::make_unique<QApplication>(argc, argv);
    if (const auto lacking = PlatformComplaint::noFonts()) {
        return tl::unexpected(complain(*lacking, ExitCode::Failed));
    }
    // The name of the desktop entry: Wayland and notifications find icon and title by it.
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.saltdesk.Saltdesk"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/saltdesk/icons/saltdesk.svg")));
    return application;
}

} // namespace

int main(int argc, char *argv[])
{
    const RedactedLog log;
    QCoreApplication::setOrganizationName(QStringLiteral("Saltdesk"));
    QCoreApplication::setApplicationName(QStringLiteral("saltdesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SALTDESK_VERSION));

    // Before the QApplication, so that --help and a mistake need no display. Qt's own options (-platform …) are unknown
    // to us and refused, like every other.
    const auto line = CommandLine::parse(argumentsOf(argc, argv));
    if (!line) {
        return complain(line.error());
    }
    if (line->showVersion) {
        QTextStream(stdout) << "saltdesk " SALTDESK_VERSION "\n";
        return static_cast<int>(ExitCode::Ok);
    }
    if (line->showHelp) {
        const QCoreApplication named(argc, argv);
        QTextStream(stdout) << CommandLine::help();
        return static_cast<int>(ExitCode::Ok);
    }

    const auto application = windowSystem(argc, argv);
    if (!application) {
        return application.error();
    }
    if (line->joinsRunning() && RunningInstance::handOver(line->link)) {
        return static_cast<int>(ExitCode::Ok);
    }
    saltdesk::models::SystemKeychain keychain;
    Application saltdesk(**application, *line, keychain);
    if (const auto started = saltdesk.start(); !started) {
        return complain(started.error().line, started.error().code);
    }
    return QApplication::exec();
}
