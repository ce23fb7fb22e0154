// SPDX-License-Identifier: Apache-2.0
#include "codec/JsonDocument.h"

#include "codec/DecodeFailure.h"
#include "codec/LargeNumbers.h"
#include "codec/PaddedBody.h"

namespace saltdesk::api {

std::optional<ApiError> JsonDocument::parse(const QByteArray &body)
{
    simdjson::error_code code = read(body);
    if (code != simdjson::SUCCESS && code != simdjson::DEPTH_ERROR) {
        // The code for a number that is too large differs between simdjson's versions, so look for one instead.
        const QByteArray quoted = quoteLargeNumbers(body);
        code = quoted.size() != body.size() ? read(quoted) : code;
    }
    return code == simdjson::SUCCESS ? std::nullopt : std::optional(jsonFailure(code));
}

std::optional<simdjson::dom::element> JsonDocument::member(std::string_view name) const
{
    simdjson::dom::object object;
    simdjson::dom::element value;
    if (m_root.get(object) != simdjson::SUCCESS || object.at_key(name).get(value) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    return value;
}

simdjson::error_code JsonDocument::read(const QByteArray &body)
{
    const PaddedBody padded(body);
    const simdjson::padded_string_view view = padded.view();
    if (const simdjson::error_code code = m_parser.allocate(view.size(), maxJsonDepth); code != simdjson::SUCCESS) {
        return code;
    }
    return m_parser.parse(view.data(), view.size(), false).get(m_root);
}

} // namespace saltdesk::api
