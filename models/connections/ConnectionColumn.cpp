// SPDX-License-Identifier: Apache-2.0
#include "connections/ConnectionColumn.h"

#include <QCoreApplication>

namespace saltdesk::models {
namespace {

struct ColumnWords
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::ConnectionColumn)
};

} // namespace

QString columnTitle(ConnectionColumn column)
{
    switch (column) {
    case ConnectionColumn::State:
        return ColumnWords::tr("State");
    case ConnectionColumn::Bank:
        return ColumnWords::tr("Bank");
    case ConnectionColumn::Country:
        return ColumnWords::tr("Country");
    case ConnectionColumn::Customer:
        return ColumnWords::tr("Customer");
    case ConnectionColumn::LastSuccess:
        return ColumnWords::tr("Last success");
    case ConnectionColumn::NextRefresh:
        return ColumnWords::tr("Next refresh");
    case ConnectionColumn::LastAttempt:
        return ColumnWords::tr("Last attempt");
    case ConnectionColumn::Error:
        return ColumnWords::tr("Error");
    case ConnectionColumn::ConsentEnds:
        return ColumnWords::tr("Consent ends");
    case ConnectionColumn::ConnectionId:
        return ColumnWords::tr("Connection");
    }
    return {};
}

} // namespace saltdesk::models
