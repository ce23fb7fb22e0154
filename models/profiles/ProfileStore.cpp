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
    return change([&](ProfileDocument &document) {
        const auto found = std::ranges::find(document.profiles, profile.id, &Profile::id);
        if (found == document.profiles.end()) {
            document.profiles << profile;
        } else {
            *found = profile;
        }
    });
}

tl::expected<void, QString> ProfileStore::remove(const QString &id)
{
    return change([&](ProfileDocument &document) {
        document.profiles.removeIf([&](const Profile &profile) { return profile.id == id; });
        if (document.last == id) {
            document.last.clear();
        }
    });
}

void ProfileStore::setLast(const QString &id)
{
    if (m_document.last != id) {
        // Without it the next start asks once more, that is all.
        static_cast<void>(change([&](ProfileDocument &document) { document.last = id; }));
    }
}

tl::expected<void, QString> ProfileStore::change(const std::function<void(ProfileDocument &)> &edit)
{
    const auto written = m_file.change(edit);
    if (!written) {
        return tl::unexpected(written.error());
    }
    m_document = *written;
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
