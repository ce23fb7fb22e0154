// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/PageAdoption.h"
#include "connections/RowStore.h"
#include "support/RowSpec.h"

namespace saltdesk::testing {

/// A store filled with these rows, judged at startOfTime().
inline void fill(models::RowStore &store, const QList<RowSpec> &rows)
{
    store.append(models::adoptRows(pageOf(rows), store.texts()), api::PackedTime(startOfTime().toSecsSinceEpoch()));
}

} // namespace saltdesk::testing
