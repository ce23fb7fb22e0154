// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditHead.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

QString auditHeadPath(const QString &trailPath)
{
    const QFileInfo trail(trailPath);
    return trail.path() + u'/' + trail.completeBaseName() + ".head"_L1;
}

std::optional<AuditHead> readAuditHead(const QString &trailPath)
{
    QFile file(auditHeadPath(trailPath));
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    const AuditHead head{.number = quint64(object.value("number"_L1).toInteger()),
                         .hash = object.value("hash"_L1).toString().toLatin1()};
    return head.number > 0 && !head.hash.isEmpty() ? std::optional(head) : std::nullopt;
}

bool writeAuditHead(const QString &trailPath, const AuditHead &head)
{
    const QJsonObject object{{u"number"_s, qint64(head.number)}, {u"hash"_s, QString::fromLatin1(head.hash)}};
    QSaveFile file(auditHeadPath(trailPath));
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
           file.write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n') > 0 && file.commit();
}

} // namespace saltdesk::models
