// SPDX-License-Identifier: Apache-2.0
#include "question/QuestionReader.h"

#include "question/CharacterReference.h"
#include "question/DeclaredHidden.h"
#include "question/PictureTag.h"
#include "question/WebAddress.h"

#include <algorithm>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

QString attribute(QStringView value)
{
    return withoutReferences(value, MarkupPlace::Attribute);
}

} // namespace

QuestionText QuestionReader::read()
{
    for (auto token = m_scanner.next(); token != MarkupScanner::Token::End && !m_writer.isFull();
         token = m_scanner.next()) {
        if (token == MarkupScanner::Token::Tag) {
            readTag();
        } else if (!m_skipped) {
            m_writer.write(withoutReferences(m_scanner.text(), MarkupPlace::Text));
        }
    }
    endLink();
    m_writer.finish();
    m_question.html = m_writer.html();
    m_question.plain = m_writer.plain();
    m_question.cut = m_writer.isFull();
    return std::move(m_question);
}

void QuestionReader::readTag()
{
    const MarkupTag &tag = m_scanner.tag();
    const MarkupRule rule = markupRule(tag.name);
    const bool isSkipped = skips(tag, rule);
    if (!tag.isEnd && rule.element == MarkupElement::DroppedText) {
        m_scanner.skipContent(tag.name);
    }
    if (isSkipped) {
        return;
    }
    if (tag.isEnd) {
        endElement(rule.element);
    } else {
        m_question.leftOut = m_question.leftOut || rule.isMissed;
        beginElement(tag, rule);
    }
}

bool QuestionReader::skips(const MarkupTag &tag, const MarkupRule &rule)
{
    if (m_skipped) {
        const SkippedElement::Meeting meeting = m_skipped->meet(tag, rule.element);
        if (meeting == SkippedElement::Meeting::Inside) {
            return true;
        }
        m_skipped.reset();
        if (meeting == SkippedElement::Meeting::EndsWith) {
            return true;
        }
    }
    if (tag.isEnd || !isHidden(tag)) {
        return false;
    }
    m_hasFoundHidden = true;
    m_question.leftOut = true;
    if (!isEmptyElement(rule.element) && rule.element != MarkupElement::DroppedText) {
        m_skipped.emplace(tag.name, rule.element);
    }
    return true;
}

bool QuestionReader::isHidden(const MarkupTag &tag) const
{
    const bool isStyled = !tag.style.isEmpty();
    return m_hidden == HiddenText::LeftOut && (tag.isHidden || (isStyled && isDeclaredHidden(attribute(tag.style))));
}

void QuestionReader::beginElement(const MarkupTag &tag, const MarkupRule &rule)
{
    switch (rule.element) {
    case MarkupElement::LineBreak:
        m_writer.lineBreak();
        break;
    case MarkupElement::Link:
        beginLink(tag);
        break;
    case MarkupElement::BulletList:
    case MarkupElement::NumberedList:
        m_places.beginList(rule.element == MarkupElement::NumberedList);
        endParagraph();
        break;
    case MarkupElement::Item:
        m_places.beginItem();
        endParagraph();
        break;
    case MarkupElement::Quote:
        m_places.beginQuote();
        endParagraph();
        break;
    case MarkupElement::Row:
        m_writer.newLine();
        break;
    case MarkupElement::Cell:
        m_writer.separate();
        break;
    case MarkupElement::Picture:
        addPicture(tag);
        break;
    case MarkupElement::Head:
    case MarkupElement::Dropped:
        if (!tag.isSelfClosing) {
            m_skipped.emplace(tag.name, rule.element);
        }
        break;
    case MarkupElement::Inline:
    case MarkupElement::Nothing:
    case MarkupElement::Control:
    case MarkupElement::DroppedText:
        break;
    case MarkupElement::Block:
    case MarkupElement::Rule:
    case MarkupElement::Paragraph:
    case MarkupElement::Table:
    case MarkupElement::Bold:
    case MarkupElement::Italic:
    case MarkupElement::Underline:
    case MarkupElement::Code:
    case MarkupElement::Preformatted:
    case MarkupElement::Heading:
        count(rule.element, 1);
        break;
    }
}

void QuestionReader::endElement(MarkupElement element)
{
    switch (element) {
    case MarkupElement::LineBreak:
        m_writer.lineBreak(); // "</br>" is one, too
        break;
    case MarkupElement::Link:
        endLink();
        break;
    case MarkupElement::BulletList:
    case MarkupElement::NumberedList:
        m_places.endList();
        endParagraph();
        break;
    case MarkupElement::Quote:
        m_places.endQuote();
        endParagraph();
        break;
    case MarkupElement::Inline:
    case MarkupElement::Row:
    case MarkupElement::Cell:
    case MarkupElement::Picture:
    case MarkupElement::Nothing:
    case MarkupElement::Control:
    case MarkupElement::Head:
    case MarkupElement::Dropped:
    case MarkupElement::DroppedText:
        break;
    case MarkupElement::Block:
    case MarkupElement::Rule:
    case MarkupElement::Paragraph:
    case MarkupElement::Table:
    case MarkupElement::Item:
    case MarkupElement::Bold:
    case MarkupElement::Italic:
    case MarkupElement::Underline:
    case MarkupElement::Code:
    case MarkupElement::Preformatted:
    case MarkupElement::Heading:
        count(element, -1);
        break;
    }
}

void QuestionReader::count(MarkupElement element, int step)
{
    const auto add = [step](int &open) { open = std::max(0, open + step); };
    if (endsParagraph(element)) {
        endParagraph();
    }
    if (element == MarkupElement::Bold) {
        add(m_bold);
    } else if (element == MarkupElement::Italic) {
        add(m_italic);
    } else if (element == MarkupElement::Underline) {
        add(m_underlined);
    } else if (element == MarkupElement::Code) {
        add(m_code);
    } else if (element == MarkupElement::Preformatted) {
        add(m_preformatted);
        m_writer.setPreformatted(m_preformatted > 0);
    } else if (element == MarkupElement::Heading) {
        m_isHeading = step > 0;
    }
    showLook();
}

void QuestionReader::showLook()
{
    QuestionWriter::Look look;
    look.isBold = m_bold > 0 || m_isHeading;
    look.isItalic = m_italic > 0;
    look.isUnderlined = m_underlined > 0;
    look.isCode = m_code > 0 || m_preformatted > 0;
    look.link = m_isAddressSafe ? m_address : QString();
    m_writer.setLook(look);
}

void QuestionReader::endParagraph()
{
    m_writer.endParagraph();
    m_writer.setPlace(m_places.here());
}

void QuestionReader::beginLink(const MarkupTag &tag)
{
    endLink();
    const QString written = attribute(tag.address).trimmed();
    const QUrl url = webAddress(written);
    if (url.isValid()) {
        m_address = writtenAddress(url);
        m_isAddressSafe = url.scheme() == "https"_L1;
        m_wordsOfLink = m_writer.plain().size();
    } else if (!written.isEmpty() && !written.startsWith(u'#')) {
        m_question.leftOut = true;
    }
    showLook();
}

void QuestionReader::endLink()
{
    if (m_address.isEmpty()) {
        return;
    }
    const QStringView words = QStringView(m_writer.plain()).mid(m_wordsOfLink).trimmed();
    if (words.isEmpty()) {
        m_writer.write(m_address); // a picture is its only word, or nothing is
    } else if (!m_isAddressSafe && words != m_address) {
        m_writer.write(QString(" ("_L1 + m_address + u')'));
    }
    m_address.clear();
    m_isAddressSafe = false;
    showLook();
}

void QuestionReader::addPicture(const MarkupTag &tag)
{
    const bool isWanted = m_question.pictures.size() < QuestionText::mostPictures;
    std::optional<QuestionPicture> picture = isWanted ? pictureOf(tag) : std::nullopt;
    m_writer.space();
    if (picture) {
        m_question.pictures.push_back(*std::move(picture));
        return;
    }
    m_question.leftOut = true;
    m_writer.write(alternativeOf(tag));
    m_writer.space();
}

} // namespace saltdesk::models
