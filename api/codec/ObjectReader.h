// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/DecodeFindings.h"
#include "transport/Secret.h"
#include "types/Member.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QStringList>

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saltdesk::api {

/// Reads the members of one JSON object as the types that the reference declares. A member of another type reads as
/// absent and is noted; a missing one is just absent. Borrows the document and the findings.
class ObjectReader
{
public:
    /// `path` is what stands before a member's name in a warning: empty, or such as "last_attempt.".
    ObjectReader(simdjson::dom::object object, DecodeFindings &findings, std::string path = {});

    [[nodiscard]] Member<QString> text(std::string_view name) const;
    [[nodiscard]] Member<bool> flag(std::string_view name) const;
    [[nodiscard]] Member<qint64> integer(std::string_view name) const;
    [[nodiscard]] Member<double> number(std::string_view name) const;
    [[nodiscard]] Member<QDateTime> dateTime(std::string_view name) const;
    /// A datetime is accepted too; the day as it is written is kept.
    [[nodiscard]] Member<QDate> date(std::string_view name) const;
    /// Entries may be numbers, as account ids were in older traffic; an entry of another type is left out and noted.
    [[nodiscard]] Member<QStringList> texts(std::string_view name) const;
    /// The object as compact JSON text.
    [[nodiscard]] Member<QByteArray> json(std::string_view name) const;
    [[nodiscard]] Member<Secret> secret(std::string_view name) const;
    /// An identifier: a text, or a whole number.
    [[nodiscard]] Member<QString> idText(std::string_view name) const;
    template <class AnyId>
    [[nodiscard]] Member<AnyId> id(std::string_view name) const
    {
        const Member<QString> text = idText(name);
        if (text.isNull()) {
            return Member<AnyId>::null();
        }
        return text ? Member<AnyId>(AnyId(*text)) : Member<AnyId>();
    }

    /// A member of any type; null is a value here.
    [[nodiscard]] std::optional<simdjson::dom::element> raw(std::string_view name) const;
    /// Reads the member as an object with `read(const ObjectReader &)`.
    template <class T, class Read>
    [[nodiscard]] Member<T> object(std::string_view name, Read read) const;
    /// Reads each object of the array with `read(const ObjectReader &)`; an entry of another type is left out and
    /// noted.
    template <class T, class Read>
    [[nodiscard]] Member<std::vector<T>> objects(std::string_view name, Read read) const;

    [[nodiscard]] DecodeFindings &findings() const { return m_findings; }
    [[nodiscard]] std::string pathTo(std::string_view name) const;
    void noteWrongType(std::string_view name) const { m_findings.wrongType(pathTo(name)); }

private:
    /// The value behind a member, for `convert` from an element to an optional: absent, null, converted, or noted.
    template <class T, class Convert>
    [[nodiscard]] Member<T> read(std::string_view name, Convert convert) const;

    simdjson::dom::object m_object;
    DecodeFindings &m_findings;
    std::string m_path;
};

template <class T, class Convert>
Member<T> ObjectReader::read(std::string_view name, Convert convert) const
{
    const std::optional<simdjson::dom::element> element = raw(name);
    if (!element) {
        return {};
    }
    if (element->is_null()) {
        return Member<T>::null();
    }
    std::optional<T> value = convert(*element);
    if (!value) {
        noteWrongType(name);
        return {};
    }
    return Member<T>(std::move(*value));
}

template <class T, class Read>
Member<T> ObjectReader::object(std::string_view name, Read readObject) const
{
    return read<T>(name, [this, name, &readObject](simdjson::dom::element element) -> std::optional<T> {
        simdjson::dom::object object;
        if (element.get(object) != simdjson::SUCCESS) {
            return std::nullopt;
        }
        return readObject(ObjectReader(object, m_findings, pathTo(name) + '.'));
    });
}

template <class T, class Read>
Member<std::vector<T>> ObjectReader::objects(std::string_view name, Read readObject) const
{
    using Objects = std::vector<T>;
    return read<Objects>(name, [this, name, &readObject](simdjson::dom::element element) -> std::optional<Objects> {
        simdjson::dom::array array;
        if (element.get(array) != simdjson::SUCCESS) {
            return std::nullopt;
        }
        Objects objects;
        for (const simdjson::dom::element entry : array) {
            simdjson::dom::object object;
            if (entry.get(object) == simdjson::SUCCESS) {
                objects.push_back(readObject(ObjectReader(object, m_findings, pathTo(name) + '.')));
            } else {
                noteWrongType(name);
            }
        }
        return objects;
    });
}

} // namespace saltdesk::api
