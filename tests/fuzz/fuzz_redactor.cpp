// SPDX-License-Identifier: Apache-2.0
#include "FuzzInput.h"
#include "redaction/Redactor.h"
#include "transport/Secret.h"

using namespace saltdesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray canary = "canary/\"secret\" 7f3a";
    const api::Secret secret = api::Secret::copyOf(canary);
    const QByteArray text(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    const qsizetype middle = text.size() / 2;
    for (const QByteArray &form : {canary, canary.toPercentEncoding(), canary.toBase64()}) {
        const QByteArray planted = text.first(middle) + ' ' + form + ' ' + text.sliced(middle);
        // Whatever stands around it.
        fuzz::require(!api::redacted(planted).contains(form));
    }
    return 0;
}
