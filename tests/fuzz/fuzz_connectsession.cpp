// SPDX-License-Identifier: Apache-2.0
#include "FuzzInput.h"
#include "codec/SessionDecoder.h"

using namespace saltdesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const auto session = api::decodeConnectSession(fuzz::bodyOf(bytes, size));
    fuzz::require(session ? !session->connectUrl.isEmpty() : !session.error().message.isEmpty());
    return 0;
}
