// SPDX-License-Identifier: Apache-2.0
#include "redaction/KnownSecrets.h"

#include <QMutexLocker>

#include <algorithm>
#include <functional>

namespace saltdesk::api {

KnownSecrets &KnownSecrets::ofProcess()
{
    // Never destroyed: a Secret in a static of another file may go later than any static here.
    static auto &process = *new KnownSecrets;
    return process;
}

void KnownSecrets::add(QByteArrayView bytes)
{
    const QMutexLocker lock(&m_mutex);
    m_values.insert(std::ranges::upper_bound(m_values, bytes.size(), std::greater(), &QByteArrayView::size), bytes);
}

void KnownSecrets::remove(QByteArrayView bytes)
{
    const QMutexLocker lock(&m_mutex);
    const auto sameSize = std::ranges::lower_bound(m_values, bytes.size(), std::greater(), &QByteArrayView::size);
    const auto found =
        std::find_if(sameSize, m_values.end(), [bytes](QByteArrayView value) { return value.data() == bytes.data(); });
    if (found != m_values.end()) {
        m_values.erase(found);
    }
}

void KnownSecrets::forEach(const std::function<void(QByteArrayView)> &visit) const
{
    const QMutexLocker lock(&m_mutex);
    for (const QByteArrayView value : m_values) {
        visit(value);
    }
}

} // namespace saltdesk::api
