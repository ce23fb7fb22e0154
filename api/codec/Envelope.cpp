// SPDX-License-Identifier: Apache-2.0
#include "codec/Envelope.h"

#include "codec/ElementText.h"

namespace saltdesk::api {

QString nextIdOf(const JsonDocument &document)
{
    const std::optional<simdjson::dom::element> meta = document.member("meta");
    simdjson::dom::object object;
    simdjson::dom::element nextId;
    if (!meta || meta->get(object) != simdjson::SUCCESS || object.at_key("next_id").get(nextId) != simdjson::SUCCESS) {
        return {};
    }
    return idTextOf(nextId).value_or(QString());
}

} // namespace saltdesk::api
