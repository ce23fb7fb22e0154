// SPDX-License-Identifier: Apache-2.0
#include "profiles/ProfileExchange.h"

#include "profiles/ProfileStore.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

namespace saltdesk::models {
namespace {

struct ProfileExchangeTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::ProfileExchange)
};

QString refusalOf(DocumentProblem problem, const QString &path)
{
    switch (problem) {
    case DocumentProblem::Newer:
        return ProfileExchangeTexts::tr("“%1” was written by a newer version of Saltdesk.").arg(path);
    case DocumentProblem::NotProfiles:
        return ProfileExchangeTexts::tr("“%1” holds no profiles of Saltdesk, or is damaged.").arg(path);
    }
    return {};
}

/// As it can be shown and typed; short enough for a number behind it.
QString usableName(QString name)
{
    name.removeIf([](QChar c) { return !c.isPrint() && !c.isSurrogate() && !c.isSpace(); });
    name = name.simplified().left(50);
    return name.isEmpty() ? ProfileExchangeTexts::tr("Imported profile") : name;
}

/// Names that are free in the store and differ from each other.
QString nameAmong(const QList<Profile> &taken, const ProfileStore &store, const QString &name)
{
    const auto isTaken = [&](const QString &candidate) {
        return std::ranges::any_of(
            taken, [&](const Profile &profile) { return profile.name.compare(candidate, Qt::CaseInsensitive) == 0; });
    };
    QString free = store.freeName(name);
    for (int number = 2; isTaken(free); ++number) {
        free = store.freeName(QStringLiteral("%1 %2").arg(name).arg(number));
    }
    return free;
}

} // namespace

tl::expected<void, QString> exportProfiles(const QList<Profile> &profiles, const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = encodeProfiles({.profiles = profiles});
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return tl::unexpected(
            ProfileExchangeTexts::tr("The profiles could not be written to “%1”: %2").arg(path, file.errorString()));
    }
    return {};
}

tl::expected<ProfileDocument, QString> importProfiles(const QString &path, const ProfileStore &store)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return tl::unexpected(ProfileExchangeTexts::tr("“%1” could not be read: %2").arg(path, file.errorString()));
    }
    auto read = readProfiles(file);
    if (!read) {
        return tl::unexpected(refusalOf(read.error(), path));
    }
    ProfileDocument imported{.warnings = read->warnings};
    for (Profile profile : std::as_const(read->profiles)) {
        profile.id = newProfile().id;
        profile.name = nameAmong(imported.profiles, store, usableName(profile.name));
        imported.profiles << profile;
    }
    return imported;
}

} // namespace saltdesk::models
