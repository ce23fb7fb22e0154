// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiRequest.h"

#include <QString>

namespace saltdesk::models {

/// What the file calls a write: "refresh", "customer lock", …; one that this program does not know keeps its verb and
/// path template, such as "POST payments". Never translated.
[[nodiscard]] QString auditOperation(api::Method method, const QString &pathTemplate);
/// The same for people, translated; what is not known stays as it is.
[[nodiscard]] QString auditOperationWord(const QString &operation);

} // namespace saltdesk::models
