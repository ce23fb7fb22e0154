// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

namespace saltdesk::models {

/// The character at `at`, which then points behind it; half a character is one that may not be shown.
[[nodiscard]] char32_t takeCharacter(QStringView text, qsizetype &at);

/// Whether a character may be shown. Not: controls, what turns the direction of the text around it (U+202A-202E,
/// U+2066-2069), invisible tags, what Qt's documents use for their own structure, halves of characters. Blanks may.
[[nodiscard]] bool mayBeShown(char32_t character);

/// Every kind of blank that a browser collapses, and the line and paragraph separators.
[[nodiscard]] bool isBlank(char32_t character);

/// Without the characters that may not be shown, and without tabs and line ends.
[[nodiscard]] QString withoutInvisible(QStringView text);

/// One line of at most `most` UTF-16 units: for names and alternatives of pictures.
[[nodiscard]] QString oneLine(QStringView text, qsizetype most);

} // namespace saltdesk::models
