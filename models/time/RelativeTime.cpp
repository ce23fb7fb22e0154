// SPDX-License-Identifier: Apache-2.0
#include "time/RelativeTime.h"

#include <QCoreApplication>
#include <QLocale>

namespace saltdesk::models {
namespace {

using namespace Qt::Literals::StringLiterals;

struct TimeWords
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::RelativeTime)
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
/// Up to a quarter of a year days are said, as consents are counted in days.
constexpr qint64 lastDays = 91 * day;
constexpr qint64 month = 30 * day;
constexpr qint64 year = 365 * day;

// "One" has texts of its own, so that the untranslated program says it right too.

QString past(qint64 seconds)
{
    const auto count = [seconds](qint64 unit) { return static_cast<int>(seconds / unit); };
    if (seconds < minute) {
        return TimeWords::tr("just now");
    }
    if (seconds < hour) {
        return TimeWords::tr("%n min ago", nullptr, count(minute));
    }
    if (seconds < day) {
        return TimeWords::tr("%n h ago", nullptr, count(hour));
    }
    if (seconds < 2 * day) {
        return TimeWords::tr("1 day ago");
    }
    if (seconds < lastDays) {
        return TimeWords::tr("%n days ago", nullptr, count(day));
    }
    if (seconds < 2 * year) {
        return TimeWords::tr("%n months ago", nullptr, count(month));
    }
    return TimeWords::tr("%n years ago", nullptr, count(year));
}

QString future(qint64 seconds)
{
    const auto count = [seconds](qint64 unit) { return static_cast<int>(seconds / unit); };
    // Minutes round up: "in 1 min" must not turn out to be too early.
    const qint64 minutes = (seconds + minute - 1) / minute;
    if (minutes < 60) {
        return TimeWords::tr("in %n min", nullptr, static_cast<int>(minutes));
    }
    if (seconds < day) {
        return TimeWords::tr("in %n h", nullptr, qMax(1, count(hour)));
    }
    if (seconds < 2 * day) {
        return TimeWords::tr("in 1 day");
    }
    if (seconds < lastDays) {
        return TimeWords::tr("in %n days", nullptr, count(day));
    }
    if (seconds < 2 * year) {
        return TimeWords::tr("in %n months", nullptr, count(month));
    }
    return TimeWords::tr("in %n years", nullptr, count(year));
}

QString withZone(const QDateTime &time, const QString &format)
{
    return QLocale().toString(time, format) + u' ' + time.timeZoneAbbreviation();
}

} // namespace

QString relativeTime(const QDateTime &when, const QDateTime &now)
{
    if (!when.isValid() || !now.isValid()) {
        return {};
    }
    const qint64 seconds = when.secsTo(now);
    if (seconds == 0) {
        return TimeWords::tr("now");
    }
    return seconds > 0 ? past(seconds) : future(-seconds);
}

QString absoluteTime(const QDateTime &when)
{
    if (!when.isValid()) {
        return {};
    }
    const QString format = u"d MMM yyyy HH:mm:ss"_s;
    return withZone(when.toLocalTime(), format) + u'\n' + withZone(when.toUTC(), format);
}

QString localTime(const QDateTime &when)
{
    return when.isValid() ? withZone(when.toLocalTime(), u"d MMM yyyy HH:mm"_s) : QString();
}

QString countdown(std::chrono::seconds left)
{
    const qint64 all = qMax(qint64{0}, qint64{left.count()});
    const auto two = [](qint64 number) { return QString::number(number).rightJustified(2, u'0'); };
    const qint64 hours = all / hour;
    const qint64 minutes = all % hour / minute;
    const QString head = hours > 0 ? QString::number(hours) + u':' + two(minutes) : QString::number(minutes);
    return head + u':' + two(all % minute);
}

} // namespace saltdesk::models
