// SPDX-License-Identifier: Apache-2.0
#include "codec/ElementText.h"

#include <string_view>

namespace saltdesk::api {

std::optional<QString> textOf(simdjson::dom::element element)
{
    std::string_view text;
    if (element.get(text) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::optional<QString> idTextOf(simdjson::dom::element element)
{
    switch (element.type()) {
    case simdjson::dom::element_type::INT64:
        return QString::number(element.get_int64().value_unsafe());
    case simdjson::dom::element_type::UINT64:
        return QString::number(element.get_uint64().value_unsafe());
    case simdjson::dom::element_type::STRING:
        return textOf(element);
    case simdjson::dom::element_type::ARRAY:
    case simdjson::dom::element_type::OBJECT:
    case simdjson::dom::element_type::DOUBLE:
    case simdjson::dom::element_type::BOOL:
    case simdjson::dom::element_type::NULL_VALUE:
        break;
    }
    return std::nullopt;
}

} // namespace saltdesk::api
