// SPDX-License-Identifier: Apache-2.0
#include "connections/ConnectionColumn.h"

#include <QCoreApplication>

namespace saltdesk::models {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::ConnectionColumn)
};

} // namespace

QString columnTitle(ConnectionColumn column)
{
    switch (column) {
    case ConnectionColumn::State:
        return Words::tr("State");
    case ConnectionColumn::Bank:
        return Words::tr("Bank");
    case ConnectionColumn::Country:
        return Words::tr("Country");
    case ConnectionColumn::Customer:
        return Words::tr("Customer");
    case ConnectionColumn::LastSuccess:
        return Words::tr("Last success");
    case ConnectionColumn::NextRefresh:
        return Words::tr("Next refresh");
    case ConnectionColumn::LastAttempt:
        return Words::tr("Last attempt");
    case ConnectionColumn::Error:
        return Words::tr("Error");
    case ConnectionColumn::ConsentEnds:
        return Words::tr("Consent ends");
    case ConnectionColumn::ConnectionId:
        return Words::tr("Connection");
    }
    return {};
}

} // namespace saltdesk::models
