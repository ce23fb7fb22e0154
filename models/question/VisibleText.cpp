// SPDX-License-Identifier: Apache-2.0
#include "question/VisibleText.h"

namespace saltdesk::models {

namespace {

constexpr bool isWithin(char32_t character, char32_t first, char32_t last)
{
    return character >= first && character <= last;
}

} // namespace

char32_t takeCharacter(QStringView text, qsizetype &at)
{
    constexpr char32_t none = 0xfffe;
    const QChar first = text[at++];
    if (!first.isSurrogate()) {
        return first.unicode();
    }
    const bool isWhole = first.isHighSurrogate() && at < text.size() && text[at].isLowSurrogate();
    return isWhole ? QChar::surrogateToUcs4(first, text[at++]) : none;
}

bool mayBeShown(char32_t character)
{
    if (character < 0x7f) {
        return character >= 0x20;
    }
    return !(isWithin(character, 0x7f, 0x9f) || isWithin(character, 0x2028, 0x202e) ||
             isWithin(character, 0x2066, 0x2069) || isWithin(character, 0xd800, 0xdfff) ||
             isWithin(character, 0xfdd0, 0xfdef) || character == 0xfeff || isWithin(character, 0xfff9, 0xfffc) ||
             isWithin(character, 0xe0000, 0xe0fff) || (character & 0xfffe) == 0xfffe);
}

bool isBlank(char32_t character)
{
    return character == u' ' || isWithin(character, u'\t', u'\r') || character == 0x2028 || character == 0x2029;
}

QString withoutInvisible(QStringView text)
{
    QString visible;
    visible.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const char32_t next = takeCharacter(text, at);
        if (mayBeShown(next)) {
            visible += QChar::fromUcs4(next);
        }
    }
    return visible;
}

QString oneLine(QStringView text, qsizetype most)
{
    QString line = withoutInvisible(text.left(4 * most).toString().simplified());
    if (line.size() > most) {
        line.truncate(most - (line.at(most - 1).isHighSurrogate() ? 1 : 0));
    }
    return line;
}

} // namespace saltdesk::models
