// SPDX-License-Identifier: Apache-2.0
#include "localhistory/SinceWhen.h"

namespace saltdesk::models {

namespace {

QDate dayOf(SinceWhen since, QDate today)
{
    switch (since) {
    case SinceWhen::Today:
        return today;
    case SinceWhen::Yesterday:
        return today.addDays(-1);
    case SinceWhen::Monday:
        // On a Monday nobody means the day that has just begun.
        return today.addDays(today.dayOfWeek() == Qt::Monday ? -7 : Qt::Monday - today.dayOfWeek());
    case SinceWhen::ThirtyDays:
        return today.addDays(-30);
    case SinceWhen::Ever:
        break;
    }
    return QDate(1970, 1, 1);
}

} // namespace

QDateTime startOf(SinceWhen since, const QDateTime &now)
{
    return dayOf(since, now.toLocalTime().date()).startOfDay().toUTC();
}

} // namespace saltdesk::models
