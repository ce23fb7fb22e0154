// SPDX-License-Identifier: Apache-2.0
#include "FuzzInput.h"
#include "codec/ConnectionDecoder.h"

using namespace saltdesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray body = fuzz::bodyOf(bytes, size);
    const auto document = api::decodeConnection(body);
    fuzz::require(document ? !document->connection.id.isEmpty() : !document.error().message.isEmpty());
    (void)api::decodeRemovedConnection(body);
    return 0;
}
