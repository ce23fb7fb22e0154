// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::ui {

/// What happens in a stage, as a sentence for the agent. A stage that is not known is named as the API names it.
[[nodiscard]] QString stageWords(const QString &stage);

} // namespace saltdesk::ui
