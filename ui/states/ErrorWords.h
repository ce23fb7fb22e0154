// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "states/Message.h"
#include "transport/ApiError.h"

#include <QString>

namespace saltdesk::ui {

/// An error in the three parts that a person needs, besides what happened, which only the place that failed knows.
struct ErrorWords
{
    QString why;
    QString whatToDo;
    /// "ConnectionNotFound · HTTP 404 · request 313b4518-…"
    QString fine;
};

/// Pure. The API's own text stands where the class is not known; it is plain text.
[[nodiscard]] ErrorWords errorWords(const api::ApiError &error);
/// The same as a message with a Copy button.
[[nodiscard]] Message errorMessage(const QString &whatHappened, const api::ApiError &error);

} // namespace saltdesk::ui
