// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditCodec.h"

#include "audit/AuditWords.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype hexDigits = 64;
const QByteArray hashOpening = R"(,"hash":")";
const QByteArray hashClosing = "\"}";

qsizetype hashTailSize()
{
    return hashOpening.size() + hexDigits + hashClosing.size();
}

QByteArray chainedHash(const QByteArray &previous, QByteArrayView canonical)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(previous);
    hash.addData(canonical);
    return hash.result().toHex();
}

void putText(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty()) {
        object.insert(name, text);
    }
}

AuditEntry entryOf(const QJsonObject &object)
{
    const auto text = [&object](QLatin1StringView name) { return object.value(name).toString(); };
    AuditEntry entry;
    entry.number = quint64(object.value("number"_L1).toInteger());
    entry.time = QDateTime::fromString(text("time"_L1), Qt::ISODateWithMs);
    entry.user = text("user"_L1);
    entry.host = text("host"_L1);
    entry.profile = text("profile"_L1);
    // What the file does not name is taken for the most serious.
    entry.environment = environmentNamed(text("environment"_L1)).value_or(EnvironmentKind::Live);
    entry.customer = text("customer"_L1);
    entry.connection = text("connection"_L1);
    entry.operation = text("operation"_L1);
    entry.reason = text("reason"_L1);
    entry.event = auditEventNamed(text("event"_L1)).value_or(AuditEvent::Asked);
    entry.about = quint64(object.value("about"_L1).toInteger());
    entry.outcome = text("outcome"_L1);
    entry.requestId = text("request"_L1);
    entry.note = text("note"_L1);
    return entry;
}

} // namespace

QByteArray auditGenesis()
{
    return {hexDigits, '0'};
}

QJsonObject auditObject(const AuditEntry &entry)
{
    QJsonObject object{{u"number"_s, qint64(entry.number)},
                       {u"time"_s, entry.time.toUTC().toString(Qt::ISODateWithMs)},
                       {u"environment"_s, QString(environmentName(entry.environment))},
                       {u"event"_s, QString(auditEventName(entry.event))}};
    putText(object, "user"_L1, entry.user);
    putText(object, "host"_L1, entry.host);
    putText(object, "profile"_L1, entry.profile);
    putText(object, "customer"_L1, entry.customer);
    putText(object, "connection"_L1, entry.connection);
    putText(object, "operation"_L1, entry.operation);
    putText(object, "reason"_L1, entry.reason);
    putText(object, "outcome"_L1, entry.outcome);
    putText(object, "request"_L1, entry.requestId);
    putText(object, "note"_L1, entry.note);
    if (entry.about != 0) {
        object.insert("about"_L1, qint64(entry.about));
    }
    return object;
}

QByteArray encodeAuditLine(const AuditEntry &entry, const QByteArray &previous)
{
    QJsonObject object = auditObject(entry);
    object.insert("v"_L1, auditVersion);
    object.insert("prev"_L1, QLatin1StringView(previous));
    const QByteArray canonical = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return canonical.chopped(1) + hashOpening + chainedHash(previous, canonical) + hashClosing;
}

QByteArray auditHashIn(QByteArrayView line)
{
    const qsizetype tail = hashTailSize();
    if (line.size() <= tail || !line.endsWith(hashClosing) ||
        !line.sliced(line.size() - tail).startsWith(hashOpening)) {
        return {};
    }
    return line.sliced(line.size() - hashClosing.size() - hexDigits, hexDigits).toByteArray();
}

std::optional<AuditLine> decodeAuditLine(QByteArrayView line)
{
    const QByteArray hash = auditHashIn(line);
    if (hash.isEmpty()) {
        return std::nullopt;
    }
    const QJsonObject object = QJsonDocument::fromJson(line.toByteArray()).object();
    AuditLine decoded{.entry = entryOf(object),
                      .previous = object.value("prev"_L1).toString().toLatin1(),
                      .hash = hash,
                      .version = object.value("v"_L1).toInt()};
    if (decoded.entry.number == 0 || decoded.version == 0) {
        return std::nullopt;
    }
    decoded.isAuthentic =
        decoded.hash == chainedHash(decoded.previous, QByteArray(line.chopped(hashTailSize()).toByteArray() + '}'));
    return decoded;
}

QString auditDamageNote(QByteArrayView damage)
{
    const QByteArray hash = QCryptographicHash::hash(damage.toByteArray(), QCryptographicHash::Sha256);
    return "sha256:"_L1 + QLatin1StringView(hash.toHex());
}

} // namespace saltdesk::models
