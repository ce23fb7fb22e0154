// SPDX-License-Identifier: Apache-2.0
#include "codec/CountryDecoder.h"

#include "codec/Envelope.h"

namespace saltdesk::api {
namespace {

Country readCountry(const ObjectReader &reader)
{
    Country country;
    country.code = reader.text("code").value();
    country.name = reader.text("name");
    country.refreshStartTime = reader.integer("refresh_start_time");
    return country;
}

} // namespace

Result<CountryPage> decodeCountryPage(const QByteArray &body)
{
    return decodeList<Country>(body, readCountry);
}

} // namespace saltdesk::api
