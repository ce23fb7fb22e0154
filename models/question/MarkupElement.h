// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace saltdesk::models {

/// What an element of HTML means for the text of a question.
enum class MarkupElement {
    Inline, ///< passes its text on: span, label, font, and every element that is not known
    Block,  ///< begins and ends a paragraph; a form, too: its text stays
    Rule,   ///< ends a paragraph, has no content
    Paragraph,
    LineBreak,
    Bold,
    Italic,
    Underline,
    Code,
    Preformatted,
    Heading,
    Link,
    BulletList,
    NumberedList,
    Item,
    Quote,
    Table,
    Row,
    Cell,
    Picture,
    Nothing,    ///< has no content and shows nothing
    Control,    ///< has no content, but the customer sees it: left out
    Head,       ///< dropped with its content until the body begins
    Dropped,    ///< dropped with its content, which is markup
    DroppedText ///< dropped with its content, which is not markup
};

struct MarkupRule
{
    MarkupElement element = MarkupElement::Inline;
    /// What is dropped is missed: the customer may have seen or used it.
    bool isMissed = false;
};

/// By the name as it was written.
[[nodiscard]] MarkupRule markupRule(QStringView name);

/// Whether it never has content, so that no end tag is to be waited for.
[[nodiscard]] bool isEmptyElement(MarkupElement element);

/// Whether it ends an open paragraph.
[[nodiscard]] bool endsParagraph(MarkupElement element);

} // namespace saltdesk::models
