// SPDX-License-Identifier: Apache-2.0
#include "privacy/CustomerTraces.h"

namespace saltdesk::models {

void CustomerTraces::add(const QString &what, Forgetter forgetter)
{
    m_traces.push_back({what, std::move(forgetter)});
}

QStringList CustomerTraces::kinds() const
{
    QStringList kinds;
    for (const Trace &trace : m_traces) {
        kinds << trace.what;
    }
    return kinds;
}

QStringList CustomerTraces::forget(const api::CustomerId &customer) const
{
    QStringList left;
    for (const Trace &trace : m_traces) {
        if (!trace.forgetter(customer)) {
            left << trace.what;
        }
    }
    return left;
}

} // namespace saltdesk::models
