// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/Profile.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

class QIODevice;

namespace saltdesk::models {

/// The profiles of one settings file or one export.
struct ProfileDocument
{
    QList<Profile> profiles = {};
    /// The id of the profile that was used last; empty: none, or the sandbox.
    QString last = {};
    /// What was left out or replaced by its default, a sentence each. The rest was read.
    QStringList warnings = {};
};

enum class DocumentProblem : unsigned char {
    NotProfiles, ///< no JSON, cut off, or something else
    Newer        ///< written by a newer version, which may mean what this one can't know
};

/// The version that this program writes.
inline constexpr int profileDocumentVersion = 1;

/// JSON, one object per profile; no secret has a place in it. Pure.
[[nodiscard]] QByteArray encodeProfiles(const ProfileDocument &document);
/// One bad profile never hides the others. Members that are missing or of the wrong type take their defaults.
[[nodiscard]] tl::expected<ProfileDocument, DocumentProblem> decodeProfiles(const QByteArray &bytes);
/// The same of an open file; one that is longer than any list of profiles is none.
[[nodiscard]] tl::expected<ProfileDocument, DocumentProblem> readProfiles(QIODevice &file);

} // namespace saltdesk::models
