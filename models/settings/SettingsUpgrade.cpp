// SPDX-License-Identifier: Apache-2.0
#include "settings/SettingsUpgrade.h"

#include "settings/IniText.h"
#include "settings/KeptAside.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

#include <optional>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

using ConditionKind = SettingsCondition::Kind;

struct SettingsUpgradeTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::SettingsUpgrade)
};

const QString versionKey = u"version"_s;

std::optional<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

SettingsCondition beginAnew(const QString &path)
{
    const QString aside = keepAside(path, u"damaged"_s);
    if (aside.isEmpty() || !QFile::remove(path)) {
        return {ConditionKind::ReadOnly,
                SettingsUpgradeTexts::tr("The settings “%1” are damaged and can't be replaced.").arg(path), aside};
    }
    QSettings(path, QSettings::IniFormat).setValue(versionKey, settingsVersion);
    return {ConditionKind::Damaged,
            SettingsUpgradeTexts::tr("The settings were damaged and are begun anew. The old ones are kept in “%1”.")
                .arg(aside),
            aside};
}

/// One window for all: its state now serves every profile that has none of its own yet.
void moveWindow(QSettings &settings)
{
    for (const QString &name : {u"geometry"_s, u"columns-1"_s, u"splitter"_s}) {
        if (const QVariant value = settings.value(u"window/"_s + name); value.isValid()) {
            settings.setValue(u"window/last/"_s + name, value);
            settings.remove(u"window/"_s + name);
        }
    }
    settings.setValue(versionKey, settingsVersion);
}

} // namespace

SettingsCondition upgradeSettings(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() || info.size() == 0) {
        if (QFileInfo folder(info.path()); folder.exists() && !folder.isWritable()) {
            return {ConditionKind::ReadOnly, SettingsUpgradeTexts::tr("Settings can't be written to “%1”.").arg(path)};
        }
        QSettings(path, QSettings::IniFormat).setValue(versionKey, settingsVersion);
        return {};
    }
    const std::optional<QByteArray> content = contentOf(path);
    if (!content) {
        return {ConditionKind::ReadOnly, SettingsUpgradeTexts::tr("The settings “%1” can't be read.").arg(path)};
    }
    if (!isIniText(*content)) {
        return beginAnew(path);
    }
    QSettings settings(path, QSettings::IniFormat);
    const int version = settings.value(versionKey, 1).toInt();
    if (version > settingsVersion) {
        return {ConditionKind::Newer,
                SettingsUpgradeTexts::tr("The settings are of a newer version of Saltdesk: window sizes are not "
                                         "remembered, so that nothing of it is lost.")};
    }
    if (!settings.isWritable()) {
        return {ConditionKind::ReadOnly, SettingsUpgradeTexts::tr("Settings can't be written to “%1”.").arg(path)};
    }
    if (version == settingsVersion) {
        return {};
    }
    const QString backup = keepAside(path, u"version-%1"_s.arg(version));
    if (backup.isEmpty()) {
        return {ConditionKind::ReadOnly,
                SettingsUpgradeTexts::tr("The settings of an older version could not be backed up and stay as they "
                                         "are.")};
    }
    moveWindow(settings);
    return {ConditionKind::Usable, {}, backup};
}

} // namespace saltdesk::models
