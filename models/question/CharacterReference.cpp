// SPDX-License-Identifier: Apache-2.0
#include "question/CharacterReference.h"

#include <array>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char32_t replacement = 0xfffd;
constexpr char32_t lastCharacter = 0x10ffff;
constexpr qsizetype longestReference = 8;

struct Reference
{
    char32_t character = 0;
    /// With the ampersand and the semicolon.
    qsizetype size = 0;
};

/// Numbers in this range mean what Windows put there, in every browser.
char32_t asBrowsersRead(char32_t number)
{
    static constexpr std::array<char16_t, 32> windows{0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021,
                                                      0x2c6,  0x2030, 0x160,  0x2039, 0x152,  0x8d,   0x17d,  0x8f,
                                                      0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                      0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178};
    if (number >= 0x80 && number < 0xa0) {
        return windows.at(number - 0x80);
    }
    return number == 0 || number > lastCharacter || QChar::isSurrogate(number) ? replacement : number;
}

/// -1: not a digit.
int digitOf(QChar character, int base)
{
    const char16_t unit = character.unicode();
    const int decimal = unit >= u'0' && unit <= u'9' ? unit - u'0' : -1;
    const char16_t lower = unit | 0x20;
    return base == 16 && lower >= u'a' && lower <= u'f' ? lower - u'a' + 10 : decimal;
}

Reference numbered(QStringView text)
{
    const bool isHex = text.size() > 2 && (text[2] == u'x' || text[2] == u'X');
    const int base = isHex ? 16 : 10;
    const qsizetype start = isHex ? 3 : 2;
    qsizetype at = start;
    char32_t number = 0;
    for (; at < text.size() && digitOf(text[at], base) >= 0; ++at) {
        number = number > lastCharacter ? number : number * char32_t(base) + char32_t(digitOf(text[at], base));
    }
    if (at == start) {
        return {};
    }
    const bool isEnded = at < text.size() && text[at] == u';';
    return {asBrowsersRead(number), at + (isEnded ? 1 : 0)};
}

/// The five that old pages write without the semicolon.
Reference unended(QStringView text)
{
    for (const QLatin1StringView name : {"amp"_L1, "lt"_L1, "gt"_L1, "quot"_L1, "nbsp"_L1}) {
        if (text.mid(1).startsWith(name)) {
            return {namedCharacter(text.mid(1, name.size())), name.size() + 1};
        }
    }
    return {};
}

Reference named(QStringView text, MarkupPlace place)
{
    const qsizetype end = text.left(longestReference + 2).indexOf(u';');
    const char32_t character = end > 1 ? namedCharacter(text.mid(1, end - 1)) : 0;
    if (character != 0) {
        return {character, end + 1};
    }
    return place == MarkupPlace::Text ? unended(text) : Reference();
}

Reference referenceAt(QStringView text, MarkupPlace place)
{
    return text.size() > 1 && text[1] == u'#' ? numbered(text) : named(text, place);
}

} // namespace

QString withoutReferences(QStringView text, MarkupPlace place)
{
    QString result;
    qsizetype from = 0;
    for (qsizetype at = text.indexOf(u'&'); at >= 0; at = text.indexOf(u'&', at)) {
        const Reference reference = referenceAt(text.mid(at), place);
        if (reference.size == 0) {
            ++at;
            continue;
        }
        result += text.mid(from, at - from);
        result += QChar::fromUcs4(reference.character);
        at += reference.size;
        from = at;
    }
    result += text.mid(from);
    return result;
}

} // namespace saltdesk::models
