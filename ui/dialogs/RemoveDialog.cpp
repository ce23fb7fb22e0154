// SPDX-License-Identifier: Apache-2.0
#include "dialogs/RemoveDialog.h"

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

RemoveDialog::RemoveDialog(const models::ConnectionSummary &connection, models::EnvironmentKind environment,
                           QWidget *parent)
    : IrreversibleDialog(connection, environment, stepOf(connection), parent)
{}

IrreversibleDialog::Step RemoveDialog::stepOf(const models::ConnectionSummary &connection)
{
    Step step{.verb = tr("Remove connection"),
              .buttonName = u"remove"_s,
              .heading = tr("Remove %1?").arg(nameOf(connection)),
              .introduction = tr("This can't be undone. With the connection die:"),
              .losses = {tr("its accounts and transactions at Salt Edge"),
                         tr("its consent, so the customer has to agree anew")}};
    if (connection.storeCredentials) {
        step.losses << tr("the stored credentials");
    }
    if (connection.dailyRefresh) {
        step.losses << tr("the daily refresh");
    }
    if (connection.fetching) {
        step.losses << tr("the attempt that is running now");
    }
    return step;
}

} // namespace saltdesk::ui
