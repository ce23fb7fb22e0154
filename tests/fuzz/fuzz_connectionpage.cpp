// SPDX-License-Identifier: Apache-2.0
#include "FuzzInput.h"
#include "codec/ConnectionDecoder.h"

using namespace saltdesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray body = fuzz::bodyOf(bytes, size);
    (void)api::scanNextId(body);
    const auto page = api::decodeConnectionPage(body);
    if (!page) {
        fuzz::require(!page.error().message.isEmpty());
        return 0;
    }
    for (const api::ConnectionRow &row : page->rows) {
        fuzz::require(!row.id.isNone() && !row.id.text(page->texts).empty());
        fuzz::require(row.failMessage < page->texts.size() && row.providerName < page->texts.size());
    }
    for (const api::DecodeWarning &warning : page->warnings) {
        fuzz::require(!warning.problem.isEmpty());
    }
    return 0;
}
