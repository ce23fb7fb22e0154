// SPDX-License-Identifier: Apache-2.0
#include "window/OutcomeWords.h"

#include "states/ErrorWords.h"
#include "time/RelativeTime.h"

#include <QCoreApplication>
#include <QStringList>

namespace saltdesk::ui {

using models::ConnectionSummary;
using models::Operation;
using models::OperationOutcome;
using models::Tone;
using namespace Qt::Literals::StringLiterals;

namespace {

struct OutcomeTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::OutcomeWords)
};

QString doneWords(Operation operation, const QString &bank)
{
    switch (operation) {
    case Operation::Refresh:
        return OutcomeTexts::tr("Refresh of %1 started").arg(bank);
    case Operation::Update:
        return OutcomeTexts::tr("%1 updated").arg(bank);
    case Operation::Remove:
        return OutcomeTexts::tr("%1 removed").arg(bank);
    case Operation::Reconnect:
        return OutcomeTexts::tr("Reconnect of %1 started").arg(bank);
    case Operation::Answer:
        return OutcomeTexts::tr("The answer was sent to %1").arg(bank);
    case Operation::Revoke:
        return OutcomeTexts::tr("The consent for %1 is revoked").arg(bank);
    }
    return {};
}

QString failedWords(Operation operation, const QString &bank)
{
    switch (operation) {
    case Operation::Refresh:
        return OutcomeTexts::tr("The refresh of %1 was not started").arg(bank);
    case Operation::Update:
        return OutcomeTexts::tr("%1 was not updated").arg(bank);
    case Operation::Remove:
        return OutcomeTexts::tr("%1 was not removed").arg(bank);
    case Operation::Reconnect:
        return OutcomeTexts::tr("The reconnect of %1 was not started").arg(bank);
    case Operation::Answer:
        return OutcomeTexts::tr("The answer to %1 was not taken").arg(bank);
    case Operation::Revoke:
        return OutcomeTexts::tr("The consent for %1 was not revoked").arg(bank);
    }
    return {};
}

QString unknownWords(Operation operation, const QString &bank)
{
    switch (operation) {
    case Operation::Refresh:
        return OutcomeTexts::tr("Whether the refresh of %1 started is not known").arg(bank);
    case Operation::Update:
        return OutcomeTexts::tr("Whether %1 was updated is not known").arg(bank);
    case Operation::Remove:
        return OutcomeTexts::tr("Whether %1 was removed is not known").arg(bank);
    case Operation::Reconnect:
        return OutcomeTexts::tr("Whether the reconnect of %1 started is not known").arg(bank);
    case Operation::Answer:
        return OutcomeTexts::tr("Whether %1 got the answer is not known").arg(bank);
    case Operation::Revoke:
        return OutcomeTexts::tr("Whether the consent for %1 was revoked is not known").arg(bank);
    }
    return {};
}

QString attemptFailedWords(Operation operation, const QString &bank)
{
    return operation == Operation::Refresh ? OutcomeTexts::tr("The refresh of %1 failed").arg(bank)
                                           : OutcomeTexts::tr("%1 was not connected").arg(bank);
}

QString yesNo(bool yes)
{
    return yes ? OutcomeTexts::tr("on") : OutcomeTexts::tr("off");
}

/// "inactive → active, daily refresh off → on"; empty when nothing is different.
QString differences(const ConnectionSummary &before, const ConnectionSummary &after)
{
    QStringList words;
    if (before.statusText != after.statusText) {
        words << OutcomeTexts::tr("%1 → %2").arg(before.statusText, after.statusText);
    }
    if (before.dailyRefresh != after.dailyRefresh) {
        words << OutcomeTexts::tr("daily refresh %1 → %2").arg(yesNo(before.dailyRefresh), yesNo(after.dailyRefresh));
    }
    if (before.storeCredentials != after.storeCredentials) {
        words << OutcomeTexts::tr("stored credentials %1 → %2")
                     .arg(yesNo(before.storeCredentials), yesNo(after.storeCredentials));
    }
    return words.join(u", "_s);
}

Message doneMessage(const OperationOutcome &outcome, const ConnectionSummary &before,
                    const std::optional<ConnectionSummary> &after)
{
    Message message;
    message.tone = Tone::Good;
    message.title = doneWords(outcome.operation, before.providerName);
    if (models::leavesAttemptRunning(outcome.operation)) {
        message.tone = Tone::Running;
        message.text = OutcomeTexts::tr("The row follows it to its end; you may go on meanwhile.");
    } else if (outcome.operation == Operation::Revoke) {
        message.text = OutcomeTexts::tr("The connection gets no more data until it is reconnected.");
    } else if (after) {
        message.text = differences(before, *after);
    }
    if (outcome.kind == OperationOutcome::Kind::FoundDone) {
        message.text = QString(OutcomeTexts::tr("No answer came, but reading it back shows that it took effect.") +
                               u' ' + message.text)
                           .trimmed();
    }
    return message;
}

Message failedMessage(const OperationOutcome &outcome, const ConnectionSummary &before, const QDateTime &now)
{
    Message message;
    message.tone = Tone::Bad;
    message.title = failedWords(outcome.operation, before.providerName);
    if (outcome.error) {
        message = errorMessage(message.title, *outcome.error);
    }
    if (outcome.error && outcome.error->nextRefreshPossibleAt) {
        const QDateTime &when = *outcome.error->nextRefreshPossibleAt;
        message.tone = Tone::Warning;
        message.text = OutcomeTexts::tr("The bank may be asked again at %1 (%2).")
                           .arg(models::localTime(when), models::relativeTime(when, now));
    }
    return message;
}

} // namespace

Message outcomeMessage(const OperationOutcome &outcome, const ConnectionSummary &before,
                       const std::optional<ConnectionSummary> &after, const QDateTime &now)
{
    using Kind = OperationOutcome::Kind;
    switch (outcome.kind) {
    case Kind::Done:
    case Kind::FoundDone:
        return doneMessage(outcome, before, after);
    case Kind::Failed:
        return failedMessage(outcome, before, now);
    case Kind::FoundNotDone: {
        Message message = failedMessage(outcome, before, now);
        message.tone = Tone::Warning;
        message.text =
            outcome.operation == Operation::Answer
                ? OutcomeTexts::tr(
                      "No answer came, and the bank still asks. The code may be spent: it was not sent again; "
                      "ask the customer for a new one.")
                : OutcomeTexts::tr(
                      "No answer came, and reading it back shows that it did not take effect. You may try again.");
        return message;
    }
    case Kind::Unknown: {
        Message message = failedMessage(outcome, before, now);
        message.tone = Tone::Warning;
        message.title = unknownWords(outcome.operation, before.providerName);
        message.text =
            OutcomeTexts::tr("No answer came, and reading it back failed too. It was not repeated. Read again with F5 "
                             "before you try once more.");
        return message;
    }
    }
    return {};
}

Message attemptMessage(Operation operation, const ConnectionSummary &before, const ConnectionSummary &after,
                       const QString &errorClass, const QDateTime &now)
{
    if (!errorClass.isEmpty()) {
        return {.tone = Tone::Bad,
                .title = attemptFailedWords(operation, after.providerName),
                .text =
                    after.failMessage.isEmpty() ? OutcomeTexts::tr("The details say who must act.") : after.failMessage,
                .fine = errorClass,
                .copyText =
                    QStringList{after.providerName, after.id.toString(), errorClass, after.failMessage}.join(u'\n')};
    }
    QStringList words{differences(before, after)};
    if (words.front().isEmpty()) {
        words = {OutcomeTexts::tr("Status %1").arg(after.statusText)};
    }
    if (after.lastSuccessAt.isValid()) {
        words << OutcomeTexts::tr("last success %1").arg(models::relativeTime(after.lastSuccessAt, now));
    }
    return {.tone = Tone::Good,
            .title = operation == Operation::Refresh ? OutcomeTexts::tr("%1 is refreshed").arg(after.providerName)
                                                     : OutcomeTexts::tr("%1 is connected").arg(after.providerName),
            .text = words.join(u", "_s)};
}

} // namespace saltdesk::ui
