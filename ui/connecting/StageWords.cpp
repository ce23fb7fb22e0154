// SPDX-License-Identifier: Apache-2.0
#include "connecting/StageWords.h"

#include <QCoreApplication>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct StageTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::StageWords)
};

struct StageSentence
{
    QLatin1StringView stage;
    const char *sentence;
};

/// Reference 3.3.
constexpr StageSentence stageSentences[] = {
    {"start"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::StageWords", "Salt Edge begins.")},
    {"connect"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::StageWords", "Signing in at the bank.")},
    {"interactive"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::StageWords", "The bank waits for an answer.")},
    {"fetch_holder_info"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::StageWords", "Reading the holder's data.")},
    {"fetch_accounts"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::StageWords", "Reading the accounts.")},
    {"fetch_recent"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::StageWords", "Reading the recent transactions.")},
    {"fetch_full"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::StageWords", "Reading the older transactions.")},
    {"disconnect"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::StageWords", "Signing out at the bank.")},
    {"finish"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::StageWords", "Salt Edge is done.")},
};

} // namespace

QString stageWords(const QString &stage)
{
    for (const StageSentence &entry : stageSentences) {
        if (stage == entry.stage) {
            return StageTexts::tr(entry.sentence);
        }
    }
    return stage.isEmpty() ? StageTexts::tr("Salt Edge begins.") : StageTexts::tr("Stage “%1”.").arg(stage.left(60));
}

} // namespace saltdesk::ui
