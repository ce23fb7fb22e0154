// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/ProfileFile.h"

#include <QObject>

#include <functional>
#include <optional>

namespace saltdesk::models {

/// The saved profiles, in the agent's order, and which one was used last.
///
/// Owned by the application, GUI thread. Every change is written at once, into what the file holds by then: another
/// Saltdesk may have written it. One that can't be written does not happen, and its error is a sentence. Emits changed
/// after each change.
class ProfileStore : public QObject
{
    Q_OBJECT

public:
    /// Reads the file.
    explicit ProfileStore(ProfileFile file, QObject *parent = nullptr);

    [[nodiscard]] const QList<Profile> &profiles() const { return m_document.profiles; }
    [[nodiscard]] std::optional<Profile> find(const QString &id) const;
    /// By its name, as typed on a command line: exactly, or else whatever the case when that is one only.
    [[nodiscard]] std::optional<Profile> named(const QString &name) const;
    /// What could not be read, a sentence each.
    [[nodiscard]] const QStringList &warnings() const { return m_document.warnings; }

    /// Adds the profile, or replaces the one of the same id.
    [[nodiscard]] tl::expected<void, QString> save(const Profile &profile);
    [[nodiscard]] tl::expected<void, QString> remove(const QString &id);
    /// The profile that was used last, if it is still there.
    [[nodiscard]] std::optional<Profile> last() const { return find(m_document.last); }
    /// Empty: the sandbox. Not being able to remember it is no error.
    void setLast(const QString &id);

    /// The name, or the name with the first number that makes it the only one. `except`: the id of its owner.
    [[nodiscard]] QString freeName(const QString &name, const QString &except = {}) const;
    [[nodiscard]] bool isNameFree(const QString &name, const QString &except = {}) const;

signals:
    void changed();

private:
    [[nodiscard]] tl::expected<void, QString> change(const std::function<void(ProfileDocument &)> &edit);

    ProfileFile m_file;
    ProfileDocument m_document;
};

} // namespace saltdesk::models
