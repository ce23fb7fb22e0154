// SPDX-License-Identifier: Apache-2.0
#include "FuzzInput.h"
#include "codec/ErrorDecoder.h"

using namespace saltdesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    if (const auto error = api::decodeError(fuzz::bodyOf(bytes, size))) {
        fuzz::require(!error->errorClass.isEmpty());
        fuzz::require(error->documentationUrl.isEmpty() || error->documentationUrl.scheme() == QLatin1String("https"));
    }
    return 0;
}
