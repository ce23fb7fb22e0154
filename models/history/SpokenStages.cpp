// SPDX-License-Identifier: Apache-2.0
#include "history/SpokenStages.h"

#include "time/RelativeTime.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

struct SpokenTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::SpokenStages)
};

} // namespace

QString spokenStages(const StageScale &scale)
{
    QStringList words;
    for (const StageSpan &span : scale.spans) {
        QString word = stageTitle(span.name);
        // A moment has no duration that is worth a word.
        if (span.spent && *span.spent > milliseconds(0)) {
            word += u' ' + spentTime(*span.spent);
        }
        if (span.kind == StageSpan::Kind::Failed) {
            //: %1: a stage and the time spent in it, such as "Connect 9 s"
            word = SpokenTexts::tr("%1 (failed)").arg(word);
        }
        words << word;
    }
    return words.join(u", "_s);
}

QString stageTitle(const QString &name)
{
    QString title = name.simplified().left(60).replace(u'_', u' ');
    if (title.isEmpty()) {
        return SpokenTexts::tr("Stage without a name");
    }
    title[0] = title.at(0).toUpper();
    return title;
}

QString spentTime(milliseconds spent)
{
    using namespace std::chrono;
    constexpr auto longest = hours(100);
    const auto whole = duration_cast<seconds>(spent);
    if (spent < seconds(1) && spent > milliseconds(0)) {
        return SpokenTexts::tr("%1 s").arg(QLocale().toString(std::max(0.1, double(spent.count()) / 1000), 'f', 1));
    }
    if (whole < minutes(1)) {
        return SpokenTexts::tr("%1 s").arg(whole.count());
    }
    return whole < longest ? countdown(whole)
                           : SpokenTexts::tr("%n days", nullptr, int(duration_cast<hours>(whole).count() / 24));
}

} // namespace saltdesk::models
