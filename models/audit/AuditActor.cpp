// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditActor.h"

#include <QSysInfo>

#include <array>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <pwd.h>
#include <unistd.h>
#endif

namespace saltdesk::models {
namespace {

QString osUserName()
{
#ifdef Q_OS_WIN
    wchar_t name[257];
    DWORD size = 257;
    return GetUserNameW(name, &size) ? QString::fromWCharArray(name) : QString();
#else
    passwd entry{};
    passwd *found = nullptr;
    std::array<char, 16'384> texts{};
    ::getpwuid_r(::getuid(), &entry, texts.data(), texts.size(), &found);
    // A container's user may have a number and no name.
    return found != nullptr ? QString::fromLocal8Bit(entry.pw_name) : QString::number(::getuid());
#endif
}

} // namespace

AuditActor AuditActor::current()
{
    return {.user = osUserName(), .host = QSysInfo::machineHostName()};
}

} // namespace saltdesk::models
