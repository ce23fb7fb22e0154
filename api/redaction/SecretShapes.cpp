// SPDX-License-Identifier: Apache-2.0
#include "redaction/SecretShapes.h"

#include "redaction/SecretForms.h"
#include "redaction/SecretNames.h"

#include <algorithm>
#include <string_view>

namespace saltdesk::api {

namespace {

bool startsName(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || byte == '_';
}

bool continuesName(char byte)
{
    return startsName(byte) || (byte >= '0' && byte <= '9');
}

bool endsLine(char byte)
{
    return byte == '\n' || byte == '\r';
}

bool isGap(char byte)
{
    return byte == ' ' || byte == '\t' || endsLine(byte);
}

bool endsBareValue(char byte)
{
    return isGap(byte) || std::string_view(",;&{}[]()<>\"'").find(byte) != std::string_view::npos;
}

/// One pass over a text; every step goes forward, and what is looked ahead at is then passed over.
class ShapeScan
{
public:
    explicit ShapeScan(const QByteArray &text)
        : m_text(text)
    {}

    QByteArray run()
    {
        m_out.reserve(m_text.size());
        while (m_at < m_text.size()) {
            if (startsName(m_text[m_at])) {
                passName();
            } else if (startsHere("-----BEGIN ")) {
                passPem();
            } else if (startsHere("://")) {
                passAuthority();
            } else {
                copyTo(m_at + 1);
            }
        }
        return m_out;
    }

private:
    /// A quote as it stands in the text: in JSON inside a JSON text there are backslashes before it.
    struct Quote
    {
        char mark = 0;
        qsizetype slashes = 0;
    };

    [[nodiscard]] bool startsHere(std::string_view what) const
    {
        return QByteArrayView(m_text).sliced(m_at).startsWith(QByteArrayView(what.data(), qsizetype(what.size())));
    }

    void copyTo(qsizetype end)
    {
        m_out.append(m_text.constData() + m_at, end - m_at);
        m_at = end;
    }

    void hideTo(qsizetype end)
    {
        m_out.append(redactionMark);
        m_at = end;
    }

    [[nodiscard]] qsizetype skipBlanks(qsizetype at) const
    {
        while (at < m_text.size() && isGap(m_text[at])) {
            ++at;
        }
        return at;
    }

    [[nodiscard]] qsizetype slashesBefore(qsizetype at) const
    {
        qsizetype count = 0;
        while (count < longestEscape && at - count > 0 && m_text[at - count - 1] == '\\') {
            ++count;
        }
        return count;
    }

    [[nodiscard]] Quote quoteBefore(qsizetype at) const
    {
        if (at == 0 || (m_text[at - 1] != '"' && m_text[at - 1] != '\'')) {
            return {};
        }
        return {.mark = m_text[at - 1], .slashes = slashesBefore(at - 1)};
    }

    /// With its mark 0 where none stands.
    [[nodiscard]] Quote quoteAt(qsizetype at) const
    {
        qsizetype slashes = 0;
        while (slashes < longestEscape && at + slashes < m_text.size() && m_text[at + slashes] == '\\') {
            ++slashes;
        }
        const char mark = at + slashes < m_text.size() ? m_text[at + slashes] : '\0';
        return mark == '"' || mark == '\'' ? Quote{.mark = mark, .slashes = slashes} : Quote{};
    }

    /// Whether the quote sign after so many backslashes ends what `quote` began.
    [[nodiscard]] static bool closes(const Quote &quote, qsizetype slashes)
    {
        return quote.slashes == 0 ? slashes % 2 == 0 : slashes <= quote.slashes;
    }

    /// Where the closing quote of a text begins, or the end of everything.
    [[nodiscard]] qsizetype endOfText(const Quote &quote, qsizetype at) const
    {
        qsizetype slashes = 0;
        for (; at < m_text.size(); ++at) {
            if (m_text[at] == quote.mark && closes(quote, slashes)) {
                return at - std::min(slashes, quote.slashes);
            }
            slashes = m_text[at] == '\\' ? slashes + 1 : 0;
        }
        return m_text.size();
    }

    [[nodiscard]] qsizetype endOfNested(const Quote &quote, qsizetype at) const
    {
        const Quote text{.mark = '"', .slashes = quote.slashes};
        qsizetype depth = 0;
        qsizetype slashes = 0;
        bool inText = false;
        for (; at < m_text.size(); ++at) {
            const char byte = m_text[at];
            if (byte == '"' && closes(text, slashes)) {
                inText = !inText;
            } else if (!inText && (byte == '{' || byte == '[')) {
                ++depth;
            } else if (!inText && (byte == '}' || byte == ']') && --depth == 0) {
                return at + 1;
            }
            slashes = byte == '\\' ? slashes + 1 : 0;
        }
        return m_text.size();
    }

    [[nodiscard]] qsizetype endOfBare(qsizetype at) const
    {
        while (at < m_text.size() && !endsBareValue(m_text[at])) {
            ++at;
        }
        return at;
    }

    [[nodiscard]] qsizetype endOfLine(qsizetype at) const
    {
        while (at < m_text.size() && !endsLine(m_text[at])) {
            ++at;
        }
        return at;
    }

    [[nodiscard]] bool nestsAt(qsizetype at) const
    {
        return at < m_text.size() && (m_text[at] == '{' || m_text[at] == '[');
    }

    void passName()
    {
        const qsizetype start = m_at;
        qsizetype end = m_at + 1;
        while (end < m_text.size() && (continuesName(m_text[end]) || (m_text[end] == '-' && end + 1 < m_text.size() &&
                                                                      continuesName(m_text[end + 1])))) {
            ++end;
        }
        const QByteArrayView name = QByteArrayView(m_text).sliced(start, end - start);
        copyTo(end);
        const bool header = isSecretHeader(name);
        if (!header && !isSecretName(name)) {
            return;
        }
        const Quote quote = quoteBefore(start);
        if (const Quote closing = quoteAt(end); quote.mark != 0 && quote.mark == closing.mark) {
            passMember(closing);
        } else if (const qsizetype sign = skipBlanks(end); sign < m_text.size() && m_text[sign] == ':') {
            passHeader(quote, sign + 1);
        } else if (!header && sign < m_text.size() && m_text[sign] == '=') {
            passField(sign + 1);
        }
    }

    /// "name": value, and the pairs ("name", "value") that QDebug writes.
    void passMember(const Quote &quote)
    {
        const qsizetype sign = skipBlanks(m_at + quote.slashes + 1);
        if (sign >= m_text.size() || (m_text[sign] != ':' && m_text[sign] != ',' && m_text[sign] != '=')) {
            return;
        }
        const qsizetype value = skipBlanks(sign + 1);
        if (const Quote text = quoteAt(value); text.mark != 0) {
            copyTo(value + text.slashes + 1);
            return hideTo(endOfText(text, m_at));
        }
        if (m_text[sign] == ',') {
            return;
        }
        const qsizetype end = nestsAt(value) ? endOfNested(quote, value) : endOfBare(value);
        const QByteArrayView bare = QByteArrayView(m_text).sliced(value, end - value);
        if (bare.isEmpty() || bare == "null" || bare == "true" || bare == "false") {
            return;
        }
        copyTo(value);
        // What was valid JSON stays it.
        const QByteArray sides = QByteArray(quote.slashes, '\\') + quote.mark;
        m_out.append(sides);
        hideTo(end);
        m_out.append(sides);
    }

    /// name: value, to the end of the line, or of the quotes that began before the name.
    void passHeader(const Quote &quote, qsizetype after)
    {
        qsizetype value = after;
        while (value < m_text.size() && (m_text[value] == ' ' || m_text[value] == '\t')) {
            ++value;
        }
        const qsizetype nested = nestsAt(value) ? endOfNested(quote, value) : value;
        const qsizetype line = endOfLine(nested);
        const qsizetype end = quote.mark != 0 ? std::min(line, endOfText(quote, nested)) : line;
        if (end > value) {
            copyTo(value);
            hideTo(end);
        }
    }

    /// name=value of a query or a form.
    void passField(qsizetype after)
    {
        const qsizetype value = skipBlanks(after);
        copyTo(value);
        if (const Quote text = quoteAt(value); text.mark != 0) {
            copyTo(value + text.slashes + 1);
            return hideTo(endOfText(text, m_at));
        }
        if (const qsizetype end = endOfBare(value); end > value) {
            hideTo(end);
        }
    }

    void passPem()
    {
        qsizetype title = m_at + 5;
        while (title < m_text.size() && (m_text[title] == ' ' || (m_text[title] >= 'A' && m_text[title] <= 'Z'))) {
            ++title;
        }
        const bool secret = QByteArrayView(m_text).sliced(m_at, title - m_at).endsWith("PRIVATE KEY");
        copyTo(title);
        if (secret && startsHere("-----")) {
            copyTo(m_at + 5);
            const qsizetype foot = m_text.indexOf("-----END ", m_at);
            hideTo(foot < 0 ? m_text.size() : foot);
        }
    }

    /// scheme://user:password@host
    void passAuthority()
    {
        constexpr std::string_view ends = "/?#\"'<>\\ \t\r\n";
        copyTo(m_at + 3);
        qsizetype end = m_at;
        qsizetype at = -1;
        while (end < m_text.size() && ends.find(m_text[end]) == std::string_view::npos) {
            at = m_text[end] == '@' ? end : at;
            ++end;
        }
        if (at > m_at) {
            hideTo(at);
        }
    }

    static constexpr qsizetype longestEscape = 16;

    const QByteArray &m_text;
    QByteArray m_out;
    qsizetype m_at = 0;
};

} // namespace

QByteArray hideShapes(const QByteArray &text)
{
    return ShapeScan(text).run();
}

} // namespace saltdesk::api
