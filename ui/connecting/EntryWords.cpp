// SPDX-License-Identifier: Apache-2.0
#include "connecting/EntryWords.h"

#include "connecting/StageWords.h"
#include "situation/Diagnosis.h"
#include "states/ClassAdvice.h"
#include "states/ErrorWords.h"
#include "time/RelativeTime.h"

#include <QCoreApplication>
#include <QStringList>

namespace saltdesk::ui {

using models::ConnectionEntry;
using models::ConnectionSummary;
using models::Tone;
using namespace Qt::Literals::StringLiterals;

namespace {

struct EntryTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::EntryWords)
};

/// "inactive → active, last success 12 s ago".
QString proof(const ConnectionEntry &entry, const std::optional<ConnectionSummary> &after, const QDateTime &now)
{
    if (!after) {
        return {};
    }
    QStringList words;
    const QString was = entry.before() ? entry.before()->statusText : QString();
    words << (was.isEmpty() || was == after->statusText ? EntryTexts::tr("Status %1").arg(after->statusText)
                                                        : EntryTexts::tr("%1 → %2").arg(was, after->statusText));
    if (after->lastSuccessAt.isValid()) {
        words << EntryTexts::tr("last success %1").arg(models::relativeTime(after->lastSuccessAt, now));
    }
    return words.join(u", "_s);
}

EntryWords running(const ConnectionEntry &entry, const QString &bank)
{
    EntryWords words;
    words.headline = EntryTexts::tr("%1 is being connected").arg(bank);
    words.text = stageWords(entry.stage());
    if (entry.error()) {
        const ErrorWords reason = errorWords(*entry.error());
        words.fine = EntryTexts::tr("The bank's answer could not be handed on: %1 %2").arg(reason.why, reason.fine);
    }
    if (entry.wasFoundBack()) {
        words.fine =
            EntryTexts::tr("No answer came, but the customer's list shows that it took effect. It was sent once.");
    }
    return words;
}

EntryWords failed(const ConnectionEntry &entry, const QString &bank, const std::optional<ConnectionSummary> &after,
                  const QDateTime &now)
{
    EntryWords words{.tone = Tone::Bad, .headline = EntryTexts::tr("%1 was not connected").arg(bank)};
    ConnectionSummary seen = after.value_or(ConnectionSummary());
    if (!after) {
        // Another customer is shown meanwhile: what the follower heard is enough to explain it.
        seen.hasAttempt = true;
        seen.status = api::ConnectionStatus::Active;
        seen.failErrorClass = entry.failClass();
        seen.failMessage = entry.failMessage();
        seen.failAt = now;
        seen.assessment.situation = models::Situation::Failing;
    }
    const models::Diagnosis diagnosis = models::diagnose(seen, now);
    // Of a first try nothing can have changed since the last one.
    const QString advice = entry.before() ? QString() : classAdvice(entry.failClass());
    words.text = QString(diagnosis.headline + u' ' + (advice.isEmpty() ? diagnosis.explanation : advice)).trimmed();
    QStringList fine{entry.failClass(), entry.failMessage()};
    fine.removeAll(QString());
    words.fine = fine.join(u" · "_s);
    return words;
}

EntryWords notDone(const ConnectionEntry &entry, const QString &bank)
{
    EntryWords words{.tone = Tone::Warning, .headline = EntryTexts::tr("%1 was not connected").arg(bank)};
    words.text =
        entry.connection().isEmpty()
            ? EntryTexts::tr("No answer came, and the customer's list shows nothing new. It was sent once and "
                             "is not repeated by itself; you may try again.")
            : EntryTexts::tr("No answer came. It was sent once and is not repeated by itself; you may try again.");
    if (entry.error()) {
        words.fine = errorWords(*entry.error()).fine;
    }
    return words;
}

EntryWords unknown(const ConnectionEntry &entry, const QString &bank)
{
    EntryWords words{.tone = Tone::Warning,
                     .headline = EntryTexts::tr("Whether %1 is being connected is not known").arg(bank),
                     .text =
                         EntryTexts::tr("No answer came, and looking for it failed too. It was sent once and is not "
                                        "repeated. Read again with F5 before you try once more.")};
    if (entry.error()) {
        words.fine = errorWords(*entry.error()).fine;
    }
    return words;
}

EntryWords said(Tone tone, const QString &headline, const QString &text)
{
    return {.tone = tone, .headline = headline, .text = text};
}

} // namespace

EntryWords entryWords(const ConnectionEntry &entry, const QString &bank, const std::optional<ConnectionSummary> &after,
                      const QDateTime &now)
{
    using State = ConnectionEntry::State;
    switch (entry.state()) {
    case State::Idle:
        return {};
    case State::Sending:
        return said(Tone::Running, EntryTexts::tr("Sending…"), EntryTexts::tr("It is sent once."));
    case State::LookingBack:
        return said(Tone::Warning, EntryTexts::tr("No answer came"),
                    EntryTexts::tr("Looking in the customer's list for what became of it. Nothing is sent again."));
    case State::AtBank:
        return said(
            Tone::Running, EntryTexts::tr("Waiting for the customer at %1").arg(bank),
            EntryTexts::tr("The bank's page is open in the browser. When the customer has signed in and allowed "
                           "it, this goes on by itself."));
    case State::Following:
        return running(entry, bank);
    case State::Succeeded:
        return said(Tone::Good, EntryTexts::tr("%1 is connected").arg(bank), proof(entry, after, now));
    case State::AttemptFailed:
        return failed(entry, bank, after, now);
    case State::Superseded:
        return said(Tone::Warning, EntryTexts::tr("Somebody else started a newer attempt"),
                    EntryTexts::tr("The table follows that one."));
    case State::Gone:
        return said(Tone::Warning, EntryTexts::tr("The connection is gone"),
                    EntryTexts::tr("It was removed while the attempt ran."));
    case State::Refused:
        return said(Tone::Bad, EntryTexts::tr("%1 was not connected").arg(bank), {});
    case State::NotDone:
        return notDone(entry, bank);
    case State::Unknown:
        return unknown(entry, bank);
    }
    return {};
}

} // namespace saltdesk::ui
