// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Connection.h"
#include "types/Consent.h"
#include "types/Provider.h"
#include "types/Stage.h"

#include <string_view>

namespace saltdesk::api {

/// The words of the API behind our enums (reference 3.1, 3.3, 3.4, 3.6, 3.7); any other word is Unknown.
[[nodiscard]] ConnectionStatus connectionStatusOf(std::string_view word);
[[nodiscard]] StageName stageNameOf(std::string_view word);
[[nodiscard]] ConsentStatus consentStatusOf(std::string_view word);
[[nodiscard]] ProviderMode providerModeOf(std::string_view word);
[[nodiscard]] ProviderStatus providerStatusOf(std::string_view word);
[[nodiscard]] FieldNature fieldNatureOf(std::string_view word);

} // namespace saltdesk::api
