// SPDX-License-Identifier: Apache-2.0
#include "history/RetentionMenu.h"

#include "localhistory/LocalHistory.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QSettings>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct RetentionTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::RetentionMenu)
};

const QString daysKey = u"history/days"_s;
constexpr std::array spans{std::chrono::days{30}, std::chrono::days{90}, std::chrono::days{365}, std::chrono::days{0}};

QString wordOf(std::chrono::days span)
{
    return span == std::chrono::days::zero() ? RetentionTexts::tr("Keep &none")
                                             : RetentionTexts::tr("For %n days", nullptr, int(span.count()));
}

} // namespace

void addRetentionMenu(QMenu &menu, models::LocalHistory &history)
{
    QMenu *keep = menu.addMenu(RetentionTexts::tr("&Keep history"));
    keep->setToolTipsVisible(true);
    auto *group = new QActionGroup(keep);
    const std::chrono::days kept{QSettings().value(daysKey, int(history.retention().count())).toInt()};
    const bool isKnown = std::ranges::find(spans, kept) != spans.end();
    history.setRetention(isKnown ? kept : history.retention());
    for (const std::chrono::days span : spans) {
        QAction *action = keep->addAction(wordOf(span));
        action->setToolTip(RetentionTexts::tr("What was seen of connections before goes. Notes stay."));
        action->setCheckable(true);
        action->setChecked(span == history.retention());
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &history, [&history, span] {
            QSettings().setValue(daysKey, int(span.count()));
            history.setRetention(span);
        });
    }
}

} // namespace saltdesk::ui
