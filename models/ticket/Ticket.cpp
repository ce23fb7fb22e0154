// SPDX-License-Identifier: Apache-2.0
#include "ticket/Ticket.h"

#include "activity/ExchangeWords.h"
#include "redaction/Redactor.h"

#include <QStringList>

#include <algorithm>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

QString utc(const QDateTime &when)
{
    return when.isValid() ? when.toUTC().toString(Qt::ISODate) : u"not known"_s;
}

/// Texts of the API may hold line ends, and a line must stay one fact.
QString oneLine(const QString &text)
{
    return api::redacted(text.simplified());
}

QString troubleOf(const ConnectionSummary &connection, const QDateTime &now)
{
    switch (connection.assessment.situation) {
    case Situation::Asks:
        return u"waits for an answer"_s;
    case Situation::Fetching:
        return u"attempt is running"_s;
    case Situation::Disabled:
        return connection.failErrorClass.isEmpty() ? u"connection is disabled"_s : oneLine(connection.failErrorClass);
    case Situation::NeedsCustomer:
    case Situation::Failing:
    case Situation::Expiring:
    case Situation::Stale:
    case Situation::Unknown:
    case Situation::Healthy:
        break;
    }
    if (!connection.failErrorClass.isEmpty()) {
        return oneLine(connection.failErrorClass);
    }
    if (hasEnded(connection.consent, api::PackedTime(now.toSecsSinceEpoch()))) {
        return u"consent has ended"_s;
    }
    return u"connection is %1"_s.arg(oneLine(connection.statusText));
}

QStringList connectionLines(const ConnectionSummary &connection)
{
    return {u"Connection: %1, status %2"_s.arg(connection.id.toString(), oneLine(connection.statusText)),
            u"Customer: %1"_s.arg(connection.customerId.toString()),
            u"Provider: %1, country %2"_s.arg(oneLine(connection.providerCode), oneLine(connection.countryCode)),
            u"Created: %1"_s.arg(utc(connection.createdAt)),
            u"Last success: %1"_s.arg(connection.lastSuccessAt.isValid() ? utc(connection.lastSuccessAt) : u"never"_s),
            u"Next refresh possible: %1"_s.arg(utc(connection.nextRefreshPossibleAt)),
            u"Daily refresh: %1"_s.arg(connection.dailyRefresh ? u"on"_s : u"off"_s)};
}

QStringList attemptLines(const ConnectionSummary &connection, const std::optional<api::Attempt> &attempt)
{
    if (!connection.hasAttempt) {
        return {u"No attempt yet."_s};
    }
    QStringList lines{
        u"Attempt: %1, created %2"_s.arg(connection.attemptId.toString(), utc(connection.attemptCreatedAt))};
    if (!connection.failErrorClass.isEmpty() || !connection.failMessage.isEmpty() || connection.failAt.isValid()) {
        lines << u"Failed: %1, %2"_s.arg(utc(connection.failAt), connection.failErrorClass.isEmpty()
                                                                     ? u"no class"_s
                                                                     : oneLine(connection.failErrorClass));
    }
    if (!connection.failMessage.isEmpty()) {
        lines << u"Message: %1"_s.arg(oneLine(connection.failMessage));
    }
    if (attempt) {
        if (attempt->consentId) {
            lines << u"Consent: %1"_s.arg(attempt->consentId->toString());
        }
        if (attempt->fetchScopes) {
            lines << u"Scopes: %1"_s.arg(oneLine(attempt->fetchScopes->join(u", "_s)));
        }
        lines << u"User present: %1, automatic fetch: %2"_s.arg(
            attempt->userPresent.valueOr(false) ? u"yes"_s : u"no"_s,
            attempt->automaticFetch.valueOr(false) ? u"yes"_s : u"no"_s);
    }
    return lines;
}

QStringList stageLines(const ConnectionSummary &connection, const std::optional<api::Attempt> &attempt)
{
    QStringList lines;
    if (attempt && attempt->stages) {
        for (const api::Stage &stage : *attempt->stages) {
            lines << u"  %1  %2"_s.arg(utc(stage.createdAt.value()), oneLine(stage.name.text));
        }
    } else if (!connection.stageText.isEmpty()) {
        lines << u"  %1  %2"_s.arg(utc(connection.stageCreatedAt), oneLine(connection.stageText));
    }
    return lines;
}

bool isAbout(const api::Exchange &exchange, const ConnectionSummary &connection)
{
    const QString id = connection.id.toString();
    if (exchange.pathArguments.contains(id)) {
        return true;
    }
    return std::any_of(exchange.query.begin(), exchange.query.end(),
                       [&id](const auto &member) { return member.first == "connection_id"_L1 && member.second == id; });
}

QString requestLine(const api::Exchange &exchange)
{
    QStringList parts{utc(exchange.startedAt), QString::fromLatin1(api::methodName(exchange.method)),
                      exchangePath(exchange)};
    parts << (exchange.httpStatus == 0 ? u"no answer"_s : QString::number(exchange.httpStatus));
    if (!exchange.errorClass.isEmpty()) {
        parts << oneLine(exchange.errorClass);
    }
    if (!exchange.requestId.isEmpty()) {
        parts << u"request id %1"_s.arg(oneLine(exchange.requestId));
    }
    return u"  "_s + parts.join(u"  "_s);
}

QStringList requestLines(const TicketFacts &facts)
{
    QStringList lines;
    for (const api::Exchange &exchange : facts.exchanges) {
        const bool telling = exchange.error.has_value() || exchange.method != api::Method::Get;
        if (telling && isAbout(exchange, facts.connection) && lines.size() < mostRequestsInTicket) {
            lines.prepend(requestLine(exchange));
        }
    }
    return lines;
}

void addPart(QStringList &lines, const QString &title, const QStringList &part)
{
    if (!part.isEmpty()) {
        lines << QString() << title << part;
    }
}

} // namespace

QString Ticket::text() const
{
    return subject + u"\n\n"_s + body;
}

Ticket ticketFor(const TicketFacts &facts)
{
    const ConnectionSummary &connection = facts.connection;
    QStringList lines = connectionLines(connection);
    addPart(lines, u"Last attempt"_s, attemptLines(connection, facts.attempt));
    addPart(lines, u"Stages, in UTC"_s, stageLines(connection, facts.attempt));
    addPart(lines, u"Requests that failed or changed something, in UTC"_s, requestLines(facts));
    lines << QString()
          << u"Account Information API v5, %1. Seen %2 with Saltdesk %3."_s.arg(environmentName(facts.environment),
                                                                                utc(facts.now), facts.version);
    return {u"%1 (%2): %3"_s.arg(oneLine(connection.providerName), oneLine(connection.providerCode),
                                 troubleOf(connection, facts.now)),
            lines.join(u'\n') + u'\n'};
}

} // namespace saltdesk::models
