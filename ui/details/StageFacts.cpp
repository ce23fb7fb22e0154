// SPDX-License-Identifier: Apache-2.0
#include "details/StageFacts.h"

#include "history/SpokenStages.h"
#include "time/RelativeTime.h"

#include <QCoreApplication>

namespace saltdesk::ui {

using models::StageScale;
using models::StageSpan;
using namespace Qt::Literals::StringLiterals;

namespace {

/// No bank asks that often; each stage is two labels.
constexpr std::size_t mostStages = 100;
/// A captcha comes as a picture inside the text.
constexpr qsizetype longestQuestion = 400;

struct StageFactTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::StageFacts)
};

/// The day is said where it is not the attempt's.
QString when(const api::Member<QDateTime> &time, const api::Member<QDateTime> &began)
{
    if (!time) {
        return StageFactTexts::tr("no time told");
    }
    const QDateTime local = time->toLocalTime();
    return began && began->toLocalTime().date() == local.date()
               ? QString(local.toString(u"HH:mm:ss"_s) + u' ' + local.timeZoneAbbreviation())
               : models::absoluteTime(*time).section(u'\n', 0, 0);
}

QString exactly(const api::Stage &stage, const QString &member)
{
    QStringList lines{member, StageFactTexts::tr("Stage %1").arg(stage.id.toString())};
    if (stage.createdAt) {
        lines << StageFactTexts::tr("created %1").arg(models::absoluteTime(*stage.createdAt));
    }
    if (stage.updatedAt) {
        lines << StageFactTexts::tr("updated %1").arg(models::absoluteTime(*stage.updatedAt));
    }
    return lines.join(u'\n');
}

QStringList questionLines(const api::Stage &stage)
{
    QStringList lines;
    if (!stage.interactiveFieldsNames.value().isEmpty()) {
        lines << StageFactTexts::tr("asked for %1").arg(stage.interactiveFieldsNames->join(u", "_s));
    }
    const auto &options = stage.interactiveFieldsOptions.value();
    for (auto it = options.begin(); it != options.end(); ++it) {
        QStringList names;
        for (const api::FieldOption &option : it.value()) {
            names << option.label();
        }
        lines << StageFactTexts::tr("choices of %1: %2").arg(it.key(), names.join(u", "_s));
    }
    const QString html = stage.interactiveHtml.value().simplified();
    if (!html.isEmpty()) {
        lines << (html.size() > longestQuestion ? QString(html.left(longestQuestion) + u'…') : html);
    }
    return lines;
}

FactsList::Fact factOf(const api::Attempt &attempt, const api::Stage &stage, const StageSpan &span,
                       const QString &member)
{
    QString head = span.spent ? models::spentTime(*span.spent) : StageFactTexts::tr("how long is not known");
    if (span.kind == StageSpan::Kind::Failed) {
        head += u" · "_s + StageFactTexts::tr("failed here");
    } else if (span.kind == StageSpan::Kind::Running) {
        head += u" · "_s + StageFactTexts::tr("running");
    }
    return {StageFactTexts::tr("Stage: %1").arg(models::stageTitle(span.name)),
            (QStringList{head, when(stage.createdAt, attempt.createdAt)} + questionLines(stage)).join(u'\n'),
            exactly(stage, member)};
}

} // namespace

std::vector<FactsList::Fact> stageFacts(const api::Attempt &attempt, const QDateTime &now)
{
    std::vector<FactsList::Fact> facts;
    const StageScale scale = StageScale::of(attempt, now);
    for (const StageSpan &span : scale.spans) {
        if (facts.size() == mostStages) {
            const auto rest = static_cast<int>(scale.spans.size() - mostStages);
            facts.push_back({StageFactTexts::tr("Stages"), StageFactTexts::tr("%n more", nullptr, rest), u"stages"_s});
            break;
        }
        facts.push_back(factOf(attempt, (*attempt.stages)[span.place], span, u"stages[%1]"_s.arg(span.place)));
    }
    if (attempt.stages && facts.empty()) {
        facts.push_back({StageFactTexts::tr("Stages"), StageFactTexts::tr("none"), u"stages"_s});
    }
    if (attempt.lastStage) {
        const StageSpan last{.name = attempt.lastStage->name.text};
        facts.push_back(factOf(attempt, *attempt.lastStage, last, u"last_stage"_s));
        facts.back().name = StageFactTexts::tr("Last stage: %1").arg(models::stageTitle(last.name));
    }
    return facts;
}

} // namespace saltdesk::ui
