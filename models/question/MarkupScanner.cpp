// SPDX-License-Identifier: Apache-2.0
#include "question/MarkupScanner.h"

#include <QString>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView cdataStart = "<![CDATA["_L1;
constexpr QLatin1StringView cdataEnd = "]]>"_L1;

bool isLetter(QChar character)
{
    const char16_t lower = character.unicode() | 0x20;
    return lower >= u'a' && lower <= u'z';
}

/// As HTML counts them: fewer than VisibleText's.
bool isMarkupBlank(QChar character)
{
    return character == u' ' || character == u'\n' || character == u'\t' || character == u'\r' || character == u'\f';
}

bool isNameEnd(QChar character)
{
    return isMarkupBlank(character) || character == u'>' || character == u'/';
}

} // namespace

MarkupScanner::Token MarkupScanner::next()
{
    while (m_at < m_markup.size()) {
        if (m_markup[m_at] != u'<') {
            return readText();
        }
        if (startsTag()) {
            const Token token = readTag();
            if (token == Token::Tag) {
                return token;
            }
        } else if (!passDeclaration()) {
            m_text = m_markup.mid(m_at, 1);
            ++m_at;
            return Token::Text;
        }
    }
    return Token::End;
}

QChar MarkupScanner::peek(qsizetype ahead) const
{
    return m_at + ahead < m_markup.size() ? m_markup[m_at + ahead] : QChar();
}

bool MarkupScanner::startsTag() const
{
    return isLetter(peek(1)) || (peek(1) == u'/' && isLetter(peek(2)));
}

bool MarkupScanner::passDeclaration()
{
    const QStringView rest = m_markup.mid(m_at);
    if (rest.startsWith("<!--"_L1)) {
        passComment();
    } else if (rest.startsWith(cdataStart, Qt::CaseInsensitive)) {
        m_at += cdataStart.size();
        m_isInCdata = true;
    } else if (peek(1) == u'!' || peek(1) == u'?' || (peek(1) == u'/' && m_at + 2 < m_markup.size())) {
        passUntil(u'>');
    } else {
        return false;
    }
    return true;
}

void MarkupScanner::passComment()
{
    m_at += 4;
    if (peek() == u'>' || (peek() == u'-' && peek(1) == u'>')) {
        m_at += peek() == u'>' ? 1 : 2;
        return;
    }
    for (m_at = m_markup.indexOf("--"_L1, m_at); m_at >= 0; m_at = m_markup.indexOf("--"_L1, m_at + 1)) {
        const bool isBang = peek(2) == u'!' && peek(3) == u'>';
        if (peek(2) == u'>' || isBang) {
            m_at += isBang ? 4 : 3;
            return;
        }
    }
    m_at = m_markup.size();
}

void MarkupScanner::passUntil(QChar end)
{
    const qsizetype found = m_markup.indexOf(end, m_at);
    m_at = found < 0 ? m_markup.size() : found + 1;
}

void MarkupScanner::passBlanks()
{
    while (isMarkupBlank(peek())) {
        ++m_at;
    }
}

MarkupScanner::Token MarkupScanner::readText()
{
    const qsizetype found = m_markup.indexOf(u'<', m_at);
    m_text = m_markup.mid(m_at, found < 0 ? -1 : found - m_at);
    m_at += m_text.size();
    // Only within this text: a search to the end of the markup for each text would take its square in time.
    const qsizetype mark = m_isInCdata ? m_text.indexOf(cdataEnd) : -1;
    if (mark >= 0) {
        m_at -= m_text.size() - mark - cdataEnd.size();
        m_text = m_text.left(mark);
        m_isInCdata = false;
    }
    return Token::Text;
}

MarkupScanner::Token MarkupScanner::readTag()
{
    m_tag = {};
    m_tag.isEnd = peek(1) == u'/';
    m_at += m_tag.isEnd ? 2 : 1;
    const qsizetype start = m_at;
    while (m_at < m_markup.size() && !isNameEnd(m_markup[m_at])) {
        ++m_at;
    }
    m_tag.name = m_markup.mid(start, m_at - start);
    while (m_at < m_markup.size()) {
        passBlanks();
        if (peek() == u'>') {
            m_tag.isSelfClosing = m_markup[m_at - 1] == u'/';
            ++m_at;
            return Token::Tag;
        }
        if (peek() == u'/') {
            ++m_at;
        } else {
            readAttribute();
        }
    }
    return Token::End; // a tag that never ends is none
}

void MarkupScanner::readAttribute()
{
    const qsizetype start = m_at;
    if (m_at < m_markup.size()) {
        ++m_at; // even a "=": it then is the first character of a name
    }
    while (m_at < m_markup.size() && !isNameEnd(m_markup[m_at]) && m_markup[m_at] != u'=') {
        ++m_at;
    }
    const QStringView name = m_markup.mid(start, m_at - start);
    passBlanks();
    QStringView value = u"";
    if (peek() == u'=') {
        ++m_at;
        passBlanks();
        value = readValue();
    }
    keep(name, value);
}

QStringView MarkupScanner::readValue()
{
    const QChar quote = peek();
    qsizetype start = m_at;
    if (quote == u'"' || quote == u'\'') {
        ++start;
        ++m_at;
        passUntil(quote);
        const bool isEnded = m_markup[m_at - 1] == quote && m_at > start;
        return m_markup.mid(start, m_at - start - (isEnded ? 1 : 0));
    }
    while (m_at < m_markup.size() && !isMarkupBlank(m_markup[m_at]) && m_markup[m_at] != u'>') {
        ++m_at;
    }
    return m_markup.mid(start, m_at - start);
}

void MarkupScanner::keep(QStringView name, QStringView value)
{
    const auto take = [&](QLatin1StringView wanted, QStringView &place) {
        // The first of two attributes of one name counts.
        if (place.isNull() && name.compare(wanted, Qt::CaseInsensitive) == 0) {
            place = value;
        }
    };
    take("style"_L1, m_tag.style);
    take("href"_L1, m_tag.address);
    take("src"_L1, m_tag.source);
    take("alt"_L1, m_tag.alternative);
    m_tag.isHidden = m_tag.isHidden || name.compare("hidden"_L1, Qt::CaseInsensitive) == 0;
}

void MarkupScanner::skipContent(QStringView name)
{
    for (qsizetype at = m_markup.indexOf("</"_L1, m_at); at >= 0; at = m_markup.indexOf("</"_L1, at + 2)) {
        const qsizetype end = at + 2 + name.size();
        const bool isName = m_markup.mid(at + 2, name.size()).compare(name, Qt::CaseInsensitive) == 0;
        if (isName && (end >= m_markup.size() || isNameEnd(m_markup[end]))) {
            m_at = at;
            return;
        }
    }
    m_at = m_markup.size();
}

} // namespace saltdesk::models
