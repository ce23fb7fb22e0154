// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiError.h"

#include <QByteArray>

#include <simdjson.h>

#include <optional>

namespace saltdesk::api {

/// A whole body read into a tree: for single objects and short lists, where being simple counts more than speed. Owns
/// the tree; everything that was read out of it is gone with it. Not thread-safe.
class JsonDocument
{
public:
    /// Nothing on success.
    [[nodiscard]] std::optional<ApiError> parse(const QByteArray &body);

    /// Only after parse() succeeded.
    [[nodiscard]] simdjson::dom::element root() const { return m_root; }
    /// The member of the top-level object, if the root is one and has it.
    [[nodiscard]] std::optional<simdjson::dom::element> member(std::string_view name) const;

private:
    [[nodiscard]] simdjson::error_code read(const QByteArray &body);

    simdjson::dom::parser m_parser;
    simdjson::dom::element m_root;
};

} // namespace saltdesk::api
