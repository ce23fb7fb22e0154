// SPDX-License-Identifier: Apache-2.0
#include "codec/JsonWriter.h"

#include <QJsonDocument>

namespace saltdesk::api {
namespace {

using namespace Qt::Literals::StringLiterals;

} // namespace

void JsonWriter::beginObject()
{
    separate();
    m_json.append('{');
}

void JsonWriter::beginObject(std::string_view name)
{
    key(name);
    m_json.append('{');
}

void JsonWriter::endObject()
{
    m_json.append('}');
}

void JsonWriter::beginArray(std::string_view name)
{
    key(name);
    m_json.append('[');
}

void JsonWriter::endArray()
{
    m_json.append(']');
}

void JsonWriter::member(std::string_view name, const QString &text)
{
    key(name);
    string(text.toUtf8());
}

void JsonWriter::member(std::string_view name, const QStringList &texts)
{
    beginArray(name);
    for (const QString &text : texts) {
        separate();
        string(text.toUtf8());
    }
    endArray();
}

void JsonWriter::member(std::string_view name, const QDate &date)
{
    member(name, date.toString(Qt::ISODate));
}

void JsonWriter::member(std::string_view name, const QDateTime &moment)
{
    member(name, moment.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s));
}

void JsonWriter::member(std::string_view name, const QJsonObject &object)
{
    literal(name, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void JsonWriter::member(std::string_view name, const Secret &secret)
{
    key(name);
    string(secret.reveal());
}

void JsonWriter::entry(const Secret &secret)
{
    separate();
    string(secret.reveal());
}

void JsonWriter::separate()
{
    if (!m_json.isEmpty() && !m_json.endsWith('{') && !m_json.endsWith('[') && !m_json.endsWith(':')) {
        m_json.append(',');
    }
}

void JsonWriter::key(std::string_view name)
{
    separate();
    string(QByteArrayView(name.data(), static_cast<qsizetype>(name.size())));
    m_json.append(':');
}

void JsonWriter::literal(std::string_view name, const QByteArray &json)
{
    key(name);
    m_json.append(json);
}

void JsonWriter::string(QByteArrayView text)
{
    constexpr std::string_view hex = "0123456789abcdef";
    m_json.append('"');
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (code < 0x20) {
            m_json.append("\\u00").append(hex[code >> 4U]).append(hex[code & 0xFU]);
        } else {
            if (c == '"' || c == '\\') {
                m_json.append('\\');
            }
            m_json.append(c);
        }
    }
    m_json.append('"');
}

} // namespace saltdesk::api
