// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace saltdesk::api {

/// What stands in a text where a secret stood.
inline constexpr auto redactionMark = "•••";

/// A value shorter than this is not looked for: three digits stand in every text, and hiding them all would make it
/// unreadable without hiding which ones were meant. Such a value is hidden by its place alone (SecretShapes).
inline constexpr qsizetype shortestSought = 4;
/// A shorter value than this is hidden only where no letter or digit touches it, so that the code 1234 leaves the id
/// 991234567 alone.
inline constexpr qsizetype shortestInside = 8;

/// Replaces the value in the text wherever it stands: as it is, percent-encoded, escaped as in JSON, and as Base64 at
/// any of the three places where it can begin there; of a value of several lines each long line too. Pure; linear in
/// the text.
void hideValue(QByteArray &text, QByteArrayView value);

} // namespace saltdesk::api
