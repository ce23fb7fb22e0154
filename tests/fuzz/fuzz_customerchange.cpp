// SPDX-License-Identifier: Apache-2.0
#include "FuzzInput.h"
#include "codec/CustomerDecoder.h"

using namespace saltdesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const auto change = api::decodeCustomerChange(fuzz::bodyOf(bytes, size));
    fuzz::require(change ? !change->id.isEmpty() : !change.error().message.isEmpty());
    return 0;
}
