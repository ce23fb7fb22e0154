// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditFile.h"

#include "audit/AuditCodec.h"
#include "audit/AuditTail.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AuditFileTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::AuditFile)
};

QString notWritten(const QString &path, const QString &why)
{
    return AuditFileTexts::tr("The audit trail could not be written, so nothing was sent: %1. Make sure that %2 can be "
                              "written and that its disk has room, then try again.")
        .arg(why, QDir::toNativeSeparators(path));
}

bool makePrivateFolder(const QString &folder)
{
    constexpr QFile::Permissions mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    return QFileInfo(folder).isDir() || (QDir().mkpath(folder) && QFile::setPermissions(folder, mine));
}

bool reachesDisk(QFile &file)
{
#ifdef Q_OS_WIN
    return ::_commit(file.handle()) == 0;
#else
    return ::fsync(file.handle()) == 0;
#endif
}

/// What the trail goes on from: the head is believed where it knows of later entries than the file, or of another last
/// one, so that a loss stays a break in the chain.
AuditHead joint(const AuditTail &tail, const std::optional<AuditHead> &head)
{
    return head && head->number >= tail.last.number ? *head : tail.last;
}

AuditEntry resumption(const AuditEntry &entry, const AuditTail &tail)
{
    return {.time = entry.time,
            .user = entry.user,
            .host = entry.host,
            .profile = entry.profile,
            .environment = entry.environment,
            .event = AuditEvent::Resumed,
            .note = tail.damage.isEmpty() ? u"entries are missing"_s : auditDamageNote(tail.damage)};
}

} // namespace

AuditFile::AuditFile(QString path)
    : m_path(std::move(path))
{}

QString AuditFile::lockPath(const QString &path)
{
    return path + ".lock"_L1;
}

tl::expected<AuditEntry, QString> AuditFile::append(AuditEntry entry)
{
    if (!makePrivateFolder(QFileInfo(m_path).path())) {
        return tl::unexpected(notWritten(m_path, AuditFileTexts::tr("its folder could not be made")));
    }
    QLockFile lock(lockPath(m_path));
    if (!lock.tryLock(patience)) {
        const bool taken = lock.error() == QLockFile::LockFailedError;
        return tl::unexpected(notWritten(m_path, taken ? AuditFileTexts::tr("another program holds it")
                                                       : AuditFileTexts::tr("its folder can't be written")));
    }
    return appendLocked(std::move(entry));
}

tl::expected<AuditEntry, QString> AuditFile::appendLocked(AuditEntry entry)
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered,
                   QFile::ReadOwner | QFile::WriteOwner)) {
        return tl::unexpected(notWritten(m_path, file.errorString()));
    }
    const AuditTail tail = readAuditTail(file);
    AuditHead last = joint(tail, readAuditHead(m_path));
    QByteArray lines = tail.endsInBreak ? QByteArray() : QByteArray("\n");
    const auto add = [&last, &lines](AuditEntry &one) {
        one.number = last.number + 1;
        const QByteArray line = encodeAuditLine(one, last.hash);
        last = {one.number, auditHashIn(line)};
        lines += line + '\n';
    };
    if (!tail.damage.isEmpty() || last.number > tail.last.number) {
        AuditEntry resumed = resumption(entry, tail);
        add(resumed);
    }
    add(entry);
    if (file.write(lines) != lines.size() || !reachesDisk(file)) {
        return tl::unexpected(notWritten(m_path, file.error() == QFile::NoError ? AuditFileTexts::tr("the disk is full")
                                                                                : file.errorString()));
    }
    // The entry is safe by now; a head that stays behind is caught up with by the next entry.
    std::ignore = writeAuditHead(m_path, last);
    return entry;
}

} // namespace saltdesk::models
