// SPDX-License-Identifier: Apache-2.0
#include "situation/Diagnosis.h"

#include "situation/DiagnosisTable.h"
#include "time/RelativeTime.h"

#include <QCoreApplication>
#include <QStringList>

namespace saltdesk::models {
namespace {

using namespace Qt::Literals::StringLiterals;

struct DiagnosisWords
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::Diagnosis)
};

QString translated(const char *sourceText)
{
    return QCoreApplication::translate(diagnosisContext, sourceText);
}

/// A time that lies a little ahead by the server's clock has only just been.
QString since(const QDateTime &when, const QDateTime &now)
{
    return when.isValid() ? relativeTime(qMin(when, now.addSecs(-1)), now) : DiagnosisWords::tr("at an unknown time");
}

QString joined(const QStringList &parts)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(u" · "_s);
}

QDateTime failedAt(const ConnectionSummary &connection)
{
    return connection.failAt.isValid() ? connection.failAt : connection.attemptCreatedAt;
}

QString fineOfFailure(const ConnectionSummary &connection)
{
    const QString time = localTime(failedAt(connection));
    return joined({connection.failErrorClass,
                   time.isEmpty() ? QString() : DiagnosisWords::tr("since %1", "small print: since a date").arg(time)});
}

Actor actorOf(FailureCause cause)
{
    switch (cause) {
    case FailureCause::Customer:
        return Actor::Customer;
    case FailureCause::Bank:
        return Actor::Bank;
    case FailureCause::SaltEdge:
        return Actor::SaltEdge;
    case FailureCause::Us:
        return Actor::We;
    case FailureCause::Unknown:
        break;
    }
    return Actor::Unknown;
}

/// An inactive connection can't be refreshed, whatever the class suggests (reference 3.1).
NextAction possible(NextAction action, const ConnectionSummary &connection)
{
    if (connection.status == api::ConnectionStatus::Inactive) {
        return NextAction::Reconnect;
    }
    return action;
}

Diagnosis unknownFailure(const ConnectionSummary &connection, const QDateTime &now)
{
    Diagnosis diagnosis;
    diagnosis.headline = DiagnosisWords::tr("The last attempt failed %1.").arg(since(failedAt(connection), now));
    diagnosis.explanation = connection.failMessage.isEmpty()
                                ? DiagnosisWords::tr("Salt Edge gave no reason that this program knows.")
                                : DiagnosisWords::tr("Salt Edge says: %1").arg(connection.failMessage);
    diagnosis.fine = fineOfFailure(connection);
    diagnosis.sentenceForCustomer = DiagnosisWords::tr(
        "The last update from your bank did not work. We are finding out why and will come back to you.");
    diagnosis.actor = Actor::Unknown;
    diagnosis.action = possible(NextAction::Refresh, connection);
    return diagnosis;
}

Diagnosis failure(const ConnectionSummary &connection, const QDateTime &now)
{
    const FailureEntry *entry = failureEntry(connection.failErrorClass.toStdString());
    if (!entry) {
        return unknownFailure(connection, now);
    }
    Diagnosis diagnosis;
    diagnosis.headline = translated(entry->headline).arg(since(failedAt(connection), now));
    diagnosis.explanation = translated(entry->explanation);
    diagnosis.fine = fineOfFailure(connection);
    diagnosis.sentenceForCustomer = translated(entry->sentence);
    diagnosis.actor = actorOf(entry->cause);
    diagnosis.action = possible(entry->action, connection);
    return diagnosis;
}

Diagnosis endedConsent(const ConnectionSummary &connection, const QDateTime &now)
{
    const QDateTime end = connection.consent.endsAt.toDateTime();
    const bool knownEnd = end.isValid() && end <= now;
    Diagnosis diagnosis;
    if (connection.consent.revoked) {
        diagnosis.headline = knownEnd ? DiagnosisWords::tr("The consent was revoked %1.").arg(since(end, now))
                                      : DiagnosisWords::tr("The consent was revoked.");
    } else {
        diagnosis.headline = knownEnd ? DiagnosisWords::tr("The consent ended %1.").arg(since(end, now))
                                      : DiagnosisWords::tr("The consent has ended.");
    }
    diagnosis.explanation = DiagnosisWords::tr("The customer must agree again: reconnect with a new consent.");
    diagnosis.fine =
        knownEnd ? DiagnosisWords::tr("since %1", "small print: since a date").arg(localTime(end)) : QString();
    diagnosis.sentenceForCustomer = DiagnosisWords::tr(
        "Your permission for us to read this bank has ended. To go on, please connect the bank again.");
    diagnosis.actor = Actor::Customer;
    diagnosis.action = NextAction::Reconnect;
    return diagnosis;
}

/// Inactive, and no attempt says why: by an update, or by a time that nobody remembers.
Diagnosis switchedInactive(const ConnectionSummary &connection, const QDateTime &now)
{
    Diagnosis diagnosis;
    diagnosis.headline =
        DiagnosisWords::tr("The connection is inactive; it last changed %1.").arg(since(connection.updatedAt, now));
    diagnosis.explanation =
        DiagnosisWords::tr("The customer must connect again: an inactive connection can't be refreshed.");
    diagnosis.fine = connection.statusText;
    diagnosis.sentenceForCustomer =
        DiagnosisWords::tr("The connection to your bank is paused. Please connect the bank again.");
    diagnosis.actor = Actor::Customer;
    diagnosis.action = NextAction::Reconnect;
    return diagnosis;
}

Diagnosis needsCustomer(const ConnectionSummary &connection, const QDateTime &now)
{
    const bool failed =
        !connection.failErrorClass.isEmpty() || !connection.failMessage.isEmpty() || connection.failAt.isValid();
    if (connection.status != api::ConnectionStatus::Inactive &&
        hasEnded(connection.consent, api::PackedTime(now.toSecsSinceEpoch()))) {
        return endedConsent(connection, now);
    }
    return failed ? failure(connection, now) : switchedInactive(connection, now);
}

Diagnosis asks(const ConnectionSummary &connection, const QDateTime &now)
{
    Diagnosis diagnosis;
    diagnosis.headline = DiagnosisWords::tr("The bank asked a question %1.").arg(since(connection.stageCreatedAt, now));
    diagnosis.explanation =
        DiagnosisWords::tr("The customer must answer now: the question runs out after a few minutes.");
    diagnosis.fine = connection.stageText;
    diagnosis.sentenceForCustomer = DiagnosisWords::tr("Your bank is asking you for a confirmation right now. If it "
                                                       "has sent you a code, please read it to me; if it asks "
                                                       "in its app, please approve it there.");
    diagnosis.actor = Actor::Customer;
    diagnosis.action = NextAction::Answer;
    return diagnosis;
}

Diagnosis fetching(const ConnectionSummary &connection, const QDateTime &now)
{
    Diagnosis diagnosis;
    diagnosis.headline =
        DiagnosisWords::tr("A fetch is running; it started %1.").arg(since(connection.attemptCreatedAt, now));
    diagnosis.explanation = DiagnosisWords::tr("Nobody must act: wait until it ends.");
    diagnosis.fine = connection.stageText;
    diagnosis.sentenceForCustomer = DiagnosisWords::tr("We are fetching your data from the bank right now.");
    diagnosis.actor = Actor::Nobody;
    return diagnosis;
}

Diagnosis expiring(const ConnectionSummary &connection, const QDateTime &now)
{
    const QDateTime end = connection.consent.endsAt.toDateTime();
    Diagnosis diagnosis;
    diagnosis.headline = DiagnosisWords::tr("The consent ends %1.").arg(relativeTime(end, now));
    diagnosis.explanation =
        DiagnosisWords::tr("The customer should renew the consent before it ends; until then it works.");
    diagnosis.fine = DiagnosisWords::tr("until %1", "small print: until a date").arg(localTime(end));
    diagnosis.sentenceForCustomer = DiagnosisWords::tr(
        "Your permission for us to read this bank ends soon. Please connect the bank again to renew it.");
    diagnosis.actor = Actor::Customer;
    diagnosis.action = NextAction::Reconnect;
    return diagnosis;
}

Diagnosis stale(const ConnectionSummary &connection, const QDateTime &now)
{
    Diagnosis diagnosis;
    diagnosis.headline = connection.lastSuccessAt.isValid()
                             ? DiagnosisWords::tr("The last success was %1.").arg(since(connection.lastSuccessAt, now))
                             : DiagnosisWords::tr("This connection has never succeeded.");
    diagnosis.explanation =
        connection.dailyRefresh
            ? DiagnosisWords::tr(
                  "It works by its status, yet the daily refresh brings nothing. A refresh shows whether it does.")
            : DiagnosisWords::tr("We can refresh it: the daily refresh is off, so nobody fetched since.");
    diagnosis.fine = localTime(connection.lastSuccessAt);
    diagnosis.sentenceForCustomer =
        DiagnosisWords::tr("Your data is not up to date. I am fetching it from the bank now.");
    diagnosis.actor = Actor::We;
    diagnosis.action = NextAction::Refresh;
    return diagnosis;
}

Diagnosis healthy(const ConnectionSummary &connection, const QDateTime &now)
{
    Diagnosis diagnosis;
    diagnosis.headline =
        DiagnosisWords::tr("All is well; the last success was %1.").arg(since(connection.lastSuccessAt, now));
    diagnosis.explanation = DiagnosisWords::tr("Nobody must act.");
    diagnosis.fine = localTime(connection.lastSuccessAt);
    diagnosis.sentenceForCustomer = DiagnosisWords::tr("The connection to your bank works; the last update was %1.")
                                        .arg(since(connection.lastSuccessAt, now));
    diagnosis.actor = Actor::Nobody;
    diagnosis.action = NextAction::Refresh;
    return diagnosis;
}

Diagnosis disabled(const ConnectionSummary &connection, const QDateTime &now)
{
    Diagnosis diagnosis;
    const FailureEntry *entry = failureEntry(connection.failErrorClass.toStdString());
    if (entry && entry->action == NextAction::None && entry->cause == FailureCause::SaltEdge) {
        // The class says more than the status: it is the bank that is gone.
        diagnosis.headline = translated(entry->headline).arg(since(failedAt(connection), now));
        diagnosis.explanation = translated(entry->explanation);
    } else {
        diagnosis.headline = DiagnosisWords::tr("Salt Edge switched this connection off; it last changed %1.")
                                 .arg(since(connection.updatedAt, now));
        diagnosis.explanation =
            DiagnosisWords::tr("Salt Edge must act: ask its support why, or remove the connection.");
    }
    diagnosis.fine = joined({connection.failErrorClass, connection.statusText});
    diagnosis.sentenceForCustomer = DiagnosisWords::tr(
        "This connection is switched off. We are asking our partner about it and will come back to you.");
    diagnosis.actor = Actor::SaltEdge;
    diagnosis.action = NextAction::None;
    return diagnosis;
}

Diagnosis unknownStatus(const ConnectionSummary &connection)
{
    Diagnosis diagnosis;
    diagnosis.headline = connection.statusText.isEmpty()
                             ? DiagnosisWords::tr("The API tells no status.")
                             : DiagnosisWords::tr("The API calls its status “%1”.").arg(connection.statusText);
    diagnosis.explanation = DiagnosisWords::tr("This program does not know this status, so it can't say who must act.");
    diagnosis.fine = joined({connection.failErrorClass, connection.failMessage});
    diagnosis.sentenceForCustomer =
        DiagnosisWords::tr("I have to look into this connection and will come back to you.");
    diagnosis.actor = Actor::Unknown;
    return diagnosis;
}

Diagnosis diagnosisOf(const ConnectionSummary &connection, const QDateTime &now)
{
    switch (connection.assessment.situation) {
    case Situation::NeedsCustomer:
        return needsCustomer(connection, now);
    case Situation::Asks:
        return asks(connection, now);
    case Situation::Failing:
        return failure(connection, now);
    case Situation::Expiring:
        return expiring(connection, now);
    case Situation::Stale:
        return stale(connection, now);
    case Situation::Fetching:
        return fetching(connection, now);
    case Situation::Unknown:
        return unknownStatus(connection);
    case Situation::Healthy:
        return healthy(connection, now);
    case Situation::Disabled:
        return disabled(connection, now);
    }
    return {};
}

} // namespace

Diagnosis diagnose(const ConnectionSummary &connection, const QDateTime &now)
{
    Diagnosis diagnosis = diagnosisOf(connection, now);
    diagnosis.tone = situationTone(connection.assessment.situation);
    return diagnosis;
}

} // namespace saltdesk::models
