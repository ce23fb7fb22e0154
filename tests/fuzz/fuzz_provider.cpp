// SPDX-License-Identifier: Apache-2.0
#include "FuzzInput.h"
#include "codec/ProviderDecoder.h"

#include <limits>

using namespace saltdesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const auto provider = api::decodeProvider(fuzz::bodyOf(bytes, size));
    if (!provider) {
        fuzz::require(!provider.error().message.isEmpty());
        return 0;
    }
    fuzz::require(!provider->id.isEmpty());
    for (const auto *fields : {&provider->requiredFields, &provider->interactiveFields}) {
        qint64 last = std::numeric_limits<qint64>::min();
        for (const api::ProviderField &field : fields->value()) {
            const qint64 position = field.position.valueOr(std::numeric_limits<qint64>::max());
            fuzz::require(!field.name.isEmpty() && !field.label().isEmpty() && position >= last);
            fuzz::require(!field.multiple || field.extra.hasValue());
            last = position;
        }
    }
    return 0;
}
