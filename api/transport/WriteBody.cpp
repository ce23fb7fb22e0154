// SPDX-License-Identifier: Apache-2.0
#include "transport/WriteBody.h"

#include "transport/Secret.h"

#include <algorithm>
#include <cstring>

namespace saltdesk::api {

WriteBody::WriteBody(QByteArray &&bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

WriteBody::~WriteBody()
{
    wipe(m_bytes);
}

qint64 WriteBody::bytesAvailable() const
{
    return m_bytes.size() - m_read + QIODevice::bytesAvailable();
}

qint64 WriteBody::readData(char *target, qint64 maxSize)
{
    const qint64 size = std::min(maxSize, m_bytes.size() - m_read);
    if (size == 0) {
        return -1;
    }
    std::memcpy(target, m_bytes.constData() + m_read, static_cast<std::size_t>(size));
    m_read += size;
    return size;
}

} // namespace saltdesk::api
