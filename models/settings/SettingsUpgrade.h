// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::models {

/// What was found in the settings file of the windows, and what became of it.
struct SettingsCondition
{
    enum class Kind : unsigned char {
        Usable,  ///< new, of this version, or brought up to it
        Damaged, ///< kept aside; begun anew
        Newer,   ///< of a newer version: left alone, and nothing must be written
        ReadOnly ///< can't be written: what is changed now is forgotten at the end
    };
    Kind kind = Kind::Usable;
    /// A sentence for the agent; empty when there is nothing to say.
    QString text = {};
    /// Where the file as it was is kept; empty: nowhere, it was not touched.
    QString backup = {};
};

inline constexpr int settingsVersion = 2;

/// Brings the INI file at `path` to this version, with a copy of the old one beside it, before anybody opens it with
/// QSettings. Version 1, which had no number, knew one window for all profiles.
[[nodiscard]] SettingsCondition upgradeSettings(const QString &path);

} // namespace saltdesk::models
