// SPDX-License-Identifier: Apache-2.0
#include "FuzzInput.h"
#include "codec/AttemptDecoder.h"

using namespace saltdesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray body = fuzz::bodyOf(bytes, size);
    const auto attempt = api::decodeAttempt(body);
    fuzz::require(attempt ? !attempt->id.isEmpty() : !attempt.error().message.isEmpty());
    fuzz::requireWhole(api::decodeAttemptPage(body));
    return 0;
}
