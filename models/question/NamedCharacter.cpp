// SPDX-License-Identifier: Apache-2.0
#include "question/CharacterReference.h"

#include <algorithm>
#include <iterator>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct NamedCharacter
{
    QLatin1StringView name;
    char16_t character;
};

/// The names of HTML 4 and "apos", in the order of their bytes.
constexpr NamedCharacter namedCharacters[] = {
    {"AElig"_L1, 0xc6},     {"Aacute"_L1, 0xc1},   {"Acirc"_L1, 0xc2},    {"Agrave"_L1, 0xc0},   {"Alpha"_L1, 0x391},
    {"Aring"_L1, 0xc5},     {"Atilde"_L1, 0xc3},   {"Auml"_L1, 0xc4},     {"Beta"_L1, 0x392},    {"Ccedil"_L1, 0xc7},
    {"Chi"_L1, 0x3a7},      {"Dagger"_L1, 0x2021}, {"Delta"_L1, 0x394},   {"ETH"_L1, 0xd0},      {"Eacute"_L1, 0xc9},
    {"Ecirc"_L1, 0xca},     {"Egrave"_L1, 0xc8},   {"Epsilon"_L1, 0x395}, {"Eta"_L1, 0x397},     {"Euml"_L1, 0xcb},
    {"Gamma"_L1, 0x393},    {"Iacute"_L1, 0xcd},   {"Icirc"_L1, 0xce},    {"Igrave"_L1, 0xcc},   {"Iota"_L1, 0x399},
    {"Iuml"_L1, 0xcf},      {"Kappa"_L1, 0x39a},   {"Lambda"_L1, 0x39b},  {"Mu"_L1, 0x39c},      {"Ntilde"_L1, 0xd1},
    {"Nu"_L1, 0x39d},       {"OElig"_L1, 0x152},   {"Oacute"_L1, 0xd3},   {"Ocirc"_L1, 0xd4},    {"Ograve"_L1, 0xd2},
    {"Omega"_L1, 0x3a9},    {"Omicron"_L1, 0x39f}, {"Oslash"_L1, 0xd8},   {"Otilde"_L1, 0xd5},   {"Ouml"_L1, 0xd6},
    {"Phi"_L1, 0x3a6},      {"Pi"_L1, 0x3a0},      {"Prime"_L1, 0x2033},  {"Psi"_L1, 0x3a8},     {"Rho"_L1, 0x3a1},
    {"Scaron"_L1, 0x160},   {"Sigma"_L1, 0x3a3},   {"THORN"_L1, 0xde},    {"Tau"_L1, 0x3a4},     {"Theta"_L1, 0x398},
    {"Uacute"_L1, 0xda},    {"Ucirc"_L1, 0xdb},    {"Ugrave"_L1, 0xd9},   {"Upsilon"_L1, 0x3a5}, {"Uuml"_L1, 0xdc},
    {"Xi"_L1, 0x39e},       {"Yacute"_L1, 0xdd},   {"Yuml"_L1, 0x178},    {"Zeta"_L1, 0x396},    {"aacute"_L1, 0xe1},
    {"acirc"_L1, 0xe2},     {"acute"_L1, 0xb4},    {"aelig"_L1, 0xe6},    {"agrave"_L1, 0xe0},   {"alefsym"_L1, 0x2135},
    {"alpha"_L1, 0x3b1},    {"amp"_L1, 0x26},      {"and"_L1, 0x2227},    {"ang"_L1, 0x2220},    {"apos"_L1, 0x27},
    {"aring"_L1, 0xe5},     {"asymp"_L1, 0x2248},  {"atilde"_L1, 0xe3},   {"auml"_L1, 0xe4},     {"bdquo"_L1, 0x201e},
    {"beta"_L1, 0x3b2},     {"brvbar"_L1, 0xa6},   {"bull"_L1, 0x2022},   {"cap"_L1, 0x2229},    {"ccedil"_L1, 0xe7},
    {"cedil"_L1, 0xb8},     {"cent"_L1, 0xa2},     {"chi"_L1, 0x3c7},     {"circ"_L1, 0x2c6},    {"clubs"_L1, 0x2663},
    {"cong"_L1, 0x2245},    {"copy"_L1, 0xa9},     {"crarr"_L1, 0x21b5},  {"cup"_L1, 0x222a},    {"curren"_L1, 0xa4},
    {"dArr"_L1, 0x21d3},    {"dagger"_L1, 0x2020}, {"darr"_L1, 0x2193},   {"deg"_L1, 0xb0},      {"delta"_L1, 0x3b4},
    {"diams"_L1, 0x2666},   {"divide"_L1, 0xf7},   {"eacute"_L1, 0xe9},   {"ecirc"_L1, 0xea},    {"egrave"_L1, 0xe8},
    {"empty"_L1, 0x2205},   {"emsp"_L1, 0x2003},   {"ensp"_L1, 0x2002},   {"epsilon"_L1, 0x3b5}, {"equiv"_L1, 0x2261},
    {"eta"_L1, 0x3b7},      {"eth"_L1, 0xf0},      {"euml"_L1, 0xeb},     {"euro"_L1, 0x20ac},   {"exist"_L1, 0x2203},
    {"fnof"_L1, 0x192},     {"forall"_L1, 0x2200}, {"frac12"_L1, 0xbd},   {"frac14"_L1, 0xbc},   {"frac34"_L1, 0xbe},
    {"frasl"_L1, 0x2044},   {"gamma"_L1, 0x3b3},   {"ge"_L1, 0x2265},     {"gt"_L1, 0x3e},       {"hArr"_L1, 0x21d4},
    {"harr"_L1, 0x2194},    {"hearts"_L1, 0x2665}, {"hellip"_L1, 0x2026}, {"iacute"_L1, 0xed},   {"icirc"_L1, 0xee},
    {"iexcl"_L1, 0xa1},     {"igrave"_L1, 0xec},   {"image"_L1, 0x2111},  {"infin"_L1, 0x221e},  {"int"_L1, 0x222b},
    {"iota"_L1, 0x3b9},     {"iquest"_L1, 0xbf},   {"isin"_L1, 0x2208},   {"iuml"_L1, 0xef},     {"kappa"_L1, 0x3ba},
    {"lArr"_L1, 0x21d0},    {"lambda"_L1, 0x3bb},  {"lang"_L1, 0x2329},   {"laquo"_L1, 0xab},    {"larr"_L1, 0x2190},
    {"lceil"_L1, 0x2308},   {"ldquo"_L1, 0x201c},  {"le"_L1, 0x2264},     {"lfloor"_L1, 0x230a}, {"lowast"_L1, 0x2217},
    {"loz"_L1, 0x25ca},     {"lrm"_L1, 0x200e},    {"lsaquo"_L1, 0x2039}, {"lsquo"_L1, 0x2018},  {"lt"_L1, 0x3c},
    {"macr"_L1, 0xaf},      {"mdash"_L1, 0x2014},  {"micro"_L1, 0xb5},    {"middot"_L1, 0xb7},   {"minus"_L1, 0x2212},
    {"mu"_L1, 0x3bc},       {"nabla"_L1, 0x2207},  {"nbsp"_L1, 0xa0},     {"ndash"_L1, 0x2013},  {"ne"_L1, 0x2260},
    {"ni"_L1, 0x220b},      {"not"_L1, 0xac},      {"notin"_L1, 0x2209},  {"nsub"_L1, 0x2284},   {"ntilde"_L1, 0xf1},
    {"nu"_L1, 0x3bd},       {"oacute"_L1, 0xf3},   {"ocirc"_L1, 0xf4},    {"oelig"_L1, 0x153},   {"ograve"_L1, 0xf2},
    {"oline"_L1, 0x203e},   {"omega"_L1, 0x3c9},   {"omicron"_L1, 0x3bf}, {"oplus"_L1, 0x2295},  {"or"_L1, 0x2228},
    {"ordf"_L1, 0xaa},      {"ordm"_L1, 0xba},     {"oslash"_L1, 0xf8},   {"otilde"_L1, 0xf5},   {"otimes"_L1, 0x2297},
    {"ouml"_L1, 0xf6},      {"para"_L1, 0xb6},     {"part"_L1, 0x2202},   {"permil"_L1, 0x2030}, {"perp"_L1, 0x22a5},
    {"phi"_L1, 0x3c6},      {"pi"_L1, 0x3c0},      {"piv"_L1, 0x3d6},     {"plusmn"_L1, 0xb1},   {"pound"_L1, 0xa3},
    {"prime"_L1, 0x2032},   {"prod"_L1, 0x220f},   {"prop"_L1, 0x221d},   {"psi"_L1, 0x3c8},     {"quot"_L1, 0x22},
    {"rArr"_L1, 0x21d2},    {"radic"_L1, 0x221a},  {"rang"_L1, 0x232a},   {"raquo"_L1, 0xbb},    {"rarr"_L1, 0x2192},
    {"rceil"_L1, 0x2309},   {"rdquo"_L1, 0x201d},  {"real"_L1, 0x211c},   {"reg"_L1, 0xae},      {"rfloor"_L1, 0x230b},
    {"rho"_L1, 0x3c1},      {"rlm"_L1, 0x200f},    {"rsaquo"_L1, 0x203a}, {"rsquo"_L1, 0x2019},  {"sbquo"_L1, 0x201a},
    {"scaron"_L1, 0x161},   {"sdot"_L1, 0x22c5},   {"sect"_L1, 0xa7},     {"shy"_L1, 0xad},      {"sigma"_L1, 0x3c3},
    {"sigmaf"_L1, 0x3c2},   {"sim"_L1, 0x223c},    {"spades"_L1, 0x2660}, {"sub"_L1, 0x2282},    {"sube"_L1, 0x2286},
    {"sum"_L1, 0x2211},     {"sup"_L1, 0x2283},    {"sup1"_L1, 0xb9},     {"sup2"_L1, 0xb2},     {"sup3"_L1, 0xb3},
    {"supe"_L1, 0x2287},    {"szlig"_L1, 0xdf},    {"tau"_L1, 0x3c4},     {"there4"_L1, 0x2234}, {"theta"_L1, 0x3b8},
    {"thetasym"_L1, 0x3d1}, {"thinsp"_L1, 0x2009}, {"thorn"_L1, 0xfe},    {"tilde"_L1, 0x2dc},   {"times"_L1, 0xd7},
    {"trade"_L1, 0x2122},   {"uArr"_L1, 0x21d1},   {"uacute"_L1, 0xfa},   {"uarr"_L1, 0x2191},   {"ucirc"_L1, 0xfb},
    {"ugrave"_L1, 0xf9},    {"uml"_L1, 0xa8},      {"upsih"_L1, 0x3d2},   {"upsilon"_L1, 0x3c5}, {"uuml"_L1, 0xfc},
    {"weierp"_L1, 0x2118},  {"xi"_L1, 0x3be},      {"yacute"_L1, 0xfd},   {"yen"_L1, 0xa5},      {"yuml"_L1, 0xff},
    {"zeta"_L1, 0x3b6},     {"zwj"_L1, 0x200d},    {"zwnj"_L1, 0x200c}};

} // namespace

char32_t namedCharacter(QStringView name)
{
    const auto *found = std::lower_bound(
        std::begin(namedCharacters), std::end(namedCharacters), name,
        [](const NamedCharacter &entry, QStringView wanted) { return entry.name.compare(wanted) < 0; });
    return found != std::end(namedCharacters) && name == found->name ? found->character : 0;
}

} // namespace saltdesk::models
