// SPDX-License-Identifier: Apache-2.0
#include "codec/LargeNumbers.h"

#include "codec/JsonScan.h"

#include <string_view>

namespace saltdesk::api {
namespace {

bool startsNumber(char c)
{
    return c == '-' || (c >= '0' && c <= '9');
}

/// Eighteen digits fit in every case; with an exponent nobody knows.
bool mayBeTooLarge(std::string_view number)
{
    return number.size() > 18 || number.find_first_of("eE") != std::string_view::npos;
}

/// What JSON calls a number: nothing else may become valid by being put in quotes.
bool isNumber(std::string_view text)
{
    const auto digits = [&text] {
        const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
        text.remove_prefix(count);
        return count;
    };
    const auto take = [&text](std::string_view any) {
        const bool found = !text.empty() && any.find(text.front()) != std::string_view::npos;
        text.remove_prefix(found ? 1 : 0);
        return found;
    };
    take("-");
    const bool leadingZero = !text.empty() && text.front() == '0';
    const std::size_t whole = digits();
    if (whole == 0 || (leadingZero && whole > 1) || (take(".") && digits() == 0)) {
        return false;
    }
    if (take("eE")) {
        take("+-");
        return digits() > 0 && text.empty();
    }
    return text.empty();
}

} // namespace

QByteArray quoteLargeNumbers(QByteArrayView body)
{
    const std::string_view json(body.data(), static_cast<std::size_t>(body.size()));
    QByteArray quoted;
    quoted.reserve(body.size() + 256);
    std::size_t i = 0;
    while (i < json.size()) {
        const bool number = startsNumber(json[i]);
        const std::size_t end = number           ? json::endOfScalar(json, i)
                                : json[i] == '"' ? json::endOfString(json, i)
                                                 : i + 1;
        const std::string_view token = json.substr(i, end - i);
        const bool quote = number && mayBeTooLarge(token) && isNumber(token);
        quoted.append(quote ? "\"" : "")
            .append(token.data(), static_cast<qsizetype>(token.size()))
            .append(quote ? "\"" : "");
        i = end;
    }
    return quoted;
}

} // namespace saltdesk::api
