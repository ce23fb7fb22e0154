// SPDX-License-Identifier: Apache-2.0
#include "dialogs/RevokeDialog.h"

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

RevokeDialog::RevokeDialog(const models::ConnectionSummary &connection, const api::Consent &consent,
                           models::EnvironmentKind environment, QWidget *parent)
    : IrreversibleDialog(connection, environment, stepOf(connection, consent), parent)
{}

IrreversibleDialog::Step RevokeDialog::stepOf(const models::ConnectionSummary &connection, const api::Consent &consent)
{
    Step step{.verb = tr("Revoke consent"),
              .buttonName = u"revoke"_s,
              .heading = tr("Revoke the consent for %1?").arg(nameOf(connection)),
              .introduction = tr("This can't be undone. With it end:"),
              .losses = {tr("consent %1").arg(consent.id.toString()),
                         tr("fetching: the connection gets no more data until it is reconnected and the customer has "
                            "agreed anew")}};
    if (connection.dailyRefresh) {
        step.losses << tr("the daily refresh");
    }
    if (connection.fetching) {
        step.losses << tr("the attempt that is running now");
    }
    return step;
}

} // namespace saltdesk::ui
