// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "question/MarkupScanner.h"
#include "question/QuestionMarkup.h"

#include <optional>

namespace saltdesk::models {

/// The picture that an <img> shows; none if it isn't of a kind that may be shown.
[[nodiscard]] std::optional<QuestionPicture> pictureOf(const MarkupTag &tag);

/// What the bank says in its place; one line.
[[nodiscard]] QString alternativeOf(const MarkupTag &tag);

} // namespace saltdesk::models
