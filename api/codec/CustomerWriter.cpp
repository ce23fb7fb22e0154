// SPDX-License-Identifier: Apache-2.0
#include "codec/CustomerWriter.h"

#include "codec/FetchWriter.h"

namespace saltdesk::api {

QByteArray writeCreateCustomer(const QString &identifier)
{
    return enveloped([&identifier](JsonWriter &json) { json.member("identifier", identifier); });
}

} // namespace saltdesk::api
