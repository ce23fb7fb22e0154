// SPDX-License-Identifier: Apache-2.0
#include "FuzzInput.h"
#include "codec/ConsentDecoder.h"

using namespace saltdesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    if (const auto page = api::decodeConsentPage(fuzz::bodyOf(bytes, size))) {
        for (const api::Consent &consent : page->records) {
            fuzz::require(!consent.id.isEmpty());
        }
    }
    return 0;
}
