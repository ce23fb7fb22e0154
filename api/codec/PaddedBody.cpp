// SPDX-License-Identifier: Apache-2.0
#include "codec/PaddedBody.h"

namespace saltdesk::api {

PaddedBody::PaddedBody(const QByteArray &body)
{
    const auto length = static_cast<std::size_t>(body.size());
    const auto capacity = static_cast<std::size_t>(body.capacity());
    if (capacity >= length + simdjson::SIMDJSON_PADDING) {
        m_view = simdjson::padded_string_view(body.constData(), length, capacity);
        return;
    }
    m_copy = simdjson::padded_string(body.constData(), length);
    m_view = m_copy;
}

} // namespace saltdesk::api
