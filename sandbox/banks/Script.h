// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <chrono>
#include <optional>
#include <vector>

namespace saltdesk::sandbox {

/// What a bank asks in an `interactive` stage (reference 3.3).
struct Question
{
    /// The fragment of HTML that the API calls `interactive_html`.
    QString html;
    QStringList fields = {};
    /// `interactive_fields_options`; empty when there are none.
    QJsonObject options = {};
    /// The answer that lets the attempt go on. Empty: any answer does that chooses no refused value.
    QJsonObject rightAnswer = {};
    /// Choices that are offered and are wrong all the same, such as a closed account.
    QStringList refusedValues = {};
    /// How long the bank waits, counted from the start of the stage.
    std::chrono::milliseconds limit{0};
    /// How many wrong answers are asked again, each under a new stage id, before one ends the attempt.
    int asksAgain = 0;

    [[nodiscard]] bool isRight(const QJsonObject &answer) const;
};

/// One stage of an attempt before it happens.
struct Step
{
    QString stage;
    std::chrono::milliseconds duration{0};
    std::optional<Question> question = std::nullopt;
    /// The stage comes in the first attempt of a connection and in every so many-th after it.
    int every = 1;
    /// The stage ends when the person has been to the bank's own page (reference 5.3); `duration` is the bank's
    /// patience.
    bool awaitsVisit = false;
    /// When set, the attempt ends with this class at the end of the stage.
    QString failClass = {};
    QString failMessage = {};
};

/// The way from `start` to `finish`; the last step is always `finish` and takes no time.
using Script = std::vector<Step>;

} // namespace saltdesk::sandbox
