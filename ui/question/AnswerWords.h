// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentials/FormField.h"
#include "question/QuestionMarkup.h"
#include "question/WaitingQuestion.h"

#include <QString>

namespace saltdesk::ui {

/// What the prompt says around the bank's question. All plain text.
struct AnswerWords
{
    /// What is special about this question: that the last answer was not accepted, that it is a second step. May be
    /// empty.
    QString notice;
    /// To be read out to the customer.
    QString readOut;
    /// The main button: verb and object.
    QString verb;
};

/// Pure.
[[nodiscard]] AnswerWords answerWords(const models::WaitingQuestion &question, const models::FormFields &form,
                                      const models::QuestionText &text);

} // namespace saltdesk::ui
