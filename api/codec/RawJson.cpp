// SPDX-License-Identifier: Apache-2.0
#include "codec/RawJson.h"

#include "codec/JsonDocument.h"
#include "codec/JsonScan.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace saltdesk::api {
namespace {

using namespace Qt::Literals::StringLiterals;

struct RawText
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::api::RawJson)
};

/// A member's name without its quotes, escapes resolved: `s\u0065cret` is a secret too.
QString nameOf(std::string_view quoted)
{
    const QByteArrayView bytes(quoted.data(), static_cast<qsizetype>(quoted.size()));
    if (!bytes.contains('\\')) {
        return QString::fromUtf8(bytes.sliced(1, bytes.size() - 2));
    }
    QByteArray array("[");
    array.append(bytes).append(']');
    return QJsonDocument::fromJson(array).array().at(0).toString();
}

/// An error envelope's `request` stands at the top level, where no answer has a member of that name for another
/// purpose.
bool isSecretName(const QString &name, std::size_t depth)
{
    static const QStringList names{u"token"_s, u"credentials"_s, u"encrypted_credentials"_s};
    const QString lower = name.toLower();
    return lower.endsWith("secret"_L1) || names.contains(lower) || (depth == 1 && lower == "request"_L1);
}

/// Copies valid JSON, leaving out the values of secret members.
QByteArray maskedCopy(std::string_view json)
{
    QByteArray masked;
    masked.reserve(static_cast<qsizetype>(json.size()));
    const auto copy = [&](std::size_t from, std::size_t to) {
        masked.append(json.data() + from, static_cast<qsizetype>(to - from));
    };
    std::size_t depth = 0;
    for (std::size_t i = 0; i < json.size();) {
        if (json[i] != '"') {
            depth += json[i] == '{' || json[i] == '[' ? 1 : 0;
            depth -= json[i] == '}' || json[i] == ']' ? 1 : 0;
            copy(i, i + 1);
            ++i;
            continue;
        }
        const std::size_t end = json::endOfString(json, i);
        const std::size_t colon = json::skipSpace(json, end);
        const bool isName = colon < json.size() && json[colon] == ':';
        const std::size_t next = isName ? json::skipSpace(json, colon + 1) : end;
        copy(i, next);
        const bool hide = isName && isSecretName(nameOf(json.substr(i, end - i)), depth);
        if (hide) {
            masked.append("\"•••\"");
        }
        i = hide ? json::endOfValue(json, next) : next;
    }
    return masked;
}

/// Lays valid JSON out, line by line, and copies every string, number and word as it stands.
class Indenter
{
public:
    explicit Indenter(std::string_view json)
        : m_json(json)
    {}

    QByteArray run()
    {
        std::size_t i = json::skipSpace(m_json, 0);
        while (i < m_json.size()) {
            i = json::skipSpace(m_json, step(i));
        }
        return m_out;
    }

private:
    std::size_t step(std::size_t i)
    {
        const char c = m_json[i];
        if (c == '{' || c == '[') {
            return open(i);
        }
        if (c == '}' || c == ']') {
            m_level = std::max<qsizetype>(0, m_level - 1);
            newLine();
            m_out.append(c);
            return i + 1;
        }
        if (c == ',') {
            m_out.append(c);
            newLine();
            return i + 1;
        }
        if (c == ':') {
            m_out.append(": ");
            return i + 1;
        }
        const std::size_t end = json::endOfValue(m_json, i);
        m_out.append(m_json.data() + i, static_cast<qsizetype>(end - i));
        return end;
    }

    std::size_t open(std::size_t i)
    {
        const std::size_t next = json::skipSpace(m_json, i + 1);
        m_out.append(m_json[i]);
        if (next < m_json.size() && (m_json[next] == '}' || m_json[next] == ']')) {
            m_out.append(m_json[next]);
            return next + 1;
        }
        ++m_level;
        newLine();
        return i + 1;
    }

    void newLine()
    {
        m_out.append('\n');
        m_out.append(QByteArray(m_level * 2, ' '));
    }

    std::string_view m_json;
    QByteArray m_out;
    qsizetype m_level = 0;
};

std::string_view viewOf(QByteArrayView bytes)
{
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

RawJson RawJson::masked(QByteArrayView json)
{
    RawJson raw;
    JsonDocument document;
    if (document.parse(QByteArray::fromRawData(json.data(), json.size()))) {
        raw.m_bytes = RawText::tr("This answer is not readable JSON and is not shown.").toUtf8();
        return raw;
    }
    raw.m_bytes = maskedCopy(viewOf(json));
    return raw;
}

QByteArray RawJson::indented() const
{
    const QByteArrayView text = QByteArrayView(m_bytes).trimmed();
    const bool isNested = text.startsWith('{') || text.startsWith('[');
    return isNested ? Indenter(viewOf(m_bytes)).run() : m_bytes;
}

} // namespace saltdesk::api
