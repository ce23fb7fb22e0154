// SPDX-License-Identifier: Apache-2.0
#include "codec/ConnectionDecoder.h"

#include "codec/JsonScan.h"

#include <algorithm>

namespace saltdesk::api {
namespace {

/// `meta` holds an id and a path; more than this is not plain to see.
constexpr std::size_t tailLength = 4096;

/// A text without escapes or a number of digits; anything else is no id that could be asked for.
std::string_view idIn(std::string_view value)
{
    const bool quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
    const std::string_view inner = quoted ? value.substr(1, value.size() - 2) : value;
    const bool isNumber = inner.find_first_not_of("0123456789") == std::string_view::npos;
    return isNumber || (quoted && inner.find('\\') == std::string_view::npos) ? inner : std::string_view();
}

/// Reads the flat object that starts at `at` and gives the value of `next_id`, if the document ends right behind it.
std::string_view nextIdInMeta(std::string_view tail, std::size_t at)
{
    std::string_view nextId;
    std::size_t i = at;
    char separator = '{';
    while (i < tail.size() && tail[i] == separator) {
        const std::size_t name = json::skipSpace(tail, i + 1);
        if (name >= tail.size() || tail[name] != '"') {
            return {};
        }
        const std::size_t nameEnd = json::endOfString(tail, name);
        const std::size_t colon = json::skipSpace(tail, nameEnd);
        if (colon >= tail.size() || tail[colon] != ':') {
            return {};
        }
        const std::size_t value = json::skipSpace(tail, colon + 1);
        const std::size_t valueEnd = json::endOfValue(tail, value);
        if (tail.substr(name, nameEnd - name) == "\"next_id\"") {
            nextId = idIn(tail.substr(value, valueEnd - value));
        }
        i = json::skipSpace(tail, valueEnd);
        separator = ',';
    }
    // Now `}` of meta, `}` of the envelope, and nothing.
    if (i >= tail.size() || tail[i] != '}') {
        return {};
    }
    i = json::skipSpace(tail, i + 1);
    const bool isEnd = i < tail.size() && tail[i] == '}' && json::skipSpace(tail, i + 1) == tail.size();
    return isEnd ? nextId : std::string_view();
}

} // namespace

QString scanNextId(const QByteArray &body)
{
    const std::string_view json(body.constData(), static_cast<std::size_t>(body.size()));
    const std::string_view tail = json.substr(json.size() - std::min(json.size(), tailLength));
    constexpr std::string_view name = "\"meta\"";
    const std::size_t meta = tail.rfind(name);
    if (meta == std::string_view::npos) {
        return {};
    }
    const std::size_t colon = json::skipSpace(tail, meta + name.size());
    if (colon >= tail.size() || tail[colon] != ':') {
        return {};
    }
    const std::string_view id = nextIdInMeta(tail, json::skipSpace(tail, colon + 1));
    return QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
}

} // namespace saltdesk::api
