// SPDX-License-Identifier: Apache-2.0
#include "details/BeforeAfter.h"

#include "time/RelativeTime.h"

#include <QCoreApplication>
#include <QStringList>

namespace saltdesk::ui {

using models::ConnectionSummary;
using namespace Qt::Literals::StringLiterals;

namespace {

struct BeforeAfterTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::BeforeAfter)
};

QString ago(const QDateTime &when, const QDateTime &now)
{
    const qint64 seconds = when.secsTo(now);
    return seconds >= 0 && seconds < 60 ? BeforeAfterTexts::tr("%1 s ago").arg(seconds)
                                        : models::relativeTime(when, now);
}

QString successWords(const ConnectionSummary &before, const ConnectionSummary &after, const QDateTime &now)
{
    if (!after.lastSuccessAt.isValid() || after.lastSuccessAt == before.lastSuccessAt) {
        return {};
    }
    const QString success = BeforeAfterTexts::tr("last success %1").arg(ago(after.lastSuccessAt, now));
    if (before.statusText != after.statusText) {
        return success;
    }
    const QString was = before.lastSuccessAt.isValid() ? models::relativeTime(before.lastSuccessAt, now)
                                                       : BeforeAfterTexts::tr("never");
    //: %1: "last success 12 s ago", %2: how long ago the one before was, such as "3 days ago"
    return BeforeAfterTexts::tr("%1, before that %2").arg(success, was);
}

} // namespace

QString beforeAfterWords(const ConnectionSummary &before, const ConnectionSummary &after, const QDateTime &now)
{
    if (after.fetching || after.attemptId == before.attemptId) {
        return {};
    }
    const bool failed = after.failAt.isValid() || !after.failErrorClass.isEmpty();
    QStringList words;
    if (before.statusText != after.statusText) {
        words << BeforeAfterTexts::tr("%1 → %2").arg(before.statusText, after.statusText);
    } else if (!failed) {
        words << BeforeAfterTexts::tr("Still %1").arg(after.statusText);
    }
    if (!failed) {
        words << successWords(before, after, now);
    }
    words.removeAll(QString());
    return words.join(u", "_s);
}

bool countsSeconds(const ConnectionSummary &after, const QDateTime &now)
{
    return after.lastSuccessAt.isValid() && qAbs(after.lastSuccessAt.secsTo(now)) < 60;
}

} // namespace saltdesk::ui
