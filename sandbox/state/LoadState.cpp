// SPDX-License-Identifier: Apache-2.0
#include "state/LoadState.h"

#include "state/LoadRows.h"

#include <algorithm>

namespace saltdesk::sandbox {

void addLoad(State &state, const BankCatalogue &banks, int customers, int connections, Instant start)
{
    if (customers <= 0 && connections <= 0) {
        return;
    }
    QStringList ids;
    for (int number = 1; number <= std::max(customers, 1); ++number) {
        ids.append(state.nextId());
        state.add(Customer{.id = ids.last(),
                           .identifier = QStringLiteral("load-%1").arg(number, 6, 10, QLatin1Char('0')),
                           .createdAt = start - std::chrono::days(100),
                           .updatedAt = start - std::chrono::days(100)});
    }
    if (connections > 0) {
        state.setLoad(std::make_unique<LoadRows>(banks, ids, connections, start));
    }
}

} // namespace saltdesk::sandbox
