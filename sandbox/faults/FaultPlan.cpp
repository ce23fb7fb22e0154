// SPDX-License-Identifier: Apache-2.0
#include "faults/FaultPlan.h"

#include <QRegularExpression>

namespace saltdesk::sandbox {

static bool concerns(const Fault &fault, const QByteArray &method, const QString &path)
{
    if (!fault.method.isEmpty() && fault.method != method) {
        return false;
    }
    if (fault.path.isEmpty()) {
        return true;
    }
    const QString pattern = QRegularExpression::escape(fault.path).replace(QLatin1String("\\*"), QLatin1String(".*"));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(path).hasMatch();
}

void FaultPlan::add(Fault fault)
{
    const std::scoped_lock lock(m_mutex);
    m_faults.append(std::move(fault));
}

void FaultPlan::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_faults.clear();
}

QList<Fault> FaultPlan::take(const QByteArray &method, const QString &path)
{
    const std::scoped_lock lock(m_mutex);
    QList<Fault> due;
    for (Fault &fault : m_faults) {
        if (concerns(fault, method, path)) {
            due.append(fault);
            fault.times -= fault.times == Fault::always ? 0 : 1;
        }
    }
    m_faults.removeIf([](const Fault &fault) { return fault.times == 0; });
    return due;
}

qsizetype FaultPlan::pending() const
{
    const std::scoped_lock lock(m_mutex);
    return m_faults.size();
}

} // namespace saltdesk::sandbox
