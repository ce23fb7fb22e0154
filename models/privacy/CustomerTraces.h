// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Ids.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace saltdesk::models {

/// What is kept on this computer about customers, by whoever keeps it: each store joins with a forgetter, so that
/// forgetting one customer reaches all of them. GUI thread. Sends nothing, and knows nothing of the audit trail, which
/// stays.
class CustomerTraces
{
public:
    /// Removes what a store keeps of the customer. False: not all of it could be removed.
    using Forgetter = std::function<bool(const api::CustomerId &customer)>;

    /// `what` is what people call it, as it stands in a list: "the attempts that are followed". The forgetter lives as
    /// long as this.
    void add(const QString &what, Forgetter forgetter);
    /// In the order in which they joined.
    [[nodiscard]] QStringList kinds() const;
    /// All of them, also after one that failed. The kinds of which something is left; empty: all is gone.
    [[nodiscard]] QStringList forget(const api::CustomerId &customer) const;

private:
    struct Trace
    {
        QString what;
        Forgetter forgetter;
    };
    std::vector<Trace> m_traces;
};

} // namespace saltdesk::models
