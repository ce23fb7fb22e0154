// SPDX-License-Identifier: Apache-2.0
#include "codec/ObjectReader.h"

#include "codec/ElementText.h"
#include "codec/IsoTime.h"

#include <utility>

namespace saltdesk::api {
namespace {

namespace dom = simdjson::dom;

/// A plain value of the tree as it is.
template <class T>
std::optional<T> valueOf(dom::element element)
{
    T value{};
    return element.get(value) == simdjson::SUCCESS ? std::optional<T>(value) : std::nullopt;
}

QByteArrayView bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

ObjectReader::ObjectReader(dom::object object, DecodeFindings &findings, std::string path)
    : m_object(object)
    , m_findings(findings)
    , m_path(std::move(path))
{}

std::optional<dom::element> ObjectReader::raw(std::string_view name) const
{
    dom::element element;
    return m_object.at_key(name).get(element) == simdjson::SUCCESS ? std::optional(element) : std::nullopt;
}

std::string ObjectReader::pathTo(std::string_view name) const
{
    return m_path + std::string(name);
}

Member<QString> ObjectReader::text(std::string_view name) const
{
    return read<QString>(name, textOf);
}

Member<bool> ObjectReader::flag(std::string_view name) const
{
    return read<bool>(name, valueOf<bool>);
}

Member<qint64> ObjectReader::integer(std::string_view name) const
{
    return read<qint64>(name,
                        [](dom::element element) -> std::optional<qint64> { return valueOf<std::int64_t>(element); });
}

Member<double> ObjectReader::number(std::string_view name) const
{
    return read<double>(name, valueOf<double>);
}

Member<QDateTime> ObjectReader::dateTime(std::string_view name) const
{
    return read<QDateTime>(name, [](dom::element element) {
        return parseIsoDateTime(valueOf<std::string_view>(element).value_or(std::string_view()));
    });
}

Member<QDate> ObjectReader::date(std::string_view name) const
{
    return read<QDate>(name, [](dom::element element) {
        return parseIsoDate(valueOf<std::string_view>(element).value_or(std::string_view()));
    });
}

Member<QStringList> ObjectReader::texts(std::string_view name) const
{
    return read<QStringList>(name, [this, name](dom::element element) -> std::optional<QStringList> {
        dom::array array;
        if (element.get(array) != simdjson::SUCCESS) {
            return std::nullopt;
        }
        QStringList texts;
        for (const dom::element entry : array) {
            if (const std::optional<QString> text = idTextOf(entry)) {
                texts.append(*text);
            } else {
                noteWrongType(name);
            }
        }
        return texts;
    });
}

Member<QByteArray> ObjectReader::json(std::string_view name) const
{
    return read<QByteArray>(name, [](dom::element element) -> std::optional<QByteArray> {
        if (!element.is_object()) {
            return std::nullopt;
        }
        return QByteArray::fromStdString(simdjson::minify(element));
    });
}

Member<Secret> ObjectReader::secret(std::string_view name) const
{
    return read<Secret>(name, [](dom::element element) -> std::optional<Secret> {
        const std::optional<std::string_view> text = valueOf<std::string_view>(element);
        return text ? std::optional(Secret::copyOf(bytesOf(*text))) : std::nullopt;
    });
}

Member<QString> ObjectReader::idText(std::string_view name) const
{
    return read<QString>(name, idTextOf);
}

} // namespace saltdesk::api
