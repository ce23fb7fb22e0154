// SPDX-License-Identifier: Apache-2.0
#include "question/MarkupElement.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace saltdesk::models {

namespace {

struct NamedElement
{
    std::string_view name;
    MarkupRule rule;
};

/// In the order of the names.
constexpr NamedElement namedElements[] = {{"a", {MarkupElement::Link}},
                                          {"address", {MarkupElement::Block}},
                                          {"applet", {MarkupElement::Dropped, true}},
                                          {"area", {MarkupElement::Nothing}},
                                          {"article", {MarkupElement::Block}},
                                          {"aside", {MarkupElement::Block}},
                                          {"audio", {MarkupElement::Dropped, true}},
                                          {"b", {MarkupElement::Bold}},
                                          {"base", {MarkupElement::Nothing}},
                                          {"basefont", {MarkupElement::Nothing}},
                                          {"bgsound", {MarkupElement::Nothing}},
                                          {"blockquote", {MarkupElement::Quote}},
                                          {"body", {MarkupElement::Block}},
                                          {"br", {MarkupElement::LineBreak}},
                                          {"button", {MarkupElement::Dropped, true}},
                                          {"canvas", {MarkupElement::Dropped, true}},
                                          {"caption", {MarkupElement::Block}},
                                          {"center", {MarkupElement::Block}},
                                          {"cite", {MarkupElement::Italic}},
                                          {"code", {MarkupElement::Code}},
                                          {"col", {MarkupElement::Nothing}},
                                          {"datalist", {MarkupElement::Dropped, true}},
                                          {"dd", {MarkupElement::Block}},
                                          {"details", {MarkupElement::Block}},
                                          {"dfn", {MarkupElement::Italic}},
                                          {"dialog", {MarkupElement::Block}},
                                          {"dir", {MarkupElement::BulletList}},
                                          {"div", {MarkupElement::Block}},
                                          {"dl", {MarkupElement::Block}},
                                          {"dt", {MarkupElement::Block}},
                                          {"em", {MarkupElement::Italic}},
                                          {"embed", {MarkupElement::Control, true}},
                                          {"fieldset", {MarkupElement::Block}},
                                          {"figcaption", {MarkupElement::Block}},
                                          {"figure", {MarkupElement::Block}},
                                          {"footer", {MarkupElement::Block}},
                                          {"form", {MarkupElement::Block}},
                                          {"frame", {MarkupElement::Control, true}},
                                          {"frameset", {MarkupElement::Dropped, true}},
                                          {"h1", {MarkupElement::Heading}},
                                          {"h2", {MarkupElement::Heading}},
                                          {"h3", {MarkupElement::Heading}},
                                          {"h4", {MarkupElement::Heading}},
                                          {"h5", {MarkupElement::Heading}},
                                          {"h6", {MarkupElement::Heading}},
                                          {"head", {MarkupElement::Head}},
                                          {"header", {MarkupElement::Block}},
                                          {"hgroup", {MarkupElement::Block}},
                                          {"hr", {MarkupElement::Rule}},
                                          {"html", {MarkupElement::Block}},
                                          {"i", {MarkupElement::Italic}},
                                          {"iframe", {MarkupElement::DroppedText, true}},
                                          {"image", {MarkupElement::Picture}},
                                          {"img", {MarkupElement::Picture}},
                                          {"input", {MarkupElement::Control, true}},
                                          {"ins", {MarkupElement::Underline}},
                                          {"kbd", {MarkupElement::Code}},
                                          {"keygen", {MarkupElement::Control, true}},
                                          {"legend", {MarkupElement::Block}},
                                          {"li", {MarkupElement::Item}},
                                          {"link", {MarkupElement::Nothing}},
                                          {"listing", {MarkupElement::Preformatted}},
                                          {"main", {MarkupElement::Block}},
                                          {"marquee", {MarkupElement::Block}},
                                          {"math", {MarkupElement::Dropped, true}},
                                          {"menu", {MarkupElement::BulletList}},
                                          {"meta", {MarkupElement::Nothing}},
                                          {"nav", {MarkupElement::Block}},
                                          {"noembed", {MarkupElement::DroppedText}},
                                          {"noframes", {MarkupElement::DroppedText}},
                                          {"noscript", {MarkupElement::DroppedText}},
                                          {"object", {MarkupElement::Dropped, true}},
                                          {"ol", {MarkupElement::NumberedList}},
                                          {"p", {MarkupElement::Paragraph}},
                                          {"param", {MarkupElement::Nothing}},
                                          {"pre", {MarkupElement::Preformatted}},
                                          {"samp", {MarkupElement::Code}},
                                          {"script", {MarkupElement::DroppedText, true}},
                                          {"search", {MarkupElement::Block}},
                                          {"section", {MarkupElement::Block}},
                                          {"select", {MarkupElement::Dropped, true}},
                                          {"source", {MarkupElement::Nothing}},
                                          {"strong", {MarkupElement::Bold}},
                                          {"style", {MarkupElement::DroppedText}},
                                          {"summary", {MarkupElement::Block}},
                                          {"svg", {MarkupElement::Dropped, true}},
                                          {"table", {MarkupElement::Table}},
                                          {"td", {MarkupElement::Cell}},
                                          {"template", {MarkupElement::Dropped}},
                                          {"textarea", {MarkupElement::DroppedText, true}},
                                          {"th", {MarkupElement::Cell}},
                                          {"title", {MarkupElement::DroppedText}},
                                          {"tr", {MarkupElement::Row}},
                                          {"track", {MarkupElement::Nothing}},
                                          {"tt", {MarkupElement::Code}},
                                          {"u", {MarkupElement::Underline}},
                                          {"ul", {MarkupElement::BulletList}},
                                          {"var", {MarkupElement::Italic}},
                                          {"video", {MarkupElement::Dropped, true}},
                                          {"xmp", {MarkupElement::DroppedText, true}}};

constexpr qsizetype longestElementName = 10;

/// What is not ASCII is in no name: it becomes 0.
char asciiLower(QChar letter)
{
    const char ascii = letter.unicode() < 0x80 ? letter.toLatin1() : '\0';
    return ascii >= 'A' && ascii <= 'Z' ? static_cast<char>(ascii | 0x20) : ascii;
}

} // namespace

MarkupRule markupRule(QStringView name)
{
    std::array<char, longestElementName> lower{};
    if (name.size() > longestElementName) {
        return {};
    }
    std::transform(name.begin(), name.end(), lower.begin(), asciiLower);
    const std::string_view wanted(lower.data(), static_cast<std::size_t>(name.size()));
    const auto *found =
        std::lower_bound(std::begin(namedElements), std::end(namedElements), wanted,
                         [](const NamedElement &entry, std::string_view text) { return entry.name < text; });
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
