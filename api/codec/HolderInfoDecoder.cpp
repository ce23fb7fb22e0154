// SPDX-License-Identifier: Apache-2.0
#include "codec/HolderInfoDecoder.h"

#include "codec/Envelope.h"

namespace saltdesk::api {
namespace {

HolderAddress readAddress(const ObjectReader &reader)
{
    HolderAddress address;
    address.city = reader.text("city");
    address.state = reader.text("state");
    address.street = reader.text("street");
    address.countryCode = reader.text("country_code");
    address.postCode = reader.idText("post_code");
    return address;
}

} // namespace

Result<HolderInfo> decodeHolderInfo(const QByteArray &body)
{
    return decodeObject(body, [](const ObjectReader &reader) -> Result<HolderInfo> {
        HolderInfo info;
        info.names = reader.texts("names");
        info.emails = reader.texts("emails");
        info.phoneNumbers = reader.texts("phone_numbers");
        info.addresses = reader.objects<HolderAddress>("addresses", readAddress);
        info.extra = reader.json("extra");
        return info;
    });
}

} // namespace saltdesk::api
