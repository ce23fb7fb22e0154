// SPDX-License-Identifier: Apache-2.0
#include "redaction/SecretNames.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace saltdesk::api {

namespace {

/// A name that ends in one of these. Of "secret", "password" and "token" the vendor and banks make longer names.
constexpr std::array<std::string_view, 13> secretEndings{
    "secret",      "password", "passphrase",   "token",         "credentials", "connect_url", "redirect_url",
    "private_key", "passcode", "query_string", "authorization", "cookie",      "proxy_pass",
};
constexpr std::array<std::string_view, 2> headerNames{"app_id", "signature"};

constexpr qsizetype longestEnding = 13;

char foldedNameByte(char byte)
{
    if (byte >= 'A' && byte <= 'Z') {
        return static_cast<char>(byte - 'A' + 'a');
    }
    return byte == '-' ? '_' : byte;
}

} // namespace

bool isSecretName(QByteArrayView name)
{
    std::array<char, longestEnding> buffer{};
    const QByteArrayView end = name.last(std::min(name.size(), longestEnding));
    std::ranges::transform(end, buffer.begin(), foldedNameByte);
    const std::string_view tail(buffer.data(), static_cast<std::size_t>(end.size()));
    return std::ranges::any_of(secretEndings, [tail](std::string_view ending) { return tail.ends_with(ending); });
}

bool isSecretHeader(QByteArrayView name)
{
    return std::ranges::any_of(headerNames, [name](std::string_view header) {
        return std::ranges::equal(name, header, [](char a, char b) { return foldedNameByte(a) == b; });
    });
}

} // namespace saltdesk::api
