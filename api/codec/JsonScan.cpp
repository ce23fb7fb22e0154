// SPDX-License-Identifier: Apache-2.0
#include "codec/JsonScan.h"

#include <algorithm>

namespace saltdesk::api::json {
namespace {

bool opens(char c)
{
    return c == '{' || c == '[';
}

bool closes(char c)
{
    return c == '}' || c == ']';
}

} // namespace

std::size_t skipSpace(std::string_view json, std::size_t at)
{
    while (at < json.size() && isSpace(json[at])) {
        ++at;
    }
    return at;
}

std::size_t endOfString(std::string_view json, std::size_t at)
{
    std::size_t i = at + 1;
    while (i < json.size() && json[i] != '"') {
        i += json[i] == '\\' ? 2 : 1;
    }
    return std::min(i + 1, json.size());
}

std::size_t endOfScalar(std::string_view json, std::size_t at)
{
    std::size_t i = at + 1;
    while (i < json.size() && !isSpace(json[i]) && !closes(json[i]) && json[i] != ',' && json[i] != ':') {
        ++i;
    }
    return std::min(i, json.size());
}

std::size_t endOfValue(std::string_view json, std::size_t at)
{
    if (at >= json.size()) {
        return json.size();
    }
    if (json[at] == '"') {
        return endOfString(json, at);
    }
    if (!opens(json[at])) {
        return endOfScalar(json, at);
    }
    std::size_t depth = 0;
    std::size_t i = at;
    while (i < json.size()) {
        if (json[i] == '"') {
            i = endOfString(json, i);
            continue;
        }
        depth += opens(json[i]) ? 1 : 0;
        depth -= closes(json[i]) ? 1 : 0;
        ++i;
        if (depth == 0) {
            break;
        }
    }
    return i;
}

std::size_t depthOf(std::string_view json)
{
    std::size_t deepest = 0;
    std::size_t depth = 0;
    for (std::size_t i = 0; i < json.size();) {
        if (json[i] == '"') {
            i = endOfString(json, i);
            continue;
        }
        if (opens(json[i])) {
            deepest = std::max(deepest, ++depth);
        } else if (closes(json[i]) && depth > 0) {
            --depth;
        }
        ++i;
    }
    return deepest;
}

} // namespace saltdesk::api::json
