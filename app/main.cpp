// SPDX-License-Identifier: Apache-2.0
#include "Application.h"
#include "RedactedLog.h"
#include "redaction/Redactor.h"
#include "secrets/SystemKeychain.h"

#include <QApplication>
#include <QTextStream>

using saltdesk::app::Application;
using saltdesk::app::CommandLine;
using saltdesk::app::ExitCode;
using saltdesk::app::RedactedLog;

namespace {

int complain(const QString &line, ExitCode code = ExitCode::Usage)
{
    // One line, whatever an argument holds.
    QTextStream(stderr) << "saltdesk: " << saltdesk::api::redacted(line.simplified()) << '\n';
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

/// Qt would abort with a page of text.
bool hasDisplay()
{
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
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

    if (!hasDisplay()) {
        return complain(QStringLiteral("there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"),
                        ExitCode::Failed);
    }
    QApplication application(argc, argv);
    saltdesk::models::SystemKeychain keychain;
    Application saltdesk(application, *line, keychain);
    if (const auto started = saltdesk.start(); !started) {
        return complain(started.error().line, started.error().code);
    }
    return QApplication::exec();
}
