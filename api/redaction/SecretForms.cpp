// SPDX-License-Identifier: Apache-2.0
#include "redaction/SecretForms.h"

#include "transport/Secret.h"

#include <QByteArrayList>
#include <QByteArrayMatcher>

#include <array>

namespace saltdesk::api {

namespace {

/// Fewer characters of Base64 than this are found in texts that hide nothing.
constexpr qsizetype shortestBase64 = 10;
/// Of a key in PEM a line has 64 characters, the last one fewer.
constexpr qsizetype shortestLine = 16;

bool isPartOfWord(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
           static_cast<unsigned char>(byte) >= 0x80;
}

bool isPartOfBase64(char byte)
{
    const bool ascii = static_cast<unsigned char>(byte) < 0x80;
    return (ascii && isPartOfWord(byte)) || byte == '+' || byte == '/' || byte == '-' || byte == '_' || byte == '=';
}

enum class FormFit { Anywhere, Alone, InBase64 };

bool standsAlone(const QByteArray &text, qsizetype from, qsizetype to)
{
    const bool touchedBefore = from > 0 && isPartOfWord(text[from - 1]);
    const bool touchedAfter = to < text.size() && isPartOfWord(text[to]);
    return !touchedBefore && !touchedAfter;
}

/// Writes the mark over each place of `form`. In Base64 the characters beside the place hold bits of the value as well.
void hideForm(QByteArray &text, const QByteArray &form, FormFit fit)
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
        for (int side = 0; fit == FormFit::InBase64 && side < 2; ++side) {
            from -= from > copied && isPartOfBase64(text[from - 1]) ? 1 : 0;
            to += to < text.size() && isPartOfBase64(text[to]) ? 1 : 0;
        }
        if (fit != FormFit::Alone || standsAlone(text, from, to)) {
            hidden.append(text.constData() + copied, from - copied).append(redactionMark);
            copied = to;
        }
        found = matcher.indexIn(text, to);
    }
    hidden.append(text.constData() + copied, text.size() - copied);
    wipe(text);
    text = hidden;
}

QByteArray jsonFormOf(QByteArrayView value, bool slashes)
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

/// Most values look the same in several of these.
void addForm(QByteArrayList &forms, const QByteArray &form)
{
    if (!forms.contains(form)) {
        forms.append(form);
    }
}

void hideForms(QByteArray &text, QByteArrayList forms, FormFit fit)
{
    for (QByteArray &form : forms) {
        hideForm(text, form, fit);
        wipe(form);
    }
}

QByteArrayList writtenForms(QByteArrayView value)
{
    QByteArrayList forms{value.toByteArray()};
    QByteArray encoded = forms.constFirst().toPercentEncoding();
    addForm(forms, encoded);
    addForm(forms, encoded.replace("%20", "+"));
    addForm(forms, jsonFormOf(value, false));
    addForm(forms, jsonFormOf(value, true));
    return forms;
}

QByteArrayList base64Forms(QByteArrayView value)
{
    QByteArrayList forms;
    for (qsizetype before = 0; before < 3; ++before) {
        QByteArray core = base64Core(value, before);
        if (core.size() >= shortestBase64) {
            addForm(forms, core);
            addForm(forms, core.replace('+', '-').replace('/', '_'));
        }
    }
    return forms;
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
            hideForm(text, line, FormFit::Anywhere);
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
    const FormFit fit = value.size() < shortestInside ? FormFit::Alone : FormFit::Anywhere;
    if (value.size() <= text.size()) {
        hideForms(text, writtenForms(value), fit);
        hideForms(text, base64Forms(value), FormFit::InBase64);
    }
    if (value.contains('\n')) {
        hideLines(text, value);
    }
}

} // namespace saltdesk::api
