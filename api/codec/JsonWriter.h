// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Secret.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <concepts>
#include <optional>
#include <string_view>

namespace saltdesk::api {

/// Writes JSON in the order in which it is told, byte by byte into one buffer: what is signed is what is sent, and a
/// credential is copied once. An optional that is not set writes nothing.
class JsonWriter
{
public:
    void beginObject();
    void beginObject(std::string_view name);
    void endObject();
    void beginArray(std::string_view name);
    void endArray();

    void member(std::string_view name, const QString &text);
    void member(std::string_view name, const QStringList &texts);
    void member(std::string_view name, const QDate &date);
    /// In UTC and whole seconds (reference 1).
    void member(std::string_view name, const QDateTime &moment);
    void member(std::string_view name, const QJsonObject &object);
    void member(std::string_view name, const Secret &secret);
    // A pointer would become a bool without a word.
    void member(std::string_view name, std::same_as<bool> auto flag) { literal(name, flag ? "true" : "false"); }
    void member(std::string_view name, int number) { literal(name, QByteArray::number(number)); }
    template <class T>
    void member(std::string_view name, const std::optional<T> &value)
    {
        if (value) {
            member(name, *value);
        }
    }
    /// An entry of the open array.
    void entry(const Secret &secret);

    /// Makes room for so many more bytes, so that what is written next is not left behind in a buffer that was
    /// outgrown.
    void reserve(qsizetype bytes) { m_json.reserve(m_json.size() + bytes); }
    [[nodiscard]] QByteArray take() { return std::move(m_json); }

private:
    void separate();
    void key(std::string_view name);
    void literal(std::string_view name, const QByteArray &json);
    void string(QByteArrayView text);

    QByteArray m_json;
};

} // namespace saltdesk::api
