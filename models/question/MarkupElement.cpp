// SPDX-License-Identifier: Apache-2.0
#include "question/MarkupElement.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct NamedElement
{
    QLatin1StringView name;
    MarkupRule rule;
};

/// In the order of the names.
constexpr NamedElement namedElements[] = {{"a"_L1, {MarkupElement::Link}},
                                          {"address"_L1, {MarkupElement::Block}},
                                          {"applet"_L1, {MarkupElement::Dropped, true}},
                                          {"area"_L1, {MarkupElement::Nothing}},
                                          {"article"_L1, {MarkupElement::Block}},
                                          {"aside"_L1, {MarkupElement::Block}},
                                          {"audio"_L1, {MarkupElement::Dropped, true}},
                                          {"b"_L1, {MarkupElement::Bold}},
                                          {"base"_L1, {MarkupElement::Nothing}},
                                          {"basefont"_L1, {MarkupElement::Nothing}},
                                          {"bgsound"_L1, {MarkupElement::Nothing}},
                                          {"blockquote"_L1, {MarkupElement::Quote}},
                                          {"body"_L1, {MarkupElement::Block}},
                                          {"br"_L1, {MarkupElement::LineBreak}},
                                          {"button"_L1, {MarkupElement::Dropped, true}},
                                          {"canvas"_L1, {MarkupElement::Dropped, true}},
                                          {"caption"_L1, {MarkupElement::Block}},
                                          {"center"_L1, {MarkupElement::Block}},
                                          {"cite"_L1, {MarkupElement::Italic}},
                                          {"code"_L1, {MarkupElement::Code}},
                                          {"col"_L1, {MarkupElement::Nothing}},
                                          {"datalist"_L1, {MarkupElement::Dropped, true}},
                                          {"dd"_L1, {MarkupElement::Block}},
                                          {"details"_L1, {MarkupElement::Block}},
                                          {"dfn"_L1, {MarkupElement::Italic}},
                                          {"dialog"_L1, {MarkupElement::Block}},
                                          {"dir"_L1, {MarkupElement::BulletList}},
                                          {"div"_L1, {MarkupElement::Block}},
                                          {"dl"_L1, {MarkupElement::Block}},
                                          {"dt"_L1, {MarkupElement::Block}},
                                          {"em"_L1, {MarkupElement::Italic}},
                                          {"embed"_L1, {MarkupElement::Control, true}},
                                          {"fieldset"_L1, {MarkupElement::Block}},
                                          {"figcaption"_L1, {MarkupElement::Block}},
                                          {"figure"_L1, {MarkupElement::Block}},
                                          {"footer"_L1, {MarkupElement::Block}},
                                          {"form"_L1, {MarkupElement::Block}},
                                          {"frame"_L1, {MarkupElement::Control, true}},
                                          {"frameset"_L1, {MarkupElement::Dropped, true}},
                                          {"h1"_L1, {MarkupElement::Heading}},
                                          {"h2"_L1, {MarkupElement::Heading}},
                                          {"h3"_L1, {MarkupElement::Heading}},
                                          {"h4"_L1, {MarkupElement::Heading}},
                                          {"h5"_L1, {MarkupElement::Heading}},
                                          {"h6"_L1, {MarkupElement::Heading}},
                                          {"head"_L1, {MarkupElement::Head}},
                                          {"header"_L1, {MarkupElement::Block}},
                                          {"hgroup"_L1, {MarkupElement::Block}},
                                          {"hr"_L1, {MarkupElement::Rule}},
                                          {"html"_L1, {MarkupElement::Block}},
                                          {"i"_L1, {MarkupElement::Italic}},
                                          {"iframe"_L1, {MarkupElement::DroppedText, true}},
                                          {"image"_L1, {MarkupElement::Picture}},
                                          {"img"_L1, {MarkupElement::Picture}},
                                          {"input"_L1, {MarkupElement::Control, true}},
                                          {"ins"_L1, {MarkupElement::Underline}},
                                          {"kbd"_L1, {MarkupElement::Code}},
                                          {"keygen"_L1, {MarkupElement::Control, true}},
                                          {"legend"_L1, {MarkupElement::Block}},
                                          {"li"_L1, {MarkupElement::Item}},
                                          {"link"_L1, {MarkupElement::Nothing}},
                                          {"listing"_L1, {MarkupElement::Preformatted}},
                                          {"main"_L1, {MarkupElement::Block}},
                                          {"marquee"_L1, {MarkupElement::Block}},
                                          {"math"_L1, {MarkupElement::Dropped, true}},
                                          {"menu"_L1, {MarkupElement::BulletList}},
                                          {"meta"_L1, {MarkupElement::Nothing}},
                                          {"nav"_L1, {MarkupElement::Block}},
                                          {"noembed"_L1, {MarkupElement::DroppedText}},
                                          {"noframes"_L1, {MarkupElement::DroppedText}},
                                          {"noscript"_L1, {MarkupElement::DroppedText}},
                                          {"object"_L1, {MarkupElement::Dropped, true}},
                                          {"ol"_L1, {MarkupElement::NumberedList}},
                                          {"p"_L1, {MarkupElement::Paragraph}},
                                          {"param"_L1, {MarkupElement::Nothing}},
                                          {"pre"_L1, {MarkupElement::Preformatted}},
                                          {"samp"_L1, {MarkupElement::Code}},
                                          {"script"_L1, {MarkupElement::DroppedText, true}},
                                          {"search"_L1, {MarkupElement::Block}},
                                          {"section"_L1, {MarkupElement::Block}},
                                          {"select"_L1, {MarkupElement::Dropped, true}},
                                          {"source"_L1, {MarkupElement::Nothing}},
                                          {"strong"_L1, {MarkupElement::Bold}},
                                          {"style"_L1, {MarkupElement::DroppedText}},
                                          {"summary"_L1, {MarkupElement::Block}},
                                          {"svg"_L1, {MarkupElement::Dropped, true}},
                                          {"table"_L1, {MarkupElement::Table}},
                                          {"td"_L1, {MarkupElement::Cell}},
                                          {"template"_L1, {MarkupElement::Dropped}},
                                          {"textarea"_L1, {MarkupElement::DroppedText, true}},
                                          {"th"_L1, {MarkupElement::Cell}},
                                          {"title"_L1, {MarkupElement::DroppedText}},
                                          {"tr"_L1, {MarkupElement::Row}},
                                          {"track"_L1, {MarkupElement::Nothing}},
                                          {"tt"_L1, {MarkupElement::Code}},
                                          {"u"_L1, {MarkupElement::Underline}},
                                          {"ul"_L1, {MarkupElement::BulletList}},
                                          {"var"_L1, {MarkupElement::Italic}},
                                          {"video"_L1, {MarkupElement::Dropped, true}},
                                          {"xmp"_L1, {MarkupElement::DroppedText, true}}};

constexpr qsizetype longestElementName = 10;

} // namespace

MarkupRule markupRule(QStringView name)
{
    std::array<QChar, longestElementName> lower{};
    if (name.size() > longestElementName) {
        return {};
    }
    std::transform(name.begin(), name.end(), lower.begin(), [](QChar letter) { return letter.toLower(); });
    const QStringView wanted(lower.data(), name.size());
    const auto *found =
        std::lower_bound(std::begin(namedElements), std::end(namedElements), wanted,
                         [](const NamedElement &entry, QStringView text) { return entry.name.compare(text) < 0; });
    return found != std::end(namedElements) && found->name == wanted ? found->rule : MarkupRule();
}

bool isEmptyElement(MarkupElement element)
{
    switch (element) {
    case MarkupElement::Rule:
    case MarkupElement::LineBreak:
    case MarkupElement::Picture:
    case MarkupElement::Nothing:
    case MarkupElement::Control:
        return true;
    case MarkupElement::Inline:
    case MarkupElement::Block:
    case MarkupElement::Paragraph:
    case MarkupElement::Bold:
    case MarkupElement::Italic:
    case MarkupElement::Underline:
    case MarkupElement::Code:
    case MarkupElement::Preformatted:
    case MarkupElement::Heading:
    case MarkupElement::Link:
    case MarkupElement::BulletList:
    case MarkupElement::NumberedList:
    case MarkupElement::Item:
    case MarkupElement::Quote:
    case MarkupElement::Table:
    case MarkupElement::Row:
    case MarkupElement::Cell:
    case MarkupElement::Head:
    case MarkupElement::Dropped:
    case MarkupElement::DroppedText:
        break;
    }
    return false;
}

bool endsParagraph(MarkupElement element)
{
    switch (element) {
    case MarkupElement::Block:
    case MarkupElement::Rule:
    case MarkupElement::Paragraph:
    case MarkupElement::Preformatted:
    case MarkupElement::Heading:
    case MarkupElement::BulletList:
    case MarkupElement::NumberedList:
    case MarkupElement::Item:
    case MarkupElement::Quote:
    case MarkupElement::Table:
    case MarkupElement::Row:
    case MarkupElement::Cell:
        return true;
    case MarkupElement::Inline:
    case MarkupElement::LineBreak:
    case MarkupElement::Bold:
    case MarkupElement::Italic:
    case MarkupElement::Underline:
    case MarkupElement::Code:
    case MarkupElement::Link:
    case MarkupElement::Picture:
    case MarkupElement::Nothing:
    case MarkupElement::Control:
    case MarkupElement::Head:
    case MarkupElement::Dropped:
    case MarkupElement::DroppedText:
        break;
    }
    return false;
}

} // namespace saltdesk::models
