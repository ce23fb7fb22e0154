// SPDX-License-Identifier: Apache-2.0
#include "theme/ToneIcon.h"

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

QString toneIcon(models::Tone tone)
{
    switch (tone) {
    case models::Tone::Good:
        return u"check"_s;
    case models::Tone::Warning:
        return u"alert"_s;
    case models::Tone::Bad:
        return u"cross"_s;
    case models::Tone::Running:
        return u"fetching"_s;
    case models::Tone::Idle:
        return u"info"_s;
    }
    return u"info"_s;
}

QString situationIcon(models::Situation situation)
{
    switch (situation) {
    case models::Situation::NeedsCustomer:
        return u"person"_s;
    case models::Situation::Asks:
        return u"question"_s;
    case models::Situation::Failing:
        return u"cross"_s;
    case models::Situation::Expiring:
        return u"alert"_s;
    case models::Situation::Stale:
        return u"clock"_s;
    case models::Situation::Fetching:
        return u"fetching"_s;
    case models::Situation::Unknown:
        return u"dots"_s;
    case models::Situation::Healthy:
        return u"check"_s;
    case models::Situation::Disabled:
        return u"dash"_s;
    }
    return u"dots"_s;
}

} // namespace saltdesk::ui
