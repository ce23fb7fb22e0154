// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "faults/Fault.h"

#include <QList>
#include <mutex>

namespace saltdesk::sandbox {

/// The faults that are yet to happen. Thread-safe; a test adds them while the server runs.
class FaultPlan
{
public:
    void add(Fault fault);
    void clear();
    /// Every fault that is due for this request, in the order in which they were added; each is used up by one.
    [[nodiscard]] QList<Fault> take(const QByteArray &method, const QString &path);
    [[nodiscard]] qsizetype pending() const;

private:
    mutable std::mutex m_mutex;
    QList<Fault> m_faults;
};

} // namespace saltdesk::sandbox
