// SPDX-License-Identifier: Apache-2.0
#include "FuzzInput.h"
#include "codec/IsoTime.h"

using namespace saltdesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray text = fuzz::bodyOf(bytes, size);
    const std::string_view view(text.constData(), static_cast<std::size_t>(text.size()));
    const auto moment = api::parseIsoMoment(view);
    const auto day = api::parseIsoDate(view);
    fuzz::require(moment.has_value() == day.has_value());
    if (moment) {
        fuzz::require(moment->milliseconds >= 0 && moment->milliseconds < 1000);
        fuzz::require(day->isValid() && api::parseIsoDateTime(view)->isValid());
    }
    return 0;
}
