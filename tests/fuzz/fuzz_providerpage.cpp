// SPDX-License-Identifier: Apache-2.0
#include "FuzzInput.h"
#include "codec/ProviderDecoder.h"

using namespace saltdesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    fuzz::requireWhole(api::decodeProviderPage(fuzz::bodyOf(bytes, size)));
    return 0;
}
