// SPDX-License-Identifier: Apache-2.0
#include "FuzzInput.h"
#include "codec/RawJson.h"

using namespace saltdesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const api::RawJson once = api::RawJson::masked(fuzz::bodyOf(bytes, size));
    // What was masked is still a document, or the sentence that there is none: masking again must change nothing.
    fuzz::require(api::RawJson::masked(once.bytes()).bytes() == once.bytes());
    // Laying out a layout gives the same layout, so no token was torn apart.
    fuzz::require(api::RawJson::masked(once.indented()).indented() == once.indented());
    return 0;
}
