// SPDX-License-Identifier: Apache-2.0
#include "situation/Situation.h"

#include <QCoreApplication>

namespace saltdesk::models {
namespace {

struct SituationWords
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::Situation)
};

} // namespace

QString situationWord(Situation situation)
{
    switch (situation) {
    case Situation::NeedsCustomer:
        return SituationWords::tr("Needs you", "state of a connection: somebody must act");
    case Situation::Asks:
        return SituationWords::tr("Asks", "state of a connection: the bank waits for an answer");
    case Situation::Failing:
        return SituationWords::tr("Failing", "state of a connection");
    case Situation::Expiring:
        return SituationWords::tr("Expiring", "state of a connection: its consent ends soon");
    case Situation::Stale:
        return SituationWords::tr("Stale", "state of a connection: no success for days");
    case Situation::Fetching:
        return SituationWords::tr("Fetching", "state of a connection");
    case Situation::Unknown:
        return SituationWords::tr("Unknown", "state of a connection");
    case Situation::Healthy:
        return SituationWords::tr("Healthy", "state of a connection");
    case Situation::Disabled:
        return SituationWords::tr("Disabled", "state of a connection: switched off by Salt Edge");
    }
    return {};
}

Tone situationTone(Situation situation)
{
    switch (situation) {
    case Situation::NeedsCustomer:
    case Situation::Failing:
        return Tone::Bad;
    case Situation::Asks:
    case Situation::Fetching:
        return Tone::Running;
    case Situation::Expiring:
    case Situation::Stale:
        return Tone::Warning;
    case Situation::Healthy:
        return Tone::Good;
    case Situation::Unknown:
    case Situation::Disabled:
        return Tone::Idle;
    }
    return Tone::Idle;
}

} // namespace saltdesk::models
