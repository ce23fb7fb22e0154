// SPDX-License-Identifier: Apache-2.0
#include "support/Trails.h"

#include "audit/AuditCodec.h"

#include <QFile>

namespace saltdesk::testing {

using namespace Qt::Literals::StringLiterals;

models::AuditEntry fullAuditEntry(quint64 number)
{
    return {.number = number,
            .time = QDateTime(QDate(2026, 11, 23), QTime(10, 42, 7, 125), Qt::UTC).addSecs(qint64(number)),
            .user = u"jane"_s,
            .host = u"helpdesk-7"_s,
            .profile = u"Bank \"A\" · =1+1"_s,
            .environment = models::EnvironmentKind::Live,
            .customer = u"222"_s,
            .connection = u"111"_s,
            .operation = u"refresh"_s,
            .reason = u"ticket 4711, größer\\kleiner"_s,
            .event = models::AuditEvent::Ended,
            .about = number,
            .outcome = u"ok"_s,
            .requestId = u"5a1f6b2e-0d5c"_s,
            .note = u"note"_s};
}

Chain::Chain(int entries)
    : head{0, models::auditGenesis()}
{
    for (int i = 1; i <= entries; ++i) {
        lines << models::encodeAuditLine(fullAuditEntry(quint64(i)), head.hash);
        head = {quint64(i), models::auditHashIn(lines.last())};
    }
}

QByteArray Chain::file() const
{
    QByteArray file;
    for (const QByteArray &line : lines) {
        file += line + '\n';
    }
    return file;
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString &path, const QByteArray &contents)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size()) {
        qFatal("%s could not be written", qPrintable(path));
    }
}

} // namespace saltdesk::testing
