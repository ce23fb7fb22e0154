// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

namespace saltdesk::models {

/// Where a text stands: in an address "&copy=2" is a parameter, between tags "&copy 2" is a sign.
enum class MarkupPlace { Text, Attribute };

/// The text with its character references (`&amp;`, `&#228;`, `&#xe4;`) replaced, once. The names are those of HTML 4;
/// what is not a reference stays as it is.
[[nodiscard]] QString withoutReferences(QStringView text, MarkupPlace place);

/// The character of a name such as "eacute"; 0 if there is none.
[[nodiscard]] char32_t namedCharacter(QStringView name);

} // namespace saltdesk::models
