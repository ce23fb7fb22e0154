// SPDX-License-Identifier: Apache-2.0
#include "redaction/KnownSecrets.h"

#include <QMutexLocker>

#include <algorithm>

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
    const auto place =
        std::ranges::find_if(m_values, [size = bytes.size()](QByteArrayView value) { return value.size() < size; });
    m_values.insert(place, bytes);
}

void KnownSecrets::remove(QByteArrayView bytes)
{
    const QMutexLocker lock(&m_mutex);
    const auto found =
        std::ranges::find_if(m_values, [bytes](QByteArrayView value) { return value.data() == bytes.data(); });
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
