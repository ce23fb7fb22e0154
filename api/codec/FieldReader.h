// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/ObjectReader.h"
#include "types/ProviderField.h"

namespace saltdesk::api {

/// Read a field of a provider's form and a choice of one (reference 3.7).
[[nodiscard]] ProviderField readProviderField(const ObjectReader &reader);
[[nodiscard]] FieldOption readFieldOption(const ObjectReader &reader);

} // namespace saltdesk::api
