// SPDX-License-Identifier: Apache-2.0
#include "credentials/CleanedCode.h"

#include <algorithm>

namespace saltdesk::models {
namespace {

/// Zero-width and direction marks come along with text copied from pages and messages.
bool isInvisible(QChar character)
{
    return character.category() == QChar::Other_Format || character.category() == QChar::Other_Control;
}

bool isSeparator(QChar character)
{
    return character.isSpace() || character.category() == QChar::Punctuation_Dash;
}

} // namespace

QString cleanedCode(const QString &pasted)
{
    QString visible;
    std::ranges::copy_if(pasted, std::back_inserter(visible),
                         [](QChar character) { return character.isSpace() || !isInvisible(character); });
    visible = visible.trimmed();
    const bool digitsOnly =
        std::ranges::all_of(visible, [](QChar character) { return character.isDigit() || isSeparator(character); });
    // With two dashes it is a date or a sort code.
    const auto dashes =
        std::ranges::count_if(visible, [](QChar character) { return character.category() == QChar::Punctuation_Dash; });
    if (digitsOnly && dashes < 2) {
        visible.removeIf(isSeparator);
    }
    return visible;
}

} // namespace saltdesk::models
