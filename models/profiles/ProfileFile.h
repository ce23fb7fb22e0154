// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/ProfileCodec.h"

#include <QString>

#include <functional>
#include <optional>

namespace saltdesk::models {

/// The settings file of the profiles: read whole, written whole and atomically, for its owner's eyes only (0600).
///
/// What can't be read is never overwritten: a file of which anything could not be read is copied aside before the first
/// write, one of a newer version or one that can't be opened is left alone and nothing is written at all. Pure but for
/// the file; any thread, one at a time.
class ProfileFile
{
public:
    explicit ProfileFile(QString path);

    /// In the application's configuration folder.
    [[nodiscard]] static QString defaultPath();

    /// What could be read, with a sentence in `warnings` for whatever could not. A file that is not there is an empty
    /// list without a warning.
    [[nodiscard]] ProfileDocument read();
    /// Reads the file anew, changes what it holds and writes it, with no other process in between; gives what was
    /// written. The error is a sentence; the file is then as it was.
    [[nodiscard]] tl::expected<ProfileDocument, QString> change(const std::function<void(ProfileDocument &)> &edit);

    [[nodiscard]] const QString &path() const { return m_path; }

private:
    [[nodiscard]] tl::expected<void, QString> write(const ProfileDocument &document);
    [[nodiscard]] tl::expected<void, QString> setAside();

    QString m_path;
    /// Why nothing may be written; unset: it may.
    std::optional<QString> m_sealed;
    /// Not all of what is there could be read, and it may be the only copy of something.
    bool m_isPartial = false;
};

} // namespace saltdesk::models
