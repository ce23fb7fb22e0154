// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ModelTexts.h"
#include "types/ConnectionPage.h"

#include <vector>

namespace saltdesk::models {

/// The rows of a page with their texts and odd ids moved into the model's pool, ascending by id. Of records with the
/// same id the last one counts.
[[nodiscard]] std::vector<api::ConnectionRow> adoptRows(const api::ConnectionPage &page, ModelTexts &texts);
/// Ascending by id, each id once; of equal ids the last one stays.
void sortById(std::vector<api::ConnectionRow> &rows);

} // namespace saltdesk::models
