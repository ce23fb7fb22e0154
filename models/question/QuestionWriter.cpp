// SPDX-License-Identifier: Apache-2.0
#include "question/QuestionWriter.h"

#include "question/QuestionMarkup.h"
#include "question/VisibleText.h"

#include <algorithm>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QChar ordinarySpace = u' ';
constexpr QChar fixedSpace = u'\u00a0';
constexpr int mostBreaks = 2;
constexpr QLatin1StringView cellMark = " \xb7 "_L1;

void appendEscaped(QString &html, char32_t character)
{
    switch (character) {
    case U'<':
        html += "&lt;"_L1;
        break;
    case U'>':
        html += "&gt;"_L1;
        break;
    case U'&':
        html += "&amp;"_L1;
        break;
    case U'"':
        html += "&quot;"_L1;
        break;
    default:
        html += QChar::fromUcs4(character);
    }
}

} // namespace

void QuestionWriter::setLook(const Look &look)
{
    m_look = look;
    m_isLookNew = true;
}

void QuestionWriter::write(QStringView text)
{
    for (qsizetype at = 0; at < text.size() && !m_isFull;) {
        const char32_t next = takeCharacter(text, at);
        if (isBlank(next) && m_isPreformatted) {
            putPreformatted(next);
        } else if (isBlank(next)) {
            m_space = ordinarySpace;
        } else if (next == fixedSpace.unicode() && !m_isPreformatted) {
            m_space = m_space.isNull() ? fixedSpace : m_space;
        } else if (mayBeShown(next)) {
            put(next);
        }
    }
}

void QuestionWriter::putPreformatted(char32_t blank)
{
    if (blank == U'\n') {
        lineBreak();
    } else if (blank != U'\r' && m_isLineOpen && m_breaks == 0 && m_space.isNull()) {
        m_space = ordinarySpace;
    } else if (blank != U'\r') {
        put(fixedSpace.unicode());
    }
}

void QuestionWriter::put(char32_t character)
{
    m_isFull = m_html.size() >= QuestionText::shownCharacters;
    if (m_isFull) {
        return;
    }
    if (!m_isLineOpen) {
        openLine();
    }
    if (m_isLookNew && m_isLookOpen && m_openLook != m_look) {
        closeLook();
    }
    m_isLookNew = false;
    writePending();
    if (!m_isLookOpen) {
        openLook();
    }
    appendEscaped(m_html, character);
    m_plain += QChar::fromUcs4(character == fixedSpace.unicode() ? U' ' : character);
}

void QuestionWriter::space()
{
    m_space = ordinarySpace;
}

void QuestionWriter::lineBreak()
{
    m_breaks = std::min(m_breaks + 1, mostBreaks);
}

void QuestionWriter::newLine()
{
    m_breaks = std::max(m_breaks, 1);
}

void QuestionWriter::separate()
{
    m_isSeparated = m_isLineOpen && m_breaks == 0;
}

void QuestionWriter::writePending()
{
    if (m_breaks > 0) {
        for (int i = 0; i < m_breaks; ++i) {
            m_html += "<br>"_L1;
            m_plain += u'\n';
        }
    } else if (m_isSeparated) {
        m_html += cellMark;
        m_plain += cellMark;
    } else if (!m_space.isNull()) {
        m_html += m_space;
        m_plain += ordinarySpace;
    }
    m_breaks = 0;
    m_isSeparated = false;
    m_space = QChar();
}

void QuestionWriter::openLine()
{
    m_breaks = 0;
    m_isSeparated = false;
    m_space = QChar();
    if (m_isQuoteOpen != m_place.isQuoted) {
        closeLists(0);
        m_html += m_place.isQuoted ? "<blockquote>"_L1 : "</blockquote>"_L1;
        m_isQuoteOpen = m_place.isQuoted;
    }
    if (!m_plain.isEmpty()) {
        m_plain += u'\n';
    }
    openItem();
    if (m_openLists.empty()) {
        m_html += "<p>"_L1;
    }
    m_isLineOpen = true;
}

void QuestionWriter::openItem()
{
    const auto &wanted = m_place.lists;
    std::size_t common = 0;
    while (common < std::min(wanted.size(), m_openLists.size()) &&
           wanted[common].list == m_openLists[common].list.list) {
        ++common;
    }
    const bool leavesList = common < m_openLists.size();
    closeLists(common);
    if (common > 0 && common == wanted.size()) {
        OpenList &open = m_openLists.back();
        if (open.list.item != wanted.back().item) {
            m_html += "</li>"_L1;
            open.list.item = wanted.back().item;
            beginItem(open);
        } else if (!leavesList) {
            m_html += "<br>"_L1; // the next paragraph of the same item
        }
    }
    for (; common < wanted.size(); ++common) {
        m_html += wanted[common].isNumbered ? "<ol>"_L1 : "<ul>"_L1;
        m_openLists.push_back({wanted[common], 0});
        beginItem(m_openLists.back());
    }
}

void QuestionWriter::beginItem(OpenList &list)
{
    m_html += "<li>"_L1;
    ++list.items;
    // The marks of lists that begin at once would stand in one line.
    if (list.list.list == m_place.lists.back().list) {
        m_plain += QString(2 * (static_cast<qsizetype>(m_openLists.size()) - 1), u' ');
        m_plain += list.list.isNumbered ? QString(QString::number(list.items) + ". "_L1) : u"- "_s;
    }
}

void QuestionWriter::closeLists(std::size_t remaining)
{
    while (m_openLists.size() > remaining) {
        m_html += m_openLists.back().list.isNumbered ? "</li></ol>"_L1 : "</li></ul>"_L1;
        m_openLists.pop_back();
    }
}

void QuestionWriter::openLook()
{
    if (!m_look.link.isEmpty()) {
        m_html += "<a href=\""_L1;
        m_html += m_look.link.toHtmlEscaped();
        m_html += "\">"_L1;
    }
    m_html += m_look.isBold ? "<b>"_L1 : ""_L1;
    m_html += m_look.isItalic ? "<i>"_L1 : ""_L1;
    m_html += m_look.isUnderlined ? "<u>"_L1 : ""_L1;
    m_html += m_look.isCode ? "<code>"_L1 : ""_L1;
    m_openLook = m_look;
    m_isLookOpen = true;
}

void QuestionWriter::closeLook()
{
    m_html += m_openLook.isCode ? "</code>"_L1 : ""_L1;
    m_html += m_openLook.isUnderlined ? "</u>"_L1 : ""_L1;
    m_html += m_openLook.isItalic ? "</i>"_L1 : ""_L1;
    m_html += m_openLook.isBold ? "</b>"_L1 : ""_L1;
    m_html += m_openLook.link.isEmpty() ? ""_L1 : "</a>"_L1;
    m_isLookOpen = false;
}

void QuestionWriter::endParagraph()
{
    if (m_isLookOpen) {
        closeLook();
    }
    if (m_isLineOpen && m_openLists.empty()) {
        m_html += "</p>"_L1;
    }
    m_isLineOpen = false;
}

void QuestionWriter::finish()
{
    endParagraph();
    closeLists(0);
    m_html += m_isQuoteOpen ? "</blockquote>"_L1 : ""_L1;
    m_isQuoteOpen = false;
}

} // namespace saltdesk::models
