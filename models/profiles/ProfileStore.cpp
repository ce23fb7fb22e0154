// SPDX-License-Identifier: Apache-2.0
#include "profiles/ProfileStore.h"

#include <algorithm>

namespace saltdesk::models {

ProfileStore::ProfileStore(ProfileFile file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_document(m_file.read())
{}

std::optional<Profile> ProfileStore::find(const QString &id) const
{
    const auto found = std::ranges::find(m_document.profiles, id, &Profile::id);
    return id.isEmpty() || found == m_document.profiles.end() ? std::nullopt : std::optional(*found);
}

std::optional<Profile> ProfileStore::named(const QString &name) const
{
    const auto &all = m_document.profiles;
    if (const auto exact = std::ranges::find(all, name, &Profile::name); exact != all.end()) {
        return *exact;
    }
    const auto alike = [&](const Profile &profile) { return profile.name.compare(name, Qt::CaseInsensitive) == 0; };
    if (std::ranges::count_if(all, alike) != 1) {
        return std::nullopt;
    }
    return *std::ranges::find_if(all, alike);
}

tl::expected<void, QString> ProfileStore::save(const Profile &profile)
{
    ProfileDocument next = m_document;
    const auto found = std::ranges::find(next.profiles, profile.id, &Profile::id);
    if (found == next.profiles.end()) {
        next.profiles << profile;
    } else {
        *found = profile;
    }
    return replace(next);
}

tl::expected<void, QString> ProfileStore::remove(const QString &id)
{
    ProfileDocument next = m_document;
    next.profiles.removeIf([&](const Profile &profile) { return profile.id == id; });
    if (next.last == id) {
        next.last.clear();
    }
    return replace(next);
}

void ProfileStore::setLast(const QString &id)
{
    if (m_document.last != id) {
        ProfileDocument next = m_document;
        next.last = id;
        // Without it the next start asks once more, that is all.
        static_cast<void>(replace(next));
    }
}

tl::expected<void, QString> ProfileStore::replace(const ProfileDocument &document)
{
    if (const auto written = m_file.write(document); !written) {
        return written;
    }
    m_document = document;
    emit changed();
    return {};
}

bool ProfileStore::isNameFree(const QString &name, const QString &except) const
{
    return std::ranges::none_of(m_document.profiles, [&](const Profile &profile) {
        return profile.id != except && profile.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QString ProfileStore::freeName(const QString &name, const QString &except) const
{
    QString free = name;
    for (int number = 2; !isNameFree(free, except); ++number) {
        free = QStringLiteral("%1 %2").arg(name).arg(number);
    }
    return free;
}

} // namespace saltdesk::models
