// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <optional>

namespace saltdesk::models {

/// Whose data one is looking at; the word, colour and icon of the strip.
enum class EnvironmentKind : unsigned char { Sandbox, Test, Live };

struct Environment
{
    EnvironmentKind kind = EnvironmentKind::Sandbox;
    /// Beside the word: "built-in demo banks · nothing here is real", or the host.
    QString hint = {};
    /// False: App-id or secret is missing and no request is made; `missing` says which and where to set them.
    bool hasKeys = true;
    QString missing = {};
    /// Which profile this is; both empty for one that is not saved.
    QString profileId = {};
    QString profileName = {};
    /// The administrator's policy forbids writes: nothing unlocks them.
    bool readOnlyByPolicy = false;
    /// The language that banks are asked to speak; empty: as the API takes it.
    QString locale = {};
    /// Refresh waits until the bank may be asked again by its own recommendation; else the API decides alone.
    bool recommendedLimits = true;
};

/// "SANDBOX", "TEST", "LIVE", translated.
[[nodiscard]] QString environmentWord(EnvironmentKind kind);
/// "sandbox", "test", "live": as files and policies name it, never translated.
[[nodiscard]] QLatin1StringView environmentName(EnvironmentKind kind);
[[nodiscard]] std::optional<EnvironmentKind> environmentNamed(const QString &name);

} // namespace saltdesk::models
