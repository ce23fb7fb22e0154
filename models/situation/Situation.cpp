// SPDX-License-Identifier: Apache-2.0
#include "situation/Situation.h"

#include <QCoreApplication>

namespace saltdesk::models {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::Situation)
};

} // namespace

QString situationWord(Situation situation)
{
    switch (situation) {
    case Situation::NeedsCustomer:
        return Words::tr("Needs you", "state of a connection: somebody must act");
    case Situation::Asks:
        return Words::tr("Asks", "state of a connection: the bank waits for an answer");
    case Situation::Failing:
        return Words::tr("Failing", "state of a connection");
    case Situation::Expiring:
        return Words::tr("Expiring", "state of a connection: its consent ends soon");
    case Situation::Stale:
        return Words::tr("Stale", "state of a connection: no success for days");
    case Situation::Fetching:
        return Words::tr("Fetching", "state of a connection");
    case Situation::Unknown:
        return Words::tr("Unknown", "state of a connection");
    case Situation::Healthy:
        return Words::tr("Healthy", "state of a connection");
    case Situation::Disabled:
        return Words::tr("Disabled", "state of a connection: switched off by Salt Edge");
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
