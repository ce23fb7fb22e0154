// SPDX-License-Identifier: Apache-2.0
#include "SettingsPlace.h"

#include <QSettings>
#include <QTemporaryDir>

namespace saltdesk::app {

models::SettingsCondition openSettings()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    models::SettingsCondition condition = models::upgradeSettings(QSettings().fileName());
    using Kind = models::SettingsCondition::Kind;
    if (condition.kind == Kind::Newer || condition.kind == Kind::ReadOnly) {
        static const QTemporaryDir passing;
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, passing.path());
    }
    return condition;
}

} // namespace saltdesk::app
