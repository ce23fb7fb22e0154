// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/Bank.h"

namespace saltdesk::sandbox {

/// The inputs for a bank's `required_fields` (reference 3.7), as HTML.
[[nodiscard]] QString credentialInputs(const Bank &bank);

/// What a browser sent of these fields, as `credentials`; optional ones that were left empty are left out.
[[nodiscard]] QJsonObject typedCredentials(const QMap<QString, QString> &form, const Bank &bank);

} // namespace saltdesk::sandbox
