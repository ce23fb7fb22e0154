// SPDX-License-Identifier: Apache-2.0
#include "FuzzInput.h"
#include "codec/CustomerDecoder.h"

using namespace saltdesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray body = fuzz::bodyOf(bytes, size);
    (void)api::decodeCustomer(body);
    if (const auto page = api::decodeCustomerPage(body)) {
        for (const api::Customer &customer : page->records) {
            fuzz::require(!customer.id.isEmpty());
        }
    }
    return 0;
}
