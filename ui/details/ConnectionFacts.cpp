// SPDX-License-Identifier: Apache-2.0
#include "details/ConnectionFacts.h"

#include "time/RelativeTime.h"

#include <QCoreApplication>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ConnectionFacts", text);
}

FactsList::Fact time(const QString &name, const QDateTime &when, const QString &none, const QDateTime &now)
{
    if (!when.isValid()) {
        return {.name = name, .value = none, .toolTip = {}};
    }
    return {.name = name,
            .value = models::localTime(when),
            .toolTip = QString(models::relativeTime(when, now) + u'\n' + models::absoluteTime(when))};
}

FactsList::Fact consent(const models::ConsentState &state, const QDateTime &now)
{
    using Kind = models::ConsentState::Kind;
    const QString name = tr("Consent");
    switch (state.kind) {
    case Kind::Unknown:
        return {.name = name, .value = tr("not known"), .toolTip = {}};
    case Kind::Ended:
        return time(name, state.endsAt.toDateTime(), tr("ended"), now);
    case Kind::Active:
        return time(name, state.endsAt.toDateTime(), tr("active, without an end"), now);
    }
    return {};
}

} // namespace

std::vector<FactsList::Fact> connectionFacts(const models::ConnectionSummary &connection, const QDateTime &now)
{
    const QString bank = connection.countryCode.isEmpty() //
                             ? connection.providerCode
                             : QString(connection.providerCode + u" · " + connection.countryCode);
    return {
        {.name = tr("Connection"), .value = connection.id.toString(), .toolTip = {}},
        {.name = tr("Bank"), .value = bank, .toolTip = connection.providerName},
        {.name = tr("Customer"), .value = connection.customerLabel, .toolTip = connection.customerId.toString()},
        {.name = tr("Status"), .value = connection.statusText, .toolTip = {}},
        {.name = tr("Stored credentials"), .value = connection.storeCredentials ? tr("yes") : tr("no"), .toolTip = {}},
        {.name = tr("Daily refresh"), .value = connection.dailyRefresh ? tr("on") : tr("off"), .toolTip = {}},
        time(tr("Last success"), connection.lastSuccessAt, tr("never"), now),
        time(tr("Next refresh"), connection.nextRefreshPossibleAt, tr("not possible now"), now),
        consent(connection.consent, now),
        time(tr("Created"), connection.createdAt, tr("not known"), now),
    };
}

} // namespace saltdesk::ui
