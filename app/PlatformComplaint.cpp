// SPDX-License-Identifier: Apache-2.0
#include "PlatformComplaint.h"

#include "CommandLine.h"
#include "ErrorLine.h"

#include <QCoreApplication>
#include <QFont>
#include <QFontMetrics>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace saltdesk::app {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::app::PlatformComplaint)
};

struct Held
{
    QtMsgType type;
    QString category;
    QString text;
};

/// A message handler has no place of its own.
std::vector<Held> &held()
{
    static std::vector<Held> messages;
    return messages;
}

QString displayLine()
{
    const QString x11 = qEnvironmentVariable("DISPLAY");
    const QString wayland = qEnvironmentVariable("WAYLAND_DISPLAY");
    return Texts::tr("the display cannot be opened (DISPLAY is '%1', WAYLAND_DISPLAY is '%2')").arg(x11, wayland);
}

/// Whatever else is wrong, such as a plugin that is missing, only Qt's own words tell. Where they are switched off, the
/// display is the likeliest.
bool isAboutDisplay()
{
    if (held().empty()) {
        const QString platform = qEnvironmentVariable("QT_QPA_PLATFORM");
        return platform.isEmpty() || platform.startsWith("xcb"_L1) || platform.startsWith("wayland"_L1);
    }
    return std::any_of(held().begin(), held().end(), [](const Held &message) {
        return message.text.contains("could not connect to display"_L1) ||
               message.text.contains("Failed to create wl_display"_L1);
    });
}

void holdMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (type != QtFatalMsg) {
        held().push_back({type, QString::fromLatin1(context.category), text});
        return;
    }
    if (isAboutDisplay() && !qEnvironmentVariableIsSet("QT_DEBUG_PLUGINS")) {
        held().clear();
        held().push_back({type, {}, displayLine()});
    } else {
        held().push_back({type, {}, text});
    }
    for (const Held &message : held()) {
        writeErrorLine(message.text);
    }
    std::_Exit(static_cast<int>(ExitCode::Failed));
}

} // namespace

PlatformComplaint::PlatformComplaint()
    : m_handlerBefore(qInstallMessageHandler(holdMessage))
{}

PlatformComplaint::~PlatformComplaint()
{
    qInstallMessageHandler(m_handlerBefore);
    for (const Held &message : std::exchange(held(), {})) {
        const QByteArray category = message.category.toLatin1();
        m_handlerBefore(message.type, QMessageLogContext(nullptr, 0, nullptr, category.constData()), message.text);
    }
}

std::optional<QString> PlatformComplaint::noDisplay()
{
#ifdef Q_OS_LINUX
    // QT_QPA_PLATFORM may name one without a display.
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        if (!qEnvironmentVariableIsEmpty(name)) {
            return std::nullopt;
        }
    }
    return Texts::tr("there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)");
#else
    return std::nullopt;
#endif
}

std::optional<QString> PlatformComplaint::noFonts()
{
    // Not the list of families: it names Sans Serif even where there is none.
    if (!QFontMetrics(QFont()).inFont(u'a')) {
        return Texts::tr("this computer has no fonts; install some, such as the package fonts-dejavu-core");
    }
    return std::nullopt;
}

} // namespace saltdesk::app
