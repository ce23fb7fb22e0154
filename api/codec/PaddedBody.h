// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <simdjson.h>

namespace saltdesk::api {

/// A body with the readable bytes behind its end that simdjson asks for: in place when the array has the spare capacity
/// that ApiReply promises, else a copy. Borrows the array, which must outlive it and stay as it is.
class PaddedBody
{
public:
    explicit PaddedBody(const QByteArray &body);

    [[nodiscard]] simdjson::padded_string_view view() const { return m_view; }
    [[nodiscard]] bool isCopy() const { return m_copy.size() > 0; }

private:
    simdjson::padded_string m_copy;
    simdjson::padded_string_view m_view;
};

} // namespace saltdesk::api
