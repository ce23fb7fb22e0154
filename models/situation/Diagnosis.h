// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"
#include "situation/Situation.h"

#include <QDateTime>
#include <QString>

namespace saltdesk::models {

/// Who has to do something next.
enum class Actor : unsigned char { Nobody, Customer, Bank, We, SaltEdge, Unknown };

/// The next best action; what the details offer as the default button. `None` where nothing helps but waiting.
enum class NextAction : unsigned char { None, Reconnect, Refresh, Answer, Remove };

/// "Why does my bank not sync?" in words. An error class that is not known stays unknown, with the API's own text.
struct Diagnosis
{
    Tone tone = Tone::Idle;
    /// The largest text in the window: what is wrong, since when. "The bank refused the login 9 days ago."
    QString headline;
    /// Who must act and why. "The customer must enter new credentials: …"
    QString explanation;
    /// For the small print: class, absolute time, request id where known.
    QString fine;
    /// To be read out to the customer; F2 copies it.
    QString sentenceForCustomer;
    Actor actor = Actor::Unknown;
    NextAction action = NextAction::None;
};

/// Pure. `now` is the server's time.
[[nodiscard]] Diagnosis diagnose(const ConnectionSummary &connection, const QDateTime &now);

} // namespace saltdesk::models
