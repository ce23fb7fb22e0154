// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/JsonWriter.h"
#include "types/AttemptRequest.h"
#include "types/ConnectionRequests.h"
#include "types/ConsentRequest.h"

#include <optional>

namespace saltdesk::api {

/// The parts that the bodies of connections, connect sessions and OAuth have in common (reference 2.6, 2.7).
void writeConsent(JsonWriter &json, const ConsentRequest &consent);
void writeAttempt(JsonWriter &json, const std::optional<AttemptRequest> &attempt);
/// For a new connection, which has no accounts yet that could be excluded: the member is not sent (reference 2.7).
void writeFirstAttempt(JsonWriter &json, std::optional<AttemptRequest> attempt);
void writeOptions(JsonWriter &json, const FetchOptions &options);

/// `{"data":{…}}` around what `write(JsonWriter &)` writes.
template <class Write>
[[nodiscard]] QByteArray enveloped(Write write)
{
    JsonWriter json;
    json.beginObject();
    json.beginObject("data");
    write(json);
    json.endObject();
    json.endObject();
    return json.take();
}

} // namespace saltdesk::api
