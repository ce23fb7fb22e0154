// SPDX-License-Identifier: Apache-2.0
#include "history/HistoryColumns.h"

#include "history/AttemptResult.h"
#include "history/SpokenStages.h"
#include "time/RelativeTime.h"

#include <QCoreApplication>
#include <QLocale>

namespace saltdesk::models {
namespace {

using namespace Qt::Literals::StringLiterals;
using api::Account;
using api::Attempt;
using api::Consent;
using api::Member;

struct HistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::HistoryColumns)
};

QString orNone(const QString &text)
{
    return text.isEmpty() ? u"–"_s : text;
}

QString when(const Member<QDateTime> &time, const QDateTime &now)
{
    return time ? relativeTime(*time, now) : orNone({});
}

QString dayOf(const Member<QDate> &date)
{
    return date ? QLocale().toString(*date, QLocale::ShortFormat) : QString();
}

QString result(const Attempt &attempt)
{
    switch (resultOf(attempt)) {
    case AttemptResult::Failed: {
        const QString &errorClass = attempt.failErrorClass.value();
        return errorClass.isEmpty() ? HistoryWords::tr("failed") : errorClass;
    }
    case AttemptResult::Running:
        return HistoryWords::tr("running");
    case AttemptResult::InPart:
        return HistoryWords::tr("succeeded in part");
    case AttemptResult::Succeeded:
        return HistoryWords::tr("succeeded");
    }
    Q_UNREACHABLE();
}

Tone resultTone(const Attempt &attempt)
{
    switch (resultOf(attempt)) {
    case AttemptResult::Failed:
        return Tone::Bad;
    case AttemptResult::Running:
        return Tone::Running;
    case AttemptResult::InPart:
        return Tone::Warning;
    case AttemptResult::Succeeded:
        return Tone::Good;
    }
    Q_UNREACHABLE();
}

QString stages(const Attempt &attempt, const QDateTime &now)
{
    const QString spoken = spokenStages(StageScale::of(attempt, now));
    return spoken.isEmpty() ? HistoryWords::tr("no stages told") : spoken;
}

QString took(const Attempt &attempt, const QDateTime &now)
{
    if (!attempt.createdAt) {
        return orNone({});
    }
    QDateTime end = now;
    if (attempt.failAt) {
        end = *attempt.failAt;
    } else if (attempt.successAt) {
        end = *attempt.successAt;
    } else if (attempt.finished.value() && attempt.updatedAt) {
        end = *attempt.updatedAt;
    }
    const qint64 seconds = std::max<qint64>(attempt.createdAt->secsTo(end), 0);
    // No attempt takes a year: one of its times is not true.
    constexpr qint64 longest = 365LL * 24 * 60 * 60;
    return seconds > longest ? orNone({}) : countdown(std::chrono::seconds(seconds));
}

QString startedBy(const Attempt &attempt)
{
    if (attempt.dailyRefresh.value()) {
        return HistoryWords::tr("daily refresh");
    }
    return attempt.userPresent.value() ? HistoryWords::tr("customer present")
                                       : HistoryWords::tr("without the customer");
}

QString consentEnd(const Consent &consent, const QDateTime &now)
{
    if (consent.revokedAt) {
        const QString reason = consent.revokeReason.value();
        const QString time = relativeTime(*consent.revokedAt, now);
        //: %1: "9 days ago", %2: the reason as the API names it, such as "client"
        return reason.isEmpty() ? time : HistoryWords::tr("%1 (%2)").arg(time, reason);
    }
    return consent.expiresAt ? relativeTime(*consent.expiresAt, now) : HistoryWords::tr("no end");
}

/// "1,234.50 EUR". The digits are the bank's: of some currencies a balance has none after the point, of some three.
QString balance(const Account &account)
{
    if (!account.balance) {
        return orNone({});
    }
    const QString plain = QString::number(*account.balance, 'f', QLocale::FloatingPointShortest);
    const qsizetype point = plain.indexOf(u'.');
    const int decimals = static_cast<int>(point < 0 ? 0 : plain.size() - point - 1);
    return u"%1 %2"_s
        .arg(QLocale().toString(*account.balance, 'f', std::max(decimals, 2)), account.currencyCode.value())
        .trimmed();
}

QString dataSpan(const Consent &consent)
{
    const QString from = dayOf(consent.fromDate);
    const QString to = dayOf(consent.toDate);
    if (from.isEmpty() && to.isEmpty()) {
        return orNone({});
    }
    return to.isEmpty() ? HistoryWords::tr("from %1").arg(from) : HistoryWords::tr("%1 to %2").arg(from, to);
}

} // namespace

std::vector<RecordColumn<Attempt>> attemptColumns()
{
    const auto stage = [](const Attempt &attempt, const QDateTime &) {
        const api::Stage *last = lastStageOf(attempt);
        return orNone(last != nullptr ? last->name.text : QString());
    };
    return {
        {HistoryWords::tr("Started"),
         [](const Attempt &a, const QDateTime &now) { return when(a.createdAt, now); },
         {},
         [](const Attempt &a) { return a.createdAt.value(); }},
        {HistoryWords::tr("Result"),
         [](const Attempt &a, const QDateTime &) { return result(a); },
         [](const Attempt &a) { return a.failMessage.value(); },
         {},
         false,
         resultTone},
        {HistoryWords::tr("Stages"),
         stages,
         {},
         {},
         false,
         {},
         [](const Attempt &a, const QDateTime &now) { return QVariant::fromValue(StageScale::of(a, now)); }},
        {HistoryWords::tr("Last stage"), stage, {}, {}},
        {HistoryWords::tr("Took"), took, {}, {}},
        {HistoryWords::tr("Kind"), [](const Attempt &a, const QDateTime &) { return startedBy(a); }, {}, {}},
        {HistoryWords::tr("Attempt"), [](const Attempt &a, const QDateTime &) { return a.id.toString(); }, {}, {}},
    };
}

std::vector<RecordColumn<Consent>> consentColumns()
{
    const auto scopes = [](const Consent &consent, const QDateTime &) {
        return orNone(consent.scopes.value().join(u", "_s));
    };
    return {
        {HistoryWords::tr("Status"), [](const Consent &c, const QDateTime &) { return orNone(c.status.text); }, {}, {}},
        {HistoryWords::tr("Ends"),
         consentEnd,
         {},
         [](const Consent &c) { return c.revokedAt ? c.revokedAt.value() : c.expiresAt.value(); }},
        {HistoryWords::tr("Scopes"), scopes, {}, {}},
        {HistoryWords::tr("Given"),
         [](const Consent &c, const QDateTime &now) { return when(c.createdAt, now); },
         {},
         [](const Consent &c) { return c.createdAt.value(); }},
        {HistoryWords::tr("Data"), [](const Consent &c, const QDateTime &) { return dataSpan(c); }, {}, {}},
        {HistoryWords::tr("Collected by"),
         [](const Consent &c, const QDateTime &) { return orNone(c.collectedBy.value()); },
         {},
         {}},
        {HistoryWords::tr("Consent"), [](const Consent &c, const QDateTime &) { return c.id.toString(); }, {}, {}},
    };
}

std::vector<RecordColumn<Account>> accountColumns()
{
    return {
        {HistoryWords::tr("Name"), [](const Account &a, const QDateTime &) { return orNone(a.name.value()); }, {}, {}},
        {HistoryWords::tr("Balance"), [](const Account &a, const QDateTime &) { return balance(a); }, {}, {}, true},
        {HistoryWords::tr("Nature"),
         [](const Account &a, const QDateTime &) { return orNone(a.nature.value()); },
         {},
         {}},
        {HistoryWords::tr("Updated"),
         [](const Account &a, const QDateTime &now) { return when(a.updatedAt, now); },
         {},
         [](const Account &a) { return a.updatedAt.value(); }},
        {HistoryWords::tr("Account"), [](const Account &a, const QDateTime &) { return a.id.toString(); }, {}, {}},
    };
}

} // namespace saltdesk::models
