// SPDX-License-Identifier: Apache-2.0
#include "redaction/SecretForms.h"

#include "transport/Secret.h"

#include <QByteArrayMatcher>

#include <array>

namespace saltdesk::api {

namespace {

/// Fewer characters of Base64 than this are found in texts that hide nothing.
constexpr qsizetype shortestBase64 = 10;
/// Of a key in PEM a line has 64 characters, the last one fewer.
constexpr qsizetype shortestLine = 16;

bool isWordByte(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
           static_cast<unsigned char>(byte) >= 0x80;
}

bool isBase64Byte(char byte)
{
    const bool ascii = static_cast<unsigned char>(byte) < 0x80;
    return (ascii && isWordByte(byte)) || byte == '+' || byte == '/' || byte == '-' || byte == '_' || byte == '=';
}

enum class Fit { Anywhere, Alone, InBase64 };

bool standsAlone(const QByteArray &text, qsizetype from, qsizetype to)
{
    const bool touchedBefore = from > 0 && isWordByte(text[from - 1]);
    const bool touchedAfter = to < text.size() && isWordByte(text[to]);
    return !touchedBefore && !touchedAfter;
}

/// Writes the mark over each place of `form`. In Base64 the characters beside the place hold bits of the value as well.
void hideForm(QByteArray &text, const QByteArray &form, Fit fit)
{
    const QByteArrayMatcher matcher(form);
    qsizetype found = matcher.indexIn(text);
    if (found < 0) {
        return;
    }
    QByteArray hidden;
    hidden.reserve(text.size());
    qsizetype copied = 0;
    while (found >= 0) {
        qsizetype from = found;
        qsizetype to = found + form.size();
        for (int side = 0; fit == Fit::InBase64 && side < 2; ++side) {
            from -= from > copied && isBase64Byte(text[from - 1]) ? 1 : 0;
            to += to < text.size() && isBase64Byte(text[to]) ? 1 : 0;
        }
        if (fit != Fit::Alone || standsAlone(text, from, to)) {
            hidden.append(text.constData() + copied, from - copied).append(redactionMark);
            copied = to;
        }
        found = matcher.indexIn(text, to);
    }
    hidden.append(text.constData() + copied, text.size() - copied);
    wipe(text);
    text = hidden;
}

QByteArray jsonEscaped(QByteArrayView value, bool slashes)
{
    QByteArray escaped;
    for (const char byte : value) {
        if (byte == '"' || byte == '\\' || (slashes && byte == '/')) {
            escaped.append('\\').append(byte);
        } else if (byte == '\n') {
            escaped.append("\\n");
        } else if (byte == '\r') {
            escaped.append("\\r");
        } else if (byte == '\t') {
            escaped.append("\\t");
        } else {
            escaped.append(byte);
        }
    }
    return escaped;
}

/// The characters that depend on nothing but the value when `before` bytes stand before it.
QByteArray base64Core(QByteArrayView value, qsizetype before)
{
    constexpr std::array<qsizetype, 3> spoiledFront{0, 2, 3};
    QByteArray bytes(before, '\0');
    bytes.append(value);
    QByteArray core = bytes.toBase64(QByteArray::OmitTrailingEquals);
    core.truncate(bytes.size() * 8 / 6);
    core.remove(0, spoiledFront[static_cast<std::size_t>(before)]);
    wipe(bytes);
    return core;
}

void hideBase64(QByteArray &text, QByteArrayView value)
{
    for (qsizetype before = 0; before < 3; ++before) {
        QByteArray core = base64Core(value, before);
        if (core.size() >= shortestBase64) {
            hideForm(text, core, Fit::InBase64);
            core.replace('+', '-').replace('/', '_');
            hideForm(text, core, Fit::InBase64);
        }
        wipe(core);
    }
}

void hideLines(QByteArray &text, QByteArrayView value)
{
    qsizetype from = 0;
    while (from < value.size()) {
        const qsizetype end = value.indexOf('\n', from);
        const qsizetype to = end < 0 ? value.size() : end;
        QByteArray line = value.sliced(from, to - from).trimmed().toByteArray();
        // The first and last line of a PEM are no secret, and the same in every key.
        if (line.size() >= shortestLine && !line.startsWith("-----")) {
            hideForm(text, line, Fit::Anywhere);
        }
        wipe(line);
        from = to + 1;
    }
}

} // namespace

void hideValue(QByteArray &text, QByteArrayView value)
{
    if (value.size() < shortestSought) {
        return;
    }
    const Fit fit = value.size() < shortestInside ? Fit::Alone : Fit::Anywhere;
    if (value.size() <= text.size()) {
        QByteArray plain = value.toByteArray();
        QByteArray encoded = plain.toPercentEncoding();
        QByteArray form = encoded;
        form.replace("%20", "+");
        QByteArray escaped = jsonEscaped(value, false);
        QByteArray slashed = jsonEscaped(value, true);
        for (QByteArray *each : {&plain, &encoded, &form, &escaped, &slashed}) {
            hideForm(text, *each, fit);
            wipe(*each);
        }
        hideBase64(text, value);
    }
    if (value.contains('\n')) {
        hideLines(text, value);
    }
}

} // namespace saltdesk::api
