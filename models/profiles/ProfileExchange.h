// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/ProfileCodec.h"

#include <QString>

#include <tl/expected.hpp>

namespace saltdesk::models {

class ProfileStore;

/// Profiles on their way to a colleague, in a file without secrets. Errors are sentences.

[[nodiscard]] tl::expected<void, QString> exportProfiles(const QList<Profile> &profiles, const QString &path);
/// What the file holds, with fresh ids and with names that are free in the store; the store is not changed.
[[nodiscard]] tl::expected<ProfileDocument, QString> importProfiles(const QString &path, const ProfileStore &store);

} // namespace saltdesk::models
