// SPDX-License-Identifier: Apache-2.0
#include "clock/Times.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static QDateTime utc(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
}

QString isoText(Instant at)
{
    return utc(at).toString(Qt::ISODate);
}

QJsonValue isoValue(const std::optional<Instant> &at)
{
    return at ? QJsonValue(isoText(*at)) : QJsonValue();
}

QJsonValue dateValue(const QDate &date)
{
    return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue();
}

QByteArray httpDate(Instant at)
{
    return QLocale::c().toString(utc(at), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

QDate utcDate(Instant at)
{
    return utc(at).date();
}

std::optional<Instant> parseIso(const QString &text)
{
    const QDateTime read = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!read.isValid() || !text.contains(u'T')) {
        return std::nullopt;
    }
    return Instant(std::chrono::milliseconds(read.toMSecsSinceEpoch()));
}

} // namespace saltdesk::sandbox
