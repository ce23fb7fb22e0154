// SPDX-License-Identifier: Apache-2.0
#include "FuzzInput.h"
#include "codec/HolderInfoDecoder.h"

using namespace saltdesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const auto info = api::decodeHolderInfo(fuzz::bodyOf(bytes, size));
    fuzz::require(info || !info.error().message.isEmpty());
    // Extra is kept as a text of its own, which must be an object again.
    fuzz::require(!info || !info->extra || (info->extra->startsWith('{') && info->extra->endsWith('}')));
    return 0;
}
