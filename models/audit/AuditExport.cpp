// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditExport.h"

#include "audit/AuditCodec.h"
#include "export/CsvCell.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStringList>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AuditExportTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::AuditExport)
};

const QStringList csvColumns{u"number"_s,   u"time"_s,       u"event"_s,   u"operation"_s,   u"outcome"_s,
                             u"customer"_s, u"connection"_s, u"profile"_s, u"environment"_s, u"user"_s,
                             u"host"_s,     u"reason"_s,     u"request"_s, u"about"_s,       u"note"_s};

} // namespace

QByteArray auditCsv(const std::vector<AuditEntry> &entries)
{
    QString csv = csvColumns.join(u',') + "\r\n"_L1;
    for (const AuditEntry &entry : entries) {
        const QJsonObject object = auditObject(entry);
        QStringList cells;
        for (const QString &column : csvColumns) {
            cells << csvCell(object.value(column).toVariant().toString());
        }
        csv += cells.join(u',') + "\r\n"_L1;
    }
    return csv.toUtf8();
}

QByteArray auditJson(const std::vector<AuditEntry> &entries)
{
    QJsonArray array;
    for (const AuditEntry &entry : entries) {
        array.append(auditObject(entry));
    }
    return QJsonDocument(array).toJson();
}

tl::expected<void, QString> saveAuditExport(const QString &path, const std::vector<AuditEntry> &entries)
{
    const bool asCsv = path.endsWith(".csv"_L1, Qt::CaseInsensitive);
    const QByteArray bytes = asCsv ? auditCsv(entries) : auditJson(entries);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return tl::unexpected(
            AuditExportTexts::tr("%1 could not be written: %2. Choose another place, or make room there.")
                .arg(QDir::toNativeSeparators(path), file.errorString()));
    }
    return {};
}

} // namespace saltdesk::models
