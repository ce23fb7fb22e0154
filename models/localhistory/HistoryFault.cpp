// SPDX-License-Identifier: Apache-2.0
#include "localhistory/HistoryFault.h"

#include <QCoreApplication>
#include <QSqlError>

namespace saltdesk::models {

namespace {

struct FaultTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::HistoryFault)
};

/// SQLite's primary result codes (https://www.sqlite.org/rescode.html); extended ones carry them in their low byte.
HistoryFault::Kind kindOf(int code)
{
    constexpr int busy = 5;
    constexpr int locked = 6;
    constexpr int readOnly = 8;
    constexpr int corrupt = 11;
    constexpr int full = 13;
    constexpr int cantOpen = 14;
    constexpr int notADatabase = 26;
    switch (code & 0xff) {
    case busy:
    case locked:
        return HistoryFault::Kind::Locked;
    case readOnly:
    case cantOpen:
        return HistoryFault::Kind::NoPlace;
    case corrupt:
    case notADatabase:
        return HistoryFault::Kind::Damaged;
    case full:
        return HistoryFault::Kind::Full;
    default:
        return HistoryFault::Kind::Failed;
    }
}

} // namespace

QString HistoryFault::text() const
{
    switch (kind) {
    case Kind::NoDriver:
        return FaultTexts::tr("There is no local history, for Qt's SQLite driver is not installed.");
    case Kind::NoPlace:
        return FaultTexts::tr("The local history can't be read and written.");
    case Kind::Damaged:
        return FaultTexts::tr("The local history is damaged.");
    case Kind::Newer:
        return FaultTexts::tr("The local history was written by a newer Saltdesk.");
    case Kind::Locked:
        return FaultTexts::tr("Another program holds the local history.");
    case Kind::Full:
        return FaultTexts::tr("The disk is full, so the local history can't be written.");
    case Kind::Failed:
        return FaultTexts::tr("The local history failed: %1").arg(detail);
    }
    Q_UNREACHABLE();
}

HistoryFault HistoryFault::of(const QSqlError &error)
{
    return {kindOf(error.nativeErrorCode().toInt()), error.text()};
}

} // namespace saltdesk::models
