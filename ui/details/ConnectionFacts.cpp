// SPDX-License-Identifier: Apache-2.0
#include "details/ConnectionFacts.h"

#include "time/RelativeTime.h"

#include <QCoreApplication>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct FactTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::ConnectionFacts)
};

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
    const QString name = FactTexts::tr("Consent");
    switch (state.kind) {
    case Kind::Unknown:
        return {.name = name, .value = FactTexts::tr("not known"), .toolTip = {}};
    case Kind::Ended:
        return time(name, state.endsAt.toDateTime(), FactTexts::tr("ended"), now);
    case Kind::Active:
        return time(name, state.endsAt.toDateTime(), FactTexts::tr("active, without an end"), now);
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
        {.name = FactTexts::tr("Connection"), .value = connection.id.toString(), .toolTip = {}},
        {.name = FactTexts::tr("Bank"), .value = bank, .toolTip = connection.providerName},
        {.name = FactTexts::tr("Customer"),
         .value = connection.customerLabel,
         .toolTip = connection.customerId.toString()},
        {.name = FactTexts::tr("Status"), .value = connection.statusText, .toolTip = {}},
        {.name = FactTexts::tr("Stored credentials"),
         .value = connection.storeCredentials ? FactTexts::tr("yes") : FactTexts::tr("no"),
         .toolTip = {}},
        {.name = FactTexts::tr("Daily refresh"),
         .value = connection.dailyRefresh ? FactTexts::tr("on") : FactTexts::tr("off"),
         .toolTip = {}},
        time(FactTexts::tr("Last success"), connection.lastSuccessAt, FactTexts::tr("never"), now),
        time(FactTexts::tr("Next refresh"), connection.nextRefreshPossibleAt, FactTexts::tr("not possible now"), now),
        consent(connection.consent, now),
        time(FactTexts::tr("Created"), connection.createdAt, FactTexts::tr("not known"), now),
    };
}

} // namespace saltdesk::ui
